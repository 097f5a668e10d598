package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;

/**
 * The fit that is best for a check function whose corner is rounded off within a width, by Newton steps: the corner makes
 * an exact fit hard to approach, the rounded one leads close to it. Source: Chen (2007), A finite smoothing algorithm for
 * quantile regression, doi:10.1198/106186007X180336.
 */
final class SmoothFit {
    private static final double RIDGE = 1e-3;
    private static final int STEPS = 5;
    private static final double ENOUGH = 0.05;

    private final Rows rows;
    private final double tau;
    private final double[] outside;
    private final double[] spread;
    private final double[] spans;
    private final int n;
    private final int p;
    private final double[] residuals;
    private final double[] along;
    private final double[] factors;
    private final double[] coefficients;

    /**
     * Rows that may change sides.
     *
     * @param outside the sum of all other rows, see {@link Vertex}
     * @param scales the size of each column
     * @param start where to begin
     * @param spans for each row how wide its corner is, compared with the others
     */
    SmoothFit(Rows rows, double tau, double[] outside, double[] scales, double[] start, double[] spans) {
        this.spans = spans;
        this.rows = rows;
        this.tau = tau;
        this.outside = outside;
        n = rows.count();
        p = rows.columns();
        spread = scales;
        residuals = new double[n];
        along = new double[n];
        factors = new double[n];
        coefficients = start.clone();
        rows.residuals(coefficients, residuals);
    }

    /** Goes to the best fit for that width. */
    void settle(double width) {
        for (int round = 0; round < STEPS && width > 0; round++) {
            double[] slope = slope(width);
            double[] gram = curvature(width);
            double[] step = SmallMatrix.solve(gram, slope, p, 1e-14);
            if (step == null) {
                return;
            }
            double gain = 0;
            for (int j = 0; j < p; j++) {
                gain += slope[j] * step[j];
            }
            if (!(gain > 0)) {
                return;
            }
            boolean whole = move(Arrays.copyOf(step, coefficients.length), gain, width);
            if (gain < ENOUGH * width && whole) {
                return;
            }
        }
    }

    private double[] slope(double width) {
        for (int i = 0; i < n; i++) {
            factors[i] = rows.weight(i) * pull(residuals[i], width * spans[i]);
        }
        double[] slope = Arrays.copyOf(outside, p + Rows.PAD);
        rows.addAll(factors, slope);
        return Arrays.copyOf(slope, p);
    }

    private double pull(double residual, double width) {
        return tau - 0.5 + Math.max(-0.5, Math.min(0.5, residual / (2 * width)));
    }

    private double[] curvature(double width) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            factors[i] = Math.abs(residuals[i]) < width * spans[i] ? rows.weight(i) / (2 * width * spans[i]) : 0;
            total += factors[i];
        }
        double[] gram = rows.gram(factors);
        for (int j = 0; j < p; j++) {
            gram[j * p + j] += RIDGE * (total + 1 / width) * spread[j] * spread[j];
        }
        return gram;
    }

    /** Moves to about the lowest point of the line, and says whether that is the whole step. */
    private boolean move(double[] step, double gain, double width) {
        rows.predict(step, along);
        double fixed = 0;
        for (int j = 0; j < p; j++) {
            fixed += outside[j] * step[j];
        }
        double low = 0;
        double lowSlope = gain;
        double length = 1;
        double high = Double.POSITIVE_INFINITY;
        double highSlope = 0;
        for (int round = 0; round < 8; round++) {
            double left = fixed + slopeAlong(length, width);
            if (Math.abs(left) <= 0.3 * gain) {
                break;
            }
            if (left > 0) {
                low = length;
                lowSlope = left;
            } else {
                high = length;
                highSlope = left;
            }
            if (high == Double.POSITIVE_INFINITY) {
                length *= 2;
            } else {
                double share = lowSlope / (lowSlope - highSlope);
                length = low + (high - low) * Math.max(0.1, Math.min(0.9, share));
            }
        }
        for (int i = 0; i < n; i++) {
            residuals[i] -= length * along[i];
        }
        for (int j = 0; j < p; j++) {
            coefficients[j] += length * step[j];
        }
        return length == 1;
    }

    private double slopeAlong(double length, double width) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += rows.weight(i) * pull(residuals[i] - length * along[i], width * spans[i]) * along[i];
        }
        return sum;
    }

    /** The coefficients. */
    double[] coefficients() {
        return coefficients;
    }

    /** The residuals of the rows here. */
    double[] residuals() {
        return residuals;
    }

    /** The residuals of the rows here, each as a share of its span. */
    double[] relative() {
        double[] relative = new double[n];
        for (int i = 0; i < n; i++) {
            relative[i] = residuals[i] / spans[i];
        }
        return relative;
    }
}
