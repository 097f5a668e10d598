package org.iltlib.analytics.measurement;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The share of the variance of ratings that lies between what is rated, in the six forms of Shrout and Fleiss, with the
 * intervals from the F distribution. Immutable. Linear in the number of ratings.
 *
 * <p>Source: Shrout, P. E., &amp; Fleiss, J. L. (1979), Psychological Bulletin 86(2), 420–428,
 * doi:10.1037/0033-2909.86.2.420.
 */
public final class IntraclassCorrelation {
    /** Who rates, and whether one rating or the mean of all is used. */
    public enum Form {
        /** Each target has other raters, drawn by chance; one rating. ICC(1,1). */
        ONE_WAY_SINGLE,
        /** All targets have the same raters, drawn by chance; one rating, agreement. ICC(2,1). */
        TWO_WAY_RANDOM_SINGLE,
        /** All targets have the same raters, who are all there are; one rating, consistency. ICC(3,1). */
        TWO_WAY_FIXED_SINGLE,
        /** As {@link #ONE_WAY_SINGLE}, for the mean of the ratings. ICC(1,k). */
        ONE_WAY_MEAN,
        /** As {@link #TWO_WAY_RANDOM_SINGLE}, for the mean of the ratings. ICC(2,k). */
        TWO_WAY_RANDOM_MEAN,
        /** As {@link #TWO_WAY_FIXED_SINGLE}, for the mean of the ratings; equal to Cronbach's alpha. ICC(3,k). */
        TWO_WAY_FIXED_MEAN
    }

    private final double level;

    private IntraclassCorrelation(double level) {
        this.level = level;
    }

    /** With intervals at level 0.95. */
    public static IntraclassCorrelation withDefaults() {
        return new IntraclassCorrelation(0.95);
    }

