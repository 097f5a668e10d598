package org.iltlib.analytics.internal.robust;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.ClusterRobust.Block;
import org.iltlib.analytics.internal.robust.ClusterRobust.Blocks;
import org.iltlib.analytics.internal.robust.ClusterRobust.Power;

/**
 * The clusters of a weighted fit under a working covariance Φ: A = D′(D(I − H)Φ(I − H)′D′)^(−1/2)D with D′D = Φ for CR2,
 * and (I − H)⁻¹ for CR3. With equal errors, Φ = I, the matrix under the root is I plus something of rank 2p, so that the
 * cost stays O(n·p² + G·p³); with Φ = W⁻¹ it is not, and the cost is O(n_g³) a cluster.
 */
final class WeightedBlocks implements Blocks {
    private static final double NOTHING = 1e-9;

    private final LeastSquares fit;
    private final Power power;
    private final boolean equalErrors;
    private final int p;
    private final int[][] members;
    private final double[][] squared;

    WeightedBlocks(LeastSquares fit, GroupCodes clusters, Power power, boolean equalErrors) {
        this.fit = fit;
        this.power = power;
        this.equalErrors = equalErrors;
        this.p = fit.columns();
        this.members = clusters.members();
        this.squared = new double[p][p];
        for (int i = 0; i < clusters.rows(); i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    squared[j][k] += fit.weight(i) * fit.basis(j)[i] * fit.basis(k)[i];
                }
            }
        }
    }

    @Override
    public int count() {
        return members.length;
    }

    /** [[Q, −I], [−I, 0]] on (U′a, U′Wa), Q = U′W²U; the same matrix K makes (I − H)(I − H)′ = I + ZKZ′, Z = (U, WU). */
    @Override
    public double[][] form() {
        if (!equalErrors) {
            return new double[0][];
        }
        double[][] form = new double[2 * p][2 * p];
        for (int j = 0; j < p; j++) {
            System.arraycopy(squared[j], 0, form[j], 0, p);
            form[j][p + j] = -1;
            form[p + j][j] = -1;
        }
        return form;
    }

    @Override
    public Block of(int g) {
        return new Part(members[g]);
    }

    private final class Part implements Block {
        private final double[] score = new double[p];
        private final double[][] point;
        private final double[][] inner = new double[p][p];
        private final Unseen unseen;

        Part(int[] rows) {
            int n = rows.length;
            double[] weights = new double[n];
            double[][] u = new double[p][n];
            double[][] a = new double[p][n];
            for (int i = 0; i < n; i++) {
                weights[i] = fit.weight(rows[i]);
                double root = Math.sqrt(weights[i]);
                for (int j = 0; j < p; j++) {
                    u[j][i] = fit.basis(j)[rows[i]] / root;
                    a[j][i] = fit.basis(j)[rows[i]] * root;
                }
            }
            double[][] gram = new double[p][p];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    gram[j][k] = GramFactor.dot(u[j], a[k], n);
                }
            }
            unseen = Unseen.of(gram);
            if (power == Power.FULL) {
                a = whole(u, a);
            } else if (power == Power.HALF) {
                a = equalErrors ? lowRank(u, a) : dense(u, a, weights);
            }
            point = new double[equalErrors ? 2 * p : p][p];
            for (int j = 0; j < p; j++) {
                for (int i = 0; i < n; i++) {
                    score[j] += a[j][i] * fit.residual(rows[i]) / Math.sqrt(weights[i]);
                }
                for (int k = 0; k < p; k++) {
                    for (int i = 0; i < n; i++) {
                        point[k][j] += u[k][i] * a[j][i];
                        inner[j][k] += a[j][i] * a[k][i] / (equalErrors ? 1 : weights[i]);
                        if (equalErrors) {
                            point[p + k][j] += weights[i] * u[k][i] * a[j][i];
                        }
                    }
                }
            }
        }

        /** W·U·(I − U′WU)⁻¹, which is (I − H)⁻¹ transposed, applied. */
        private double[][] whole(double[][] u, double[][] wu) {
            double[][] gram = new double[p][p];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    gram[j][k] = GramFactor.dot(u[j], wu[k], u[j].length);
                }
            }
            return times(wu, function(gram, lambda -> 1 - lambda < NOTHING ? 0 : 1 / (1 - lambda)));
        }

        /** (I + ZKZ′)^(−1/2)·W·U by way of an orthonormal basis V of Z. */
        private double[][] lowRank(double[][] u, double[][] wu) {
            int n = u[0].length;
            double[][] v = new double[2 * p][];
            double[][] r = new double[2 * p][2 * p];
            int rank = 0;
            for (int j = 0; j < 2 * p; j++) {
                double[] column = (j < p ? u[j] : wu[j - p]).clone();
                double before = GramFactor.dot(column, column, n);
                for (int round = 0; round < 2; round++) {
                    for (int k = 0; k < rank; k++) {
                        double share = GramFactor.dot(column, v[k], n);
                        r[k][j] += share;
                        for (int i = 0; i < n; i++) {
                            column[i] -= share * v[k][i];
                        }
                    }
                }
                double length = Math.sqrt(GramFactor.dot(column, column, n));
                if (length * length > 1e-20 * before) {
                    r[rank][j] = length;
                    for (int i = 0; i < n; i++) {
                        column[i] /= length;
                    }
                    v[rank++] = column;
                }
            }
            double[][] form = form();
            double[][] core = new double[rank][rank];
            for (int a = 0; a < rank; a++) {
                for (int b = 0; b < rank; b++) {
                    for (int j = 0; j < 2 * p; j++) {
                        core[a][b] += r[a][j] * GramFactor.dot(form[j], r[b], 2 * p);
                    }
                }
            }
            double[][] root = function(core, theta -> 1 + theta < NOTHING ? -1 : 1 / Math.sqrt(1 + theta) - 1);
            double[][] a = new double[p][n];
            for (int j = 0; j < p; j++) {
                a[j] = wu[j].clone();
                double[] along = new double[rank];
                for (int k = 0; k < rank; k++) {
                    along[k] = GramFactor.dot(v[k], wu[j], n);
                }
                for (int k = 0; k < rank; k++) {
                    double step = GramFactor.dot(root[k], along, rank);
                    for (int i = 0; i < n; i++) {
                        a[j][i] += step * v[k][i];
                    }
                }
            }
            return a;
        }

        /** W^(−1/2)·(W⁻¹(I − H*)W⁻¹)^(−1/2)·W^(−1/2)·W·U with H* = W^(1/2)HW^(−1/2). */
        private double[][] dense(double[][] u, double[][] wu, double[] weights) {
            int n = weights.length;
            double[][] inside = new double[n][n];
            double scale = 0;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double hat = 0;
                    for (int j = 0; j < p; j++) {
                        hat += u[j][i] * u[j][k];
                    }
                    double hatted = Math.sqrt(weights[i] * weights[k]) * hat;
                    inside[i][k] = ((i == k ? 1 : 0) - hatted) / (weights[i] * weights[k]);
                    scale = Math.max(scale, inside[i][i]);
                }
            }
            double least = NOTHING * scale;
            double[][] root = function(inside, value -> value < least ? 0 : 1 / Math.sqrt(value));
            double[][] a = new double[p][n];
            for (int j = 0; j < p; j++) {
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += root[i][k] * wu[j][k] / Math.sqrt(weights[k]);
                    }
                    a[j][i] = sum / Math.sqrt(weights[i]);
                }
            }
            return a;
        }

        private double[][] times(double[][] columns, double[][] matrix) {
            double[][] product = new double[p][columns[0].length];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    for (int i = 0; i < columns[k].length; i++) {
                        product[j][i] += columns[k][i] * matrix[k][j];
                    }
                }
            }
            return product;
        }

        @Override
        public void score(double[] into) {
            System.arraycopy(score, 0, into, 0, p);
        }

        @Override
        public double[] point(double[] direction) {
            double[] at = new double[point.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = GramFactor.dot(point[i], direction, p);
            }
            return at;
        }

        @Override
        public int[] groups() {
            return new int[0];
        }

        @Override
        public double unseen(double[] direction) {
            return unseen.of(direction);
        }

        @Override
        public double inner(double[] d, double[] t) {
            double sum = 0;
            for (int i = 0; i < p; i++) {
                sum += d[i] * GramFactor.dot(inner[i], t, p);
            }
            return sum;
        }
    }

    private interface OnEigenvalue {
        double at(double value);
    }

    /** The function of a symmetric matrix. */
    private static double[][] function(double[][] matrix, OnEigenvalue function) {
        int m = matrix.length;
        double[][] result = new double[m][m];
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, true));
        for (int k = 0; k < m; k++) {
            double weight = function.at(eigen.getEigenvalue(k));
            RealVector vector = eigen.getEigenvector(k);
            for (int i = 0; i < m; i++) {
                double scaled = weight * vector.getEntry(i);
                for (int j = 0; j < m; j++) {
                    result[i][j] += scaled * vector.getEntry(j);
                }
            }
        }
        return result;
    }
}
