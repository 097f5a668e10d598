package org.iltlib.choice.insight;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a search for paradoxes found. Immutable.
 *
 * @param rule the name of the rule
 * @param witnesses at most one for each paradox, in the order of {@link Paradox}
 * @param cut where the search ended for lack of recounts, so that finding nothing proves nothing
 */
public record ParadoxReport(String rule, List<ParadoxWitness> witnesses, Set<Paradox> cut) {
    /** Copies. */
    public ParadoxReport {
        witnesses = List.copyOf(witnesses);
        cut = cut.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(cut));
    }

    /** The witness of that paradox. */
    public Optional<ParadoxWitness> find(Paradox paradox) {
        return witnesses.stream()
                .filter(witness -> witness.paradox() == paradox)
                .findFirst();
    }

    /**
     * Whether these ballots do not have that paradox: none was found, the search was not cut, and it tries everything
     * that the paradox could be. So never for {@link Paradox#MONOTONICITY}, where more groups could change at once; for
     * {@link Paradox#NO_SHOW} and {@link Paradox#CLONES} as those are defined on groups of equal ballots.
     */
    public boolean isExcluded(Paradox paradox) {
        return find(paradox).isEmpty() && !cut.contains(paradox) && paradox != Paradox.MONOTONICITY;
    }

    /** What finding none means, in words: {@code none when one or two groups of equal ballots change}. */
    public String tried(Paradox paradox) {
        if (cut.contains(paradox)) {
            return "none found; the search was cut";
        }
        return switch (paradox) {
            case MONOTONICITY -> "none when one or two groups of equal ballots change";
            case NO_SHOW -> "none when voters of one group of equal ballots stay at home";
            case CLONES -> "none when each group of equal ballots puts the copy on one side, or half on each";
            default -> "not on these ballots";
        };
    }
}
