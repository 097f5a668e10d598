package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Whether an engagement goes on, and why. Whoever renews it must cite what it has done. Immutable. */
@Value.Immutable
public abstract class PartnerRenewal implements Recordable {
    /** The written form. */
    public static final Form<PartnerRenewal> FORM = Form.<PartnerRenewal, Builder>built(
                    PartnerRenewal::builder, Builder::build)
            .field("id", EntryId.FORM, PartnerRenewal::id, Builder::id)
            .field("partner", EntryId.FORM, PartnerRenewal::partner, Builder::partner)
            .field("on", Forms.DATE, PartnerRenewal::on, Builder::on)
            .field("course", Forms.enumOf(Course.class), PartnerRenewal::course, Builder::course)
            .field("reason", Forms.TEXT, PartnerRenewal::reason, Builder::reason)
            .list("effect", EntryId.FORM, PartnerRenewal::effect, Builder::addAllEffect);

    /** The kind of entry. */
    public static final Kind<PartnerRenewal> KIND = Kind.of("partner-renewal", 1, PartnerRenewal.class, FORM);

    /** How it goes on. */
    public enum Course {
        /** As before. */
        RENEWED,
        /** Smaller, since the school does part of it alone. */
        RENEWED_SMALLER,
        /** It ends. */
        ENDED
    }

    PartnerRenewal() {}

    @Override
    public abstract EntryId id();

    /** The engagement. */
    public abstract EntryId partner();

    /** The day of the decision. */
    public abstract LocalDate on();

    /** How it goes on. */
    public abstract Course course();

    /** Why. */
    public abstract String reason();

    /** What shows its effect; at least one unless it ends. */
    public abstract List<EntryId> effect();

    /** Checks reason and effect. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.distinct(effect(), "effect");
        Checks.require(
                course() == Course.ENDED || !effect().isEmpty(),
                "course is %s and effect is empty. Expected what the engagement has done. Maybe ENDED.",
                course());
    }

    /** The engagement and what shows its effect. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(partner()), effect().stream()).distinct().toList();
    }

    @Override
    public Kind<PartnerRenewal> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a renewal; the effect may be left out if it ends. */
    public static final class Builder extends ImmutablePartnerRenewal.Builder {
        Builder() {}
    }
}
