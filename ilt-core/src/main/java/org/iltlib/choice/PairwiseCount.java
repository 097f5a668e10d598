package org.iltlib.choice;

/**
 * The pairwise matrix of a profile. Strict ballots of weight 1 over at most 64 alternatives go eight to a machine word:
 * the set of alternatives met so far is expanded by a table into eight counters of eight bits, which are emptied every
 * 255 ballots.
 */
final class PairwiseCount {
    private static final long[] SPREAD = spread();

    private final int n;
    private final int words;
    private final long[][] above;
    private final long[] lanes;
    private int pending;

    private PairwiseCount(int n) {
        this.n = n;
        this.words = (n + 7) / 8;
        this.above = new long[n][n];
        this.lanes = new long[n * words];
    }

    static long[][] of(Profile profile) {
        PairwiseCount count = new PairwiseCount(profile.size());
        boolean tiedLast = profile.unranked() == Unranked.TIED_LAST;
        int[] entries = new int[16];
        for (int b = 0; b < profile.distinct(); b++) {
            int length = profile.length(b);
            if (entries.length < length) {
                entries = new int[length * 2];
            }
            boolean strict = true;
            for (int i = 0; i < length; i++) {
                entries[i] = profile.entry(b, i);
                strict &= entries[i] >= 0 && !profile.isTied(b, i);
            }
            if (strict && profile.weight(b) == 1 && count.n <= 64) {
                count.addQuick(entries, length, tiedLast);
            } else {
                count.add(profile, b, tiedLast);
            }
        }
        count.flush();
        return count.above;
    }

    private void addQuick(int[] entries, int length, boolean tiedLast) {
        long met = 0;
        for (int i = 0; i < length; i++) {
            int x = entries[i];
            addLanes(x, met);
            met |= 1L << x;
        }
        if (tiedLast && length < n) {
            long rest = ~met & (n == 64 ? -1L : (1L << n) - 1);
            while (rest != 0) {
                addLanes(Long.numberOfTrailingZeros(rest), met);
                rest &= rest - 1;
            }
        }
        if (++pending == 255) {
            flush();
        }
    }

    /** Lane y of row x counts the ballots with y above x. */
    private void addLanes(int x, long met) {
        int at = x * words;
        for (int word = 0; word < words; word++) {
            lanes[at + word] += SPREAD[(int) (met >>> (8 * word)) & 255];
        }
    }

    private void flush() {
        for (int x = 0; x < n && pending > 0; x++) {
            for (int y = 0; y < n; y++) {
                above[y][x] += lanes[x * words + y / 8] >>> (8 * (y % 8)) & 255;
            }
        }
        java.util.Arrays.fill(lanes, 0);
        pending = 0;
    }

    private void add(Profile profile, int b, boolean tiedLast) {
        int[] rank = new int[n];
        java.util.Arrays.fill(rank, tiedLast ? Integer.MAX_VALUE : -1);
        int at = 0;
        for (int i = 0; i < profile.length(b); i++) {
            at += profile.isTied(b, i) ? 0 : 1;
            if (profile.entry(b, i) >= 0) {
                rank[profile.entry(b, i)] = at;
            }
        }
        long weight = profile.weight(b);
        for (int i = 0; i < profile.length(b); i++) {
            int x = profile.entry(b, i);
            for (int y = 0; x >= 0 && y < n; y++) {
                if (rank[x] < rank[y]) {
                    above[x][y] += weight;
                }
            }
        }
    }

    private static long[] spread() {
        long[] table = new long[256];
        for (int set = 0; set < 256; set++) {
            for (int bit = 0; bit < 8; bit++) {
                table[set] |= (long) (set >>> bit & 1) << (8 * bit);
            }
        }
        return table;
    }
}
