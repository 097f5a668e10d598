package org.iltlib.decision;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How a proposal will be decided, chosen beforehand: the situation, the way, and why that way. A way that the rules do
 * not leave may be chosen all the same, with a reason. Immutable.
 */
@Value.Immutable
public abstract class InvolvementChoice implements Recordable {
    /** The written form. */
    public static final Form<InvolvementChoice> FORM = Form.<InvolvementChoice, Builder>built(
                    InvolvementChoice::builder, Builder::build)
            .field("id", EntryId.FORM, InvolvementChoice::id, Builder::id)
            .field("proposal", EntryId.FORM, InvolvementChoice::proposal, Builder::proposal)
            .field("situation", Situation.FORM, InvolvementChoice::situation, Builder::situation)
            .field("way", Forms.enumOf(Involvement.Way.class), InvolvementChoice::way, Builder::way)
            .maybe("reason", Forms.TEXT, InvolvementChoice::reason, Builder::reason);

    /** The kind of entry. */
    public static final Kind<InvolvementChoice> KIND = Kind.of("involvement-choice", 1, InvolvementChoice.class, FORM);

    InvolvementChoice() {}

    @Override
    public abstract EntryId id();

    /** The proposal. */
    public abstract EntryId proposal();

    /** What the matter is like. */
    public abstract Situation situation();

    /** The way chosen. */
    public abstract Involvement.Way way();

    /** Why; needed if the rules would not leave that way. */
    public abstract Optional<String> reason();

    /** Checks that a way against the rules has a reason. */
    @Value.Check
    void check() {
        reason().ifPresent(text -> Checks.text(text, "reason"));
        Checks.require(
                reason().isPresent() || situation().involvement().allows(way()),
                "The rules do not leave that %s, and there is no reason. Expected one of %s, or a reason.",
                way(),
                situation().involvement().feasible());
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(proposal());
    }

    @Override
    public Kind<InvolvementChoice> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a choice; the reason may be left out where the rules leave the way. */
    public static final class Builder extends ImmutableInvolvementChoice.Builder {
        Builder() {}
    }
}
