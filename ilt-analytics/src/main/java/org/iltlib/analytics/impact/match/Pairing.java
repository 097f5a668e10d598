package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.impact.match.Matching.Order;
import org.iltlib.analytics.impact.match.Matching.Shape;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.matching.Assignment;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** One run of a matching. */
final class Pairing {
    /** Distances that differ by no more than this share are equal, and the first row counts. */
    private static final double SAME = 1e-12;

    /** A treated row and a peer. */
    record Pair(int treated, int other) {}

    /** All pairs, and the sum of their distances. */
    record Pairs(List<Pair> pairs, double sum) {
        Optional<Double> total() {
            return Optional.of(sum);
        }

        /** The set of each row, −1 for none; rows that pairs join, directly or not, are one set. */
        int[] sets(int n) {
            int[] set = new int[n];
            Arrays.fill(set, -1);
            int count = 0;
            for (Pair pair : pairs) {
                int known = Math.max(set[pair.treated()], set[pair.other()]);
                int code = known < 0 ? count++ : known;
                set[pair.treated()] = code;
                set[pair.other()] = code;
            }
            return set;
        }

        /** Weights of rows that may be peers of several: treated 1, others by how much of whom they stand for. */
        double[] weights(Inputs inputs) {
            int[] peers = new int[inputs.n()];
            pairs.forEach(pair -> peers[pair.treated()]++);
            double[] weights = new double[inputs.n()];
            double sum = 0;
            for (Pair pair : pairs) {
                weights[pair.treated()] = 1;
                weights[pair.other()] += 1.0 / peers[pair.treated()];
                sum += 1.0 / peers[pair.treated()];
            }
            long used = pairs.stream().mapToInt(Pair::other).distinct().count();
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= inputs.treated()[i] ? 1 : used / sum;
            }
            return weights;
        }
    }

    private final Inputs inputs;
    private final Score score;
    private final double limit;
    private final List<Pair> pairs = new ArrayList<>();
    private double sum;

    private Pairing(Inputs inputs, Score score, double limit) {
        this.inputs = inputs;
        this.score = score;
        this.limit = limit;
    }

    static Pairing of(Inputs inputs, Score score, double limit) {
        return new Pairing(inputs, score, limit);
    }

    Measured<Pairs> run(Shape shape, int ratio, boolean replacement, Order order, long seed) {
        int[] treated = inputs.side(true);
        int[] others = inputs.side(false);
        if (shape == Shape.NEAREST) {
            greedy(order(treated, order, seed), others, ratio, replacement);
        } else {
            int strata = Arrays.stream(inputs.stratum()).max().orElse(0) + 1;
            for (int stratum = 0; stratum < strata; stratum++) {
                int[] rows = within(treated, stratum);
                int[] columns = within(others, stratum);
                long wide = shape == Shape.OPTIMAL ? columns.length + (long) rows.length * ratio : columns.length;
                if ((long) rows.length * ratio * wide > Matching.MOST_CELLS) {
                    return Measured.missing(
                            MissingReason.NOT_APPLICABLE,
                            rows.length + " × " + columns.length
                                    + " distances are too many for this method; nearest matching can");
                }
                if (rows.length > 0 && columns.length > 0) {
                    solve(rows, columns, ratio, shape);
                }
            }
        }
        return pairs.isEmpty()
                ? Measured.missing(MissingReason.TOO_FEW, "no treated row has a peer that is near enough")
                : Measured.of(new Pairs(pairs, sum));
    }

    private void solve(int[] given, int[] givenColumns, int ratio, Shape shape) {
        if (shape == Shape.OPTIMAL) {
            optimal(given, givenColumns, ratio);
            return;
        }
        int[] rows = sorted(given);
        int[] columns = sorted(givenColumns);
        double[][] distances = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double there = score.between(rows[i], columns[j]);
                distances[i][j] = there <= limit ? there : Double.POSITIVE_INFINITY;
            }
        }
        for (int[] edge : EdgeCover.of(distances)) {
            add(rows[edge[0]], columns[edge[1]]);
        }
    }

    private int[] sorted(int[] rows) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(score.order())
                .mapToInt(row -> row)
                .toArray();
    }

    private void add(int treated, int other) {
        pairs.add(new Pair(treated, other));
        sum += score.between(treated, other);
    }

    private int[] within(int[] rows, int stratum) {
        return Arrays.stream(rows)
                .filter(row -> inputs.stratum()[row] == stratum)
                .toArray();
    }

    private int[] order(int[] treated, Order order, long seed) {
        double[] key = score.points()[0];
        Comparator<Integer> rising = Comparator.comparingDouble(row -> key[row]);
        return switch (order) {
            case GIVEN -> treated;
            case SEEDED -> {
                SplitMix.of(seed).shuffle(treated, treated.length);
                yield treated;
            }
            case SMALLEST ->
                Arrays.stream(treated)
                        .boxed()
                        .sorted(rising)
                        .mapToInt(row -> row)
                        .toArray();
            case LARGEST ->
                Arrays.stream(treated)
                        .boxed()
                        .sorted(rising.reversed())
                        .mapToInt(row -> row)
                        .toArray();
        };
    }

    /** In rounds: everybody's first peer, then everybody's second. */
    private void greedy(int[] treated, int[] others, int ratio, boolean replacement) {
        boolean[] taken = new boolean[inputs.n()];
        boolean[][] own = replacement ? new boolean[treated.length][inputs.n()] : new boolean[0][];
        for (int round = 0; round < ratio; round++) {
            for (int t = 0; t < treated.length; t++) {
                boolean[] closed = replacement ? own[t] : taken;
                int best = -1;
                double least = limit;
                for (int other : others) {
                    if (!closed[other] && inputs.stratum()[other] == inputs.stratum()[treated[t]]) {
                        double there = score.between(treated[t], other);
                        if (best < 0 ? there <= least : there < least * (1 - SAME)) {
                            best = other;
                            least = there;
                        }
                    }
                }
                if (best >= 0) {
                    closed[best] = true;
                    add(treated[t], best);
                }
            }
        }
    }

    /** Every treated row as many times as it wants peers; a row of nobody's own stands for having no peer. */
    private void optimal(int[] rows, int[] columns, int ratio) {
        double[][] distances = new double[rows.length][columns.length];
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                distances[i][j] = score.between(rows[i], columns[j]);
                largest = distances[i][j] <= limit ? Math.max(largest, distances[i][j]) : largest;
            }
        }
        int wanted = rows.length * ratio;
        double nobody = (largest + 1) * (wanted + 1);
        double[][] cost = new double[wanted][columns.length + wanted];
        for (int i = 0; i < wanted; i++) {
            Arrays.fill(cost[i], nobody);
            for (int j = 0; j < columns.length; j++) {
                double there = distances[i / ratio][j];
                cost[i][j] = there <= limit ? there : 3 * nobody;
            }
        }
        List<Integer> chosen = Assignment.of(cost).columns();
        for (int i = 0; i < wanted; i++) {
            if (chosen.get(i) < columns.length && cost[i][chosen.get(i)] <= limit) {
                add(rows[i / ratio], columns[chosen.get(i)]);
            }
        }
    }
}
