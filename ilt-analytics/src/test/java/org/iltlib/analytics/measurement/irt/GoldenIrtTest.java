package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against mirt 1.47 with TOL = 1e-10, quadpts = 121, technical = list(NCYCLES = 20000). */
class GoldenIrtTest {
    private static IrtFit fit(IrtModel model, ResponseTable table) {
        return model.withNodes(121, 6).of(table).value().orElseThrow();
    }

    private static IrtFit lsat7() {
        return fit(IrtModel.twoParameters(), Tables.lsat(7));
    }

    // mirt(LSAT7, 1, itemtype = "2PL", SE = TRUE); published: a .988 1.081 1.706 .765 .736, log-likelihood -2658.805
    @Test
    void twoParametersOfLsat7EqualMirt() {
        double[] a = {0.9875459030037422, 1.0808371434020676, 1.7074776619294367, 0.764989880151454, 0.7356727253948072
        };
        double[] d = {1.855855645012661, 0.8079695930933071, 1.8052062027391298, 0.48599979741444005, 1.854457591468051
        };
        IrtFit fit = lsat7();
        assertThat(fit.logLikelihood()).isCloseTo(-2658.805113666125, within(1e-6));
        assertThat(fit.gradientNorm()).isLessThanOrEqualTo(1e-6);
        for (int item = 0; item < 5; item++) {
            assertThat(fit.curves().get(item).slope()).isCloseTo(a[item], within(1e-5));
            assertThat(fit.curves().get(item).intercepts().get(0)).isCloseTo(d[item], within(1e-5));
        }
        assertThat(fit).hasToString("5 items, 1000 students, log-likelihood -2658.805");
        assertThat(fit.freeParameters()).isEqualTo(10);
        assertThat(fit.aic()).isCloseTo(5337.610227, within(1e-5));
        assertThat(fit.bic()).isCloseTo(5386.687780, within(1e-5));
    }

    // the same call
    @Test
    void theirStandardErrorsEqualMirt() {
        double[][] se = {
            {0.17719482940808773, 0.13145012812742515},
            {0.168763899627928, 0.09124698950103279},
            {0.3210769736342469, 0.20482512399359554},
            {0.13412029673156148, 0.07491343636356763},
            {0.15113394983788223, 0.11440871792065535}
        };
        IrtErrors errors = lsat7().errors().value().orElseThrow();
        for (int item = 0; item < 5; item++) {
            Estimate slope = errors.getEstimate("i" + (item + 1), IrtErrors.SLOPE);
            assertThat(slope.standardError().orElseThrow()).isCloseTo(se[item][0], within(1e-5));
            assertThat(errors.getEstimate("i" + (item + 1), "intercept 1")
                            .standardError()
                            .orElseThrow())
                    .isCloseTo(se[item][1], within(1e-5));
        }
    }

    // mirt's errors of MAP and WLE are from numerical second derivatives, good to four digits
    // fscores(fit, method = "EAP" | "MAP" | "WLE", response.pattern = all 32)
    @ParameterizedTest
    @EnumSource(AbilityMethod.class)
    void abilitiesOfAll32PatternsEqualMirt(AbilityMethod method) {
        List<String[]> lines = Tables.lines("LSAT7-scores.csv");
        ResponseTable.Builder table = ResponseTable.builder(List.of("i1", "i2", "i3", "i4", "i5"));
        for (int i = 0; i < 32; i++) {
            byte[] codes = new byte[5];
            for (int item = 0; item < 5; item++) {
                codes[item] = Byte.parseByte(lines.get(i)[item]);
            }
            table.add("p-" + i, codes);
        }
        List<Measured<Ability>> abilities = lsat7().scale().abilities(table.build(), method);
        int column = 5 + 2 * List.of(AbilityMethod.values()).indexOf(method);
        for (int i = 0; i < 32; i++) {
            Ability ability = abilities.get(i).value().orElseThrow();
            assertThat(ability.value()).isCloseTo(Double.parseDouble(lines.get(i)[column]), within(1e-5));
            assertThat(ability.standardError())
                    .isCloseTo(
                            Double.parseDouble(lines.get(i)[column + 1]),
                            within(method == AbilityMethod.EAP ? 1e-5 : 1e-4));
        }
    }

