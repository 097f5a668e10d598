package org.iltlib.analytics.impact.mediate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.impact.SharedFiles;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

/**
 * Against R 4.2.2 with clubSandwich 0.5.8 on kindergarten of Project STAR, reading as if it were on the way to mathematics
 * (a check of arithmetic, not a finding):
 *
 * <pre>{@code
 * x <- subset(d, gr == "K" & !is.na(math) & !is.na(read) & !is.na(free))
 * ma <- lm(read ~ free + small, x); mb <- lm(math ~ free + small + read, x); mc <- lm(math ~ free + small, x)
 * coef_test(ma, "CR2", cluster = x$sch, coefs = "small"); coef_test(mb, "CR2", cluster = x$sch, coefs = "read")
 * sum(resid(ma) * resid(mc)) / (sum(resid(ma)^2) - 0.2 * sum((x$read - mean(x$read))^2))       # reliability 0.8
 * }</pre>
 */
class MediationTest {
    private static final Offset<Double> CLOSE = within(1e-8);

    private static List<Map<String, String>> grade(String grade) {
        return SharedFiles.rows("star.csv.gz").stream()
                .filter(row -> grade.equals(row.get("gr")))
                .toList();
    }

    private static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream().mapToDouble(row -> SharedFiles.number(row, name)).toArray();
    }

    private static double[] is(List<Map<String, String>> rows, String name, String text) {
        return rows.stream()
                .mapToDouble(row -> {
                    String found = row.getOrDefault(name, "");
                    return found.isEmpty() ? Double.NaN : found.equals(text) ? 1 : 0;
                })
                .toArray();
    }

    private static int[] schools(List<Map<String, String>> rows) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get("sch"))).toArray();
    }

    private static MediationEffect star(Mediation options) {
        List<Map<String, String>> rows = grade("K");
        Measured<MediationEffect> found = options.adjustedFor("free lunch", is(rows, "ses", "F"))
                .of(is(rows, "cltype", "small"), column(rows, "read"), column(rows, "math"), schools(rows));
        assertThat(found.isReported()).as("%s", found).isTrue();
        return found.value().orElseThrow();
    }

    @Test
    void pathsAndErrorsEqualClubSandwich() {
        MediationEffect found = star(Mediation.withDefaults());
        assertThat(found.onMediator().value()).isCloseTo(5.280037354767404, CLOSE);
        assertThat(found.onMediator().standardError().orElseThrow()).isCloseTo(1.607721238421208, CLOSE);
        assertThat(found.ofMediator().value()).isCloseTo(1.046600170104816, CLOSE);
        assertThat(found.ofMediator().standardError().orElseThrow()).isCloseTo(0.03659772998617723, CLOSE);
        assertThat(found.total().value()).isCloseTo(8.066730429274386, CLOSE);
        assertThat(found.direct().value()).isCloseTo(2.540642435615038, CLOSE);
        assertThat(found.total().n()).isEqualTo(5769);
        assertThat(found.leftOut()).isEqualTo(6325 - 5769);
    }

    /** R: quantiles of four million products of normal draws, and of 2000 bootstrap draws of schools. */
    @Test
    void bothIntervalsAgreeWithDrawsInR() {
        MediationEffect found = star(Mediation.withDefaults());
        assertThat(found.indirectByDraws().lower()).isCloseTo(2.217, within(0.08));
        assertThat(found.indirectByDraws().upper()).isCloseTo(8.868, within(0.12));
        assertThat(found.indirect().lower()).isCloseTo(2.179, within(0.25));
        assertThat(found.indirect().upper()).isCloseTo(8.867, within(0.25));
        assertThat(found.rung()).isEqualTo(ClaimRung.ASSOCIATED);
        assertThat(found.why().toString()).contains("goes through the mediator", "79 whole clusters");
    }

    @Test
    void aMediatorThatIsRatedUnreliablyIsMended() {
        MediationEffect found = star(Mediation.withDefaults().withReliability(0.8));
        assertThat(found.ofMediator().value()).isCloseTo(1.335679881063383, CLOSE);
        assertThat(found.indirect().value() + found.direct().value())
                .isCloseTo(found.total().value(), CLOSE);
        assertThat(found.why().toString()).contains("reliability 0.80");
    }

    @Test
    void theThreadsThatHelpChangeNoBit() {
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            assertThat(star(Mediation.withDefaults().withExecutor(three))).isEqualTo(star(Mediation.withDefaults()));
        } finally {
            three.shutdown();
        }
    }

    /** True paths 0.8 and 0.5, reliability 0.6: the plain fit says 0.3 of it, the mended one is near 0.4. */
    @Test
    void aKnownPathIsFoundAgainThroughErrorOfMeasurement() {
        SplitMix chance = SplitMix.of(11);
        int n = 8000;
        double[] treatment = new double[n];
        double[] mediator = new double[n];
        double[] outcome = new double[n];
        int[] clusters = new int[n];
        for (int i = 0; i < n; i++) {
            clusters[i] = i / 100;
            treatment[i] = clusters[i] % 2;
            double pure = 0.8 * treatment[i] + chance.nextGaussian();
            mediator[i] = pure + Math.sqrt(1.16 * 0.4 / 0.6) * chance.nextGaussian();
            outcome[i] = 0.5 * pure + 0.2 * treatment[i] + chance.nextGaussian();
        }
        Mediation options = Mediation.withDefaults().withDraws(400, 3);
        double plain = options.of(treatment, mediator, outcome, clusters)
                .value()
                .orElseThrow()
                .indirect()
                .value();
        MediationEffect mended = options.withReliability(0.6)
                .of(treatment, mediator, outcome, clusters)
                .value()
                .orElseThrow();
        assertThat(plain).isLessThan(0.26);
        assertThat(mended.indirect().value()).isCloseTo(0.4, within(0.05));
        assertThat(mended.direct().value()).isCloseTo(0.2, within(0.07));
    }

    /** 200 drawn studies of 24 schools, true path 0.24: both intervals hold it about as often as they say. */
    @Test
    void theIntervalsHoldAKnownPath() {
        int[] held = new int[2];
        for (int study = 0; study < 200; study++) {
            SplitMix chance = SplitMix.of(1000 + study);
            int n = 24 * 10;
            double[] treatment = new double[n];
            double[] mediator = new double[n];
            double[] outcome = new double[n];
            int[] clusters = new int[n];
            double first = 0;
            double second = 0;
            for (int i = 0; i < n; i++) {
                first = i % 10 == 0 ? 0.4 * chance.nextGaussian() : first;
                second = i % 10 == 0 ? 0.4 * chance.nextGaussian() : second;
                clusters[i] = i / 10;
                treatment[i] = clusters[i] % 2;
                mediator[i] = 0.6 * treatment[i] + first + chance.nextGaussian();
                outcome[i] = 0.4 * mediator[i] + 0.1 * treatment[i] + second + chance.nextGaussian();
            }
            MediationEffect found = Mediation.withDefaults()
                    .withDraws(400, study)
                    .of(treatment, mediator, outcome, clusters)
                    .value()
                    .orElseThrow();
            held[0] += found.indirect().excludes(0.24) ? 0 : 1;
            held[1] += found.indirectByDraws().excludes(0.24) ? 0 : 1;
        }
        assertThat(held[0]).isBetween(180, 198);
        assertThat(held[1]).isBetween(180, 198);
    }

    @Test
    void withFewClustersThereIsNoPathToSee() {
        double[] line = new double[90];
        double[] half = new double[90];
        int[] nine = new int[90];
        int[] ten = new int[90];
        SplitMix chance = SplitMix.of(2);
        for (int i = 0; i < 90; i++) {
            line[i] = chance.nextGaussian();
            half[i] = i < 45 ? 1 : 0;
            nine[i] = i / 10;
            ten[i] = i / 9;
        }
        double[] outcome = new double[90];
        Arrays.setAll(outcome, i -> line[i] + chance.nextGaussian());
        Mediation options = Mediation.withDefaults();
        assertThat(options.of(half, line, outcome, nine).toString()).contains("9 clusters", "at least 10");
        assertThat(options.of(half, line, outcome, ten).isReported()).isTrue();
        double[] one = new double[90];
        Arrays.fill(one, 0, 9, 1);
        assertThat(options.of(one, line, outcome, ten).toString()).contains("0.0 degrees of freedom");
        Arrays.fill(one, 9, 18, 1);
        assertThat(options.of(one, line, outcome, ten).toString()).contains("degrees of freedom");
        assertThat(options.of(half, half, outcome, ten).toString()).contains("nothing but error");
        assertThat(options.of(new double[90], line, outcome, ten).toString()).contains("determine each other");
        assertThat(options.withReliability(0.01).of(half, line, outcome, ten).isReported())
                .isFalse();
        assertThatThrownBy(() -> options.of(half, line, new double[3], ten)).hasMessageContaining("3 values");
        assertThatThrownBy(() -> options.withReliability(0)).hasMessageContaining("reliability");
        assertThatThrownBy(() -> options.withDraws(5, 1)).hasMessageContaining("at least 100");
    }

    /** R: {@code coef_test(lm(math ~ exp, y), "CR2", cluster = y$sch, coefs = "exp")} in grade 3, and with exp squared. */
    @Test
    void aDoseEqualsClubSandwich() {
        List<Map<String, String>> rows = grade("3");
        DoseEffect found = DoseResponse.withDefaults()
                .withUnit("points for a year of teaching")
                .of(column(rows, "exp"), column(rows, "math"), schools(rows))
                .value()
                .orElseThrow();
        assertThat(found.slope().value()).isCloseTo(-0.07429428463942406, within(1e-10));
        assertThat(found.slope().standardError().orElseThrow()).isCloseTo(0.1542288853722555, within(1e-10));
        assertThat(found.pValue()).isCloseTo(0.6323868904156564, within(1e-8));
        assertThat(found.bend().orElse(9.0)).isCloseTo(0.8353846326319083, within(1e-8));
        assertThat(found.bands().stream().mapToInt(DoseEffect.Band::n).sum()).isEqualTo(6028);
        assertThat(found.bands()).hasSize(4);
        assertThat(found.rung()).isEqualTo(ClaimRung.ASSOCIATED);
        assertThat(found.why().toString()).contains("points for a year of teaching", "mean response");
    }

    @Test
    void equalDosesShareABandAndADoseThatNeverVariesIsRefused() {
        double[] dose = new double[60];
        double[] response = new double[60];
        int[] clusters = new int[60];
        for (int i = 0; i < 60; i++) {
            dose[i] = i % 3;
            response[i] = dose[i] + (i * 7 % 11) / 100.0;
            clusters[i] = i / 5;
        }
        DoseEffect found = DoseResponse.withDefaults()
                .withBands(5)
                .of(dose, response, clusters)
                .value()
                .orElseThrow();
        assertThat(found.bands()).hasSize(3);
        assertThat(found.isRising()).isTrue();
        assertThat(DoseResponse.withDefaults()
                        .of(new double[60], response, clusters)
                        .toString())
                .contains("does not vary");
        assertThat(DoseResponse.withDefaults().of(dose, response, new int[60]).toString())
                .contains("1 clusters");
        assertThatThrownBy(() -> DoseResponse.withDefaults().withBands(1)).hasMessageContaining("bands");
        assertThatThrownBy(() -> DoseResponse.withDefaults().withLevel(0)).hasMessageContaining("level");
    }
}
