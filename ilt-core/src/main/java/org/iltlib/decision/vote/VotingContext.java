package org.iltlib.decision.vote;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What is voted on, in which round, and under which general rules of the room. By default the strict ones: nobody stands
 * in for anybody, a tie settles nothing, ballots are open. Immutable.
 */
@Value.Immutable
public abstract class VotingContext {
    /** The written form. */
    public static final Form<VotingContext> FORM = Form.<VotingContext, Builder>built(
                    VotingContext::builder, Builder::build)
            .field("proposal", EntryId.FORM, VotingContext::proposal, Builder::proposal)
            .field("revision", Forms.INTEGER, VotingContext::revision, Builder::revision)
            .field("round", Forms.INTEGER, VotingContext::round, Builder::round)
            .field("quorum", Quorum.FORM, VotingContext::quorum, Builder::quorum)
            .field(
                    "recusalPolicy",
                    Forms.enumOf(Recusal.Policy.class),
                    VotingContext::recusalPolicy,
                    Builder::recusalPolicy)
            .set("asked", PersonId.FORM, VotingContext::asked, Builder::addAllAsked)
            .maybe("reviewOn", Forms.DATE, VotingContext::reviewOn, Builder::reviewOn)
            .maybe(
                    "groundwork",
                    Groundwork.FORM,
                    context -> Optional.of(context.groundwork()).filter(given -> !given.equals(Groundwork.NONE)),
                    Builder::groundwork)
            .list(
                    "allowed",
                    Forms.enumOf(Substitution.Kind.class),
                    context -> List.copyOf(context.allowed()),
                    Builder::addAllAllowed)
            .field("delegationSteps", Forms.INTEGER, 1, VotingContext::delegationSteps, Builder::delegationSteps)
            .field(
                    "affiliationsHeardOnce",
                    Forms.FLAG,
                    false,
                    VotingContext::affiliationsHeardOnce,
                    Builder::affiliationsHeardOnce)
            .list("ties", TiePolicy.form(), VotingContext::ties, Builder::addAllTies)
            .field("secrecy", Forms.enumOf(Secrecy.class), Secrecy.OPEN, VotingContext::secrecy, Builder::secrecy)
            .field("smallestCell", Forms.INTEGER, 3, VotingContext::smallestCell, Builder::smallestCell);

    VotingContext() {}

    /** The proposal voted on. */
    public abstract EntryId proposal();

    /** The revision of its text; ballots on another are void. */
    public abstract int revision();

    /** The round, from 1; 1 unless said otherwise. */
    @Value.Default
    public int round() {
        return 1;
    }

    /** Who must be present; more than half of the members unless said otherwise. */
    @Value.Default
    public Quorum quorum() {
        return Quorum.MAJORITY;
    }

    /** What a recusal does; not counted at all unless said otherwise. */
    @Value.Default
    public Recusal.Policy recusalPolicy() {
        return Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
    }

    /** Who was asked for advice before, for protocols that demand it. */
    public abstract Set<PersonId> asked();

    /** When the outcome will be looked at again, for protocols that demand it. */
    public abstract Optional<LocalDate> reviewOn();

    /** What was established beforehand, for protocols that ask for it; nothing unless said otherwise. */
    @Value.Default
    public Groundwork groundwork() {
        return Groundwork.NONE;
    }

    /** Which ways to stand in for a member count; none unless said otherwise. */
    @Value.NaturalOrder
    public abstract SortedSet<Substitution.Kind> allowed();

    /** Over how many steps a delegation is followed; 1 unless said otherwise: a delegated vote is not delegated on. */
    @Value.Default
    public int delegationSteps() {
        return 1;
    }

    /**
     * Whether ballots that say the same, of people of one affiliation, count once; not unless said otherwise. It touches
     * what is cast, not the bases that count people or seats.
     */
    @Value.Default
    public boolean affiliationsHeardOnce() {
        return false;
    }

    /** What settles a tie, tried in order; nothing unless said otherwise. */
    public abstract List<TiePolicy> ties();

    /** What may be known of single votes; all unless said otherwise. */
    @Value.Default
    public Secrecy secrecy() {
        return Secrecy.OPEN;
    }

    /** How many votes a part of the result must hold at least to be shown, if the vote is anonymous; 3 unless said otherwise. */
    @Value.Default
    public int smallestCell() {
        return 3;
    }

    /** Checks that revision, round and steps count from one, and that each policy for ties stands once. */
    @Value.Check
    void check() {
        Checks.positive(delegationSteps(), "delegationSteps");
        Checks.positive(smallestCell(), "smallestCell");
        Checks.distinct(ties(), "ties");
        Checks.positive(revision(), "revision");
        Checks.positive(round(), "round");
    }

    /** The first round on that revision under the default rules. */
    public static VotingContext of(EntryId proposal, int revision) {
        return builder().proposal(proposal).revision(revision).build();
    }

    /** A copy in which these ways to stand in for a member count. */
    public VotingContext withAllowed(Substitution.Kind... kinds) {
        return toBuilder().allowed(List.of(kinds)).build();
    }

    /** A copy in which a tie is settled by the first of these that can. */
    public VotingContext withTies(TiePolicy... policies) {
        return toBuilder().ties(List.of(policies)).build();
    }

    /**
     * A copy with that secrecy.
     *
     * @param opened whether voting has begun
     * @throws IllegalArgumentException if the change is not lawful; see {@link Secrecy#mayBecome}
     */
    public VotingContext withSecrecy(Secrecy next, boolean opened) {
        return toBuilder().secrecy(secrecy().become(next, opened)).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a context; proposal and revision must be set. */
    public static final class Builder extends ImmutableVotingContext.Builder {
        Builder() {}
    }
}
