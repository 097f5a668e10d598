package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.SplitMix;
import org.jspecify.annotations.Nullable;

/** Several quantiles of one outcome, each from the fit of its neighbour. */
final class QuantileSweep {
    private static final int BLOCK = 25;
    private static final double JITTER = 1e-9;
    private static final double FIRST = 0.1;
    private static final double WIDE = 3;
    private static final int FAR = 8;
    private static final double RANK = 1e-12;
    private static final int LIMIT = 100_000;

    private final Rows rows;
    private final Rows shaken;
    private final double[] scales;
    private final double[] middle;
    private final double[] spans;
    private final double far;

    private QuantileSweep(Rows rows) {
        this.rows = rows;
        int n = rows.count();
        int p = rows.columns();
        double[] ones = new double[n];
        for (int i = 0; i < n; i++) {
            ones[i] = rows.weight(i);
        }
        double[] gram = rows.gram(ones);
        scales = new double[p];
        for (int j = 0; j < p; j++) {
            scales[j] = Math.sqrt(gram[j * p + j] / gram[0]);
        }
        shaken = rows.withOutcome(shake(rows.outcome()));
        for (int i = 0; i < n; i++) {
            ones[i] *= shaken.outcome()[i];
        }
        double[] right = rows.coefficients();
        rows.addAll(ones, right);
        double[] solution = SmallMatrix.solve(gram, Arrays.copyOf(right, p), p, RANK);
        if (solution == null) {
            throw new IllegalArgumentException("Expected independent columns, but column "
                    + deficientColumn(rows).orElse(0) + " follows from those before it.");
        }
        middle = Arrays.copyOf(solution, right.length);
        double[] shares = new double[p];
        for (int j = 0; j < p; j++) {
            shares[j] = 1 / (p * scales[j] * scales[j]);
        }
        spans = rows.squares(shares);
        for (int i = 0; i < n; i++) {
            spans[i] = Math.sqrt(spans[i]);
        }
        double[] sorted = spans.clone();
        Arrays.sort(sorted);
        far = sorted[Math.max(0, n - FAR * p)];
    }

    /** Fits every quantile. */
    static QuantileProcess of(Rows rows, double[] taus, Executor executor) {
        QuantileSweep sweep = new QuantileSweep(rows);
        Certificate[] proofs = new Certificate[taus.length];
        CompletableFuture<?>[] parts = new CompletableFuture<?>[(taus.length + BLOCK - 1) / BLOCK];
        for (int part = 0; part < parts.length; part++) {
            int from = part * BLOCK;
            int end = Math.min(taus.length, from + BLOCK);
            parts[part] = CompletableFuture.runAsync(() -> sweep.fit(taus, from, end, proofs), executor);
        }
        try {
            CompletableFuture.allOf(parts).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return QuantileProcess.of(taus, proofs);
    }

    /** The first column that follows from those before it. */
    static OptionalInt deficientColumn(Rows rows) {
        int p = rows.columns();
        double[] ones = new double[rows.count()];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = rows.weight(i);
        }
        double[] gram = rows.gram(ones);
        for (int size = 1; size <= p; size++) {
            double[] corner = new double[size * size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(gram, i * p, corner, i * size, size);
            }
            if (SmallMatrix.solve(corner, new double[size], size, RANK) == null) {
                return OptionalInt.of(size - 1);
            }
        }
        return OptionalInt.empty();
    }

    private static double[] shake(double[] outcome) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : outcome) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double size = JITTER * (high > low ? high - low : Math.max(Math.abs(high), Double.MIN_NORMAL));
        double[] shaken = new double[outcome.length];
        for (int i = 0; i < shaken.length; i++) {
            shaken[i] = outcome[i] + size * (SplitMix.at(0, i) - 0.5);
        }
        return shaken;
    }

    private void fit(double[] taus, int from, int end, Certificate[] into) {
        int n = rows.count();
        double[] room = new double[n];
        double[] current = middle.clone();
        residuals(current, room);
        double[] sorted = room.clone();
        Arrays.sort(sorted);
        current[0] += sorted[Math.min(n - 1, (int) (taus[from] * n))];
        byte[] sides = new byte[n];
        for (int t = from; t < end; t++) {
            double jump = t == from ? FIRST : taus[t] - taus[t - 1];
            residuals(current, room);
            Band wide = new Band(room, spans, far, taus[t], about(WIDE * jump), sides);
            SmoothFit smooth = smooth(wide, taus[t], current);
            smooth.settle(wide.width() / 2);
            current = smooth.coefficients();
            residuals(current, room);
            int[] basis = descend(taus[t], jump, current, room, sides);
            into[t] = Certificate.of(rows, taus[t], basis, sides, room);
        }
    }

    private int about(double share) {
        return (int) Math.min(rows.count(), 30.0 * rows.columns() + share * rows.count());
    }

    private SmoothFit smooth(Band band, double tau, double[] start) {
        return new SmoothFit(
                shaken.select(band.rows(), band.count()),
                tau,
                band.outside(shaken, tau),
                scales,
                start,
                Rows.select(spans, band.rows(), band.count()));
    }

    /** From a fit close by down to the best vertex; leaves its coefficients and the side of every row. */
    private int[] descend(double tau, double jump, double[] current, double[] room, byte[] sides) {
        int n = rows.count();
        int p = rows.columns();
        int many = about(jump);
        int[] basis = null;
        for (int round = 1; ; round++) {
            Band near = new Band(room, spans, far, tau, many, sides);
            Rows some = shaken.select(near.rows(), near.count());
            int[] places = basis == null ? approach(near, tau, many, current) : near.places(basis);
            Vertex vertex = new Vertex(some, scales, tau, near.outside(shaken, tau));
            boolean stuck = places == null || !vertex.start(places) || !vertex.descend(LIMIT);
            if (!stuck) {
                basis = near.global(vertex.basis());
                Arrays.sort(basis);
                System.arraycopy(vertex.coefficients(), 0, current, 0, p);
                residuals(current, room);
                if (near.holds(room)) {
                    near.sides(vertex.sides());
                    return basis;
                }
            } else if (many == n) {
                throw new IllegalStateException("No vertex of the quantile " + tau + " was found.");
            }
            if (stuck || round % 4 == 0) {
                many = (int) Math.min(n, 4L * many);
            }
        }
    }

    private int @Nullable [] approach(Band near, double tau, int many, double[] current) {
        SmoothFit smooth = smooth(near, tau, current);
        double width = near.width();
        for (double left = many; left > 4.0 * rows.columns(); left /= 8) {
            width /= 8;
            smooth.settle(width);
        }
        return NearRows.of(shaken.select(near.rows(), near.count()), smooth.relative(), scales);
    }

    private void residuals(double[] coefficients, double[] into) {
        rows.predict(coefficients, into);
        double[] outcome = shaken.outcome();
        for (int i = 0; i < into.length; i++) {
            into[i] = outcome[i] - into[i];
        }
    }
}
