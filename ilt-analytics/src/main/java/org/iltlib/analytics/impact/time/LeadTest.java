package org.iltlib.analytics.impact.time;

import java.util.List;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.regression.JointTest;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The test that leads are all zero, by Hotelling's T² of the units' influence.
 *
 * @param test the test
 */
record LeadTest(Measured<JointTest> test) {
    static LeadTest of(List<Influence> leads, int units, double degrees) {
        int q = leads.size();
        double under = degrees - q + 1;
        if (q == 0) {
            return new LeadTest(Measured.missing(MissingReason.TOO_FEW, "one period before the start"));
        } else if (!(under >= 4)) {
            return new LeadTest(Measured.missing(
                    MissingReason.TOO_FEW, units + " units for " + q + " leads: too few to test them"));
        }
        double[][] covariance = new double[q][q];
        double[] at = new double[q];
        for (int s = 0; s < q; s++) {
            at[s] = leads.get(s).value();
            for (int t = 0; t < q; t++) {
                covariance[s][t] = leads.get(s).covariance(leads.get(t));
            }
        }
        GramFactor factor = GramFactor.of(covariance);
        if (factor.deficientColumn().isPresent()) {
            return new LeadTest(Measured.missing(MissingReason.UNDEFINED, "the leads have no covariance of full rank"));
        }
        double square = GramFactor.dot(at, factor.solve(at), q);
        double statistic = under / (degrees * q) * square;
        double p = Distributions.fisherUpper(q, under, statistic);
        return new LeadTest(Measured.of(JointTest.builder()
                .statistic(statistic)
                .numeratorDegrees(q)
                .denominatorDegrees(under)
                .pValue(p)
                .why(Explanation.of(
                                "Leads: F = %.3f on %d and %.0f degrees of freedom, p = %.4f.", statistic, q, under, p)
                        .because("Hotelling's T² = %.4f of %d leads over %d units.", square, q, units))
                .build()));
    }

    boolean parallel() {
        return test.value()
                .map(found -> found.pValue() >= DifferenceInDifferences.REJECTED)
                .orElse(false);
    }

    Explanation words() {
        return test.value()
                .map(found -> Explanation.of(
                                "Before the start, the courses %s.",
                                parallel() ? "show no sign of not being parallel" : "were not parallel")
                        .because(found.why()))
                .orElseGet(() -> Explanation.of("Whether courses were parallel before cannot be seen: %s.", test));
    }
}
