package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The factor of Λ′Z′WZΛ + I for weights W that change while rows and terms stay: the pattern is found once. All vectors
 * are in the order of elimination.
 */
public final class WeightedFactor {
    private final List<Factor> factors;
    private final Elimination plan;
    private final SparseFactor factor;
    private final double[] nothing;
    private @Nullable SelectedInverse inverse;

    private WeightedFactor(List<Factor> factors, int rows, Executor executor) {
        this.factors = factors;
        nothing = new double[rows];
        plan = plan(factors, rows);
        factor = SparseFactor.of(plan, executor);
    }

    /** The pattern of those terms. */
    public static WeightedFactor of(List<Factor> factors, int rows, Executor executor) {
        return new WeightedFactor(factors, rows, executor);
    }

    /** How many coefficients would be left in a dense core. */
    public static int core(List<Factor> factors, int rows) {
        return plan(factors, rows).core();
    }

    private static Elimination plan(List<Factor> factors, int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        double[] nothing = new double[rows];
        return Elimination.of(
                CrossProducts.of(nothing, new double[0][], factors, ones, new double[2]), Integer.MAX_VALUE);
    }

    private CrossProducts products(double[] weights) {
        return CrossProducts.of(nothing, new double[0][], factors, weights, new double[2]);
    }

    /** How many coefficients of all levels there are. */
    public int size() {
        return plan.size();
    }

    /** The place of a factor's level's coefficient. */
    public int position(int ofFactor, int level, int column) {
        return plan.position(ofFactor, level, column);
    }

    /** Factors for other weights, one a row, and other Λ. */
    public void factor(double[] weights, double[][] lambda) {
        factor.factor(lambda, products(weights));
    }

    /** The logarithm of the determinant. */
    public double logDeterminant() {
        return factor.logDeterminant();
    }

    /** Solves in place. */
    public void solve(double[] x) {
        factor.solve(x);
    }

    /** Computes the places of the inverse that rows need. */
    public void invert() {
        inverse = factor.inverse();
    }

    /** A place of the last inverse, of two coefficients that meet in a row. */
    public double entry(int a, int b) {
        return last().entry(a, b);
    }

    /** The blocks of the last inverse that belong to one level each, by factor: level, row, column. */
    public double[][] blocks() {
        return last().blocks();
    }

    private SelectedInverse last() {
        if (inverse == null) {
            throw new IllegalStateException("Nothing has been inverted yet.");
        }
        return inverse;
    }
}
