package org.iltlib.analytics.impact.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.junit.jupiter.api.Test;

class DensityCheckTest {
    private static double[] scores() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DensityCheckTest.class.getResourceAsStream("rdd.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(','))))
                    .toArray();
        }
    }

    // McCrary's steps in R: bins 2 sd n^-.5, lm of counts on a fourth-order polynomial, lm with triangular weights
    @Test
    void binsBandwidthAndDensitiesEqualTheFormulas() throws IOException {
        DensityResult found = DensityCheck.at(0).of(scores()).value().orElseThrow();
        assertThat(found.bin()).isCloseTo(0.058205047144493684, within(1e-12));
        assertThat(found.bandwidth()).isCloseTo(0.36242434902999376, within(1e-9));
        assertThat(found.below()).isCloseTo(0.3355857978240051, within(1e-9));
        assertThat(found.above()).isCloseTo(0.5408456667380567, within(1e-9));
        assertThat(found.logDifference().value()).isCloseTo(0.4772563091592744, within(1e-9));
        assertThat(found.logDifference().standardError().orElse(0.0)).isCloseTo(0.3998549307993995, within(1e-9));
        assertThat(found.isSuspicious()).isFalse();
        assertThat(found.why().toString()).contains("400 scores in bins");
    }

    @Test
    void nudgedScoresAreFound() {
        SplitMix chance = SplitMix.of(5);
        double[] score = new double[3000];
        for (int i = 0; i < score.length; i++) {
            double honest = 50 + 10 * chance.nextGaussian();
            score[i] = honest < 40 && honest > 38 && chance.nextDouble() < 0.7 ? 40 + chance.nextDouble() : honest;
        }
        DensityResult found = DensityCheck.at(40).of(score).value().orElseThrow();
        assertThat(found.isSuspicious()).isTrue();
        assertThat(found.logDifference().value()).isPositive();
    }

    /** McCrary's table 1 has sizes near 0.05 to 0.08 for normal scores; qbinom(1 - 5e-5, 1000, .08) = 115. */
    @Test
    void honestScoresAreSuspectedRarely() {
        int suspected = 0;
        for (boolean each : Replications.of(1000, 42, Runnable::run, chance -> {
            double[] score = new double[1000];
            Arrays.setAll(score, i -> chance.nextGaussian());
            return DensityCheck.at(0.4).of(score).value().orElseThrow().isSuspicious();
        })) {
            suspected += each ? 1 : 0;
        }
        assertThat(suspected).isBetween(25, 115);
    }

    @Test
    void tooFewOrConstantScoresAreRefused() {
        assertThat(DensityCheck.at(0).of(new double[5])).hasToString("undefined: the score is the same for everybody");
        assertThat(DensityCheck.at(0).of(new double[] {1, 2, 3, Double.NaN}))
                .asString()
                .contains("fewer than 6 bins");
        double[] even = new double[400];
        Arrays.setAll(even, i -> i / 10.0);
        assertThat(DensityCheck.at(20).withBin(1).withBandwidth(1.5).of(even))
                .asString()
                .contains("fewer than two bins a side");
        assertThat(DensityCheck.at(20).withBin(1e-7).of(even)).asString().contains("ten million bins");
        assertThatThrownBy(() -> DensityCheck.at(0).withBin(0)).hasMessageContaining("width");
        assertThatThrownBy(() -> DensityCheck.at(0).withBandwidth(-1)).hasMessageContaining("bandwidth");
        assertThatThrownBy(() -> DensityCheck.at(0).withLevel(2)).hasMessageContaining("level is 2");
    }
}