    // mirt(LSAT6, 1, itemtype = "Rasch")
    @Test
    void raschOfLsat6EqualsMirt() {
        double[] d = {2.730016604709375, 0.9986076704021594, 0.2398543539664547, 1.3064536100488924, 2.0994071698237455
        };
        IrtFit fit = fit(IrtModel.rasch(), Tables.lsat(6));
        assertThat(fit.logLikelihood()).isCloseTo(-2466.937599582357, within(1e-6));
        for (int item = 0; item < 5; item++) {
            assertThat(fit.curves().get(item).intercepts().get(0)).isCloseTo(d[item], within(1e-5));
        }
        double sd = fit.distribution().standardDeviation();
        assertThat(sd * sd).isCloseTo(0.5702373144536624, within(1e-5));
    }

    // mirt(Science, 1, itemtype = "graded")
    @Test
    void gradedResponsesOfScienceEqualMirt() {
        double[][] expected = {
            {1.0406415452521047, 4.8627213981381345, 2.639164142922207, -1.4654566341982174},
            {1.2258327293829134, 2.9240003715243787, 0.9011305543296241, -2.2664297198442935},
            {2.300594845084291, 5.24517518669588, 2.218642750880402, -1.9674961424597783},
            {1.0937994970224145, 3.3468844652161898, 0.9914195550800952, -1.6875309433345829}
        };
        equal(fit(IrtModel.of(ItemModel.GRADED), Tables.shared("Science.csv", 1)), expected, -1608.869414171098);
    }

    // mirt(Science, 1, itemtype = "gpcm")
    @Test
    void generalizedPartialCreditOfScienceEqualsMirt() {
        double[][] expected = {
            {0.8611424636277948, 2.8223596894731386, 5.313184115990349, 3.988926130167637},
            {0.8399728197100722, 1.7099222683183544, 2.5776966908925036, 0.8482525021919067},
            {2.23735384109951, 4.660704616810478, 6.841671886760355, 4.981450446861326},
            {0.7203749708694498, 2.094819778133147, 2.893909569245688, 1.718618384619169}
        };
        equal(
                fit(IrtModel.of(ItemModel.GENERALIZED_PARTIAL_CREDIT), Tables.shared("Science.csv", 1)),
                expected,
                -1612.681600140655);
    }

    // by optim(method = "BFGS") on the log-likelihood with 4·log c + 16·log(1 − c) added, written out on 61 nodes
    @Test
    void threeParametersWithAPriorEqualADirectMaximum() {
        double[] a = {1.082591126, 1.496236000, 2.069840516, 0.872977065, 0.806568570};
        double[] d = {1.595097873, 0.363285129, 1.569132125, 0.123643210, 1.594368618};
        double[] c = {0.193267431, 0.214581257, 0.186621992, 0.169069626, 0.197946678};
        IrtFit fit = IrtModel.threeParameters().of(Tables.lsat(7)).value().orElseThrow();
        assertThat(fit.logLikelihood()).isCloseTo(-2659.132477969, within(1e-4));
        for (int item = 0; item < 5; item++) {
            ItemCurve curve = fit.curves().get(item);
            assertThat(curve.slope()).isCloseTo(a[item], within(1e-4));
            assertThat(curve.intercepts().get(0)).isCloseTo(d[item], within(1e-4));
            assertThat(curve.lowerAsymptote()).isCloseTo(c[item], within(1e-5));
        }
        Estimate asymptote = fit.errors().value().orElseThrow().getEstimate("i1", IrtErrors.ASYMPTOTE);
        assertThat(asymptote.value()).isCloseTo(c[0], within(1e-5));
        assertThat(asymptote.standardError().orElseThrow()).isBetween(0.06, 0.1); // the prior's own is 0.082
    }

