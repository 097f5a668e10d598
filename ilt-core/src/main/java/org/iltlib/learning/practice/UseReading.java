package org.iltlib.learning.practice;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/** At which level one person uses a practice, as an interview on one day showed. It serves growth only. Immutable. */
@Value.Immutable
public abstract class UseReading implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<UseReading> FORM = Form.<UseReading, Builder>built(UseReading::builder, Builder::build)
            .field("id", EntryId.FORM, UseReading::id, Builder::id)
            .field("practice", EntryId.FORM, UseReading::practice, Builder::practice)
            .field("person", PersonId.FORM, UseReading::person, Builder::person)
            .field("on", Forms.DATE, UseReading::on, Builder::on)
            .field("level", Forms.enumOf(LevelOfUse.class), UseReading::level, Builder::level);

    /** The kind of entry. */
    public static final Kind<UseReading> KIND = Kind.of("use-reading", 1, UseReading.class, FORM);

    UseReading() {}

    @Override
    public abstract EntryId id();

    /** The practice: its profile, or whatever entry tells it. */
    public abstract EntryId practice();

    /** Who. */
    public abstract PersonId person();

    /** The day. */
    public abstract LocalDate on();

    /** The level. */
    public abstract LevelOfUse level();

    /** The practice. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(practice());
    }

    @Override
    public Kind<UseReading> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a reading; every property must be set. */
    public static final class Builder extends ImmutableUseReading.Builder {
        Builder() {}
    }
}
