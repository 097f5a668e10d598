package org.iltlib.choice.single;

import java.util.Set;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;

/** A rule from graded ballots to one winner, or to all that it cannot separate. Implementations are immutable. */
public interface GradeRule {
    /** Its name, for a command line: {@code majority-judgment}. */
    String ruleName();

    /**
     * The axioms that it keeps where every ballot grades every alternative. A ballot prefers what it grades higher; to
     * put first is to grade above all others; to turn a ballot round is to take each grade from the highest; a copy has
     * the grades of its original.
     */
    Set<Axiom> axioms();

    /** Counts the ballots. */
    Count count(GradeProfile profile);
}
