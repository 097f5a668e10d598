package org.iltlib.analytics.internal.robust;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iltlib.analytics.internal.GramFactor;

/**
 * Means and products of the quadratic forms P_st,gh = δ_gh·D_st,g + f_sg′S f_th from which degrees of freedom come, for a
 * few directions s, t and all pairs of clusters g, h, without going through the pairs. O(G·q²·(p + s)²).
 */
final class Moments {
    private final int q;
    private final double[][] form;
    private final double[][] means;
    private final double[][][][] local;
    private final Products[][] products;

    Moments(ClusterRobust sandwich, double[][] directions) {
        this.q = directions.length;
        this.form = sandwich.blocks().form();
        this.means = new double[q][q];
        this.local = new double[q][q][q][q];
        this.products = new Products[q][q];
        for (int s = 0; s < q; s++) {
            for (int t = 0; t < q; t++) {
                products[s][t] = new Products();
            }
        }
        for (int g = 0; g < sandwich.blocks().count(); g++) {
            add(sandwich.block(g), directions);
        }
    }

    private void add(ClusterRobust.Block block, double[][] directions) {
        double[][] points = new double[q][];
        double[][] turned = new double[q][];
        for (int s = 0; s < q; s++) {
            points[s] = block.point(directions[s]);
            turned[s] = turn(points[s]);
        }
        double[][] own = new double[q][q];
        double[][] far = new double[q][q];
        for (int s = 0; s < q; s++) {
            for (int t = 0; t < q; t++) {
                own[s][t] = block.inner(directions[s], directions[t]);
                far[s][t] = GramFactor.dot(turned[s], points[t], points[t].length);
                means[s][t] += own[s][t] + far[s][t];
                products[s][t].add(turned[s], points[t], block.groups());
            }
        }
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                for (int c = 0; c < q; c++) {
                    for (int d = 0; d < q; d++) {
                        local[a][b][c][d] += own[a][b] * own[c][d] + own[a][b] * far[c][d] + own[c][d] * far[a][b];
                    }
                }
            }
        }
    }

    private double[] turn(double[] point) {
        double[] turned = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            turned[i] = form.length == 0 ? -point[i] : GramFactor.dot(form[i], point, point.length);
        }
        return turned;
    }

    /** ΣP_st,gg. */
    double mean(int s, int t) {
        return means[s][t];
    }

    /** ΣΣ P_ab,gh·P_cd,gh over all pairs of clusters. */
    double crossed(int a, int b, int c, int d) {
        return local[a][b][c][d] + products[a][c].trace(products[d][b]);
    }

    /** Σ (S f_g) k_g′, dense in the columns and sparse in the absorbed groups. */
    private static final class Products {
        private double[][] dense = new double[0][0];
        private final Map<Long, Double> sparse = new LinkedHashMap<>();

        void add(double[] left, double[] right, int[] groups) {
            int p = left.length - groups.length;
            if (dense.length < p) {
                dense = new double[p][p];
            }
            for (int i = 0; i < left.length; i++) {
                long row = i < p ? i : p + groups[i - p];
                for (int j = 0; j < right.length; j++) {
                    if (i < p && j < p) {
                        dense[i][j] += left[i] * right[j];
                    } else {
                        long column = j < p ? j : p + groups[j - p];
                        sparse.merge((row << 32) | column, left[i] * right[j], Double::sum);
                    }
                }
            }
        }

        /** The trace of this times the other. */
        double trace(Products other) {
            double sum = 0;
            for (int i = 0; i < dense.length; i++) {
                for (int j = 0; j < dense.length; j++) {
                    sum += dense[i][j] * other.dense[j][i];
                }
            }
            for (Map.Entry<Long, Double> entry : sparse.entrySet()) {
                long key = entry.getKey();
                sum += entry.getValue() * other.sparse.getOrDefault((key << 32) | (key >>> 32), 0.0);
            }
            return sum;
        }
    }
}
