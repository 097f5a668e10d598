package org.iltlib.plan.design;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A draft becomes the course that is taught. Immutable.
 */
@Value.Immutable
public abstract class CourseAdoption implements Recordable {
    /** The written form. */
    public static final Form<CourseAdoption> FORM = Form.<CourseAdoption, Builder>built(
                    CourseAdoption::builder, Builder::build)
            .field("id", EntryId.FORM, CourseAdoption::id, Builder::id)
            .field("draft", EntryId.FORM, CourseAdoption::draft, Builder::draft)
            .field("decision", EntryId.FORM, CourseAdoption::decision, Builder::decision)
            .field("on", Forms.DATE, CourseAdoption::on, Builder::on)
            .field("starts", Forms.DATE, CourseAdoption::starts, Builder::starts);

    /** The kind of entry. */
    public static final Kind<CourseAdoption> KIND = Kind.of("course-adoption", 1, CourseAdoption.class, FORM);

    CourseAdoption() {}

    @Override
    public abstract EntryId id();

    /** The recorded draft. */
    public abstract EntryId draft();

    /** The recorded decision by which the team adopts it. */
    public abstract EntryId decision();

    /** The day of the decision. */
    public abstract LocalDate on();

    /** The first day of use, not before the decision. */
    public abstract LocalDate starts();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.require(
                !draft().equals(decision()), "draft and decision are both \"%s\". Expected two entries.", draft());
        Checks.require(
                !starts().isBefore(on()),
                "It is used from %s, before it is adopted on %s. Maybe the two are swapped.",
                starts(),
                on());
    }

    /** The draft and the decision. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(draft(), decision());
    }

    @Override
    public Kind<CourseAdoption> kind() {
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

    /** Builds an adoption; everything must be set. */
    public static final class Builder extends ImmutableCourseAdoption.Builder {
        Builder() {}
    }
}
