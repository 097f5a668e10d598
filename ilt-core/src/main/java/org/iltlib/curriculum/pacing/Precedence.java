package org.iltlib.curriculum.pacing;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What must be taught before what.
 *
 * @param before the standard that is needed
 * @param after the standard that needs it, another one
 */
public record Precedence(StandardId before, StandardId after) {
    /** Refuses a standard that needs itself. */
    public Precedence {
        Checks.require(!before.equals(after), "standard \"%s\" comes before itself. Expected two.", before);
    }

    /** What the publisher says: each {@code precedes} of the framework, in its order, each once. */
    public static List<Precedence> listOf(StandardsFramework framework) {
        return framework.associations().stream()
                .filter(one -> one.type().equals(AssociationType.PRECEDES))
                .filter(one -> !one.origin().equals(one.destination()))
                .map(one -> new Precedence(one.origin(), one.destination()))
                .distinct()
                .toList();
    }

    /** Such as {@code 5.NF.B.3 → 6.RP.A.1}. */
    @Override
    public String toString() {
        return before + " → " + after;
    }
}
