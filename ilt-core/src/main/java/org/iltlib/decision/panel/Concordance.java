package org.iltlib.decision.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * Kendall's coefficient of concordance: how far those who rate items order them alike; 0 not at all, 1 alike. Exact, with
 * the correction for ties:
 *
 * <pre>
 * W = (12 Σ Rᵢ² − 3 m² n (n+1)²) / (m² n (n²−1) − m Σ Tⱼ),   Tⱼ = Σ (t³ − t) over the ties of rater j
 * </pre>
 *
 * with m raters, n items, and Rᵢ the sum of an item's ranks, equals sharing the mean of their places. Source: M. G.
 * Kendall and B. Babington Smith (1939), doi 10.1214/aoms/1177732186. Time: m n log n.
 */
public final class Concordance {
    private Concordance() {}

    /**
     * W of these ratings.
     *
     * @param ratings a row for each rater, of equal length
     * @return missing if there are fewer than two raters or items, or all rate all items equally
     * @throws IllegalArgumentException if rows differ in length
     */
    public static Measured<Rational> of(List<List<Integer>> ratings) {
        int raters = ratings.size();
        int items = ratings.isEmpty() ? 0 : ratings.get(0).size();
        if (raters == 1) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "one rater alone always agrees");
        }
        if (raters < 2 || items < 2) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "concordance needs two raters and two items");
        }
        long[] doubled = new long[items];
        long ties = 0;
        for (List<Integer> row : ratings) {
            Checks.require(row.size() == items, "A row has %s ratings. Expected %s.", row.size(), items);
            ties += rank(row, doubled);
        }
        long squares = 0;
        for (long sum : doubled) {
            squares = Math.addExact(squares, Math.multiplyExact(sum, sum));
        }
        Rational m = Rational.of(raters);
        Rational n = Rational.of(items);
        Rational square = m.times(m).times(n);
        Rational top = Rational.of(squares)
                .times(3)
                .minus(square.times(3).times(n.plus(Rational.ONE)).times(n.plus(Rational.ONE)));
        Rational bottom = square.times(n.times(n).minus(Rational.ONE)).minus(m.times(ties));
        return bottom.signum() == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "all rate all items equally")
                : Measured.of(top.dividedBy(bottom));
    }

    /** What becomes of items that a rater left out. */
    public enum Partial {
        /** Only items that all ranked count. */
        COMMON_ITEMS,
        /** Those that a rater left out share the mean of the last places of that rater. */
        SHARE_THE_LAST_PLACES
    }

    /**
     * W of rankings of which some leave items out.
     *
     * @param rankings for each rater the place of each item, 1 the best, equals allowed
     * @param partial what becomes of items left out
     * @return missing as in {@link #of}, also if there are fewer than two common items
     */
    public static Measured<Rational> ofRankings(List<Map<String, Integer>> rankings, Partial partial) {
        Set<String> items = new TreeSet<>();
        rankings.forEach(ranking -> items.addAll(ranking.keySet()));
        if (partial == Partial.COMMON_ITEMS) {
            rankings.forEach(ranking -> items.retainAll(ranking.keySet()));
        }
        return of(rankings.stream()
                .map(ranking -> items.stream()
                        .map(item -> ranking.getOrDefault(item, Integer.MAX_VALUE))
                        .toList())
                .toList());
    }

    /**
     * Friedman's {@code χ² = m (n − 1) W} on n − 1 degrees of freedom, exact; a poor guide for 7 items or fewer, for which
     * {@link ConcordanceChance} has the exact distribution.
     *
     * @return missing as in {@link #of}
     */
    public static Measured<Rational> chiSquare(List<List<Integer>> ratings) {
        return of(ratings).map(w -> w.times(ratings.size()).times(ratings.get(0).size() - 1L));
    }

    /** Adds twice the ranks of a row; gives its T. */
    static long rank(List<Integer> row, long[] doubled) {
        List<Integer> sorted = new ArrayList<>(row);
        Collections.sort(sorted);
        Map<Integer, Long> rankOf = new HashMap<>();
        long ties = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size() && sorted.get(to).equals(sorted.get(from))) {
                to++;
            }
            long same = (long) to - from;
            ties += same * same * same - same;
            rankOf.put(sorted.get(from), from + 1L + to);
            from = to;
        }
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] += rankOf.getOrDefault(row.get(i), 0L);
        }
        return ties;
    }
}
