package org.iltlib.analytics.internal.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.ClusterRobust.Block;
import org.iltlib.analytics.internal.robust.ClusterRobust.Blocks;
import org.iltlib.analytics.internal.robust.ClusterRobust.Power;

/** The clusters of a fit in the coordinates of the orthonormal columns and of the absorbed groups they share. */
final class PlainBlocks implements Blocks {
    private final LeastSquares fit;
    private final Power power;
    private final int p;
    private final int[][] members;
    private final double[] mass;

    PlainBlocks(LeastSquares fit, GroupCodes clusters, Power power) {
        this.fit = fit;
        this.power = power;
        this.p = fit.columns();
        this.members = clusters.members();
        this.mass = new double[fit.absorbed().count()];
        for (int i = 0; i < (mass.length == 0 ? 0 : fit.absorbed().rows()); i++) {
            mass[fit.absorbed().get(i)] += fit.weight(i);
        }
    }

    @Override
    public int count() {
        return members.length;
    }

    @Override
    public double[][] form() {
        return new double[0][];
    }

    @Override
    public Block of(int g) {
        return members[g].length == 1 ? row(members[g][0]) : cluster(members[g]);
    }

    private Block row(int row) {
        boolean shares = mass.length > 0 && fit.absorbed().size(fit.absorbed().get(row)) > 1;
        double[] u = new double[shares ? p + 1 : p];
        for (int j = 0; j < p; j++) {
            u[j] = fit.basis(j)[row];
        }
        int[] groups = new int[u.length - p];
        if (shares) {
            groups[0] = fit.absorbed().get(row);
            u[p] = Math.sqrt(fit.weight(row) / mass[groups[0]]);
        }
        return new Row(u, groups, power.alone(GramFactor.dot(u, u, u.length)), fit.residual(row), p);
    }

    private Block cluster(int[] rows) {
        List<Integer> shared = new ArrayList<>();
        int[] slots = slots(rows, shared);
        int m = p + shared.size();
        double[][] gram = new double[m][m];
        double[] residual = new double[m];
        for (int j = 0; j < p; j++) {
            double[] column = fit.basis(j);
            for (int row : rows) {
                residual[j] += column[row] * fit.residual(row);
            }
            for (int k = 0; k <= j; k++) {
                double[] other = fit.basis(k);
                double sum = 0;
                for (int row : rows) {
                    sum += column[row] * other[row];
                }
                gram[j][k] = sum;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            if (slots[i] >= 0) {
                int at = p + slots[i];
                double share = Math.sqrt(fit.weight(rows[i]) / mass[shared.get(slots[i])]);
                residual[at] += share * fit.residual(rows[i]);
                gram[at][at] += share * share;
                for (int j = 0; j < p; j++) {
                    gram[at][j] += share * fit.basis(j)[rows[i]];
                }
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return new Group(
                gram, residual, shared.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Numbers the groups that the rows share with other clusters; the rest get −1 and need nothing. */
    private int[] slots(int[] rows, List<Integer> shared) {
        int[] slots = new int[rows.length];
        if (mass.length == 0) {
            Arrays.fill(slots, -1);
            return slots;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : rows) {
            counts.merge(fit.absorbed().get(row), 1, Integer::sum);
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int group = fit.absorbed().get(rows[i]);
            if (counts.getOrDefault(group, 0) == fit.absorbed().size(group)) {
                slots[i] = -1;
            } else {
                Integer place = places.putIfAbsent(group, shared.size());
                if (place == null) {
                    slots[i] = shared.size();
                    shared.add(group);
                } else {
                    slots[i] = place;
                }
            }
        }
        return slots;
    }

    /** A cluster of one row: the block of the hat matrix is a number. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    private record Row(double[] u, int[] groups, double factor, double residual, int p) implements Block {
        @Override
        public void score(double[] into) {
            for (int j = 0; j < p; j++) {
                into[j] = u[j] * factor * residual;
            }
        }

        @Override
        public double[] point(double[] direction) {
            double along = factor * GramFactor.dot(u, direction, p);
            double[] point = new double[u.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = u[i] * along;
            }
            return point;
        }

        @Override
        public double inner(double[] d, double[] t) {
            return factor * GramFactor.dot(u, d, p) * factor * GramFactor.dot(u, t, p);
        }

        @Override
        public double unseen(double[] direction) {
            double along = GramFactor.dot(u, direction, p);
            return 1 - GramFactor.dot(u, u, u.length) < ClusterRobust.CLOSE_TO_ONE ? along * along : 0;
        }
    }

    /** A cluster of several rows. */
    private final class Group implements Block {
        private final double[] score = new double[p];
        private final double[][] point;
        private final double[][] inner = new double[p][p];
        private final int[] groups;
        private final Unseen unseen;

        Group(double[][] gram, double[] residual, int[] groups) {
            this.groups = groups;
            this.unseen = Unseen.of(gram);
            int m = gram.length;
            double[][] adjust = adjustment(gram);
            double[][] bent = product(adjust, gram, m, p);
            double[][] spread = product(gram, bent, m, p);
            double[] moved = new double[m];
            for (int i = 0; i < m; i++) {
                moved[i] = GramFactor.dot(adjust[i], residual, m);
            }
            point = new double[m][p];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < p; j++) {
                    point[i][j] = gram[i][j] + spread[i][j];
                }
            }
            for (int i = 0; i < p; i++) {
                score[i] = residual[i] + GramFactor.dot(gram[i], moved, m);
                for (int j = 0; j < p; j++) {
                    double twice = 0;
                    for (int k = 0; k < m; k++) {
                        twice += bent[k][i] * spread[k][j];
                    }
                    inner[i][j] = gram[i][j] + spread[i][j] + spread[j][i] + twice;
                }
            }
        }

        private double[][] adjustment(double[][] gram) {
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

        private static double[][] product(double[][] a, double[][] b, int rows, int columns) {
            double[][] product = new double[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < b.length; k++) {
                    for (int j = 0; j < columns; j++) {
                        product[i][j] += a[i][k] * b[k][j];
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
            return groups;
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
}
