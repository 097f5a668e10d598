package org.iltlib.analytics.impact;

import org.hipparchus.distribution.continuous.TDistribution;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The mean change of the same students from one occasion to the next, with Student's t interval for paired differences.
 * Immutable options; {@link #of} computes in O(n).
 *
 * <p>Everything else that happened between the two occasions is in it too (growing older, above all), so nobody can say
 * from it what a programme did; that takes a comparison. In R: {@code t.test(after, before, paired = TRUE)}.
 */
public final class BeforeAfter {
    private final double level;
    private final String unit;

    private BeforeAfter(double level, String unit) {
        this.level = level;
        this.unit = unit;
    }

    /** 95 % intervals, results in points. */
    public static BeforeAfter withDefaults() {
        return new BeforeAfter(0.95, "points");
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public BeforeAfter withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new BeforeAfter(newLevel, unit);
    }

    /** A copy that names the unit of the results in words. */
    public BeforeAfter withUnit(String newUnit) {
        return new BeforeAfter(level, Checks.text(newUnit, "unit"));
    }

    /**
     * The mean change; missing if fewer than five students have both results or all changed alike.
     *
     * @param before one result a student, {@code NaN} where unknown
     * @param after the later result of the same student, {@code NaN} where unknown
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<Change> of(double[] before, double[] after) {
        Checks.require(
                before.length == after.length,
                "before has %s values and after %s. Expected one each a student.",
                before.length,
                after.length);
        int n = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < before.length; i++) {
            if (!Double.isNaN(after[i] - before[i])) {
                n++;
                first += before[i];
                second += after[i];
            }
        }
        if (n < CompleteRows.FEWEST_STUDENTS) {
            return Measured.missing(MissingReason.TOO_FEW, n + " students with both results");
        }
        double change = (second - first) / n;
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            double deviation = after[i] - before[i] - change;
            squares += Double.isNaN(deviation) ? 0 : deviation * deviation;
        }
        if (!(squares > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "every student changed by the same amount");
        }
        double error = Math.sqrt(squares / (n - 1.0) / n);
        double reach = new TDistribution(n - 1).inverseCumulativeProbability(0.5 + level / 2) * error;
        Estimate points = Estimate.builder()
                .value(change)
                .lower(change - reach)
                .upper(change + reach)
                .level(level)
                .standardError(error)
                .n(n)
                .unit(unit)
                .method("mean paired difference, Student t interval")
                .build();
        Explanation why = Explanation.of(
                        "The same students changed by %.2f %s on average; this describes and explains nothing.",
                        change, unit)
                .because("%d students have both results; %d lack one.", n, before.length - n)
                .because("Mean after %.2f − mean before %.2f = %.2f.", second / n, first / n, change)
                .because(
                        "Standard error %.3f; the %.0f %% interval reaches %.2f to either side.",
                        error, 100 * level, reach);
        return Measured.of(new Change(points, before.length - n, why));
    }
}
