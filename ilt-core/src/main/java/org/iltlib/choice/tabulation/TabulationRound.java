package org.iltlib.choice.tabulation;

import java.util.List;
import java.util.Map;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;

/**
 * One round: what everybody holds, what nobody holds, and who was elected or left. Tallies, inactive ballots and residue
 * together are all ballots, to the last decimal. Immutable.
 */
@Value.Immutable
public abstract class TabulationRound {
    TabulationRound() {}

    /** What each candidate holds who still stands or has been elected, by name in the order of candidates. */
    public abstract Map<String, Rational> tallies();

    /** How many votes elect in this round. */
    public abstract Rational threshold();

    /** What counts for nobody. */
    public abstract InactiveBallots inactive();

    /** The fractions that were cut off in earlier rounds and belong to nobody. */
    public abstract Rational residue();

    /** Those elected in this round, in the order of candidates. */
    public abstract List<String> elected();

    /** Those who left in this round, in the order of candidates. */
    public abstract List<String> eliminated();

    /**
     * Where their votes went before the next round, in the order of candidates; empty in the last round, and for those
     * elected to a single seat, who keep them.
     */
    public abstract List<VoteTransfer> transfers();

    /** What was cut off when the surplus of each of the elected was passed on. */
    public abstract Map<String, Rational> residues();

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a round. */
    public static final class Builder extends ImmutableTabulationRound.Builder {
        Builder() {}
    }
}
