package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;

/**
 * The sandwich: the covariance of least-squares coefficients when the errors of a cluster may go together, and the
 * degrees of freedom of one of them.
 *
 * <p>Each cluster's residuals are multiplied by A = (I − H)^q, H the cluster's block of the hat matrix <em>with the
 * absorbed groups in it</em>: q = 0, −½ and −1 are CR0, CR2 and CR3. With U the cluster's rows of the orthonormalised
 * design, A = I + U·Q·f(λ)·Q′·U′ where U′U = QλQ′, so that no matrix is larger than the number of columns plus the
 * groups that the cluster shares with others. O(n·p² + G·(p + s)³).
 *
 * <p>The degrees of freedom are Satterthwaite's under independent errors, (ΣP_gg)²/ΣP_gh². Source: Bell &amp;
 * McCaffrey (2002); Pustejovsky &amp; Tipton (2018), doi:10.1080/07350015.2016.1247004.
 */
public final class ClusterRobust {
    private static final double CLOSE_TO_ONE = 1e-9;

    /** How a cluster's residuals are scaled up for having been fitted. */
    public enum Power {
        /** As they are. */
        NONE,
        /** By the inverse square root of I − H. */
        HALF,
        /** By the inverse of I − H. */
        FULL;

        private double of(double lambda) {
            double left = 1 - lambda;
            if (this == NONE) {
                return 0;
            } else if (left < CLOSE_TO_ONE) {
                return -1 / lambda;
            } else if (this == FULL) {
                return 1 / left;
            }
            double root = Math.sqrt(left);
            return 1 / (root * (1 + root));
        }
    }

    /**
     * The result.
     *
     * @param variance the variance of the coefficient, before any factor for the number of clusters
     * @param degreesOfFreedom Satterthwaite's, or NaN where it is 0/0
     */
    public record Outcome(double variance, double degreesOfFreedom) {}

    private final LeastSquares fit;
    private final double[] direction;
    private final Power power;
    private final int p;
    private double variance;
    private double trace;
    private double squares;
    private final double[][] own;
    private final double[][] cross;
    private final Map<Long, Double> shared = new LinkedHashMap<>();

    private ClusterRobust(LeastSquares fit, int column, Power power) {
        this.fit = fit;
        this.power = power;
        this.p = fit.columns();
        this.direction = fit.inverseRoot()[column];
        this.own = new double[p][p];
        this.cross = new double[fit.absorbed().count()][];
    }

    /** The variance and degrees of freedom of the coefficient of that column. */
    public static Outcome of(LeastSquares fit, GroupCodes clusters, int column, Power power) {
        return new ClusterRobust(fit, column, power).run(clusters);
    }

    private Outcome run(GroupCodes clusters) {
        int[] slot = new int[fit.absorbed().count()];
        for (int[] rows : clusters.members()) {
            add(new Block(rows, slot));
        }
        double norm = 0;
        for (double[] row : own) {
            norm += GramFactor.dot(row, row, p);
        }
        for (double[] row : cross) {
            norm += row == null ? 0 : 2 * GramFactor.dot(row, row, p);
        }
        for (double value : shared.values()) {
            norm += value * value;
        }
        return new Outcome(variance, trace * trace / (squares + norm));
    }

    private void add(Block block) {
        int m = block.gram.length;
        double[][] adjust = block.adjustment(power);
        double[] residual = apply(block.gram, adjust, block.residual);
        double score = GramFactor.dot(direction, residual, p);
        variance += score * score;

        double[] pointed = new double[m];
        double length = 0;
        for (int i = 0; i < m; i++) {
            pointed[i] = GramFactor.dot(block.gram[i], direction, p);
            length += i < p ? pointed[i] * direction[i] : 0;
        }
        double[] bent = times(adjust, pointed);
        double size = length + 2 * GramFactor.dot(pointed, bent, m) + GramFactor.dot(bent, times(block.gram, bent), m);
        double[] w = apply(block.gram, adjust, pointed);
        double diagonal = GramFactor.dot(w, w, m);
        trace += size - diagonal;
        squares += size * size - 2 * size * diagonal;
        addOuter(block, w);
    }

