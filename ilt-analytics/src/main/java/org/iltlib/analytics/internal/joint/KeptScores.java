package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The scores at which a fit is held not to cross. All of them where a prior has some hundreds; else some, evenly
 * spread, and later those where curves came closest.
 */
final class KeptScores {
    private static final int MANY = 600;

    private KeptScores() {}

    static boolean[][] first(ScoreTables tables) {
        boolean[][] kept = new boolean[tables.priors][];
        for (int l = 0; l < kept.length; l++) {
            int levels = tables.levels(l);
            kept[l] = new boolean[levels];
            int count = Math.min(MANY, levels);
            for (int i = 0; i < count; i++) {
                kept[l][count == 1 ? 0 : (int) ((long) i * (levels - 1) / (count - 1))] = true;
            }
        }
        return kept;
    }

    static int[][] places(boolean[][] kept) {
        return Arrays.stream(kept)
                .map(each ->
                        IntStream.range(0, each.length).filter(i -> each[i]).toArray())
                .toArray(int[][]::new);
    }

    /** Keeps, beside those kept, the score of each prior at which each two neighbours come closest. */
    static void add(boolean[][] kept, ScoreTables tables, double[][] curves) {
        for (int j = 0; j + 1 < curves.length; j++) {
            double[][] parts = tables.parts(InteriorPath.difference(curves, j));
            for (int l = 0; l < parts.length; l++) {
                int lowest = 0;
                for (int s = 1; s < parts[l].length; s++) {
                    lowest = parts[l][s] < parts[l][lowest] ? s : lowest;
                }
                kept[l][lowest] = true;
            }
        }
    }
}
