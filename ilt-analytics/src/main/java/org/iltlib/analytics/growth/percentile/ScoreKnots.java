package org.iltlib.analytics.growth.percentile;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.Levels;
import org.iltlib.analytics.internal.Rounding;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Where the cubic B-spline of an earlier score has its knots. Immutable.
 *
 * @param knots ascending; equal ones are allowed
 * @param boundaries beyond all knots
 * @param scale the lowest and the highest score there are
 */
public record ScoreKnots(List<Double> knots, ScoreRange boundaries, ScoreRange scale) {
    /** The written form. */
    public static final Form<ScoreKnots> FORM = Form.of(
            "knots",
            Forms.listOf(Forms.NUMBER),
            ScoreKnots::knots,
            "boundaries",
            ScoreRange.FORM,
            ScoreKnots::boundaries,
            "scale",
            ScoreRange.FORM,
            ScoreKnots::scale,
            ScoreKnots::new);

    private static final double[] SHARES = {0.2, 0.4, 0.6, 0.8};
    private static final double BEYOND = 0.1;

    /** Checks the order. */
    public ScoreKnots {
        knots = List.copyOf(knots);
        double last = boundaries.lowest();
        for (double knot : knots) {
            Checks.require(knot >= last, "knot %s stands behind %s. Expected ascending knots.", knot, last);
            last = knot;
        }
        Checks.require(
                last <= boundaries.highest() && boundaries.lowest() < boundaries.highest(),
                "The boundaries are %s. Expected a range that holds all knots.",
                boundaries);
    }

    /**
     * The knots of those scores: the quantiles .2, .4, .6, .8 of type 7, and boundaries a tenth of the range outside, all
     * rounded to three decimals. In R: {@code round(quantile(x, c(.2, .4, .6, .8)), 3)} and {@code round(extendrange(x,
     * f = .1), 3)}.
     *
     * @return missing if there are no scores, or fewer than two different ones
     */
    public static Measured<ScoreKnots> of(double... scores) {
        Levels levels = Levels.of(scores);
        return of(levels.toArray(), levels.counts(scores));
    }

    /** The same of ascending scores, each as often as counted. */
    static Measured<ScoreKnots> of(double[] ascending, int[] counts) {
        int last = ascending.length - 1;
        if (last < 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "nobody has an earlier score");
        }
        if (!(ascending[last] > ascending[0])) {
            return Measured.missing(MissingReason.TOO_FEW, "all earlier scores are alike");
        }
        long[] until = new long[counts.length];
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i];
            until[i] = n;
        }
        Double[] knots = new Double[SHARES.length];
        for (int i = 0; i < knots.length; i++) {
            double at = (n - 1) * SHARES[i];
            long below = (long) Math.floor(at);
            double low = ascending[ranked(until, below)];
            double high = ascending[ranked(until, Math.min(below + 1, n - 1))];
            double part = at - below;
            knots[i] = Rounding.to(3, low == high ? low : (1 - part) * low + part * high);
        }
        double reach = BEYOND * (ascending[last] - ascending[0]);
        ScoreRange boundaries =
                new ScoreRange(Rounding.to(3, ascending[0] - reach), Rounding.to(3, ascending[last] + reach));
        if (!(boundaries.lowest() < boundaries.highest())) {
            return Measured.missing(MissingReason.TOO_FEW, "all earlier scores are alike to three decimals");
        }
        return Measured.of(new ScoreKnots(
                List.of(knots),
                boundaries,
                new ScoreRange(Rounding.to(3, ascending[0]), Rounding.to(3, ascending[last]))));
    }

    private static int ranked(long[] until, long rank) {
        int at = Arrays.binarySearch(until, rank + 1);
        return at >= 0 ? at : -at - 1;
    }

    CubicSpline spline() {
        return CubicSpline.of(
                knots.stream().mapToDouble(Double::doubleValue).toArray(), boundaries.lowest(), boundaries.highest());
    }
}
