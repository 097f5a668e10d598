package org.iltlib.choice.single;

import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;

/** A rule from graded ballots to one winner, or to all that it cannot separate. Implementations are immutable. */
public interface GradeRule {
    /** Its name, for a command line: {@code majority-judgment}. */
    String ruleName();

    /** Counts the ballots. */
    Count count(GradeProfile profile);
}
