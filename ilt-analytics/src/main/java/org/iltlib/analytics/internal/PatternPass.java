package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Sums over the students of a hidden ability on fixed nodes, given the chance of each response at each node: the
 * logarithm of the likelihood and the expected number of students at each node with each response.
 *
 * <p>Items are taken together in groups of up to 256 joint responses, eight right-or-wrong items, say. A table holds for
 * each joint response the product of its chances at each node; so a student's likelihood is the product of a few rows,
 * and the expected counts are gathered in rows of the same shape and dealt out to the items at the end. A pass over N
 * patterns, J items and Q nodes costs about N·Q·J/4 multiplications and additions, and no logarithm or exponential per
 * student. Missing responses have a chance of one.
 *
 * <p>The students stand in chunks that depend on the data alone and the chunks are summed in a fixed tree: the same
 * bits for any number of threads. Holds the working memory: one thread at a time may ask, though it may use others.
 */
public final class PatternPass implements HiddenAbility {
    private static final int LARGEST_TABLE = 256;
    private static final int SMALL_TABLE = 27;
    private static final int CHUNK = 2048;
    private static final long MEMORY = 1L << 23;
    private static final double TINY = 1e-250;

    private final JointResponses joint;
    private final int[] groupStart;
    private final int[] firstRow;
    private final byte[] codes;
    private final int patterns;
    private final double[] counts;
    private final int stride;
    private final double[] table;
    private final double[][] gathered;
    private final double[] logLikelihoods;

    /**
     * Takes patterns apart.
     *
     * @param columns for each item the points of each pattern, or something below zero; empty if the item plays no part
     * @param categories the number of categories of each item
     * @param counts how many students have each pattern
     * @param stride the number of nodes, a multiple of 8
     */
    public PatternPass(byte[][] columns, int[] categories, long[] counts, int stride) {
        this.patterns = counts.length;
        this.counts = Arrays.stream(counts).asDoubleStream().toArray();
        this.stride = stride;
        this.joint = new JointResponses(columns, categories, patterns, patterns >= CHUNK ? LARGEST_TABLE : SMALL_TABLE);
        this.groupStart = joint.groupStart();
        this.firstRow = joint.firstRow();
        this.codes = joint.codes();
        this.table = new double[firstRow[firstRow.length - 1] * stride];
        int chunks = (int) Math.max(1, Math.min(Math.min(16, patterns / CHUNK), MEMORY / Math.max(1, table.length)));
        this.gathered = new double[chunks][table.length];
        this.logLikelihoods = new double[chunks];
    }

    @Override
    public double run(double[][] chances, double[] weights, double[][] expected, double[] nodeMass, Executor executor) {
        fillTable(chances, weights);
        int chunks = gathered.length;
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (int chunk = 0; chunk < chunks; chunk++) {
            int c = chunk;
            Runnable work = () -> pass(c, chances, weights);
            if (chunks == 1) {
                work.run();
            } else {
                parts.add(CompletableFuture.runAsync(work, executor));
            }
        }
        parts.forEach(CompletableFuture::join);
        for (int reach = 1; reach < chunks; reach *= 2) {
            for (int c = 0; c + reach < chunks; c += 2 * reach) {
                add(gathered[c], 0, gathered[c + reach], 0, table.length);
                logLikelihoods[c] += logLikelihoods[c + reach];
            }
        }
        deal(gathered[0], expected, nodeMass);
        return logLikelihoods[0];
    }

    /** The mean and standard deviation of ability given each pattern. */
    public void posterior(double[][] chances, double[] weights, double[] nodes, double[] means, double[] deviations) {
        fillTable(chances, weights);
        double[] line = new double[stride];
        for (int i = 0; i < patterns; i++) {
            double sum = likelihood(i, line);
            if (!(sum > TINY)) {
                careful(i, chances, weights, line);
                sum = sum(line);
            }
            double mean = 0;
            for (int q = 0; q < nodes.length; q++) {
                mean += line[q] * nodes[q];
            }
            mean /= sum;
            double square = 0;
            for (int q = 0; q < nodes.length; q++) {
                square += line[q] * (nodes[q] - mean) * (nodes[q] - mean);
            }
            means[i] = mean;
            deviations[i] = Math.sqrt(square / sum);
        }
    }

    private void fillTable(double[][] chances, double[] weights) {
        for (int g = 0; g + 1 < groupStart.length; g++) {
            int base = firstRow[g] * stride;
            Arrays.fill(table, base, base + stride, 1);
            if (g == 0) {
                System.arraycopy(weights, 0, table, base, stride);
            }
            int rows = 1;
            for (int j = groupStart[g]; j < groupStart[g + 1]; j++) {
                int states = joint.states(j);
                for (int row = rows - 1; row >= 0; row--) {
                    for (int digit = states - 1; digit >= 0; digit--) {
                        int to = base + (row * states + digit) * stride;
                        int from = base + row * stride;
                        if (digit == joint.categories(j)) {
                            System.arraycopy(table, from, table, to, stride);
                        } else {
                            multiply(to, from, chances[joint.item(j)], digit * stride);
                        }
                    }
                }
                rows *= states;
            }
        }
    }

