package org.iltlib.analytics.measurement.fairness;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Whether an item scored 0 or 1 functions differently for two groups, by the odds of getting it right among students of the
 * same total, the item in it. Linear in the totals.
 *
 * <p>The class: A if |delta| is below 1 or the statistic is not significant at .05; C if |delta| is at least 1.5 and
 * significantly above 1 (one-sided, .05); otherwise B.
 *
 * <p>Sources: Holland, P. W., &amp; Thayer, D. T. (1988), Differential item performance and the Mantel–Haenszel procedure;
 * Robins, J., Breslow, N., &amp; Greenland, S. (1986), doi:10.2307/2531052; Zieky, M. (1993), Practical questions in the use
 * of DIF statistics, for the classes; Dorans, N. J., &amp; Kulick, E. (1986), doi:10.1111/j.1745-3984.1986.tb00255.x, for
 * standardisation.
 */
public final class MantelHaenszel {
    /** From odds to the delta scale. */
    private static final double DELTA = -2.35;

    private static final double ONE_SIDED = 1.6448536269514722;

    private MantelHaenszel() {}

    /**
     * The result; missing if the item earns more than one point, no total has students of both groups, or the odds ratio
     * does not exist because one group never differs.
     */
    public static Measured<MantelHaenszelResult> of(DifCounts counts) {
        if (!counts.isRightOrWrong()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the item earns more than one point");
        }
        Sums s = new Sums();
        for (int total = 0; total < counts.totals(); total++) {
            if (counts.at(total, 0) > 0 && counts.at(total, 1) > 0) {
                s.add(
                        counts.count(total, 0, 1),
                        counts.count(total, 0, 0),
                        counts.count(total, 1, 1),
                        counts.count(total, 1, 0));
            }
        }
        if (s.strata == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "no total has students of both groups");
        }
        if (!(s.favour > 0 && s.against > 0 && s.variance > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "there are no odds to compare");
        }
        double ratio = s.favour / s.against;
        double gap = Math.abs(s.observed - s.expected);
        double corrected = gap - (gap >= 0.5 ? 0.5 : 0);
        double chiSquare = corrected * corrected / s.variance;
        double pValue = ChiSquare.beyond(chiSquare, 1);
        double error = -DELTA
                * Math.sqrt(s.favourTimesShare / (2 * s.favour * s.favour)
                        + s.mixed / (2 * s.favour * s.against)
                        + s.againstTimesShare / (2 * s.against * s.against));
        double delta = DELTA * Math.log(ratio);
        double reach = Distributions.normalQuantile(0.975) * error;
        return Measured.of(MantelHaenszelResult.builder()
                .oddsRatio(ratio)
                .chiSquare(chiSquare)
                .pValue(pValue)
                .delta(Estimate.builder()
                        .value(delta)
                        .lower(delta - reach)
                        .upper(delta + reach)
                        .level(0.95)
                        .standardError(error)
                        .n(s.students)
                        .unit("delta")
                        .method("Mantel–Haenszel, Robins–Breslow–Greenland error")
                        .build())
                .dif(classOf(Math.abs(delta), error, pValue))
                .standardisedDifference(s.weightedGap / s.focal)
                .strata(s.strata)
                .build());
    }

    private static DifClass classOf(double size, double error, double pValue) {
        if (size < 1 || pValue >= 0.05) {
            return DifClass.A;
        }
        return size >= 1.5 && size - ONE_SIDED * error > 1 ? DifClass.C : DifClass.B;
    }

    private static final class Sums {
        private int strata;
        private long students;
        private double favour;
        private double against;
        private double favourTimesShare;
        private double mixed;
        private double againstTimesShare;
        private double observed;
        private double expected;
        private double variance;
        private double focal;
        private double weightedGap;

        void add(long referenceRight, long referenceWrong, long focalRight, long focalWrong) {
            double rightOne = referenceRight;
            double wrongOne = referenceWrong;
            double rightTwo = focalRight;
            double wrongTwo = focalWrong;
            double one = rightOne + wrongOne;
            double two = rightTwo + wrongTwo;
            double n = one + two;
            double right = rightOne + rightTwo;
            double r = rightOne * wrongTwo / n;
            double s = wrongOne * rightTwo / n;
            double p = (rightOne + wrongTwo) / n;
            double q = (wrongOne + rightTwo) / n;
            strata++;
            students += referenceRight + referenceWrong + focalRight + focalWrong;
            favour += r;
            against += s;
            favourTimesShare += p * r;
            mixed += p * s + q * r;
            againstTimesShare += q * s;
            observed += rightOne;
            expected += one * right / n;
            variance += n > 1 ? one * two / (n * n) * right * (n - right) / (n - 1) : 0;
            focal += two;
            weightedGap += two * (rightTwo / two - rightOne / one);
        }
    }
}
