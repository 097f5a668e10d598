package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;

/**
 * Kemeny: the ranking with the fewest pairwise disagreements with the ballots; its top wins. Exact. If several rankings
 * are best, every top of one of them wins; the ranking reported is the one that prefers lower indices.
 *
 * <p>A best ranking never puts an alternative above one of a Smith set that beats it, so the Smith sets are ranked one
 * after the other, each by dynamic programming over its subsets: time 2ᵏ k and 8 · 2ᵏ bytes for the largest, of k
 * alternatives; up to {@value #MOST} of them.
 *
 * <p>Source: J. G. Kemeny (1959), Mathematics without numbers, <i>Daedalus</i> 88.
 */
public final class Kemeny implements PairwiseRule {
    /** The most alternatives that one cycle of majorities may hold. */
    public static final int MOST = 22;

    private static final Kemeny INSTANCE = new Kemeny();

    private Kemeny() {}

    /** The rule; it has no options. */
    public static Kemeny exact() {
        return INSTANCE;
    }

    @Override
    public String ruleName() {
        return "kemeny";
    }

    @Override
    public Set<Axiom> axioms() {
        return Set.of(
                Axiom.UNANIMITY,
                Axiom.PARETO,
                Axiom.MAJORITY,
                Axiom.CONDORCET,
                Axiom.SMITH,
                Axiom.CONDORCET_LOSER,
                Axiom.MONOTONICITY,
                Axiom.REVERSAL);
    }

    /**
     * Counts.
     *
     * @throws IllegalArgumentException if one cycle of majorities holds more than {@value #MOST} alternatives
     */
    @Override
    public Count count(Margins margins) {
        List<Integer> ranking = new ArrayList<>();
        List<Integer> winners = List.of();
        List<Integer> left = new ArrayList<>(PairwiseMethods.all(margins.size()));
        while (!left.isEmpty()) {
            List<Integer> members = List.copyOf(left);
            List<Integer> top = Tournament.smith(margins.retaining(members)).stream()
                    .map(members::get)
                    .toList();
            Checks.require(
                    top.size() <= MOST,
                    "%s alternatives are in one cycle of majorities. Expected at most %s. Maybe use ranked pairs.",
                    top.size(),
                    MOST);
            Ordering ordering = new Ordering(margins.retaining(top));
            if (winners.isEmpty()) {
                winners = ordering.tops().stream().map(top::get).toList();
            }
            ordering.first().forEach(x -> ranking.add(top.get(x)));
            left.removeAll(top);
        }
        Count count = Scores.count(
                ruleName(),
                margins.alternatives(),
                winners,
                PairwiseMethods.copeland(margins, 1),
                "Wins in pairs, a tie counting half");
        return count.toBuilder()
                .why(count.why()
                        .because(Explanation.of(
                                "%s",
                                "A ranking with the fewest disagreements: "
                                        + String.join(
                                                ", ",
                                                ranking.stream()
                                                        .map(margins.alternatives()::get)
                                                        .toList())
                                        + ".")))
                .build();
    }

    /** The best orders of a few alternatives; entry S of the table is the least disagreement within the set S. */
    private static final class Ordering {
        private final Margins margins;
        private final int n;
        private final long[] least;
        private final long[][] low;
        private final long[][] high;
        private final int half;

        Ordering(Margins margins) {
            this.margins = margins;
            this.n = margins.size();
            this.half = n / 2;
            this.low = new long[n][];
            this.high = new long[n][];
            for (int x = 0; x < n; x++) {
                low[x] = sums(x, 0, half);
                high[x] = sums(x, half, n);
            }
            this.least = new long[1 << n];
            for (int set = 1; set < 1 << n; set++) {
                long best = Long.MAX_VALUE;
                for (int rest = set; rest != 0; rest &= rest - 1) {
                    best = Math.min(best, withTop(Integer.numberOfTrailingZeros(rest), set));
                }
                least[set] = best;
            }
        }

        /** The ballots that put each set of alternatives from a range above x. */
        private long[] sums(int x, int from, int to) {
            long[] sums = new long[1 << (to - from)];
            for (int set = 1; set < sums.length; set++) {
                int y = Integer.numberOfTrailingZeros(set);
                sums[set] = sums[set & (set - 1)] + margins.above(from + y, x);
            }
            return sums;
        }

        private long withTop(int x, int set) {
            int rest = set & ~(1 << x);
            return least[rest] + low[x][rest & (1 << half) - 1] + high[x][rest >>> half];
        }

        List<Integer> tops() {
            int all = (1 << n) - 1;
            return IntStream.range(0, n)
                    .filter(x -> withTop(x, all) == least[all])
                    .boxed()
                    .toList();
        }

        List<Integer> first() {
            List<Integer> order = new ArrayList<>();
            int set = (1 << n) - 1;
            while (set != 0) {
                int now = set;
                int top = IntStream.range(0, n)
                        .filter(x -> (now >>> x & 1) == 1 && withTop(x, now) == least[now])
                        .findFirst()
                        .orElseThrow();
                order.add(top);
                set &= ~(1 << top);
            }
            return order;
        }
    }
}
