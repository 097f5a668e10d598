package org.iltlib.analytics.achievement.gap;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A straight line through the readings of a gap over the years, each weighted by one over its squared standard error,
 * with a band. The errors count as known and independent: what varies beyond them shows in {@link #misfit}. Immutable.
 */
public final class GapLine {
    private final double centre;
    private final double level;
    private final double slope;
    private final double weights;
    private final double spread;
    private final double misfit;
    private final long n;
    private final int readings;
    private final String unit;

    private GapLine(SortedMap<Integer, Estimate> gaps) {
        double sumX = 0;
        double sumY = 0;
        double sum = 0;
        long students = 0;
        for (Map.Entry<Integer, Estimate> gap : gaps.entrySet()) {
            double weight = weight(gap.getValue());
            sum += weight;
            sumX += weight * gap.getKey();
            sumY += weight * gap.getValue().value();
            students += gap.getValue().n();
        }
        double squares = 0;
        double products = 0;
        for (Map.Entry<Integer, Estimate> gap : gaps.entrySet()) {
            double off = gap.getKey() - sumX / sum;
            squares += weight(gap.getValue()) * off * off;
            products += weight(gap.getValue()) * off * (gap.getValue().value() - sumY / sum);
        }
        centre = sumX / sum;
        level = sumY / sum;
        slope = products / squares;
        weights = sum;
        spread = squares;
        n = students;
        readings = gaps.size();
        unit = gaps.values().iterator().next().unit();
        double rest = 0;
        for (Map.Entry<Integer, Estimate> gap : gaps.entrySet()) {
            double off = gap.getValue().value() - level - slope * (gap.getKey() - centre);
            rest += weight(gap.getValue()) * off * off;
        }
        misfit = rest;
    }

    private static double weight(Estimate gap) {
        double error = gap.standardError().orElse(0.0);
        return 1 / (error * error);
    }

    /**
     * The line through these gaps by year.
     *
     * @return missing below two readings, or if one has no standard error above zero
     * @throws IllegalArgumentException if units differ
     */
    public static Measured<GapLine> of(Map<Integer, Estimate> gaps) {
        SortedMap<Integer, Estimate> sorted = new TreeMap<>(gaps);
        if (sorted.size() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, sorted.size() + " readings");
        }
        String unit = sorted.values().iterator().next().unit();
        sorted.forEach((year, gap) -> Checks.require(
                gap.unit().equals(unit), "The gap of %s is in %s. Expected %s.", year, gap.unit(), unit));
        return sorted.values().stream().anyMatch(gap -> !(gap.standardError().orElse(0.0) > 0))
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "a reading has no standard error")
                : Measured.of(new GapLine(sorted));
    }

    /** The change a year, with a normal 95 % interval. */
    public Estimate slope() {
        return estimate(slope, Math.sqrt(1 / spread), unit + " a year", "slope of weighted readings, normal interval");
    }

    /** The line at that year, with a normal 95 % band for it, year by year. */
    public Estimate at(int year) {
        double off = year - centre;
        return estimate(
                level + slope * off,
                Math.sqrt(1 / weights + off * off / spread),
                unit,
                "line through weighted readings, normal interval");
    }

    /** The squared distances from the line in standard errors, summed: about {@link #freedom} where the line holds. */
    public double misfit() {
        return misfit;
    }

    /** The number of readings less two. */
    public int freedom() {
        return readings - 2;
    }

    private Estimate estimate(double value, double error, String in, String method) {
        double reach = error * Distributions.normalQuantile(0.975);
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(0.95)
                .standardError(error)
                .n(n)
                .unit(in)
                .method(method)
                .build();
    }
}
