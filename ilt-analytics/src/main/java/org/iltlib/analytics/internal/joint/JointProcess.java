package org.iltlib.analytics.internal.joint;

/**
 * Curves of several quantiles that nowhere cross, the best of all such, with the proof: a dual solution whose value
 * bounds from below what any curves that do not cross can reach.
 *
 * <p>The proof does not rest on how the curves were found. {@link #gap} is what they might at most be improved by; it
 * counts what is left of imbalance in the dual solution against it.
 */
public final class JointProcess {
    /** The largest relative gap of a fit that counts as proved. */
    public static final double LARGEST_GAP = 1e-9;

    private final double[] taus;
    private final double[][] coefficients;
    private final double[] objectives;
    private final double objective;
    private final double dualValue;
    private final double imbalance;
    private final double worst;
    private final int binding;

    JointProcess(
            double[] taus,
            double[][] coefficients,
            double[] objectives,
            double objective,
            double dualValue,
            double imbalance,
            double worst,
            int binding) {
        this.taus = taus;
        this.coefficients = coefficients;
        this.objectives = objectives;
        this.objective = objective;
        this.dualValue = dualValue;
        this.imbalance = imbalance;
        this.worst = worst;
        this.binding = binding;
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

    /** The sum of the check function of the residuals, of the quantile at that place. */
    public double objective(int place) {
        return objectives[place];
    }

    /** The sum over all quantiles, which no other curves that do not cross bring below {@link #dualValue}. */
    public double objective() {
        return objective;
    }

    /** The value of the dual solution. */
    public double dualValue() {
        return dualValue;
    }

    /** Objective less dual value, and what imbalance is left in the dual solution, relative to 1 + the objective. */
    public double gap() {
        return Math.max(0, objective - dualValue + imbalance) / (1 + objective);
    }

    /**
     * The smallest difference of two neighbouring curves over every combination of seen scores; 0 where there
     * is one curve only.
     */
    public double smallestDifference() {
        return worst;
    }

    /** How many pairs of neighbouring curves touch and would cross if they might. */
    public int bindingPairs() {
        return binding;
    }

    /** Whether the gap is at most {@link #LARGEST_GAP} and no two curves cross. */
    public boolean certified() {
        return gap() <= LARGEST_GAP && worst >= 0;
    }
}
