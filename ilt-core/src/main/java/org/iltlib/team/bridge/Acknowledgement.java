package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Somebody says that they read a {@link Notice}; not that they agree. Immutable. */
@Value.Immutable
public abstract class Acknowledgement implements Recordable {
    /** The written form. */
    public static final Form<Acknowledgement> FORM = Form.<Acknowledgement, Builder>built(
                    Acknowledgement::builder, Builder::build)
            .field("id", EntryId.FORM, Acknowledgement::id, Builder::id)
            .field("notice", EntryId.FORM, Acknowledgement::notice, Builder::notice)
            .field("person", PersonId.FORM, Acknowledgement::person, Builder::person)
            .field("on", Forms.DATE, Acknowledgement::on, Builder::on);

    /** The kind of entry. */
    public static final Kind<Acknowledgement> KIND = Kind.of("acknowledgement", 1, Acknowledgement.class, FORM);

    Acknowledgement() {}

    @Override
    public abstract EntryId id();

    /** What was read. */
    public abstract EntryId notice();

    /** Who read it. */
    public abstract PersonId person();

    /** The day. */
    public abstract LocalDate on();

    /** That acknowledgement. */
    public static Acknowledgement of(EntryId id, EntryId notice, PersonId person, LocalDate on) {
        return builder().id(id).notice(notice).person(person).on(on).build();
    }

    /** The notice. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(notice());
    }

    @Override
    public Kind<Acknowledgement> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an acknowledgement; all must be set. */
    public static final class Builder extends ImmutableAcknowledgement.Builder {
        Builder() {}
    }
}
