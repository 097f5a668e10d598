package org.iltlib.learning;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That a mentor and a new teacher met, and for how long; not what they said. It serves growth only. Immutable. */
@Value.Immutable
public abstract class MentorContact implements Recordable, PurposeLimited.Growth {
    private static final int LONGEST = 24 * 60;

    /** The written form. */
    public static final Form<MentorContact> FORM = Form.<MentorContact, Builder>built(
                    MentorContact::builder, Builder::build)
            .field("id", EntryId.FORM, MentorContact::id, Builder::id)
            .field("mentorship", EntryId.FORM, MentorContact::mentorship, Builder::mentorship)
            .field("on", Forms.DATE, MentorContact::on, Builder::on)
            .field("minutes", Forms.INTEGER, MentorContact::minutes, Builder::minutes);

    /** The kind of entry. */
    public static final Kind<MentorContact> KIND = Kind.of("mentor-contact", 1, MentorContact.class, FORM);

    MentorContact() {}

    @Override
    public abstract EntryId id();

    /** The mentorship. */
    public abstract EntryId mentorship();

    /** The day. */
    public abstract LocalDate on();

    /** How long, 1 to 1,440 minutes. */
    public abstract int minutes();

    /** Checks the minutes. */
    @Value.Check
    void check() {
        Checks.require(minutes() >= 1 && minutes() <= LONGEST, "minutes are %s. Expected 1 to %s.", minutes(), LONGEST);
    }

    /** The mentorship. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(mentorship());
    }

    @Override
    public Kind<MentorContact> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a contact; every property must be set. */
    public static final class Builder extends ImmutableMentorContact.Builder {
        Builder() {}
    }
}
