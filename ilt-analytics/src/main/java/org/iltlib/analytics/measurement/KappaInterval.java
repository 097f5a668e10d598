package org.iltlib.analytics.measurement;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Cohen's kappa, plain or weighted, with the large-sample standard error and interval; see {@link Kappa} for the
 * coefficient. The interval is cut at 1 and −1. Immutable.
 *
 * <p>With fewer than 100 units, or where the estimated error is zero, the interval is at least as wide as that of Wilson for
 * the share of (weighted) agreement, brought to kappa at the agreement that the margins expect: without it, three units on
 * which raters agree would give an interval without width.
 *
 * <p>Source: Fleiss, J. L., Cohen, J., &amp; Everitt, B. S. (1969), Large sample standard errors of kappa and weighted
 * kappa, doi:10.1037/h0028106.
 *
 * @param level the confidence level, between 0 and 1
 */
public record KappaInterval(double level) {
    private static final long FEW = 100;

    /** Checks the level. */
    public KappaInterval {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** Level 0.95. */
    public static KappaInterval withDefaults() {
        return new KappaInterval(0.95);
    }

    /** A copy with that level. */
    public KappaInterval withLevel(double level) {
        return new KappaInterval(level);
    }

    /** Every disagreement is equally bad. See {@link #weighted}. */
    public Measured<Estimate> cohen(long[][] counts) {
        return weighted(counts, powers(counts.length, 0));
    }

    /** A disagreement is the worse the more categories lie between. See {@link #weighted}. */
    public Measured<Estimate> linear(long[][] counts) {
        return weighted(counts, powers(counts.length, 1));
    }

    /** A disagreement is as bad as the square of the distance of the categories. See {@link #weighted}. */
    public Measured<Estimate> quadratic(long[][] counts) {
        return weighted(counts, powers(counts.length, 2));
    }

    private static double[][] powers(int k, int power) {
        double[][] weights = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                weights[i][j] = i == j ? 0 : Math.pow(Math.abs(i - j), power);
            }
        }
        return weights;
    }

    /**
     * With any weights; missing if nothing was rated or chance alone gives full agreement.
     *
     * @param counts a row for each category of the first rater, a column for each of the second
     * @param disagreement how bad it is, 0 on the diagonal
     * @throws IllegalArgumentException if a table is not square, or a number is negative or not finite
     */
    public Measured<Estimate> weighted(long[][] counts, double[][] disagreement) {
        int k = counts.length;
        double[][] shares = new double[k][];
        long n = 0;
        for (int i = 0; i < k; i++) {
            shares[i] = new double[counts[i].length];
            for (int j = 0; j < counts[i].length; j++) {
                shares[i][j] = counts[i][j];
                n += counts[i][j];
            }
        }
        long rated = n;
        return Kappa.weighted(shares, disagreement).map(kappa -> estimate(shares, disagreement, rated, kappa));
    }

    private Estimate estimate(double[][] counts, double[][] disagreement, long n, double kappa) {
        int k = counts.length;
        double worst = 0;
        for (double[] row : disagreement) {
            for (double cell : row) {
                worst = Math.max(worst, cell);
            }
        }
        double[] rows = new double[k];
        double[] columns = new double[k];
        double[] byRow = new double[k];
        double[] byColumn = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += counts[i][j] / n;
                columns[j] += counts[i][j] / n;
            }
        }
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double weight = 1 - disagreement[i][j] / worst;
                byRow[i] += weight * columns[j];
                byColumn[j] += weight * rows[i];
                expected += weight * rows[i] * columns[j];
            }
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double term = 1 - disagreement[i][j] / worst - (byRow[i] + byColumn[j]) * (1 - kappa);
                sum += counts[i][j] / n * term * term;
            }
        }
        double centre = kappa - expected * (1 - kappa);
        double variance = Math.max(0, sum - centre * centre) / (n * (1 - expected) * (1 - expected));
        double error = Math.sqrt(variance);
        double quantile = Distributions.normalQuantile((1 + level) / 2);
        double reach = quantile * error;
        double lower = kappa - reach;
        double upper = kappa + reach;
        boolean widened = n < FEW || error < 1e-9;
        if (widened) {
            double share = Math.min(1, Math.max(0, kappa + expected * (1 - kappa)));
            double square = quantile * quantile / n;
            double middle = (share + square / 2) / (1 + square);
            double half = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square);
            lower = Math.min(lower, (middle - half - expected) / (1 - expected));
            upper = Math.max(upper, (middle + half - expected) / (1 - expected));
        }
        return Estimate.builder()
                .value(kappa)
                .lower(Math.min(kappa, Math.max(-1, lower)))
                .upper(Math.max(kappa, Math.min(1, upper)))
                .level(level)
                .standardError(error)
                .n(n)
                .unit("agreement beyond chance")
                .method(
                        widened
                                ? "kappa, Fleiss, Cohen and Everitt interval, widened to Wilson's of the agreement"
                                : "kappa, Fleiss, Cohen and Everitt interval")
                .build();
    }

    /** What two raters agree on, exactly and within one category. */
    public record Shares(double exact, double adjacent) {}

    /**
     * The shares of units on which two raters agree exactly, and differ by at most one category; missing if nothing was
     * rated.
     *
     * @throws IllegalArgumentException if the table is not square or a count is negative
     */
    public static Measured<Shares> agreement(long[][] counts) {
        double all = 0;
        double exact = 0;
        double adjacent = 0;
        for (int i = 0; i < counts.length; i++) {
            Checks.require(
                    counts[i].length == counts.length,
                    "table has a row of %s. Expected %s: a square table.",
                    counts[i].length,
                    counts.length);
            for (int j = 0; j < counts.length; j++) {
                Checks.notNegative(counts[i][j], "count");
                all += counts[i][j];
                exact += i == j ? counts[i][j] : 0;
                adjacent += Math.abs(i - j) <= 1 ? counts[i][j] : 0;
            }
        }
        return all > 0
                ? Measured.of(new Shares(exact / all, adjacent / all))
                : Measured.missing(MissingReason.TOO_FEW, "nothing was rated");
    }
}
