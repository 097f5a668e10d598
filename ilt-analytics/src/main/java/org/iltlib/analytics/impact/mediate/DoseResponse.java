package org.iltlib.analytics.impact.mediate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.ClusterRobust;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Whether more goes with more: the change in practice with the hours of professional learning, say. A straight line by
 * least squares with CR2 errors and Satterthwaite's degrees of freedom, a check for a bend, and the means of dose bands.
 * Immutable options. In R: {@code clubSandwich::coef_test(lm(response ~ dose), "CR2", cluster = school)}.
 */
public final class DoseResponse {
    private static final double FEWEST_DEGREES = 4;

    private final double level;
    private final String unit;
    private final int bands;

    private DoseResponse(double level, String unit, int bands) {
        this.level = level;
        this.unit = unit;
        this.bands = bands;
    }

    /** 95 % intervals, points for a unit of dose, four bands. */
    public static DoseResponse withDefaults() {
        return new DoseResponse(0.95, "points for a unit of dose", 4);
    }

    /** A copy with another level of confidence, between 0 and 1, both excluded. */
    public DoseResponse withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new DoseResponse(newLevel, unit, bands);
    }

    /** A copy that names the unit of the slope in words: {@code points for an hour}. */
    public DoseResponse withUnit(String newUnit) {
        return new DoseResponse(level, Checks.text(newUnit, "unit"), bands);
    }

    /** A copy with so many bands, at least 2. */
    public DoseResponse withBands(int number) {
        Checks.require(number >= 2, "bands is %s. Expected at least 2.", number);
        return new DoseResponse(level, unit, number);
    }

    /**
     * The response; missing, with the reason, below ten clusters with all values or four degrees of freedom, or if dose or
     * response does not vary.
     *
     * @param dose one number a row, {@code NaN} where unknown
     * @param response one number a row, {@code NaN} where unknown
     * @param clusters a code a row
     * @throws IllegalArgumentException if the lengths differ or a number is infinite
     */
    public Measured<DoseEffect> of(double[] dose, double[] response, int[] clusters) {
        int[] rows = Known.rows(List.of(dose, response), clusters.length);
        double[] x = Known.at(dose, rows);
        double[] y = Known.at(response, rows);
        GroupCodes groups =
                GroupCodes.of(Arrays.stream(rows).map(row -> clusters[row]).toArray());
        if (groups.count() < Mediation.FEWEST_CLUSTERS) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    groups.count() + " clusters; at least " + Mediation.FEWEST_CLUSTERS + " needed");
        }
        return last(y, new double[][] {x}, groups).map(line -> {
            double reach = Distributions.studentQuantile(line.degrees(), 0.5 + level / 2) * line.error();
            Estimate slope = Estimate.builder()
                    .value(line.value())
                    .lower(line.value() - reach)
                    .upper(line.value() + reach)
                    .level(level)
                    .standardError(line.error())
                    .n(x.length)
                    .unit(unit)
                    .method("least squares, CR2")
                    .build();
            Measured<Double> bend =
                    last(y, new double[][] {x, squares(x)}, groups).map(Line::pValue);
            List<DoseEffect.Band> means = bands(x, y);
            return new DoseEffect.Builder()
                    .slope(slope)
                    .pValue(line.pValue())
                    .bend(bend)
                    .bands(means)
                    .clusters(groups.count())
                    .leftOut((long) clusters.length - x.length)
                    .why(why(slope, line, bend, means, groups.count()))
                    .build();
        });
    }

    private record Line(double value, double error, double degrees) {
        double pValue() {
            return Math.min(1, 2 * Distributions.studentProbability(degrees, -Math.abs(value / error)));
        }
    }

    private static Measured<Line> last(double[] outcome, double[][] columns, GroupCodes clusters) {
        LeastSquares fit = LeastSquares.of(outcome, columns, GroupCodes.of(new int[outcome.length]));
        int column = columns.length - 1;
        if (fit.deficientColumn().isPresent() || fit.residualSquares() <= 1e-20 * (fit.withinSquares() + 1)) {
            return Measured.missing(MissingReason.UNDEFINED, "dose or response does not vary, or they lie on one line");
        }
        ClusterRobust.Outcome error = ClusterRobust.of(fit, clusters, column, ClusterRobust.Power.HALF);
        if (!(error.variance() > 0) || !(error.degreesOfFreedom() >= FEWEST_DEGREES)) {
            return Measured.missing(
                    MissingReason.TOO_FEW, "fewer than four degrees of freedom: a few clusters carry the whole dose");
        }
        return Measured.of(new Line(fit.coefficients()[column], Math.sqrt(error.variance()), error.degreesOfFreedom()));
    }

    private static double[] squares(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Arrays.stream(x).map(value -> (value - mean) * (value - mean)).toArray();
    }

    private List<DoseEffect.Band> bands(double[] x, double[] y) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        List<DoseEffect.Band> found = new ArrayList<>();
        int from = 0;
        for (int band = 1; band <= bands && from < order.length; band++) {
            int to = Math.max(from + 1, (int) Math.round((double) order.length * band / bands));
            while (to < order.length && x[order[to]] == x[order[to - 1]]) {
                to++;
            }
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += y[order[i]];
            }
            found.add(new DoseEffect.Band(x[order[from]], x[order[to - 1]], to - from, sum / (to - from)));
            from = to;
        }
        return List.copyOf(found);
    }

    private Explanation why(Estimate slope, Line line, Measured<Double> bend, List<DoseEffect.Band> means, int count) {
        Explanation why = Explanation.of(
                        "One more unit of dose goes with %.4g %s, with %.0f %% confidence between %.4g and %.4g"
                                + " [associated].",
                        slope.value(), unit, 100 * level, slope.lower(), slope.upper())
                .because(
                        "Standard error %.4g over %d clusters, %.1f degrees of freedom, p = %.4f.",
                        line.error(), count, line.degrees(), line.pValue())
                .because(
                        "A bend beside the straight line: %s.",
                        bend.map(p -> String.format(Locale.ROOT, "p = %.4f", p)).orElse("cannot be told"));
        for (DoseEffect.Band band : means) {
            why = why.because(
                    "Doses %.4g to %.4g: mean response %.4g (n = %d).", band.from(), band.to(), band.mean(), band.n());
        }
        return why;
    }
}
