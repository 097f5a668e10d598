package org.iltlib.decision.vote;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One member's position on one revision of one proposal. An open ballot: it names its voter on purpose. Immutable. */
@Value.Immutable
public abstract class Ballot {
    /** The written form. */
    public static final Form<Ballot> FORM = Form.<Ballot, Builder>built(Ballot::builder, Builder::build)
            .field("person", PersonId.FORM, Ballot::person, Builder::person)
            .field("proposal", EntryId.FORM, Ballot::proposal, Builder::proposal)
            .field("revision", Forms.INTEGER, Ballot::revision, Builder::revision)
            .field("position", Position.form(), Ballot::position, Builder::position)
            .maybe("reason", Forms.TEXT, Ballot::reason, Builder::reason);

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

    /** Checks revision and reason. */
    @Value.Check
    void check() {
        Checks.positive(revision(), "revision");
        reason().ifPresent(text -> Checks.text(text, "reason"));
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

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a ballot; only the reason may be left out. */
    public static final class Builder extends ImmutableBallot.Builder {
        Builder() {}
    }
}
