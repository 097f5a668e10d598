package org.iltlib.analytics.measurement.fairness;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Whether an item with any number of points functions differently for two groups, by the mean points of students of the
 * same total, the item in it. Linear in totals times points.
 *
 * <p>Sources: Mantel, N. (1963), doi:10.1080/01621459.1963.10500879; Zwick, R., &amp; Thayer, D. T. (1996), Evaluating the
 * magnitude of differential item functioning in polytomous items, doi:10.3102/10769986021003187, for the standardised mean
 * difference and its hypergeometric error. The limits .17 and .25 of the classes are commonly told as those in use at the
 * national assessment.
 */
public final class MantelScore {
    private MantelScore() {}

    /** The result; missing if no total has students of both groups, or points never differ within a total. */
    public static Measured<MantelResult> of(DifCounts counts) {
        double observed = 0;
        double expected = 0;
        double variance = 0;
        double focal = 0;
        double gap = 0;
        double gapVariance = 0;
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int total = 0; total < counts.totals(); total++) {
            focal += counts.at(total, 0) > 0 ? counts.at(total, 1) : 0;
        }
        for (int total = 0; total < counts.totals(); total++) {
            double reference = counts.at(total, 0);
            double other = counts.at(total, 1);
            double all = reference + other;
            double ownSum = 0;
            double otherSum = 0;
            double square = 0;
            for (int points = 0; points < counts.points(); points++) {
                ownSum += points * (double) counts.count(total, 1, points);
                otherSum += points * (double) counts.count(total, 0, points);
                square += points * (double) points * (counts.count(total, 0, points) + counts.count(total, 1, points));
            }
            n += all;
            sum += ownSum + otherSum;
            squares += square;
            if (reference > 0 && other > 0) {
                double spread = (all * square - (ownSum + otherSum) * (ownSum + otherSum)) / (all * all * (all - 1));
                observed += ownSum;
                expected += other * (ownSum + otherSum) / all;
                variance += reference * other * spread;
                gap += other / focal * (ownSum / other - otherSum / reference);
                double weight = other / focal * (1 / other + 1 / reference);
                gapVariance += weight * weight * reference * other * spread;
            }
        }
        if (!(focal > 0)) {
            return Measured.missing(MissingReason.TOO_FEW, "no total has students of both groups");
        }
        if (!(variance > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "points never differ within a total");
        }
        double chiSquare = (observed - expected) * (observed - expected) / variance;
        double pValue = ChiSquare.beyond(chiSquare, 1);
        double deviation = Math.sqrt((squares - sum * sum / n) / (n - 1));
        double error = Math.sqrt(gapVariance);
        double reach = Distributions.normalQuantile(0.975) * error;
        double effect = gap / deviation;
        return Measured.of(MantelResult.builder()
                .chiSquare(chiSquare)
                .pValue(pValue)
                .difference(Estimate.builder()
                        .value(gap)
                        .lower(gap - reach)
                        .upper(gap + reach)
                        .level(0.95)
                        .standardError(error)
                        .n((long) n)
                        .unit("points")
                        .method("standardised mean difference, hypergeometric error")
                        .build())
                .effect(effect)
                .dif(
                        pValue >= 0.05 || Math.abs(effect) <= 0.17
                                ? DifClass.A
                                : Math.abs(effect) <= 0.25 ? DifClass.B : DifClass.C)
                .build());
    }
}
