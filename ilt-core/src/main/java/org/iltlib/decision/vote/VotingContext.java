package org.iltlib.decision.vote;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What is voted on, in which round, and under which general rules. Immutable. */
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
                    Builder::groundwork);

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

    /** Checks that revision and round count from one. */
    @Value.Check
    void check() {
        Checks.positive(revision(), "revision");
        Checks.positive(round(), "round");
    }

    /** The first round on that revision under the default rules. */
    public static VotingContext of(EntryId proposal, int revision) {
        return builder().proposal(proposal).revision(revision).build();
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
