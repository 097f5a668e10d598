package org.iltlib.analytics.achievement.coarse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.iltlib.analytics.internal.NormalCurve;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class HetopTest {
    private static final GroupLevels TWO =
            GroupLevels.of(Map.of("a", LevelCounts.of(120, 260, 410, 210), "b", LevelCounts.of(310, 330, 260, 100)));

    /** Six invented groups; their fit was computed with R. */
    private static final GroupLevels SIX = GroupLevels.of(Map.of(
            "a", LevelCounts.of(12, 30, 41, 22, 9),
            "b", LevelCounts.of(40, 35, 20, 6, 2),
            "c", LevelCounts.of(5, 14, 33, 48, 61),
            "d", LevelCounts.of(25, 60, 70, 31, 4),
            "e", LevelCounts.of(9, 11, 8, 15, 14),
            "f", LevelCounts.of(30, 80, 120, 90, 55)));

    private static HetopFit fit(Hetop model, GroupLevels counts) {
        return model.of(counts).value().orElseThrow();
    }

    private static void agrees(HetopFit fit, double[] means, double[] spreads, double[] cuts, double tolerance) {
        for (int g = 0; g < means.length; g++) {
            assertThat(fit.groups().get(g).mean()).isCloseTo(means[g], within(tolerance));
            assertThat(fit.groups().get(g).spread()).isCloseTo(spreads[g], within(tolerance));
        }
        for (int c = 0; c < cuts.length; c++) {
            assertThat(fit.cuts().get(c)).isCloseTo(cuts[c], within(tolerance));
        }
    }

    private static void errorsAgree(HetopFit fit, double[] means, double[] spreads) {
        for (int g = 0; g < means.length; g++) {
            assertThat(fit.groups().get(g).meanError().orElse(0.0)).isCloseTo(means[g], within(2e-5));
            assertThat(fit.groups().get(g).spreadError().orElse(0.0)).isCloseTo(spreads[g], within(2e-5));
        }
    }

    @Test
    void twoGroupsAgreeWithThePolishedFit() {
        // effects.json gaps.hetop2: two-group heteroskedastic ordered probit, maximised to 1e-13 with nlminb
        HetopFit fit = fit(Hetop.withDefaults(), TWO);
        agrees(
                fit,
                new double[] {0.2958168900901694, -0.2958168900901694},
                new double[] {0.9034910074741055, 1.0043349712561975},
                new double[] {-0.7842805901905956, 0.04006651925713007, 1.013744547817937},
                1e-9);
        assertThat(fit.logLikelihood()).isCloseTo(-2608.5999787009036, within(1e-9));
        assertThat(fit.intraclassCorrelation()).isCloseTo(0.08750763246261938, within(1e-9));
        assertThat(fit.gradient()).isLessThan(1e-7);
        // and on the scale of the two lowest cuts
        double unit = fit.cuts().get(1) - fit.cuts().get(0);
        assertThat((fit.group("a").mean() - fit.cuts().get(1)) / unit).isCloseTo(0.3102459727242572, within(1e-9));
        assertThat((fit.cuts().get(2) - fit.cuts().get(1)) / unit).isCloseTo(1.1811505340427846, within(1e-8));
    }

    @Test
    void theGapOfTwoGroupsIsTheBinormalV() {
        // effects.json gaps.V_binormal_ML
        Estimate gap = fit(Hetop.withDefaults(), TWO).gap("a", "b").value().orElseThrow();
        assertThat(gap.value()).isCloseTo(0.6193531381640728, within(1e-9));
        // R: f <- function(th) (th[1]-th[2])/sqrt((exp(2*th[3])+exp(2*th[4]))/2); g its numerical gradient;
        //    sqrt(t(g) %*% solve(optimHess(th, nll)) %*% g)
        assertThat(gap.standardError().orElseThrow()).isCloseTo(0.04872705546856897, within(1e-7));
    }

    @Test
    void sixGroupsAgreeWithRStandardErrorsIncluded() {
        // R: nlminb and optim("BFGS") on -sum(N * log(P)), th = (mu, log sigma, cuts 3 and 4), cuts 1, 2 = -1, 0;
        // errors: sqrt(diag(J %*% solve(optimHess(th, nll)) %*% t(J))), J the numerical gradient of the star scale
        HetopFit fit = fit(Hetop.withDefaults(), SIX);
        agrees(
                fit,
                new double[] {-0.1299804773, -0.898647681, 0.7551220333, -0.3183395849, 0.1955894935, 0.09370602185},
                new double[] {0.8086449935, 0.8785506531, 0.9785873331, 0.7089548947, 1.313871183, 0.8888103529},
                new double[] {-1.135550791, -0.3938601692, 0.3307932571, 1.046193716},
                3e-6);
        errorsAgree(
                fit,
                new double[] {0.07567744, 0.085225749, 0.070296245, 0.051649235, 0.17604769, 0.038830528},
                new double[] {0.064938733, 0.086757926, 0.071760274, 0.045782359, 0.16625076, 0.038111492});
        assertThat(fit.logLikelihood()).isCloseTo(-1446.7197304284, within(1e-9));
        assertThat(fit.intraclassCorrelation()).isCloseTo(0.2016371583, within(1e-6));
    }

    @Test
    void namesAndPartsChangeNothing() {
        HetopFit fit = fit(Hetop.withDefaults(), SIX);
        Map<String, LevelCounts> renamed = new HashMap<>();
        SIX.groups().forEach((name, counts) -> renamed.put("z" + (char) ('a' + 'f' - name.charAt(0)), counts));
        HetopFit turned = fit(Hetop.withDefaults(), GroupLevels.of(renamed));
        for (String name : SIX.groups().keySet()) {
            HetopGroup there = turned.group("z" + (char) ('a' + 'f' - name.charAt(0)));
            assertThat(there.mean()).isCloseTo(fit.group(name).mean(), within(1e-11));
            assertThat(there.spread()).isCloseTo(fit.group(name).spread(), within(1e-11));
        }
        GroupLevels half = GroupLevels.of("c", 2, 10, 13, 8, 41);
        HetopFit merged = fit(Hetop.withDefaults(), SIX.less(half).merge(half));
        assertThat(merged.groups()).isEqualTo(fit.groups());
        assertThat(merged.findGroup("nobody")).isEmpty();
        assertThat(merged.findGroup("c").map(HetopGroup::toString).orElse(""))
                .isEqualTo("c: mean 0.755, spread 0.979 (n = 161, estimated)");
        assertThat(merged).hasToString("6 groups, intraclass correlation 0.202");
    }

    @Test
    void oneSpreadForAllAgreesWithR() {
        // R: the same with one log sigma
        HetopFit fit = fit(Hetop.homoskedastic(), SIX);
        double s = 0.8927828919;
        agrees(
                fit,
                new double[] {-0.122830311, -0.911054556, 0.7468119006, -0.3250408967, 0.1719198428, 0.1055010615},
                new double[] {s, s, s, s, s, s},
                new double[] {-1.16514386, -0.3858406046, 0.3628973796, 1.061632945},
                3e-6);
        double e = 0.012774518;
        errorsAgree(
                fit,
                new double[] {0.082022017, 0.083505916, 0.063471724, 0.059884056, 0.12129735, 0.038150118},
                new double[] {e, e, e, e, e, e});
        assertThat(fit.logLikelihood()).isCloseTo(-1458.7998879465, within(1e-9));
    }

    @Test
    void pooledSpreadsLieBetweenTheOtherTwo() {
        double own = fit(Hetop.withDefaults(), SIX).group("e").spread();
        double shared = fit(Hetop.homoskedastic(), SIX).group("e").spread();
        assertThat(fit(Hetop.pooled(0.15), SIX).group("e").spread()).isBetween(shared, own);
        assertThat(fit(Hetop.pooled(100), SIX).group("e").spread()).isCloseTo(own, within(1e-3));
        assertThat(fit(Hetop.pooled(1e-3), SIX).group("e").spread()).isCloseTo(shared, within(1e-3));
    }

    @Test
    void groupsThatSayTooLittleAreMarkedAndChangeNothingElse() {
        GroupLevels more = SIX.merge(GroupLevels.of("two levels", 0, 6, 5, 0, 0))
                .merge(GroupLevels.of("all low", 7, 0, 0, 0, 0))
                .merge(GroupLevels.of("all high", 0, 0, 0, 0, 3));
        HetopFit fit = fit(Hetop.withDefaults(), more);
        assertThat(fit.group("two levels").basis()).isEqualTo(HetopGroup.Basis.SPREAD_ASSUMED);
        assertThat(fit.group("two levels").spreadError().isReported()).isFalse();
        assertThat(fit.group("two levels").meanError().orElse(0.0)).isPositive();
        assertThat(fit.group("all low").basis()).isEqualTo(HetopGroup.Basis.MEAN_ASSUMED);
        assertThat(fit.group("all low").mean()).isCloseTo(fit.group("b").mean(), within(1e-14));
        assertThat(fit.group("all high").mean()).isCloseTo(fit.group("c").mean(), within(1e-14));
        assertThat(fit.group("all high").meanError().isReported()).isFalse();
        assertThat(fit.gap("all high", "a").isReported()).isFalse();
        double geometric = 1;
        for (String name : SIX.groups().keySet()) {
            geometric *= Math.pow(fit.group(name).spread(), 1.0 / 6);
        }
        assertThat(fit.group("two levels").spread()).isCloseTo(geometric, within(1e-12));
        assertThat(fit.gap("a", "b").value().orElseThrow().value())
                .isCloseTo(
                        fit(Hetop.withDefaults(), SIX)
                                .gap("a", "b")
                                .value()
                                .orElseThrow()
                                .value(),
                        within(1e-12));
    }

    @Test
    void whatCannotBeFittedIsMissing() {
        assertThat(Hetop.withDefaults().of(GroupLevels.of("a", 3, 4, 5)).isReported())
                .isFalse();
        assertThat(Hetop.withDefaults()
                        .of(GroupLevels.of(Map.of("a", LevelCounts.of(3, 4), "b", LevelCounts.of(1, 2))))
                        .isReported())
                .isFalse();
        assertThat(Hetop.withDefaults()
                        .of(GroupLevels.of(Map.of("a", LevelCounts.of(3, 0, 4, 2), "b", LevelCounts.of(1, 0, 2, 9)))))
                .hasToString("undefined: nobody who counts stands at level 1; maybe merge it with its neighbour");
        assertThatThrownBy(() -> Hetop.pooled(0)).hasMessageContaining("pooling is 0.0");
        assertThatThrownBy(() -> fit(Hetop.withDefaults(), SIX).group("x")).hasMessageContaining("no group \"x\"");
        assertThatThrownBy(() -> fit(Hetop.withDefaults(), SIX).gap("a", "a")).hasMessageContaining("Expected two");
    }

    /** The truth is known: normal scores, cut at five places; 95 % intervals must hold the true means that often. */
    @Test
    void standardErrorsAreAsLargeAsTheErrors() {
        int held = 0;
        int asked = 0;
        double plain = 0;
        double corrected = 0;
        double truth = 0;
        for (int round = 0; round < 60; round++) {
            Simulated simulated = Simulated.of(40, 25, 4, round);
            HetopFit fit = fit(Hetop.withDefaults(), simulated.counts());
            plain += fit.intraclassCorrelation() / 60;
            corrected += fit.correctedIntraclassCorrelation() / 60;
            truth += simulated.between() / 60;
            for (HetopGroup group : fit.groups()) {
                if (group.basis() == HetopGroup.Basis.ESTIMATED) {
                    double off = group.mean() - simulated.mean(group.name());
                    held += Math.abs(off) <= 1.96 * group.meanError().orElse(0.0) ? 1 : 0;
                    asked++;
                }
            }
        }
        assertThat((double) held / asked).isBetween(0.92, 0.97);
        assertThat(Math.abs(corrected - truth)).isLessThan(Math.abs(plain - truth) / 2);
    }

    @Test
    void aNationOfDistrictsIsFittedToItsCertificate() {
        Simulated simulated = Simulated.of(13_000, 300, 4, 8);
        HetopFit fit = fit(Hetop.withDefaults(), simulated.counts());
        assertThat(fit.gradient()).isLessThan(1e-3);
        assertThat(fit.correctedIntraclassCorrelation()).isCloseTo(simulated.between(), within(0.01));
    }

    @Test
    void theCurveAgreesWithR() {
        // R: pnorm(x)
        double[] x = {-37, -20, -6, -5.5, -3, -1, -.5, -1e-3, 0, .3, .67, .7, 2, 5};
        double[] p = {
            5.725571222524577e-300,
            2.7536241186062337e-89,
            9.86587645037698e-10,
            1.898956246588772e-08,
            0.0013498980316300946,
            0.15865525393145705,
            0.30853753872598694,
            0.49960105778608893,
            0.5,
            0.6179114221889527,
            0.7485711049046899,
            0.758036347776927,
            0.9772498680518208,
            0.9999997133484281
        };
        for (int i = 0; i < x.length; i++) {
            assertThat(NormalCurve.below(x[i])).isCloseTo(p[i], within(1e-13 * p[i]));
            assertThat(NormalCurve.between(Double.NEGATIVE_INFINITY, x[i])).isCloseTo(p[i], within(1e-13 * p[i]));
            assertThat(NormalCurve.between(-x[i], Double.POSITIVE_INFINITY)).isCloseTo(p[i], within(1e-13 * p[i]));
        }
        assertThat(NormalCurve.between(-0.5, 0.3)).isCloseTo(p[9] - p[6], within(1e-15));
        assertThat(NormalCurve.between(0.7, 2)).isCloseTo(p[12] - p[11], within(1e-15));
        assertThat(NormalCurve.below(-40)).isZero();
    }

    /** Groups of normal scores with known means and spreads, counted by level. */
    record Simulated(GroupLevels counts, Map<String, Double> means, double between) {
        static Simulated of(int groups, int size, int levels, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] mean = new double[groups];
            double[] spread = new double[groups];
            double sum = 0;
            double square = 0;
            double within = 0;
            for (int g = 0; g < groups; g++) {
                mean[g] = 0.4 * random.nextGaussian();
                spread[g] = 0.9 * Math.exp(0.1 * random.nextGaussian());
                sum += mean[g] / groups;
                within += spread[g] * spread[g] / groups;
            }
            for (double one : mean) {
                square += (one - sum) * (one - sum) / groups;
            }
            double unit = Math.sqrt(within + square);
            Map<String, LevelCounts> counts = new HashMap<>();
            Map<String, Double> means = new HashMap<>();
            for (int g = 0; g < groups; g++) {
                long[] row = new long[levels];
                for (int i = 0; i < size; i++) {
                    double score = mean[g] + spread[g] * random.nextGaussian();
                    int level = (int) Math.max(0, Math.min(levels - 1, Math.floor(levels / 2.0 + score * 0.9)));
                    row[level]++;
                }
                counts.put("g" + g, LevelCounts.of(row));
                means.put("g" + g, (mean[g] - sum) / unit);
            }
            return new Simulated(GroupLevels.of(counts), means, square / (square + within));
        }

        double mean(String name) {
            return means.getOrDefault(name, 0.0);
        }
    }
}