    /** A copy with intervals at that level, between 0 and 1, both excluded. */
    public IntraclassCorrelation withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new IntraclassCorrelation(other);
    }

    /**
     * The correlation in that form; missing for fewer than two targets or raters, or if the targets do not vary. Where no
     * error shows, because the raters agree wholly or, in the forms of consistency, differ by the same on every target, the
     * coefficient is 1; its interval then takes the error that ratings in steps hide, a twelfth of the square of the
     * smallest step between two ratings (Sheppard's correction), so that the agreement of a few is no certainty. Missing where a coefficient would lie outside −1 to 1 (that of single ratings) or above 1 or
     * nowhere (that of means), as can be when raters oppose one another, and where the interval of a mean would be without
     * a lower end, because that of single ratings reaches down to −1/(k − 1).
     *
     * @param ratings a row for each target, a column for each rater; complete
     * @throws IllegalArgumentException if a row differs in length or a rating is not finite
     */
    public Measured<Estimate> of(double[][] ratings, Form form) {
        int n = Scores.check(ratings).length;
        int k = n == 0 ? 0 : ratings[0].length;
        if (n < 2 || k < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two targets and two raters are needed");
        }
        Squares squares = Squares.of(ratings);
        if (!(squares.rows() > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the targets do not differ");
        }
        double hidden = Math.pow(step(ratings), 2) / 12;
        double[] single = switch (form) {
            case ONE_WAY_SINGLE, ONE_WAY_MEAN ->
                ratio(squares.rows(), squares.within(), hidden, n - 1.0, n * (k - 1.0), k);
            case TWO_WAY_RANDOM_SINGLE, TWO_WAY_RANDOM_MEAN -> random(squares, hidden, n, k);
            case TWO_WAY_FIXED_SINGLE, TWO_WAY_FIXED_MEAN ->
                ratio(squares.rows(), squares.error(), hidden, n - 1.0, (n - 1.0) * (k - 1.0), k);
        };
        if (!(Math.abs(single[0]) <= 1)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the raters oppose one another: the coefficient lies beyond −1 or 1");
        }
        boolean mean = form.name().endsWith("_MEAN");
        double least = -1 / (k - 1.0);
        if (mean && !(single[0] > least)) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the raters oppose one another: the mean of the ratings has no reliability");
        } else if (mean && !(single[1] > least)) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the interval of the mean has no lower end; maybe there are too few targets, or the form of single"
                            + " ratings tells enough");
        }
        double value = mean ? stepUp(single[0], k) : single[0];
        double lower = mean ? stepUp(single[1], k) : single[1];
        double upper = mean ? stepUp(single[2], k) : single[2];
        if (!(lower <= value && value <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the approximate interval does not hold for these ratings");
        }
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(lower)
                .upper(upper)
                .level(level)
                .n(n)
                .unit("share of variance")
                .method("intraclass correlation, " + form)
                .build());
    }

    /** The coefficient of single ratings and its limits, from two mean squares; without an error, 1 and the hidden one's. */
    private double[] ratio(double rows, double error, double hidden, double df1, double df2, int k) {
        if (!(error > 0)) {
            return new double[] {1, ratio(rows, hidden, hidden, df1, df2, k)[1], 1};
        }
        double f = rows / error;
        double tail = (1 + level) / 2;
        double low = f / new FDistribution(df1, df2).inverseCumulativeProbability(tail);
        double high = f * new FDistribution(df2, df1).inverseCumulativeProbability(tail);
        return new double[] {(f - 1) / (f + k - 1), (low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
    }

    private double[] random(Squares s, double hidden, int n, int k) {
        if (!(s.within() > 0)) {
            Squares worse = new Squares(s.rows(), hidden, hidden, hidden);
            return new double[] {1, random(worse, hidden, n, k)[1], 1};
        }
        double value = (s.rows() - s.error()) / (s.rows() + (k - 1) * s.error() + k * (s.columns() - s.error()) / n);
        double fj = s.columns() / s.error();
        double weight = n * (1 + (k - 1) * value) - k * value;
        double top = (k - 1.0) * (n - 1.0) * Math.pow(k * value * fj + weight, 2);
        double bottom = (n - 1.0) * k * k * value * value * fj * fj + weight * weight;
        double df = s.error() > 0 ? top / bottom : k - 1.0;
        double tail = (1 + level) / 2;
        double up = new FDistribution(n - 1.0, df).inverseCumulativeProbability(tail);
        double down = new FDistribution(df, n - 1.0).inverseCumulativeProbability(tail);
        double rest = k * s.columns() + ((double) k * n - k - n) * s.error();
        double lower = n * (s.rows() - up * s.error()) / (up * rest + n * s.rows());
        double upper = n * (down * s.rows() - s.error()) / (rest + n * down * s.rows());
        return new double[] {value, lower, upper};
    }

    /** The smallest difference between two ratings that is more than rounding. */
    private static double step(double[][] ratings) {
        double rounding = Scores.rounding(ratings);
        double[] sorted =
                Arrays.stream(ratings).flatMapToDouble(Arrays::stream).sorted().toArray();
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            step = gap > rounding ? Math.min(step, gap) : step;
        }
        return step;
    }

    private static double stepUp(double single, int k) {
        return k * single / (1 + (k - 1) * single);
    }

    /** The mean squares of a table of ratings. */
    private record Squares(double rows, double columns, double within, double error) {
        static Squares of(double[][] ratings) {
            int n = ratings.length;
            int k = ratings[0].length;
            double[] targets = Scores.totals(ratings);
            double rounding = Scores.rounding(ratings);
            double rows = Scores.isConstant(targets, rounding) ? 0 : Scores.variance(targets) / k;
            double[] raters = new double[k];
            double within = 0;
            for (int j = 0; j < k; j++) {
                double[] column = Scores.column(ratings, j);
                raters[j] = column[0] + Scores.mean(Scores.less(column, column[0]));
                for (int i = 0; i < n; i++) {
                    within += Math.pow(ratings[i][j] - targets[i] / k, 2);
                }
            }
            double columns = Scores.variance(raters) * n;
            double noise = n * k * rounding * rounding;
            within = within > noise ? within : 0;
            double error = within - columns * (k - 1);
            error = error > 1e-12 * within + noise ? error / ((n - 1.0) * (k - 1.0)) : 0;
            return new Squares(rows, columns, within / (n * (k - 1.0)), error);
        }
    }
}
