package org.iltlib.analytics.achievement.coarse;

/** The small systems inside an arrowhead matrix: a group's block, and the border by Cholesky. */
final class ArrowheadMatrix {
    private ArrowheadMatrix() {}

    /** The group's block, inverted, times a vector; a block that curves the wrong way is bent until it does not. */
    static double[] inner(CoarseGroup group, double byAlpha, double byBeta) {
        if (!group.spreadFree) {
            return new double[] {0, byBeta / group.betaBeta};
        }
        double first = group.alphaAlpha;
        double mixed = group.alphaBeta;
        double second = group.betaBeta;
        if (!(first * second - mixed * mixed > 1e-12 * Math.abs(first * second))) {
            first = mixed * mixed / second + 1e-3 * Math.max(Math.abs(first), 1e-300);
        }
        double determinant = first * second - mixed * mixed;
        return new double[] {
            (second * byAlpha - mixed * byBeta) / determinant, (first * byBeta - mixed * byAlpha) / determinant
        };
    }

    /** Whether a group's block curves upwards in every direction, by more than rounding. */
    static boolean isRegular(CoarseGroup group) {
        double product = group.alphaAlpha * group.betaBeta;
        return group.betaBeta > 0
                && (!group.spreadFree || product - group.alphaBeta * group.alphaBeta > 1e-10 * Math.abs(product));
    }

    /** The lower Cholesky factor; where there is none, of the matrix with a larger diagonal. */
    static double[][] factor(double[][] matrix) {
        double[][] lower = factor(matrix, 0);
        for (double more = 1e-6; lower.length < matrix.length && more < 1e12; more *= 10) {
            lower = factor(matrix, more);
        }
        return lower.length < matrix.length ? new double[matrix.length][matrix.length] : lower;
    }

    /** The factor with the diagonal that much larger; empty if there is none. */
    static double[][] factor(double[][] matrix, double more) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? more * (1 + Math.abs(matrix[i][i])) : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 1e-12 * Math.abs(matrix[i][i]))) {
                    return new double[0][0];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    /** Solves for a right side. */
    static double[] solve(double[][] lower, double[] side) {
        double[] x = half(lower, side);
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** The factor, inverted, times a right side: its square is the quadratic form of the inverse. */
    static double[] half(double[][] lower, double[] side) {
        double[] x = side.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
