package org.iltlib.choice.committee;

import java.util.Set;
import org.iltlib.choice.ApprovalProfile;

/** A rule from approval ballots to a committee, or to all that it cannot separate. Implementations are immutable. */
public interface CommitteeRule {
    /** Its name, for a command line: {@code seqpav}. */
    String ruleName();

    /** The axioms that it keeps; of others nothing is said. */
    Set<CommitteeAxiom> axioms();

    /**
     * Counts the ballots.
     *
     * @param profile the ballots
     * @param seats the size of the committee, 1 to the number of alternatives
     * @throws IllegalArgumentException if the seats are out of range, or there is too much to search
     */
    CommitteeCount count(ApprovalProfile profile, int seats);
}
