package org.iltlib.analytics.internal;

import java.util.Arrays;

/** The different numbers among many, ascending. Zero is one number, whatever its sign. */
public final class Levels {
    private Levels() {}

    /** The different ones; those that are not numbers are left out. Time n log n, less where few differ. */
    public static double[] of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted); // not-a-numbers last
        int count = 0;
        for (double number : sorted) {
            if (count == 0 ? !Double.isNaN(number) : number > sorted[count - 1]) {
                sorted[count++] = number;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The place of a number that is among the levels; otherwise that of the next above. */
    public static int place(double[] levels, double number) {
        int low = 0;
        int high = levels.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (levels[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
