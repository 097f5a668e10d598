package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.SplitMix;

/** Several quantiles of one outcome, each from the fit of its neighbour. */
final class QuantileSweep {
    private static final int BLOCK = 25;
    private static final double JITTER = 1e-9;
    private static final double RANK = 1e-12;
    private static final int LIMIT = 100_000;

    private final Rows rows;
    private final Rows shaken;
    private final double[] scales;
    private final double[] middle;

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
        rows.predict(middle, room);
        for (int i = 0; i < n; i++) {
            room[i] = shaken.outcome()[i] - room[i];
        }
        double[] sorted = room.clone();
        Arrays.sort(sorted);
        double shift = sorted[Math.min(n - 1, (int) (taus[from] * n))];
        for (int i = 0; i < n; i++) {
            room[i] -= shift;
        }
        int[] basis = NearRows.of(shaken, room, scales);
        if (basis == null) {
            throw new IllegalArgumentException("Expected independent columns.");
        }
        for (int t = from; t < end; t++) {
            Vertex vertex = new Vertex(shaken, scales, taus[t], rows.coefficients());
            if (!vertex.start(basis) || !vertex.descend(LIMIT)) {
                throw new IllegalStateException("No vertex of the quantile " + taus[t] + " was found.");
            }
            basis = vertex.basis();
            Arrays.sort(basis);
            into[t] = Certificate.of(rows, taus[t], basis, vertex.sides(), room);
        }
    }
}
