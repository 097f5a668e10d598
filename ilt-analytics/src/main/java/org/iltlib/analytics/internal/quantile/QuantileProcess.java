package org.iltlib.analytics.internal.quantile;

/**
 * Exact fits for several quantiles of one outcome, each with its proof.
 *
 * <p>The proof of a fit is a dual solution: the gap is the objective less the dual value, zero in exact arithmetic at the
 * optimum, and never below zero but for rounding. Source: Koenker &amp; Bassett (1978), doi:10.2307/1913643.
 */
public final class QuantileProcess {
    private final double[] taus;
    private final double[][] coefficients;
    private final double[] objectives;
    private final double[] gaps;
    private final double[] violations;
    private final int[] zeros;

    /**
     * Keeps the arrays.
     *
     * @param taus the quantiles, ascending
     * @param coefficients one row a quantile
     * @param objectives the sum of the check function of the residuals, by quantile
     * @param gaps objective less dual value, relative to 1 + the objective, by quantile
     * @param violations how far the worst dual value lies outside its box, by quantile
     * @param zeros how many residuals are zero, by quantile
     */
    QuantileProcess(
            double[] taus,
            double[][] coefficients,
            double[] objectives,
            double[] gaps,
            double[] violations,
            int[] zeros) {
        this.taus = taus;
        this.coefficients = coefficients;
        this.objectives = objectives;
        this.gaps = gaps;
        this.violations = violations;
        this.zeros = zeros;
    }

    static QuantileProcess of(double[] taus, Certificate[] proofs) {
        int count = taus.length;
        double[][] coefficients = new double[count][];
        double[] objectives = new double[count];
        double[] gaps = new double[count];
        double[] violations = new double[count];
        int[] zeros = new int[count];
        for (int t = 0; t < count; t++) {
            coefficients[t] = proofs[t].coefficients();
            objectives[t] = proofs[t].objective();
            gaps[t] = proofs[t].gap();
            violations[t] = proofs[t].violation();
            zeros[t] = proofs[t].zeros();
        }
        return new QuantileProcess(taus, coefficients, objectives, gaps, violations, zeros);
    }

    /** The number of quantiles. */
    public int size() {
        return taus.length;
    }

    /** The quantile at that place, between 0 and 1. */
    public double tau(int place) {
        return taus[place];
    }

    /** The coefficients of the quantile at that place. */
    public double[] coefficients(int place) {
        return coefficients[place].clone();
    }

    /** The sum of the check function of the residuals. */
    public double objective(int place) {
        return objectives[place];
    }

    /** The duality gap, relative to 1 + the objective; infinite where rounding left no vertex. */
    public double gap(int place) {
        return gaps[place];
    }

    /** How far the worst dual value lies outside its box; infinite where rounding left no vertex. */
    public double violation(int place) {
        return violations[place];
    }

    /** Whether gap and violation are no wider than that. */
    public boolean proved(int place, double widest) {
        return gaps[place] <= widest && violations[place] <= widest;
    }

    /** The number of residuals that are zero. */
    public int zeros(int place) {
        return zeros[place];
    }
}
