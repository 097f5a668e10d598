package org.iltlib.decision.vote;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One vote: whose it is, on which revision of which proposal, and what it says. An open ballot: it names its voter on
 * purpose.
 *
 * <p>{@link #person()} is whose vote it is. An alternate votes in a seat and so under the own name. A proxy hands in the
 * ballot of an absent member: then {@link #castBy()} is the proxy. A casting vote is a ballot of the chair that is opened
 * at a tie only, and beside which the chair may have voted as a member where the rules say so. Immutable.
 */
@Value.Immutable
public abstract class Ballot {
    /** The written form. */
    public static final Form<Ballot> FORM = Form.<Ballot, Builder>built(Ballot::builder, Builder::build)
            .field("person", PersonId.FORM, Ballot::person, Builder::person)
            .field("proposal", EntryId.FORM, Ballot::proposal, Builder::proposal)
            .field("revision", Forms.INTEGER, Ballot::revision, Builder::revision)
            .field("position", Position.form(), Ballot::position, Builder::position)
            .maybe("reason", Forms.TEXT, Ballot::reason, Builder::reason)
            .maybe("castBy", PersonId.FORM, Ballot::castBy, Builder::castBy)
            .maybe(
                    "casting",
                    Forms.FLAG,
                    ballot -> Optional.of(ballot.casting()).filter(casting -> casting),
                    Builder::casting);

    Ballot() {}

    /** Who votes. */
    public abstract PersonId person();

    /** On what. */
    public abstract EntryId proposal();

    /** On which revision of its text. */
    public abstract int revision();

    /** How. */
    public abstract Position position();

    /** Why; a block without it does not stop anything. */
    public abstract Optional<String> reason();

    /** Who handed it in, if another than whose vote it is. */
    public abstract Optional<PersonId> castBy();

    /** Whether it is the chair's casting vote, to be opened at a tie only. */
    @Value.Default
    public boolean casting() {
        return false;
    }

    /** Checks revision and reason. */
    @Value.Check
    void check() {
        Checks.positive(revision(), "revision");
        reason().ifPresent(text -> Checks.text(text, "reason"));
        Checks.require(
                !castBy().equals(Optional.of(person())),
                "castBy is %s, whose vote it is. Maybe leave it out.",
                person());
        Checks.require(
                !casting() || castBy().isEmpty(),
                "A casting vote of %s is cast by another. Only the chair can.",
                person());
    }

    /** A ballot on what the context names, without a reason. */
    public static Ballot of(PersonId person, VotingContext context, Position position) {
        return builder()
                .person(person)
                .proposal(context.proposal())
                .revision(context.revision())
                .position(position)
                .build();
    }

    /** A ballot on what the context names, with a reason. */
    public static Ballot of(PersonId person, VotingContext context, Position position, String reason) {
        return of(person, context, position).toBuilder().reason(reason).build();
    }

    /** The ballot of an absent member, handed in by a proxy. */
    public static Ballot byProxy(PersonId person, PersonId proxy, VotingContext context, Position position) {
        return of(person, context, position).toBuilder().castBy(proxy).build();
    }

    /** The chair's casting vote, which counts at a tie only. */
    public static Ballot casting(PersonId chair, VotingContext context, Position position) {
        return of(chair, context, position).toBuilder().casting(true).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a ballot; reason, who cast it and whether it is a casting vote may be left out. */
    public static final class Builder extends ImmutableBallot.Builder {
        Builder() {}
    }
}
