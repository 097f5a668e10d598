package org.iltlib.choice;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tie-breaks in the order in which they are asked, each only about what the one before left tied. The same ballots and
 * the same chain give the same answer, every time.
 *
 * @param steps the tie-breaks; none leaves every tie as it is
 */
public record TieChain(List<TieBreak> steps) {
    /** Copies. */
    public TieChain {
        steps = List.copyOf(steps);
    }

    /** A chain of these steps. */
    public static TieChain of(TieBreak... steps) {
        return new TieChain(List.of(steps));
    }

    /** The best of the tied. */
    public TieNote best(List<Integer> tied, TieContext context) {
        return choose(tied, context, true);
    }

    /** The worst of the tied: whom to eliminate. */
    public TieNote worst(List<Integer> tied, TieContext context) {
        return choose(tied, context, false);
    }

    private TieNote choose(List<Integer> tied, TieContext context, boolean best) {
        List<Integer> left = tied;
        String how = "not separated";
        for (TieBreak step : steps) {
            while (left.size() > 1) {
                List<List<Integer>> groups = step.separate(left, context);
                if (groups.size() == 1) {
                    break;
                }
                left = groups.get(best ? 0 : groups.size() - 1);
                how = "separated by " + step.name();
            }
        }
        return new TieNote(tied, left, how);
    }

    /** The names of the steps. */
    @Override
    public String toString() {
        return steps.stream().map(TieBreak::name).collect(Collectors.joining(", then "));
    }
}
