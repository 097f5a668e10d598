package org.iltlib.analytics.measurement;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The agreement of two raters beyond chance: 1 − Σ w p / Σ w e, where p are the observed shares, e those expected from
 * the margins, and w how bad each disagreement is. 1 is full agreement, 0 what chance gives, below 0 worse.
 *
 * <p>Source: Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70(4), 213–220, doi:10.1037/h0026256.
 */
public final class Kappa {
    private Kappa() {}

    /** Cohen's kappa: every disagreement is equally bad. See {@link #weighted}. */
    public static Measured<Double> cohen(double[][] table) {
        double[][] weights = new double[table.length][table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                weights[i][j] = i == j ? 0 : 1;
            }
        }
        return weighted(table, weights);
    }

    /**
     * Weighted kappa; missing if the table is empty or chance alone gives full agreement.
     *
     * @param table counts or shares, a row for each category of the first rater, a column for each of the second
     * @param disagreement how bad it is, 0 on the diagonal
     * @throws IllegalArgumentException if a table is not square, a number is negative or not finite, or a category disagrees
     *     with itself
     */
    public static Measured<Double> weighted(double[][] table, double[][] disagreement) {
        int k = table.length;
        check(table, k, "table");
        check(disagreement, k, "disagreement");
        for (int i = 0; i < k; i++) {
            Checks.require(
                    disagreement[i][i] == 0,
                    "category %s disagrees with itself by %s. Expected 0. Maybe these are weights of agreement.",
                    i,
                    disagreement[i][i]);
        }
        double[] rows = new double[k];
        double[] columns = new double[k];
        double total = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                total += table[i][j];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                observed += disagreement[i][j] * table[i][j];
                expected += total > 0 ? disagreement[i][j] * rows[i] * columns[j] / total : 0;
            }
        }
        return expected > 0
                ? Measured.of(1 - observed / expected)
                : Measured.missing(MissingReason.UNDEFINED, "chance alone gives full agreement, or nothing was rated");
    }

    private static void check(double[][] table, int k, String name) {
        Checks.require(table.length == k, "%s has %s rows. Expected %s.", name, table.length, k);
        for (double[] row : table) {
            Checks.require(row.length == k, "%s has a row of %s. Expected %s: a square table.", name, row.length, k);
            for (double cell : row) {
                Checks.require(cell >= 0 && Double.isFinite(cell), "%s holds %s. Expected zero or more.", name, cell);
            }
        }
    }
}
