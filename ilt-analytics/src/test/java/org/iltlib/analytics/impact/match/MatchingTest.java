package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.impact.BaselineEquivalence;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.impact.match.Matching.Distance;
import org.iltlib.analytics.impact.match.Matching.Order;
import org.iltlib.base.Measured;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

/**
 * Against R 4.2.2 on the same rows, with sandwich 3.0-2, and MatchIt 4.5.1 given a table of distances (given propensities
 * alone, that version passes over a nearer peer for 105 of the 185 treated rows):
 *
 * <pre>{@code
 * d <- read.csv("lalonde.csv"); f <- treat ~ age + educ + married + nodegree + re74 + re75 + black + hispan
 * ps <- fitted(glm(f, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 100)))
 * t <- which(d$treat == 1); c <- which(d$treat == 0); D <- abs(outer(ps[t], ps[c], "-"))
 * left <- rep(TRUE, 429); for (i in order(-ps[t])) { x <- D[i, ]; x[!left] <- Inf; j <- which.min(x); left[j] <- FALSE }
 * l <- lm(re78 ~ treat, x, weights = w); coef(l)[2]; sqrt(vcovCL(l, cluster = ~set)[2, 2])
 * }</pre>
 */
class MatchingTest {
    private static final Offset<Double> CLOSE = within(1e-8);

    private final Lalonde lalonde = new Lalonde();

    private static BalancedGroups found(Measured<BalancedGroups> measured) {
        assertThat(measured.isReported()).as("%s", measured).isTrue();
        return measured.value().orElseThrow();
    }

    private void effect(AverageEffect options, BalancedGroups groups, double value, double error) {
        Measured<TreatmentEffect> measured = options.of(groups, lalonde.outcome());
        assertThat(measured.isReported()).as("%s", measured).isTrue();
        assertThat(measured.value().orElseThrow().points().value()).isCloseTo(value, CLOSE);
        assertThat(measured.value().orElseThrow().points().standardError().orElseThrow())
                .isCloseTo(error, CLOSE);
    }

    /** The sum over pairs of the two row numbers' product, counted from 1. */
    private static double pairHash(BalancedGroups groups, boolean[] treated) {
        double hash = 0;
        for (int t = 0; t < treated.length; t++) {
            OptionalInt set = groups.findSet(t);
            for (int c = 0; treated[t] && set.isPresent() && c < treated.length; c++) {
                hash += !treated[c] && groups.findSet(c).equals(set) ? (t + 1.0) * (c + 1.0) : 0;
            }
        }
        return hash;
    }

    @Test
    void nearestNeighboursAreTakenOneAfterTheOther() {
        BalancedGroups groups = found(Matching.nearest().of(lalonde.candidates()));
        assertThat(groups.treated()).isEqualTo(185);
        assertThat(groups.others()).isEqualTo(185);
        assertThat(groups.effectiveOthers()).isCloseTo(185, CLOSE);
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(7447551);
        assertThat(groups.distance().orElseThrow()).isCloseTo(39.69279878, within(1e-6));
        effect(AverageEffect.withDefaults(), groups, 894.3674802702706, 715.7634215825466);
        effect(AverageEffect.withDefaults().adjusted(), groups, 1344.935605379273, 730.836783075941);
    }

    // m <- matchit(f, d, method = "nearest", distance = D, replace = TRUE); summary(m)
    @Test
    void theTableOfBalanceIsThatOfMatchIt() {
        List<BalanceLine> lines = found(Matching.nearest().withReplacement().of(lalonde.candidates()))
                .balance();
        double[] before = {
            -0.30944526199798150,
            0.05496466138883539,
            -0.8263092723407163,
            0.24497023227201870,
            -0.7210838090718686,
            -0.2902629111854572,
            1.7615418898154271,
            -0.34984254159842165
        };
        double[] after = {
            0.2394841226426632,
            -0.016130320193235077,
            0.15181442305531792,
            0.011889606250106908,
            -0.049295663812469810,
            0.008736925285046021,
            0.014867525836251165,
            -0.022857516044124723
        };
        for (int j = 0; j < before.length; j++) {
            assertThat(lines.get(j).before().orElse(Double.NaN)).isCloseTo(before[j], CLOSE);
            assertThat(lines.get(j).after().orElse(Double.NaN)).isCloseTo(after[j], CLOSE);
        }
        assertThat(lines.get(0).ratioBefore().orElse(Double.NaN)).isCloseTo(0.4399954634350610, CLOSE);
        assertThat(lines.get(0).ratioAfter().orElse(Double.NaN)).isCloseTo(0.5557104855354675, CLOSE);
        assertThat(lines.get(5).ratioAfter().orElse(Double.NaN)).isCloseTo(2.126365588349603, CLOSE);
        assertThat(lines.get(2).ratioAfter().isReported()).isFalse();
    }

    // the loop run twice
    @Test
    void twoPeersEachComeInRounds() {
        BalancedGroups groups = found(Matching.nearest().withRatio(2).of(lalonde.candidates()));
        assertThat(groups.others()).isEqualTo(370);
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(13870828);
        effect(AverageEffect.withDefaults(), groups, 220.2886406756754, 661.8502616988231);
    }

    // matchit(f, d, method = "nearest", distance = D, replace = TRUE); vcovHC(l, "HC1")
    @Test
    void withReplacementAPeerMayServeSeveral() {
        BalancedGroups groups = found(Matching.nearest().withReplacement().of(lalonde.candidates()));
        assertThat(groups.others()).isEqualTo(80);
        assertThat(groups.effectiveOthers()).isCloseTo(43.48792884371029, CLOSE);
        effect(AverageEffect.withDefaults(), groups, 1967.939684324323, 953.6383874155682);
        effect(AverageEffect.withDefaults().adjusted(), groups, 1903.411538209439, 956.9192479394006);
    }

