package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What the authority decided after the last step of a ladder. It ends the matter, unless those who must be consulted
 * were not, or it differs from what the team last recommended and no reason is given: then nothing is decided. Immutable.
 */
@Value.Immutable
public abstract non-sealed class Ruling implements LadderEvent {
    /** The written form. */
    public static final Form<Ruling> FORM = Form.<Ruling, Builder>built(Ruling::builder, Builder::build)
            .field("heldOn", Forms.DATE, Ruling::heldOn, Builder::heldOn)
            .field("authority", Forms.TEXT, Ruling::authority, Builder::authority)
            .field("by", PersonId.FORM, Ruling::by, Builder::by)
            .field("proposal", EntryId.FORM, Ruling::proposal, Builder::proposal)
            .field("revision", Forms.INTEGER, Ruling::revision, Builder::revision)
            .field("adopts", Forms.FLAG, Ruling::adopts, Builder::adopts)
            .maybe("reason", Forms.TEXT, Ruling::reason, Builder::reason)
            .set("consulted", Forms.TEXT, Ruling::consulted, Builder::addAllConsulted);

    Ruling() {}

    /** The day. */
    @Override
    public abstract LocalDate heldOn();

    /** The authority, in the words of the ladder. */
    public abstract String authority();

    /** Who decided in its name. */
    public abstract PersonId by();

    /** The proposal decided on. */
    public abstract EntryId proposal();

    /** The revision of its text; a later one than the team's differs from what the team recommended. */
    public abstract int revision();

    /** Whether the proposal is adopted. */
    public abstract boolean adopts();

    /** Why; owed when it differs from what the team last recommended. */
    public abstract Optional<String> reason();

    /** Who was heard before. */
    public abstract Set<String> consulted();

    /** Checks texts and the revision. */
    @Value.Check
    void check() {
        Checks.text(authority(), "authority");
        Checks.positive(revision(), "revision");
        reason().ifPresent(text -> Checks.text(text, "reason"));
        consulted().forEach(text -> Checks.text(text, "consulted"));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a ruling; reason and consulted may be left out. */
    public static final class Builder extends ImmutableRuling.Builder {
        Builder() {}
    }
}
