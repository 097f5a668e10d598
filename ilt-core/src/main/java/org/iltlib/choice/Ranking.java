package org.iltlib.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;

/**
 * One preference order over some of the alternatives: ranks from best to worst, each rank a set of alternatives that
 * are tied. An empty rank is one that the voter skipped. Immutable.
 *
 * @param ranks the ranks, best first; alternatives are indices from 0, none twice
 */
public record Ranking(List<List<Integer>> ranks) {
    /** Checks that nothing stands twice; copies. */
    public Ranking {
        ranks = ranks.stream().map(List::copyOf).toList();
        List<Integer> all = ranks.stream().flatMap(List::stream).toList();
        all.forEach(alternative -> Checks.notNegative(alternative, "alternative"));
        Checks.distinct(all, "ranking");
    }

    /**
     * A strict order of the alternatives named, best first; the others are not listed.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public static Ranking of(int... alternatives) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (int alternative : alternatives) {
            ranks.add(List.of(alternative));
        }
        return new Ranking(ranks);
    }

    /**
     * Reads {@code 0>2=3>1}; an empty text is the empty ranking, two signs in a row a skipped rank.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Ranking parse(String text) {
        List<List<Integer>> ranks = new ArrayList<>();
        try {
            if (!text.isBlank()) {
                for (String rank : text.split(">", -1)) {
                    List<Integer> tied = new ArrayList<>();
                    if (!rank.isBlank()) {
                        for (String alternative : rank.split("=", -1)) {
                            tied.add(Integer.parseInt(alternative.strip()));
                        }
                    }
                    ranks.add(tied);
                }
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a ranking. Expected such as 0>2=3>1.", e);
        }
        return new Ranking(ranks);
    }

    /** Whether it lists nothing. */
    public boolean isBlank() {
        return ranks.stream().allMatch(List::isEmpty);
    }

    /** Such as {@code 0>2=3>1}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return ranks.stream()
                .map(rank -> rank.stream().map(String::valueOf).collect(Collectors.joining("=")))
                .collect(Collectors.joining(">"));
    }
}
