package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * What somebody says of a draft. Immutable.
 */
@Value.Immutable
public abstract class DraftComment implements Recordable {
    /** The written form. */
    public static final Form<DraftComment> FORM = Form.<DraftComment, Builder>built(
                    DraftComment::builder, Builder::build)
            .field("id", EntryId.FORM, DraftComment::id, Builder::id)
            .field("draft", EntryId.FORM, DraftComment::draft, Builder::draft)
            .field("group", StakeholderGroup.FORM, DraftComment::group, Builder::group)
            .maybe("person", PersonId.FORM, DraftComment::person, Builder::person)
            .field("on", Forms.DATE, DraftComment::on, Builder::on)
            .maybe("unit", Forms.TEXT, DraftComment::unit, Builder::unit)
            .field("text", Forms.TEXT, DraftComment::text, Builder::text);

    /** The kind of entry. */
    public static final Kind<DraftComment> KIND = Kind.of("draft-comment", 1, DraftComment.class, FORM);

    DraftComment() {}

    @Override
    public abstract EntryId id();

    /** The recorded draft. */
    public abstract EntryId draft();

    /** For which group it is said. */
    public abstract StakeholderGroup group();

    /** Who says it, by pseudonymous id; may be left out. */
    public abstract Optional<PersonId> person();

    /** The day. */
    public abstract LocalDate on();

    /** The unit of which it is said; the whole draft if left out. */
    public abstract Optional<String> unit();

    /** What is said. */
    public abstract String text();

    /** Checks the parts. */
    @Value.Check
    void check() {
        unit().ifPresent(id -> Checks.id(id, "unit"));
        Checks.text(text(), "text");
    }

    /** The draft. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(draft());
    }

    @Override
    public Kind<DraftComment> kind() {
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

    /** Builds a comment; person and unit may be left out. */
    public static final class Builder extends ImmutableDraftComment.Builder {
        Builder() {}
    }
}
