package org.iltlib.analytics.internal;

import java.util.Arrays;

/**
 * The different numbers among many, ascending, and the place of each. Zero is one number, whatever its sign. Where there
 * are few, as of the scores of a test, they are found and looked up by hashing, in a few nanoseconds each. Immutable.
 */
public final class Levels {
    private static final int MOST = 4096;
    private static final int SLOTS = 4 * MOST;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final double[] levels;
    private final double[] keys;
    private final int[] places;

    private Levels(double[] levels, double[] keys, int[] places) {
        this.levels = levels;
        this.keys = keys;
        this.places = places;
    }

    /** The levels of those numbers; what is not a number is left out. Linear where few differ, otherwise n log n. */
    public static Levels of(double[] numbers) {
        double[] keys = new double[SLOTS];
        Arrays.fill(keys, Double.NaN);
        double[] found = new double[MOST];
        int count = 0;
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                continue;
            }
            int slot = slot(keys, number);
            if (keys[slot] != number) {
                if (count == MOST) {
                    return new Levels(sorted(numbers), new double[0], new int[0]);
                }
                keys[slot] = number;
                found[count++] = number + 0.0; // never minus zero
            }
        }
        double[] levels = Arrays.copyOf(found, count);
        Arrays.sort(levels);
        int[] places = new int[SLOTS];
        for (int place = 0; place < count; place++) {
            places[slot(keys, levels[place])] = place;
        }
        return new Levels(levels, keys, places);
    }

    /** Where the number stands, or the free slot where it would. */
    private static int slot(double[] keys, double number) {
        int slot = (int) ((Double.doubleToRawLongBits(number + 0.0) * SPREAD) >>> 50);
        while (keys[slot] != number && !Double.isNaN(keys[slot])) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static double[] sorted(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted); // not-a-numbers last
        int count = 0;
        for (double number : sorted) {
            if (count == 0 ? !Double.isNaN(number) : number > sorted[count - 1]) {
                sorted[count++] = number + 0.0;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** How many there are. */
    public int size() {
        return levels.length;
    }

    /** All, ascending. */
    public double[] toArray() {
        return levels.clone();
    }

    /** The level at that place. */
    public double get(int place) {
        return levels[place];
    }

    /** The place of a number that is among the levels. */
    public int place(double number) {
        return keys.length > 0 ? places[slot(keys, number)] : Arrays.binarySearch(levels, number + 0.0);
    }

    /** How often each level occurs among numbers that are all levels or not numbers. */
    public int[] counts(double[] numbers) {
        int[] counts = new int[levels.length];
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                counts[place(number)]++;
            }
        }
        return counts;
    }
}
