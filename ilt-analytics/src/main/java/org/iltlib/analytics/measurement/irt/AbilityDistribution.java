package org.iltlib.analytics.measurement.irt;

import org.iltlib.base.Checks;

/**
 * How ability spreads in a group of students: a normal distribution.
 *
 * @param mean in logits
 * @param standardDeviation in logits, above zero
 */
public record AbilityDistribution(double mean, double standardDeviation) {
    /** Mean zero, standard deviation one. */
    public static final AbilityDistribution STANDARD = new AbilityDistribution(0, 1);

    /** Checks the numbers. */
    public AbilityDistribution {
        Checks.finite(mean, "mean");
        Checks.finite(standardDeviation, "standardDeviation");
        Checks.require(standardDeviation > 0, "standardDeviation is %s. Expected above zero.", standardDeviation);
    }

    /** The shares at those nodes, in an array of that length; they sum to one. */
    double[] weights(double[] nodes, int length) {
        double[] weights = new double[length];
        double sum = 0;
        for (int q = 0; q < nodes.length; q++) {
            double z = (nodes[q] - mean) / standardDeviation;
            weights[q] = StrictMath.exp(-z * z / 2);
            sum += weights[q];
        }
        for (int q = 0; q < nodes.length; q++) {
            weights[q] /= sum;
        }
        return weights;
    }

    static double[] nodes(int count, double reach) {
        double[] nodes = new double[count];
        for (int q = 0; q < count; q++) {
            nodes[q] = reach * (2.0 * q - (count - 1)) / (count - 1);
        }
        return nodes;
    }
}
