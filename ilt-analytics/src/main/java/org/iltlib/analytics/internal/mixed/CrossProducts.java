package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.List;

/**
 * All that a linear mixed model needs of its data: Z′WZ by level and pair of levels, Z′WX, Z′Wy, X′WX, X′Wy, y′Wy and
 * Σ log w, about fixed centres. One pass; cross-products of parts add up. The intercept is column 0; the outcome is the
 * last column of what is called X here.
 */
public final class CrossProducts {
    private final List<Factor> factors;
    private final long n;
    private final int width;
    private final double[] centre;
    private final double[] gram;
    private final double logWeights;
    private final double[][] own;
    private final double[][] right;
    private final Pairs[][] pairs;

    /**
     * The levels that meet, by level of the first factor, with the products of their columns.
     *
     * @param start by level of the first factor
     * @param level of the second factor
     * @param values for each meeting, first factor's columns × second factor's columns
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Pairs(int[] start, int[] level, double[] values) {}

    private CrossProducts(List<Factor> factors, long n, double[] centre, double[] gram, double logWeights, Sums sums) {
        this.factors = factors;
        this.n = n;
        this.width = centre.length;
        this.centre = centre;
        this.gram = gram;
        this.logWeights = logWeights;
        this.own = sums.own;
        this.right = sums.right;
        this.pairs = sums.pairs;
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Sums(double[][] own, double[][] right, Pairs[][] pairs) {}

    /**
     * The cross-products of some rows.
     *
     * @param y the outcome
     * @param columns the fixed columns without the intercept
     * @param factors the random terms
     * @param weights one a row, or none at all for weights of 1
     * @param centre what is taken from the columns and, last, from the outcome; place 0 is the intercept's and unused
     */
    public static CrossProducts of(
            double[] y, double[][] columns, List<Factor> factors, double[] weights, double[] centre) {
        int n = y.length;
        int width = columns.length + 2;
        int count = factors.size();
        double[] gram = new double[width * width];
        double[][] own = new double[count][];
        double[][] right = new double[count][];
        for (int k = 0; k < count; k++) {
            Factor factor = factors.get(k);
            own[k] = new double[factor.levels() * factor.width() * factor.width()];
            right[k] = new double[factor.levels() * factor.width() * width];
        }
        double[] x = new double[width];
        double logs = 0;
        x[0] = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns.length; j++) {
                x[j + 1] = columns[j][i] - centre[j + 1];
            }
            x[width - 1] = y[i] - centre[width - 1];
            double w = 1;
            if (weights.length > 0) {
                w = weights[i];
                logs += StrictMath.log(w);
            }
            for (int a = 0; a < width; a++) {
                double wx = w * x[a];
                for (int b = a; b < width; b++) {
                    gram[a * width + b] += wx * x[b];
                }
            }
            for (int k = 0; k < count; k++) {
                add(factors.get(k), i, w, x, own[k], right[k]);
            }
        }
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < a; b++) {
                gram[a * width + b] = gram[b * width + a];
            }
        }
        Pairs[][] pairs = new Pairs[count][count];
        for (int k = 0; k < count; k++) {
            int[][] order = k == count - 1 && factors.get(k).isSingle()
                    ? new int[0][]
                    : factors.get(k).byLevel(n);
            for (int l = factors.get(k).isSingle() ? k + 1 : k; l < count; l++) {
                pairs[k][l] = pairs(factors.get(k), factors.get(l), k == l, order, weights);
            }
        }
        return new CrossProducts(factors, n, centre, gram, logs, new Sums(own, right, pairs));
    }

    private static void add(Factor factor, int row, double w, double[] x, double[] own, double[] right) {
        int width = x.length;
        if (factor.isPlain()) {
            int level = factor.level()[row];
            own[level] += w;
            int at = level * width;
            for (int j = 0; j < width; j++) {
                right[at + j] += w * x[j];
            }
            return;
        }
        int q = factor.width();
        for (int e = factor.first(row); e < factor.end(row); e++) {
            int level = factor.level()[e];
            double share = factor.share(e);
            for (int a = 0; a < q; a++) {
                double z = w * share * factor.z(a, row);
                for (int b = 0; b < q; b++) {
                    own[(level * q + a) * q + b] += z * share * factor.z(b, row);
                }
                for (int j = 0; j < width; j++) {
                    right[(level * q + a) * width + j] += z * x[j];
                }
            }
        }
    }

    private static Pairs pairs(Factor one, Factor two, boolean same, int[][] order, double[] weights) {
        int q = one.width();
        int r = two.width();
        int size = q * r;
        int[] start = new int[one.levels() + 1];
        int[] level = new int[Math.max(16, one.levels())];
        double[] values = new double[level.length * size];
        int[] place = new int[two.levels()];
        Arrays.fill(place, -1);
        int count = 0;
        boolean plain = one.isPlain() && two.isPlain();
        for (int u = 0; u < one.levels(); u++) {
            int begin = count;
            for (int at = order[0][u]; at < order[0][u + 1]; at++) {
                int row = order[1][at];
                double w = weights.length == 0 ? 1 : weights[row];
                for (int e = two.first(row); e < two.end(row); e++) {
                    int v = two.level()[e];
                    if (same && v <= u) {
                        continue;
                    }
                    int slot = place[v];
                    if (slot < begin) {
                        if (count == level.length) {
                            level = Arrays.copyOf(level, 2 * count);
                            values = Arrays.copyOf(values, 2 * count * size);
                        }
                        slot = count++;
                        place[v] = slot;
                        level[slot] = v;
                    }
                    if (plain) {
                        values[slot] += w;
                        continue;
                    }
                    double factor = w * one.share(order[2][at]) * two.share(e);
                    for (int a = 0; a < q; a++) {
                        for (int b = 0; b < r; b++) {
                            values[slot * size + a * r + b] += factor * one.z(a, row) * two.z(b, row);
                        }
                    }
                }
            }
            start[u + 1] = count;
        }
        return new Pairs(start, Arrays.copyOf(level, count), Arrays.copyOf(values, count * size));
    }

    /**
     * The cross-products of the rows of both, which must be of the same terms, levels and centres.
     *
     * @throws IllegalArgumentException if they are not
     */
    public CrossProducts plus(CrossProducts other) {
        boolean alike = Arrays.equals(centre, other.centre) && factors.size() == other.factors.size();
        for (int k = 0; alike && k < factors.size(); k++) {
            alike = own[k].length == other.own[k].length && right[k].length == other.right[k].length;
        }
        if (!alike) {
            throw new IllegalArgumentException("The parts differ in terms, levels or centres. Expected the same.");
        }
        int count = factors.size();
        double[][] owns = new double[count][];
        double[][] rights = new double[count][];
        Pairs[][] merged = new Pairs[count][count];
        for (int k = 0; k < count; k++) {
            owns[k] = sum(own[k], other.own[k]);
            rights[k] = sum(right[k], other.right[k]);
            for (int l = k; l < count; l++) {
                if (pairs[k][l] != null) {
                    int size = factors.get(k).width() * factors.get(l).width();
                    merged[k][l] = merge(
                            pairs[k][l], other.pairs[k][l], size, factors.get(l).levels());
                }
            }
        }
        return new CrossProducts(
                factors,
                n + other.n,
                centre,
                sum(gram, other.gram),
                logWeights + other.logWeights,
                new Sums(owns, rights, merged));
    }

    private static Pairs merge(Pairs one, Pairs two, int size, int levels) {
        int[] start = new int[one.start.length];
        int[] level = new int[one.level.length + two.level.length];
        double[] values = new double[level.length * size];
        int[] place = new int[levels];
        Arrays.fill(place, -1);
        int count = 0;
        for (int u = 0; u + 1 < start.length; u++) {
            int begin = count;
            for (Pairs part : List.of(one, two)) {
                for (int e = part.start[u]; e < part.start[u + 1]; e++) {
                    int slot = place[part.level[e]];
                    if (slot < begin) {
                        slot = count++;
                        place[part.level[e]] = slot;
                        level[slot] = part.level[e];
                    }
                    for (int a = 0; a < size; a++) {
                        values[slot * size + a] += part.values[e * size + a];
                    }
                }
            }
            start[u + 1] = count;
        }
        return new Pairs(start, Arrays.copyOf(level, count), Arrays.copyOf(values, count * size));
    }

    private static double[] sum(double[] one, double[] two) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += two[i];
        }
        return sum;
    }

    List<Factor> factors() {
        return factors;
    }

    /** The number of rows. */
    public long n() {
        return n;
    }

    /** The number of fixed columns, the intercept counted, and one more for the outcome. */
    int width() {
        return width;
    }

    double centre(int column) {
        return centre[column];
    }

    /** X′WX with the outcome as last column, by rows. */
    double[] gram() {
        return gram;
    }

    double logWeights() {
        return logWeights;
    }

    /** Z′WZ within each level of a factor. */
    double[] own(int factor) {
        return own[factor];
    }

    /** Z′W[X y] of a factor, by level and column of Z. */
    double[] right(int factor) {
        return right[factor];
    }

    /** The meetings of the levels of two factors, the first not after the second. */
    Pairs pairs(int one, int two) {
        return pairs[one][two];
    }

    boolean meets(int one, int two) {
        return pairs[one][two] != null;
    }
}
