package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The ordinary least-squares line through points. Immutable.
 *
 * @param level the confidence level of the slope's interval, between 0 and 1
 */
public record StraightLine(double level) {
    /**
     * The line.
     *
     * @param intercept the value at x = 0
     * @param slope the change of y for one unit of x, with Student's t interval on n − 2 degrees of freedom
     */
    public record Result(double intercept, Estimate slope) {
        /** The line's value at x. */
        public double at(double x) {
            return intercept + slope.value() * x;
        }
    }

    /** Checks the level. */
    public StraightLine {
        Distributions.open(level, "level");
    }

    /** Level 0.95. */
    public static StraightLine withDefaults() {
        return new StraightLine(0.95);
    }

    /** A copy with that level. */
    public StraightLine withLevel(double level) {
        return new StraightLine(level);
    }

    /** The line through these points; missing below three points or if all x are the same. */
    public Measured<Result> of(double[] x, double[] y) {
        Checks.require(x.length == y.length, "x has %s numbers and y %s. Expected as many.", x.length, y.length);
        int n = x.length;
        if (n < 3) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + n);
        }
        Moments xs = Moments.of(x);
        double middle = Moments.of(y).mean();
        if (!(xs.squares() > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "all x are the same");
        }
        double cross = 0;
        for (int i = 0; i < n; i++) {
            cross += (x[i] - xs.mean()) * (y[i] - middle);
        }
        double slope = cross / xs.squares();
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double residual = y[i] - middle - slope * (x[i] - xs.mean());
            rest += residual * residual;
        }
        double error = Math.sqrt(rest / (n - 2) / xs.squares());
        double reach = error * Distributions.studentQuantile(n - 2, (1 + level) / 2);
        return Measured.of(new Result(
                middle - slope * xs.mean(),
                Estimate.builder()
                        .value(slope)
                        .lower(slope - reach)
                        .upper(slope + reach)
                        .level(level)
                        .standardError(error)
                        .n(n)
                        .unit("per unit of x")
                        .method("least-squares slope, Student t interval")
                        .build()));
    }
}
