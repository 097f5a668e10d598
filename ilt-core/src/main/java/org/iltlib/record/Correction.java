package org.iltlib.record;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Another entry takes the place of one that was wrong. Nothing is edited: the entry, its replacement and the correction
 * all stay in the record, and {@link Standing} tells what holds. Immutable.
 *
 * <pre>{@code
 * record.with(now, ana, betterDecision, Correction.builder()
 *         .id(EntryId.of("correction/1")).corrected(decision.id()).replacement(betterDecision.id())
 *         .reason("The minutes had the wrong date.").build());
 * }</pre>
 *
 * <p>The replacement is recorded after the corrected entry; a record refuses it otherwise.
 */
@Value.Immutable
public abstract class Correction implements Recordable {
    /** The written form. */
    public static final Form<Correction> FORM = Form.<Correction, Builder>built(Correction::builder, Builder::build)
            .field("id", EntryId.FORM, Correction::id, Builder::id)
            .field("corrected", EntryId.FORM, Correction::corrected, Builder::corrected)
            .field("replacement", EntryId.FORM, Correction::replacement, Builder::replacement)
            .field("reason", Forms.TEXT, Correction::reason, Builder::reason);

    /** The kind in the record. */
    public static final Kind<Correction> KIND = Kind.of("correction", 1, Correction.class, FORM);

    Correction() {}

    @Override
    public abstract EntryId id();

    /** The entry that was wrong. */
    public abstract EntryId corrected();

    /** The entry that takes its place. */
    public abstract EntryId replacement();

    /** Why, in words. */
    public abstract String reason();

    @Value.Check
    void check() {
        Checks.require(
                !corrected().equals(replacement()),
                "Entry \"%s\" is to replace itself. Maybe it should be a Withdrawal.",
                corrected());
        Checks.text(reason(), "reason");
    }

    /** The corrected entry and its replacement. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(corrected(), replacement());
    }

    @Override
    public Kind<Correction> kind() {
        return KIND;
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a correction; every property must be set. */
    public static final class Builder extends ImmutableCorrection.Builder {
        Builder() {}
    }
}
