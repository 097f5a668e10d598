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
