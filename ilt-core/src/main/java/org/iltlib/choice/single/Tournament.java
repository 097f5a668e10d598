package org.iltlib.choice.single;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.Margins;

/**
 * The sets of alternatives that majorities single out. Each takes time cubic in the alternatives or less.
 *
 * <p>Sources: J. H. Smith (1973), <i>Econometrica</i> 41; T. Schwartz (1986), <i>The Logic of Collective Choice</i>; N.
 * R. Miller (1980), <i>American Journal of Political Science</i> 24.
 */
public final class Tournament {
    private Tournament() {}

    /** The Smith set: the smallest set, not empty, whose members beat everyone outside. */
    public static List<Integer> smith(Margins margins) {
        BitSet[] reach = reach(margins, true);
        return where(margins.size(), x -> reach[x].cardinality() == margins.size());
    }

    /** The Schwartz set: the union of the minimal sets that nobody outside beats. It lies within the Smith set. */
    public static List<Integer> schwartz(Margins margins) {
        BitSet[] reach = reach(margins, false);
        return where(
                margins.size(),
                x -> IntStream.range(0, margins.size()).allMatch(y -> !reach[y].get(x) || reach[x].get(y)));
    }

    /**
     * The Landau set: those that, for every other y, are not beaten by y, or not beaten by some z that y does not
     * beat.
     */
    public static List<Integer> landau(Margins margins) {
        int n = margins.size();
        return where(
                n,
                x -> IntStream.range(0, n)
                        .allMatch(y ->
                                IntStream.range(0, n).anyMatch(z -> !margins.beats(z, x) && !margins.beats(y, z))));
    }

    /** The uncovered set: x covers y if x beats y and whatever beats x also beats y (Gillies). */
    public static List<Integer> uncovered(Margins margins) {
        int n = margins.size();
        return where(
                n,
                y -> IntStream.range(0, n)
                        .noneMatch(x -> margins.beats(x, y)
                                && IntStream.range(0, n).allMatch(z -> !margins.beats(z, x) || margins.beats(z, y))));
    }

    /** Whom each reaches over paths of pairs, each beating (or at least not beaten by) the next; itself included. */
    private static BitSet[] reach(Margins margins, boolean weak) {
        int n = margins.size();
        BitSet[] reach = new BitSet[n];
        for (int x = 0; x < n; x++) {
            reach[x] = new BitSet(n);
            for (int y = 0; y < n; y++) {
                reach[x].set(y, x == y || margins.beats(x, y) || (weak && !margins.beats(y, x)));
            }
        }
        for (int via = 0; via < n; via++) {
            for (int x = 0; x < n; x++) {
                if (reach[x].get(via)) {
                    reach[x].or(reach[via]);
                }
            }
        }
        return reach;
    }

    private static List<Integer> where(int n, java.util.function.IntPredicate holds) {
        return IntStream.range(0, n).filter(holds).boxed().toList();
    }
}
