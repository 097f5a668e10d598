package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.jspecify.annotations.Nullable;

/** Several quantiles of one outcome, each from the fit of its neighbour. */
final class QuantileSweep {
    private static final int BLOCK = 25;
    private static final double[] JITTERS = {1e-9, 1e-11, 1e-7};
    private static final double PROVED = 1e-9;
    private static final double FIRST = 0.1;
    private static final int FAR = 8;
    private static final int SAMPLE = 4_096;
    private static final int FEW = 40;
    private static final int MANY = 200_000;
    private static final double RANK = 1e-12;
    private static final int LIMIT = 10_000;

    private final Rows rows; // their outcomes less the level
    private final double level;
    private final Rows shaken;
    private final double[] scales;
    private final double[] middle;
    private final double[] total;
    private final double[] spans;
    private final int[] far;
    private final double reach;

    private QuantileSweep(Rows whole, double jitter) {
        level = level(whole.outcome());
        rows = whole.withOutcome(lowered(whole.outcome(), level));
        int n = rows.count();
        int p = rows.columns();
        double[] ones = new double[n];
        for (int i = 0; i < n; i++) {
            ones[i] = rows.weight(i);
        }
        double[] gram = rows.gram(ones);
        total = rows.coefficients();
        rows.addAll(ones, total);
        scales = new double[p];
        for (int j = 0; j < p; j++) {
            scales[j] = Math.sqrt(gram[j * p + j] / gram[0]);
        }
        shaken = rows.withOutcome(shake(rows.outcome(), jitter * range(rows.outcome())));
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
        reach = sorted[Math.max(0, n - FAR * p)];
        far = IntStream.range(0, n).filter(i -> spans[i] > reach).toArray();
    }

    /** Fits every quantile; one whose proof does not close is tried again with outcomes shaken less, and more. */
    static QuantileProcess of(Rows rows, double[] taus, Executor executor) {
        Certificate[] proofs = sweep(rows, JITTERS[0], taus, executor);
        for (int again = 1; again < JITTERS.length; again++) {
            int[] open = IntStream.range(0, taus.length)
                    .filter(t -> !(proofs[t].worst() <= PROVED))
                    .toArray();
            if (open.length > 0) {
                double[] some = Arrays.stream(open).mapToDouble(t -> taus[t]).toArray();
                Certificate[] others = sweep(rows, JITTERS[again], some, executor);
                for (int k = 0; k < open.length; k++) {
                    proofs[open[k]] = others[k].worst() < proofs[open[k]].worst() ? others[k] : proofs[open[k]];
                }
            }
        }
        return QuantileProcess.of(taus, proofs);
    }

