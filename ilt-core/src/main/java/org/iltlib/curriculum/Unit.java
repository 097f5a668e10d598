package org.iltlib.curriculum;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A stretch of a course that is planned as a whole. Immutable. */
@Value.Immutable
public abstract class Unit {
    /** The written form. */
    public static final Form<Unit> FORM = Form.<Unit, Builder>built(Unit::builder, Builder::build)
            .field("id", Forms.TEXT, Unit::id, Builder::id)
            .field("title", Forms.TEXT, Unit::title, Builder::title)
            .field("plannedDays", Forms.INTEGER, Unit::plannedDays, Builder::plannedDays)
            .list("standards", StandardId.FORM, Unit::standards, Builder::addAllStandards)
            .list("lessons", Lesson.FORM, Unit::lessons, Builder::addAllLessons);

    Unit() {}

    /** The id, unique in the course. */
    public abstract String id();

    /** What it is called. */
    public abstract String title();

    /** How many school days are planned for it. */
    public abstract int plannedDays();

    /** The standards it teaches, each once. */
    public abstract List<StandardId> standards();

    /** Its lessons in order; may be empty where the team plans by unit. */
    public abstract List<Lesson> lessons();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.id(id(), "unit id");
        Checks.text(title(), "title");
        Checks.positive(plannedDays(), "plannedDays");
        Checks.distinct(standards(), "standards");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a unit; id, title and planned days must be set. */
    public static final class Builder extends ImmutableUnit.Builder {
        Builder() {}
    }
}
