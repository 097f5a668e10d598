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

    /** Whether the whole space that {@link ParadoxSearch} describes was searched and holds none. */
    public boolean isExcluded(Paradox paradox) {
        return find(paradox).isEmpty() && !cut.contains(paradox);
    }
}
