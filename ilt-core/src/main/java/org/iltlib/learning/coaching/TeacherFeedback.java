package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * Feedback to a teacher after a visit: what was seen, one step, and what the teacher says to it. It serves growth only:
 * an evaluation rests on formal observations and cannot take it. Immutable.
 */
@Value.Immutable
public abstract class TeacherFeedback implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<TeacherFeedback> FORM = Form.<TeacherFeedback, Builder>built(
                    TeacherFeedback::builder, Builder::build)
            .field("id", EntryId.FORM, TeacherFeedback::id, Builder::id)
            .field("teacher", PersonId.FORM, TeacherFeedback::teacher, Builder::teacher)
            .field("giver", PersonId.FORM, TeacherFeedback::giver, Builder::giver)
            .field("visitedOn", Forms.DATE, TeacherFeedback::visitedOn, Builder::visitedOn)
            .field("givenOn", Forms.DATE, TeacherFeedback::givenOn, Builder::givenOn)
            .field("seen", Forms.TEXT, TeacherFeedback::seen, Builder::seen)
            .maybe("evidence", Forms.TEXT, TeacherFeedback::evidence, Builder::evidence)
            .list("steps", ActionStepForGrowth.FORM, TeacherFeedback::steps, Builder::addAllSteps)
            .maybe("response", Forms.TEXT, TeacherFeedback::response, Builder::response)
            .list("basedOn", EntryId.FORM, TeacherFeedback::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<TeacherFeedback> KIND = Kind.of("teacher-feedback", 1, TeacherFeedback.class, FORM);

    TeacherFeedback() {}

    @Override
    public abstract EntryId id();

    /** Who gets it. */
    public abstract PersonId teacher();

    /** Who gives it; another person. */
    public abstract PersonId giver();

    /** The day of the visit. */
    public abstract LocalDate visitedOn();

    /** The day on which it was given, not before the visit. */
    public abstract LocalDate givenOn();

    /** What was seen. */
    public abstract String seen();

    /** What exactly students or teacher did or said, word for word or counted; it makes feedback specific. */
    public abstract Optional<String> evidence();

    /** The steps to try; one is enough, and {@link FeedbackRule} says when there are more. */
    public abstract List<ActionStepForGrowth> steps();

    /** What the teacher says to it. */
    public abstract Optional<String> response();

    /** The visit or the goal that it belongs to; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks people, days and texts. */
    @Value.Check
    void check() {
        Checks.require(
                !teacher().equals(giver()), "teacher and giver are both \"%s\". Expected two people.", teacher());
        Checks.require(
                !givenOn().isBefore(visitedOn()),
                "givenOn is %s. Expected on or after the visit of %s. Maybe the two are swapped.",
                givenOn(),
                visitedOn());
        Checks.text(seen(), "seen");
        evidence().ifPresent(text -> Checks.text(text, "evidence"));
        response().ifPresent(text -> Checks.text(text, "response"));
        Checks.distinct(basedOn(), "basedOn");
    }

    /** The days from the visit to the feedback. */
    public long daysAfterVisit() {
        return ChronoUnit.DAYS.between(visitedOn(), givenOn());
    }

    /** Without what was seen: {@code feedback feedback/1 of 2026-10-05}. */
    @Override
    public String toString() {
        return "feedback " + id() + " of " + givenOn();
    }

    @Override
    public Kind<TeacherFeedback> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds feedback; evidence, steps, response and what it is based on may be left out. */
    public static final class Builder extends ImmutableTeacherFeedback.Builder {
        Builder() {}
    }
}