    // matchit(treat ~ married + nodegree + black + hispan, d, method = "exact")
    @Test
    void exactMatchingMakesSetsOfEqualCodes() {
        Candidates candidates = Candidates.of(lalonde.treated());
        for (String name : List.of("married", "nodegree", "black", "hispan")) {
            candidates = candidates.exactly(name, lalonde.codes(name));
        }
        BalancedGroups groups = found(Matching.exact().of(candidates));
        assertThat(groups.treated()).isEqualTo(185);
        assertThat(groups.others()).isEqualTo(429);
        assertThat(groups.effectiveOthers()).isCloseTo(111.5254248445798, CLOSE);
        effect(AverageEffect.withDefaults(), groups, 1309.897210003078, 573.5394636760461);
    }

    // D[outer(paste(d$married, d$black)[t], paste(d$married, d$black)[c], "!=")] <- Inf
    @Test
    void nearestWithinEqualCodesLosesWhoHasNoPeer() {
        Candidates candidates = lalonde.candidates()
                .exactly("married too", lalonde.codes("married"))
                .exactly("black too", lalonde.codes("black"));
        BalancedGroups groups = found(Matching.nearest().of(candidates));
        assertThat(groups.treated()).isEqualTo(116);
        assertThat(groups.unmatched()).isEqualTo(69);
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(4612404);
        effect(AverageEffect.withDefaults(), groups, 1536.116800431034, 884.5546219869145);
    }

    // order(ps[t])
    @Test
    void theOrderOfChoosingMatters() {
        BalancedGroups groups =
                found(Matching.nearest().inOrder(Order.SMALLEST, 1).of(lalonde.candidates()));
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(7494895);
        effect(AverageEffect.withDefaults(), groups, 894.3674802702706, 765.6422682426429);
    }

    // matchit(f, d, method = "nearest", distance = "mahalanobis", m.order = "data")
    @Test
    void nearestByTheInputsThemselvesIsThatOfMatchIt() {
        BalancedGroups groups =
                found(Matching.nearest().by(Distance.MAHALANOBIS).of(lalonde.candidates()));
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(6609813);
        effect(AverageEffect.withDefaults(), groups, 516.6366683783785, 732.0444754238001);
    }

    // lpSolve::lp.assign(rbind(D, matrix(0, 244, 429)))$objval with D the distances of propensities
    @Test
    void optimalPairsHaveTheSmallestSumOfDistances() {
        BalancedGroups groups = found(Matching.optimal().of(lalonde.candidates()));
        assertThat(groups.treated()).isEqualTo(185);
        assertThat(groups.distance().orElseThrow()).isCloseTo(39.69279872108044, within(1e-6));
    }

    @Test
    void fullMatchingUsesEveryRowInStars() {
        BalancedGroups groups = found(Matching.full().of(lalonde.candidates()));
        assertThat(groups.treated() + groups.others()).isEqualTo(614);
        int[] treated = new int[614];
        int[] others = new int[614];
        for (int row = 0; row < 614; row++) {
            int set = groups.findSet(row).orElseThrow();
            treated[set] += lalonde.treated()[row] ? 1 : 0;
            others[set] += lalonde.treated()[row] ? 0 : 1;
        }
        for (int set = 0; set < 614; set++) {
            assertThat(Math.min(treated[set], others[set])).isEqualTo(treated[set] + others[set] == 0 ? 0 : 1);
        }
        assertThat(groups.distance().orElseThrow())
                .isLessThan(found(Matching.nearest().withReplacement().of(lalonde.candidates()))
                                .distance()
                                .orElseThrow()
                        + 429);
    }

    // if (x[j] <= 0.2 * sd(ps))
    @Test
    void aCaliperLeavesOutWhoHasNobodyNear() {
        BalancedGroups groups = found(Matching.nearest().withCaliper(0.2).of(lalonde.candidates()));
        assertThat(groups.treated()).isEqualTo(113);
        assertThat(groups.unmatched()).isEqualTo(72);
        assertThat(pairHash(groups, lalonde.treated())).isEqualTo(4596719);
        assertThat(groups.balance().get(6).after().orElse(9.0)).isCloseTo(0.04868127928684067, CLOSE);
        effect(AverageEffect.withDefaults(), groups, 1571.744454424778, 999.4230460315929);
        BalancedGroups optimal = found(Matching.optimal().withCaliper(0.2).of(lalonde.candidates()));
        assertThat(optimal.treated()).isGreaterThanOrEqualTo(groups.treated());
    }

    @Test
    void groupsThatDifferCarryNoMoreThanAComparison() {
        BalancedGroups poor = found(Matching.nearest().of(lalonde.candidates()));
        assertThat(poor.equivalence()).isEqualTo(BaselineEquivalence.NOT_EQUIVALENT);
        assertThat(poor.rung(true)).isEqualTo(ClaimRung.COMPARED);
        BalancedGroups good = found(EntropyBalancing.withDefaults().of(lalonde.candidates()));
        assertThat(good.rung(false)).isEqualTo(ClaimRung.QUASI_EXPERIMENTAL);
        assertThat(good.why().toString()).contains("185 treated rows", "entropy balancing");
    }

    @Test
    void theSeedDrawsTheOrder() {
        Candidates candidates = lalonde.candidates();
        assertThat(pairHash(found(Matching.nearest().inOrder(Order.SEEDED, 3).of(candidates)), lalonde.treated()))
                .isEqualTo(pairHash(
                        found(Matching.nearest().inOrder(Order.SEEDED, 3).of(candidates)), lalonde.treated()))
                .isNotEqualTo(pairHash(
                        found(Matching.nearest().inOrder(Order.SEEDED, 4).of(candidates)), lalonde.treated()));
    }
}
