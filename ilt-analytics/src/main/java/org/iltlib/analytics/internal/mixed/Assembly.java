package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;

/** Writes Λ′Z′WZΛ + I to where a factor is made of it: entries, pivots and core. The places are found once. */
final class Assembly {
    private final Elimination plan;
    private final double[] values;
    private final double[] pivots;
    private final Core core;
    private final int coreSize;
    private final long[][][] targets;

    Assembly(Elimination plan, double[] values, double[] pivots, Core core) {
        this.plan = plan;
        this.values = values;
        this.pivots = pivots;
        this.core = core;
        coreSize = plan.core();
        targets = targets();
    }

    private long[][][] targets() {
        CrossProducts data = plan.data();
        int count = data.factors().size();
        long[][][] all = new long[count][count][];
        for (int k = 0; k < count; k++) {
            for (int l = k; l < count; l++) {
                if (data.meets(k, l)) {
                    CrossProducts.Pairs pairs = data.pairs(k, l);
                    int q = data.factors().get(k).width();
                    int r = data.factors().get(l).width();
                    long[] target = new long[pairs.values().length];
                    int at = 0;
                    for (int u = 0; u + 1 < pairs.start().length; u++) {
                        for (int e = pairs.start()[u]; e < pairs.start()[u + 1]; e++) {
                            for (int a = 0; a < q; a++) {
                                for (int b = 0; b < r; b++) {
                                    target[at++] =
                                            plan.target(plan.position(k, u, a), plan.position(l, pairs.level()[e], b));
                                }
                            }
                        }
                    }
                    all[k][l] = target;
                }
            }
        }
        return all;
    }

    /**
     * Writes the matrix.
     *
     * @param lambda one lower triangle by rows for each factor
     * @param data of the rows that the plan was made for, whatever their weights
     */
    void fill(double[][] lambda, CrossProducts data) {
        Arrays.fill(values, 0);
        core.clear();
        int count = data.factors().size();
        for (int k = 0; k < count; k++) {
            int q = data.factors().get(k).width();
            double[] block = new double[q * q];
            for (int u = 0; u < data.factors().get(k).levels(); u++) {
                scaled(data.own(k), u * q * q, lambda[k], q, lambda[k], q, block);
                for (int a = 0; a < q; a++) {
                    int place = plan.position(k, u, a);
                    for (int b = a; b < q; b++) {
                        double value = block[a * q + b] + (a == b ? 1 : 0);
                        if (a == b && place < plan.sparse()) {
                            pivots[place] = value;
                        } else {
                            put(plan.target(place, place + b - a), value);
                        }
                    }
                }
            }
            for (int l = k; l < count; l++) {
                if (data.meets(k, l)) {
                    assemble(data, lambda, k, l);
                }
            }
        }
    }

    private void assemble(CrossProducts data, double[][] lambda, int k, int l) {
        CrossProducts.Pairs pairs = data.pairs(k, l);
        long[] target = targets[k][l];
        int q = data.factors().get(k).width();
        int r = data.factors().get(l).width();
        int size = q * r;
        if (size == 1) {
            double factor = lambda[k][0] * lambda[l][0];
            for (int e = 0; e < target.length; e++) {
                put(target[e], factor * pairs.values()[e]);
            }
            return;
        }
        double[] block = new double[size];
        for (int e = 0; e < pairs.level().length; e++) {
            scaled(pairs.values(), e * size, lambda[k], q, lambda[l], r, block);
            for (int a = 0; a < size; a++) {
                put(target[e * size + a], block[a]);
            }
        }
    }

    private void put(long target, double value) {
        if (target >= 0) {
            values[(int) target] = value;
        } else {
            long place = -1 - target;
            core.put((int) (place / coreSize), (int) (place % coreSize), value);
        }
    }

    /** One block of Λ′·G·Λ. */
    private static void scaled(double[] g, int at, double[] one, int q, double[] two, int r, double[] block) {
        if (q == 1 && r == 1) {
            block[0] = one[0] * g[at] * two[0];
            return;
        }
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < r; b++) {
                double sum = 0;
                for (int c = a; c < q; c++) {
                    for (int d = b; d < r; d++) {
                        sum += one[c * q + a] * g[at + c * r + d] * two[d * r + b];
                    }
                }
                block[a * r + b] = sum;
            }
        }
    }
}