    private void multiply(int to, int from, double[] chance, int at) {
        for (int q = 0; q < stride; q++) {
            table[to + q] = table[from + q] * chance[at + q];
        }
    }

    private void pass(int chunk, double[][] chances, double[] weights) {
        int chunks = gathered.length;
        int from = (int) ((long) patterns * chunk / chunks);
        int end = (int) ((long) patterns * (chunk + 1) / chunks);
        int groups = groupStart.length - 1;
        double[] sums = gathered[chunk];
        Arrays.fill(sums, 0);
        double[] line = new double[stride];
        double log = 0;
        double product = 1;
        for (int i = from; i < end; i++) {
            double sum = likelihood(i, line);
            if (!(sum > TINY)) {
                log += counts[i] * careful(i, chances, weights, line);
                sum = sum(line);
            }
            if (counts[i] == 1 && sum > 1e-100) {
                product *= sum;
                if (product < 1e-200) {
                    log += StrictMath.log(product);
                    product = 1;
                }
            } else {
                log += counts[i] * StrictMath.log(sum);
            }
            double scale = counts[i] / sum;
            for (int q = 0; q < line.length; q++) {
                line[q] *= scale;
            }
            for (int g = 0; g < groups; g++) {
                int row = (firstRow[g] + (codes[i * groups + g] & 0xFF)) * stride;
                for (int q = 0; q < line.length; q++) {
                    sums[row + q] += line[q];
                }
            }
        }
        logLikelihoods[chunk] = log + StrictMath.log(product);
    }

    /** The likelihood of a pattern at each node times the node's weight, and the sum. */
    private double likelihood(int i, double[] line) {
        int groups = groupStart.length - 1;
        double[] rows = table;
        int row = (codes[i * groups] & 0xFF) * stride;
        int g = 1;
        if (groups % 2 == 0) {
            int other = (firstRow[1] + (codes[i * groups + 1] & 0xFF)) * stride;
            for (int q = 0; q < line.length; q++) {
                line[q] = rows[row + q] * rows[other + q];
            }
            g = 2;
        } else {
            System.arraycopy(rows, row, line, 0, line.length);
        }
        for (; g < groups; g += 2) {
            int one = (firstRow[g] + (codes[i * groups + g] & 0xFF)) * stride;
            int two = (firstRow[g + 1] + (codes[i * groups + g + 1] & 0xFF)) * stride;
            for (int q = 0; q < line.length; q++) {
                line[q] *= rows[one + q] * rows[two + q];
            }
        }
        return sum(line);
    }

    /** The same in logarithms, scaled to a largest value of one, for likelihoods too small for a product. */
    private double careful(int i, double[][] chances, double[] weights, double[] line) {
        int groups = groupStart.length - 1;
        for (int q = 0; q < stride; q++) {
            line[q] = weights[q] > 0 ? StrictMath.log(weights[q]) : Double.NEGATIVE_INFINITY;
        }
        for (int g = 0; g < groups; g++) {
            int code = codes[i * groups + g] & 0xFF;
            for (int j = groupStart[g + 1] - 1; j >= groupStart[g]; j--) {
                int digit = code % joint.states(j);
                code /= joint.states(j);
                if (digit < joint.categories(j)) {
                    for (int q = 0; q < stride; q++) {
                        line[q] += StrictMath.log(chances[joint.item(j)][digit * stride + q]);
                    }
                }
            }
        }
        double top = Arrays.stream(line).max().orElse(0);
        for (int q = 0; q < stride; q++) {
            line[q] = StrictMath.exp(line[q] - top);
        }
        return top;
    }

    private static double sum(double[] line) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int q = 0; q < line.length; q += 4) {
            a += line[q];
            b += line[q + 1];
            c += line[q + 2];
            d += line[q + 3];
        }
        double left = a + b;
        return left + (c + d);
    }

    private void deal(double[] sums, double[][] expected, double[] nodeMass) {
        for (int row = 0; row < firstRow[1]; row++) {
            add(nodeMass, 0, sums, row * stride, stride);
        }
        for (int g = 0; g + 1 < groupStart.length; g++) {
            int rows = firstRow[g + 1] - firstRow[g];
            int divisor = 1;
            for (int j = groupStart[g + 1] - 1; j >= groupStart[g]; j--) {
                for (int row = 0; row < rows; row++) {
                    int digit = row / divisor % joint.states(j);
                    if (digit < joint.categories(j)) {
                        add(expected[joint.item(j)], digit * stride, sums, (firstRow[g] + row) * stride, stride);
                    }
                }
                divisor *= joint.states(j);
            }
        }
    }

    private static void add(double[] to, int at, double[] what, int from, int count) {
        for (int q = 0; q < count; q++) {
            to[at + q] += what[from + q];
        }
    }
}
