package org.iltlib.analytics.internal;

/**
 * A seeded source of chance that gives the same numbers on every Java virtual machine: the SplitMix64 generator, with
 * normal deviates by the polar method in strict arithmetic. Not safe for several threads; take a {@link #split} for each.
 *
 * <p>Source: Steele, Lea &amp; Flood (2014), Fast splittable pseudorandom number generators, doi:10.1145/2660193.2660195;
 * Marsaglia &amp; Bray (1964), doi:10.1137/1006063.
 */
public final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spare;
    private boolean hasSpare;

    private SplitMix(long seed) {
        this.state = seed;
    }

    /** A generator that starts from that seed; every seed is as good as any other. */
    public static SplitMix of(long seed) {
        return new SplitMix(seed);
    }

    /** A generator whose stream is independent of what this one gives later. */
    public SplitMix split() {
        return new SplitMix(nextLong() ^ 0x6A09E667F3BCC909L);
    }

    /** The number in [0, 1) that a generator of that seed gives at that place, counted from 0; O(1). */
    public static double at(long seed, long place) {
        return (mixed(seed + GOLDEN * (place + 1)) >>> 11) * UNIT;
    }

    /** Sixty-four random bits. */
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1), uniform on multiples of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * A whole number from 0 to the bound, the bound excluded, exactly uniform (rejection).
     *
     * @throws IllegalArgumentException if the bound is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound is " + bound + ". Expected at least 1.");
        }
        while (true) {
            long bits = nextLong() >>> 33;
            long value = bits % bound;
            if (bits - value + (bound - 1) <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
    }

    /** A standard normal deviate. */
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * scale;
                hasSpare = true;
                return u * scale;
            }
        }
    }

    /** Puts the first {@code count} places of the array in random order, drawn from all of it (Fisher–Yates). */
    public void shuffle(int[] values, int count) {
        for (int i = 0; i < count && i < values.length - 1; i++) {
            int j = i + nextInt(values.length - i);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