    // by optim(method = "BFGS") on the log-likelihood written out on 61 nodes
    @Test
    void partialCreditOfScienceEqualsADirectMaximum() {
        double[][] d = {
            {3.087845823, 5.683149284, 4.294356284},
            {1.896343313, 2.807256215, 0.948506667},
            {2.647558705, 4.068762843, 2.933554160},
            {2.449137045, 3.348883976, 1.990855540}
        };
        ResponseTable table = Tables.shared("Science.csv", 1);
        IrtFit fit = IrtModel.rasch().of(table).value().orElseThrow();
        assertThat(fit.logLikelihood()).isCloseTo(-1619.274100853, within(1e-6));
        assertThat(fit.distribution().standardDeviation()).isCloseTo(1.00125001, within(1e-5));
        for (int item = 0; item < 4; item++) {
            for (int k = 0; k < 3; k++) {
                assertThat(fit.curves().get(item).intercepts().get(k)).isCloseTo(d[item][k], within(1e-5));
            }
        }
    }

    // glmer(y ~ 0 + item + (1 | id), binomial, nAGQ = 25): another quadrature, errors by another difference
    @Test
    void standardErrorsOfRaschEqualLme4() {
        double[] se = {0.1304346442, 0.0791730325, 0.0717732280, 0.0846330822, 0.1054360605};
        IrtErrors errors = IrtModel.rasch()
                .of(Tables.lsat(6))
                .value()
                .orElseThrow()
                .errors()
                .value()
                .orElseThrow();
        for (int item = 0; item < 5; item++) {
            assertThat(errors.getEstimate("i" + (item + 1), "intercept 1")
                            .standardError()
                            .orElseThrow())
                    .isCloseTo(se[item], within(2e-4));
        }
    }

    // P(pattern) summed over the patterns of each score in R, at mirt's parameters on 61 nodes
    @Test
    void whatSumScoresSayEqualsAllPatternsSummed() {
        double[][] lines = {
            {0.0100898571568, -1.8697835599339, 0.6926998907026},
            {0.0446589929538, -1.4318646127044, 0.6838656000326},
            {0.109773000971, -0.948853943022, 0.694228533027},
            {0.207738272712, -0.413196408472, 0.721095851323},
            {0.319185961037, 0.151732865173, 0.758771702841},
            {0.308553915170, 0.727184852488, 0.800932061988}
        };
        SumScores scores = lsat7().scale().withNodes(61, 6).sumScores();
        for (int score = 0; score <= 5; score++) {
            SumScores.Line line = scores.get(score);
            assertThat(line.share()).isCloseTo(lines[score][0], within(1e-6));
            assertThat(line.ability().value()).isCloseTo(lines[score][1], within(1e-5));
            assertThat(line.ability().standardError()).isCloseTo(lines[score][2], within(1e-5));
        }
    }

    // the mean of I/(I + 1) and I(0), in R at mirt's parameters
    @Test
    void informationAndReliabilityEqualTheirFormulas() {
        AbilityScale scale = lsat7().scale();
        assertThat(scale.marginalReliability()).isCloseTo(0.441819016115, within(1e-6));
        assertThat(scale.information(0)).isCloseTo(0.918058095975, within(1e-5));
        assertThat(scale.standardError(0).value().orElseThrow()).isCloseTo(1 / Math.sqrt(0.918058095975), within(1e-5));
        assertThat(scale.empiricalReliability(Tables.lsat(7)).value().orElseThrow())
                .isBetween(0.4, 0.5);
    }

    private static void equal(IrtFit fit, double[][] expected, double logLikelihood) {
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
        for (int item = 0; item < expected.length; item++) {
            ItemCurve curve = fit.curves().get(item);
            assertThat(curve.slope()).isCloseTo(expected[item][0], within(1e-5));
            for (int k = 1; k <= 3; k++) {
                assertThat(curve.intercepts().get(k - 1)).isCloseTo(expected[item][k], within(1e-5));
            }
        }
    }
}
