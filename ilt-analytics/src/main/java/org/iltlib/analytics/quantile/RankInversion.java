package org.iltlib.analytics.quantile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The values of one coefficient that a rank test does not reject: as the coefficient is moved away from its estimate and
 * the others follow, the fit goes from vertex to vertex, and the statistic by a jump at each. A limit is interpolated
 * between the last two vertices with a jump, at the second of which the statistic passes its critical value. Vertices
 * without a jump, which there are where columns take few values, count for nothing. Source: R. Koenker (1994), Confidence
 * intervals for regression quantiles, doi:10.1007/978-3-642-57984-4_29.
 */
final class RankInversion {
    private static final int MOST_STEPS = 1_000_000;
    private static final double ROUNDING = 1e-12;

    private final double[][] rows;
    private final double[] coefficients;
    private final double[] residuals;
    private final double tau;
    private final double tie;
    private final int[] basis;
    private final double[] basic;

    /**
     * At a fit.
     *
     * @param rows the columns' values by row, the intercept first
     * @param outcome one number a row
     * @param coefficients the best ones; only as many rows as there are of them lie exactly on the fit
     * @param tie by how little residuals change between two vertices that count as one
     */
    RankInversion(double[][] rows, double[] outcome, double[] coefficients, double tau, double tie) {
        this.tie = tie;
        this.rows = rows;
        this.coefficients = coefficients;
        this.tau = tau;
        this.residuals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            residuals[i] = outcome[i] - GramFactor.dot(rows[i], coefficients, coefficients.length);
        }
        this.basis = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(residuals[i])))
                .limit(coefficients.length)
                .mapToInt(i -> i)
                .toArray();
        this.basic = balance();
    }

    /** Whether the fit is the best, so that there is a place to start from. */
    boolean isOptimal() {
        return Arrays.stream(basic).allMatch(d -> d >= tau - 1 - ROUNDING && d <= tau + ROUNDING);
    }

    private double side(double residual) {
        return residual > 0 ? tau : tau - 1;
    }

    /** The dual values of the rows on the fit, which balance those of all others. */
    private double[] balance() {
        int p = coefficients.length;
        boolean[] on = new boolean[rows.length];
        Arrays.stream(basis).forEach(i -> on[i] = true);
        double[] sums = new double[p];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < p && !on[i]; c++) {
                sums[c] -= side(residuals[i]) * rows[i][c];
            }
        }
        double[][] inverse = inverse(basis);
        double[] balance = new double[p];
        for (int m = 0; m < p && inverse.length > 0; m++) {
            for (int c = 0; c < p; c++) {
                balance[m] += inverse[c][m] * sums[c];
            }
        }
        return balance;
    }

    /**
     * One limit.
     *
     * @param column whose coefficient it is
     * @param up whether it is the upper
     * @param critical the size of the sum over rows of column and dual value that is not to be passed
     * @return empty if there is none
     */
    OptionalDouble limit(int column, boolean up, double critical) {
        int sign = up ? 1 : -1;
        int[] on = basis.clone();
        double[] dual = basic.clone();
        double[] left = residuals.clone();
        double place = coefficients[column];
        double before = place;
        double old = 0;
        double statistic = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] inverse = inverse(on);
            int leaving = inverse.length == 0 ? -1 : leaving(inverse[column], sign, dual);
            if (leaving < 0) {
                return OptionalDouble.empty();
            }
            double move = reach(-sign * inverse[column][leaving], dual[leaving]);
            statistic += move;
            for (int m = 0; m < on.length; m++) {
                dual[m] -= sign * move * inverse[column][m];
            }
            double[] slopes = slopes(inverse, column, leaving, sign);
            int entering = next(left, slopes, on);
            double length = entering < 0 ? Double.POSITIVE_INFINITY : left[entering] / slopes[entering];
            if (length * Arrays.stream(slopes).map(Math::abs).max().orElse(0) > tie) {
                if (statistic > critical) {
                    return OptionalDouble.of(before + (critical - old) / (statistic - old) * (place - before));
                }
                before = statistic > old ? place : before;
                old = statistic;
            }
            if (entering < 0) {
                return OptionalDouble.empty();
            }
            double bound = side(left[entering]);
            for (int i = 0; i < left.length; i++) {
                left[i] -= length * slopes[i];
            }
            on[leaving] = entering;
            dual[leaving] = bound;
            for (int i : on) {
                left[i] = 0;
            }
            place += sign * length;
        }
        return OptionalDouble.empty();
    }

    /** The place of the row whose dual value comes to its bound first. */
    private int leaving(double[] line, int sign, double[] dual) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < dual.length; m++) {
            double reach = reach(-sign * line[m], dual[m]);
            if (reach < least) {
                least = reach;
                leaving = m;
            }
        }
        return leaving;
    }

    private double reach(double change, double dual) {
        if (change == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, change > 0 ? (tau - dual) / change : (tau - 1 - dual) / change);
    }

    /** How fast each residual falls as the coefficient moves and all rows on the fit but one stay on it. */
    private double[] slopes(double[][] inverse, int column, int leaving, int sign) {
        int p = coefficients.length;
        double[] direction = new double[p];
        for (int c = 0; c < p; c++) {
            direction[c] = sign * inverse[c][leaving] / inverse[column][leaving];
        }
        double[] slopes = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double size = 0;
            for (int c = 0; c < p; c++) {
                slopes[i] += rows[i][c] * direction[c];
                size += Math.abs(rows[i][c] * direction[c]);
            }
            slopes[i] = Math.abs(slopes[i]) <= ROUNDING * size ? 0 : slopes[i];
        }
        return slopes;
    }

    private static int next(double[] left, double[] slopes, int[] on) {
        boolean[] stays = new boolean[left.length];
        Arrays.stream(on).forEach(i -> stays[i] = true);
        int next = -1;
        for (int i = 0; i < left.length; i++) {
            if (!stays[i] && left[i] * slopes[i] > 0 && (next < 0 || left[i] / slopes[i] < left[next] / slopes[next])) {
                next = i;
            }
        }
        return next;
    }

    /** The inverse of the rows chosen, by coefficient and row; empty if there is none. By Gauss and Jordan. */
    private double[][] inverse(int[] chosen) {
        int p = chosen.length;
        double[][] left = new double[p][];
        double[][] right = new double[p][p];
        for (int m = 0; m < p; m++) {
            left[m] = rows[chosen[m]].clone();
            right[m][m] = 1;
        }
        for (int c = 0; c < p; c++) {
            int pivot = c;
            for (int m = c + 1; m < p; m++) {
                pivot = Math.abs(left[m][c]) > Math.abs(left[pivot][c]) ? m : pivot;
            }
            if (left[pivot][c] == 0) {
                return new double[0][];
            }
            double[] line = left[pivot];
            left[pivot] = left[c];
            left[c] = line;
            double[] other = right[pivot];
            right[pivot] = right[c];
            right[c] = other;
            for (int m = 0; m < p; m++) {
                double factor = m == c ? 1 - 1 / line[c] : left[m][c] / line[c];
                for (int k = 0; k < p; k++) {
                    left[m][k] -= factor * line[k];
                    right[m][k] -= factor * other[k];
                }
            }
        }
        return right;
    }

    /** The squares of what the other columns leave of each, where rows count by those densities. */
    static double[] left(double[][] rows, double[] densities) {
        int p = rows[0].length;
        double[] left = new double[p];
        for (int j = 0; j < p; j++) {
            List<Integer> others = new ArrayList<>();
            for (int c = 0; c < p; c++) {
                if (c != j) {
                    others.add(c);
                }
            }
            double[][] gram = new double[p - 1][p - 1];
            double[] right = new double[p - 1];
            for (int i = 0; i < rows.length; i++) {
                for (int a = 0; a < p - 1; a++) {
                    double value = densities[i] * rows[i][others.get(a)];
                    right[a] += value * rows[i][j];
                    for (int b = 0; b < p - 1; b++) {
                        gram[a][b] += value * rows[i][others.get(b)];
                    }
                }
            }
            GramFactor factor = GramFactor.of(gram);
            double[] fit = factor.deficientColumn().isPresent() ? new double[p - 1] : factor.solve(right);
            for (double[] row : rows) {
                double rest = row[j];
                for (int a = 0; a < p - 1; a++) {
                    rest -= fit[a] * row[others.get(a)];
                }
                left[j] += rest * rest;
            }
        }
        return left;
    }
}