    private static Certificate[] sweep(Rows rows, double jitter, double[] taus, Executor executor) {
        QuantileSweep sweep = new QuantileSweep(rows, jitter);
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
        return proofs;
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

    /** The middle of the range: large numbers that hardly differ would drown their differences in rounding. */
    private static double level(double[] outcome) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : outcome) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return low / 2 + high / 2;
    }

    private static double[] lowered(double[] outcome, double level) {
        double[] lowered = new double[outcome.length];
        for (int i = 0; i < lowered.length; i++) {
            lowered[i] = outcome[i] - level;
        }
        return lowered;
    }

    private static double[] shake(double[] outcome, double size) {
        double[] shaken = new double[outcome.length];
        for (int i = 0; i < shaken.length; i++) {
            shaken[i] = outcome[i] + size * (SplitMix.at(0, i) - 0.5);
        }
        return shaken;
    }

    private static double range(double[] outcome) {
        double size = 0;
        for (double value : outcome) {
            size = Math.max(size, 2 * Math.abs(value));
        }
        return Math.max(size, Double.MIN_NORMAL);
    }

    private void fit(double[] taus, int from, int end, Certificate[] into) {
        int n = rows.count();
        double[] room = new double[n];
        double[] residuals = new double[n];
        double[] current = middle.clone();
        shaken.residuals(current, residuals);
        double shift = sampled(residuals, taus[from]);
        current[0] += shift;
        for (int i = 0; i < n; i++) {
            residuals[i] -= shift;
        }
        Sides sides = new Sides(shaken, total);
        for (int t = from; t < end; t++) {
            double jump = t == from ? FIRST : taus[t] - taus[t - 1];
            Band wide = band(residuals, taus[t], about((n > MANY ? 5 : 3) * jump), sides);
            int @Nullable [] basis =
                    descend(wide, taus[t], about((n > MANY ? 1.5 : 1) * jump), current, residuals, sides);
            into[t] = basis == null
                    ? Certificate.unproved(rows, taus[t], current, room)
                    : Certificate.of(rows, taus[t], basis, sides.all(), room, scales);
            into[t].lift(level);
        }
    }

    private static double sampled(double[] values, double tau) {
        int stride = 1 + values.length / SAMPLE;
        double[] sample = IntStream.range(0, (values.length - 1) / stride + 1)
                .mapToDouble(i -> values[i * stride])
                .sorted()
                .toArray();
        return sample[(int) (tau * sample.length)];
    }

    private Band band(double[] residuals, double tau, int about, Sides sides) {
        return new Band(shaken, residuals, spans, far, reach, tau, about, sides, rows.count());
    }

    private int about(double share) {
        return (int) Math.min(rows.count(), 30.0 * rows.columns() + share * rows.count());
    }

    private SmoothFit smooth(Band band, double tau, double[] start) {
        return new SmoothFit(band.inside(), tau, band.outside(), scales, start, band.spans());
    }

    /** Down to the best vertex; leaves its coefficients, residuals and the side of every row. Null if none was found. */
    private int @Nullable [] descend(
            Band wide, double tau, int about, double[] current, double[] residuals, Sides sides) {
        SmoothFit smooth = smooth(wide, tau, current);
        smooth.settle(wide.width() / 2);
        System.arraycopy(smooth.coefficients(), 0, current, 0, rows.columns());
        Band near = wide.within(smooth.residuals(), reach, tau, about);
        int[] places = approach(near, tau, about, current);
        Vertex vertex = new Vertex(near.inside(), scales, tau, near.outside());
        if (places != null && vertex.start(places) && vertex.descend(LIMIT)) {
            System.arraycopy(vertex.coefficients(), 0, current, 0, rows.columns());
            shaken.residuals(current, residuals);
            int[] names = wide.take(near, vertex.sides());
            int[] basis = wide.global(near.global(vertex.basis()));
            return Band.holds(sides, names, vertex.sides(), residuals)
                    ? basis
                    : repair(basis, tau, about, current, residuals, sides);
        }
        shaken.residuals(current, residuals);
        return repair(null, tau, (int) Math.min(rows.count(), 4L * about), current, residuals, sides);
    }

    /** Some rows were not as sure as they seemed: again, around the fit that was found, among more rows if need be. */
    private int @Nullable [] repair(
            int @Nullable [] start, double tau, int about, double[] current, double[] residuals, Sides sides) {
        int n = rows.count();
        int many = about;
        int[] basis = start;
        for (int round = 1; ; round++) {
            Band near = band(residuals, tau, many, sides);
            int[] places = basis == null ? approach(near, tau, many, current) : near.places(basis);
            Vertex vertex = new Vertex(near.inside(), scales, tau, near.outside());
            boolean stuck = places == null || !vertex.start(places) || !vertex.descend(LIMIT);
            if (!stuck) {
                basis = near.global(vertex.basis());
                System.arraycopy(vertex.coefficients(), 0, current, 0, rows.columns());
                shaken.residuals(current, residuals);
                if (near.holds(vertex.sides(), residuals)) {
                    return basis;
                }
            } else if (many == n) {
                return reached(near, vertex, places, current, residuals);
            }
            if (stuck || round % 4 == 0) {
                many = (int) Math.min(n, 4L * many);
            }
        }
    }

    /** All rows are at hand and rounding wins: as far down as it let us, for the proof to tell how far that is. */
    private int @Nullable [] reached(
            Band all, Vertex vertex, int @Nullable [] places, double[] current, double[] residuals) {
        if (places == null || !(vertex.start(vertex.basis()) || vertex.start(places))) {
            shaken.residuals(current, residuals);
            return null;
        }
        System.arraycopy(vertex.coefficients(), 0, current, 0, rows.columns());
        shaken.residuals(current, residuals);
        all.holds(vertex.sides(), residuals);
        return all.global(vertex.basis());
    }

    private int @Nullable [] approach(Band near, double tau, int many, double[] current) {
        SmoothFit smooth = smooth(near, tau, current);
        double width = near.width();
        for (double left = many; left > 4.0 * rows.columns(); left /= 8) {
            width /= 8;
            smooth.settle(width);
        }
        int few = FEW * rows.columns();
        if (near.inside().count() > 2 * few) {
            int[] places = nearest(near.within(smooth.residuals(), reach, tau, few), tau, smooth.coefficients());
            if (places != null) {
                return places;
            }
        }
        return NearRows.of(near.inside(), smooth.relative(), scales);
    }

    /** The best vertex if all but these rows stay on their sides; null if they have none. */
    private int @Nullable [] nearest(Band close, double tau, double[] fit) {
        double[] relative = new double[close.inside().count()];
        close.inside().residuals(fit, relative);
        for (int i = 0; i < relative.length; i++) {
            relative[i] /= close.spans()[i];
        }
        int[] places = NearRows.of(close.inside(), relative, scales);
        if (places == null) {
            return null;
        }
        Vertex vertex = new Vertex(close.inside(), scales, tau, close.outside());
        return vertex.start(places) && vertex.descend(LIMIT) ? close.global(vertex.basis()) : null;
    }
}