    private void addOuter(Block block, double[] w) {
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                own[i][j] += w[i] * w[j];
            }
        }
        for (int a = 0; a < block.groups.size(); a++) {
            int group = block.groups.get(a);
            double[] row = cross[group] == null ? new double[p] : cross[group];
            cross[group] = row;
            for (int j = 0; j < p; j++) {
                row[j] += w[p + a] * w[j];
            }
            for (int b = 0; b < block.groups.size(); b++) {
                shared.merge(((long) group << 32) | block.groups.get(b), w[p + a] * w[p + b], Double::sum);
            }
        }
    }

    private static double[] apply(double[][] gram, double[][] adjust, double[] vector) {
        double[] bent = times(gram, times(adjust, vector));
        for (int i = 0; i < bent.length; i++) {
            bent[i] += vector[i];
        }
        return bent;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = GramFactor.dot(matrix[i], vector, vector.length);
        }
        return product;
    }

    /** One cluster in the coordinates of the orthonormalised design: U′U and U′e. */
    private final class Block {
        private final List<Integer> groups = new ArrayList<>();
        private final double[][] gram;
        private final double[] residual;

        Block(int[] rows, int[] slot) {
            int[] counts = count(rows, slot);
            int m = p + groups.size();
            gram = new double[m][m];
            residual = new double[m];
            double[][] root = fit.inverseRoot();
            double[] u = new double[p];
            for (int row : rows) {
                double e = fit.residual(row);
                Arrays.fill(u, 0);
                for (int j = 0; j < p; j++) {
                    double x = fit.column(j)[row];
                    for (int k = j; k < p; k++) {
                        u[k] += x * root[j][k];
                    }
                }
                for (int j = 0; j < p; j++) {
                    residual[j] += u[j] * e;
                    for (int k = 0; k <= j; k++) {
                        gram[j][k] += u[j] * u[k];
                    }
                }
                int at = slot[fit.absorbed().get(row)];
                if (at >= 0) {
                    residual[p + at] += e;
                    for (int j = 0; j < p; j++) {
                        gram[p + at][j] += u[j];
                    }
                }
            }
            for (int a = 0; a < groups.size(); a++) {
                double size = fit.absorbed().size(groups.get(a));
                double scale = Math.sqrt(size);
                residual[p + a] /= scale;
                for (int j = 0; j < p; j++) {
                    gram[p + a][j] /= scale;
                }
                gram[p + a][p + a] = counts[a] / size;
            }
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < i; j++) {
                    gram[j][i] = gram[i][j];
                }
            }
        }

        /** Numbers the groups that the cluster shares with others; the rest get slot −1 and need nothing. */
        private int[] count(int[] rows, int[] slot) {
            for (int row : rows) {
                slot[fit.absorbed().get(row)] = 0;
            }
            for (int row : rows) {
                slot[fit.absorbed().get(row)]++;
            }
            List<Integer> counts = new ArrayList<>();
            for (int row : rows) {
                int group = fit.absorbed().get(row);
                if (slot[group] > 0) {
                    boolean whole = slot[group] == fit.absorbed().size(group);
                    if (!whole) {
                        groups.add(group);
                        counts.add(slot[group]);
                    }
                    slot[group] = whole ? -1 : -1 - groups.size();
                }
            }
            for (int row : rows) {
                int group = fit.absorbed().get(row);
                if (slot[group] < -1) {
                    slot[group] = -2 - slot[group];
                }
            }
            return counts.stream().mapToInt(Integer::intValue).toArray();
        }

        double[][] adjustment(Power power) {
            int m = gram.length;
            double[][] adjust = new double[m][m];
            if (power == Power.NONE) {
                return adjust;
            }
            EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(gram, false));
            for (int k = 0; k < m; k++) {
                double weight = power.of(eigen.getEigenvalue(k));
                RealVector vector = eigen.getEigenvector(k);
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < m; j++) {
                        adjust[i][j] += weight * vector.getEntry(i) * vector.getEntry(j);
                    }
                }
            }
            return adjust;
        }
    }
}
