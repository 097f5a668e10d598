package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;

/** Codes of any size made dense, 0, 1, 2, … in their own order: what the rows' order is does not matter. */
public final class LevelCodes {
    private final int[] dense;
    private final int[] originals;

    private LevelCodes(int[] dense, int[] originals) {
        this.dense = dense;
        this.originals = originals;
    }

    /** Dense codes, in O(n) where the codes lie close together and O(n log n) where they do not. */
    public static LevelCodes of(int[] any) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int code : any) {
            low = Math.min(low, code);
            high = Math.max(high, code);
        }
        long width = (long) high - low + 1;
        int[] dense = new int[any.length];
        if (any.length > 0 && width <= 4L * any.length + 1024) {
            int[] place = new int[(int) width];
            for (int code : any) {
                place[code - low] = 1;
            }
            int count = 0;
            int[] originals = new int[Math.min(any.length, (int) width)];
            for (int i = 0; i < width; i++) {
                if (place[i] > 0) {
                    originals[count] = i + low;
                    place[i] = count++;
                }
            }
            for (int i = 0; i < any.length; i++) {
                dense[i] = place[any[i] - low];
            }
            return new LevelCodes(dense, Arrays.copyOf(originals, count));
        }
        int[] originals = Arrays.stream(any).sorted().distinct().toArray();
        for (int i = 0; i < any.length; i++) {
            dense[i] = Arrays.binarySearch(originals, any[i]);
        }
        return new LevelCodes(dense, originals);
    }

    /** How many levels there are. */
    public int count() {
        return originals.length;
    }

    /** The dense codes; not a copy. */
    public int[] dense() {
        return dense;
    }

    /** The code that the caller gave the level. */
    public int original(int level) {
        return originals[level];
    }
}
