package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.iltlib.base.Checks;

/**
 * How a tie between candidates is broken, as election offices write it down: by an order of the candidates, or by a
 * seeded generator, asked anew for each tie, with earlier rounds first or not. The same seed gives the same answers on
 * every Java version. Immutable.
 *
 * <p>Draws follow RCTab, so that its counts can be repeated: the tied are sorted by name, and place ⌊d × tied⌋ is
 * chosen, d the next double of {@link Random} started with the seed at the start of each pass. After a look at earlier
 * rounds that program has the tied in another order, that of their names' buckets in a hash table; its published counts
 * depend on it, so it is spelled out here. For a lot whose seed can be committed before the ballots are seen, see
 * {@link org.iltlib.choice.TieBreaks#lot}.
 */
public final class DrawnTies {
    private final String how;
    private final boolean earlierRounds;
    private final boolean shuffled;
    private final boolean ordered;
    private final long seed;

    private DrawnTies(String how, boolean earlierRounds, boolean shuffled, boolean ordered, long seed) {
        this.how = how;
        this.earlierRounds = earlierRounds;
        this.shuffled = shuffled;
        this.ordered = ordered;
        this.seed = seed;
    }

    /** The earliest in the list of candidates wins, the latest loses. */
    public static DrawnTies candidateOrder() {
        return new DrawnTies("the order of candidates", false, false, true, 0);
    }

    /** An order drawn once: candidates are sorted by name and shuffled with the seed; the earliest in it wins. */
    public static DrawnTies shuffledOrder(long seed) {
        return new DrawnTies("an order drawn with the seed " + seed, false, true, true, seed);
    }

    /** Each tie is drawn with the seed. */
    public static DrawnTies random(long seed) {
        return new DrawnTies("a draw with the seed " + seed, false, false, false, seed);
    }

    /** Latest round first, those who held most (to win) or least (to lose) stay; who are still tied are drawn. */
    public static DrawnTies earlierRoundsThenRandom(long seed) {
        return new DrawnTies("earlier rounds, then a draw with the seed " + seed, true, false, false, seed);
    }

    /** How it works, in words. */
    @Override
    public String toString() {
        return how;
    }

    Draw start(List<String> candidates) {
        return new Draw(candidates);
    }

    /** The state of one pass. */
    final class Draw {
        private final List<String> names;
        private final List<Integer> order = new ArrayList<>();
        private final Random random = new Random(seed);

        Draw(List<String> names) {
            this.names = names;
            for (int x = 0; x < names.size(); x++) {
                order.add(x);
            }
            if (shuffled) {
                order.sort((x, y) -> names.get(x).compareTo(names.get(y)));
                Collections.shuffle(order, random);
            }
        }

        /** One of the tied, to win or to lose; earlier rounds as tallies by candidate, oldest first. */
        int choose(List<Integer> tied, boolean toWin, List<long[]> earlier) {
            Checks.notEmpty(tied, "tied");
            List<Integer> left = new ArrayList<>(tied);
            if (ordered) {
                left.sort((x, y) -> Integer.compare(order.indexOf(x), order.indexOf(y)));
                return left.get(toWin ? 0 : left.size() - 1);
            }
            for (int r = earlier.size() - 1; earlierRounds && r >= 0 && left.size() > 1; r--) {
                long[] tallies = earlier.get(r);
                long best = left.stream()
                        .mapToLong(x -> toWin ? tallies[x] : -tallies[x])
                        .max()
                        .orElseThrow();
                left.removeIf(x -> (toWin ? tallies[x] : -tallies[x]) != best);
            }
            if (left.size() == 1) {
                return left.get(0);
            }
            left.sort((x, y) -> names.get(x).compareTo(names.get(y)));
            if (earlierRounds && !earlier.isEmpty()) {
                left.sort((x, y) -> Integer.compare(bucket(x, tied.size()), bucket(y, tied.size())));
            }
            return left.get((int) Math.floor(random.nextDouble() * left.size()));
        }

        /** The place of a name in a table of 16 buckets, or of twice as many until three quarters hold the tied. */
        private int bucket(int candidate, int tied) {
            int size = 16;
            while (size * 3 / 4 < tied) {
                size *= 2;
            }
            int hash = names.get(candidate).hashCode();
            return (hash ^ (hash >>> 16)) & (size - 1);
        }
    }
}
