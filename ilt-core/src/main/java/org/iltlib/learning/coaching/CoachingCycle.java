package org.iltlib.learning.coaching;

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
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * The beginning of a cycle of coaching: who with whom, from when, for about how long, and towards which goal. Coach and
 * teacher can read the goal, others cannot. It serves growth only. Immutable.
 */
@Value.Immutable
public abstract class CoachingCycle implements Recordable, PurposeLimited.Growth {
    private static final int WEEKS = 6;

    /** The written form; it holds the goal. */
    public static final Form<CoachingCycle> FORM = Form.<CoachingCycle, Builder>built(
                    CoachingCycle::builder, Builder::build)
            .field("id", EntryId.FORM, CoachingCycle::id, Builder::id)
            .field("coach", PersonId.FORM, CoachingCycle::coach, Builder::coach)
            .field("teacher", PersonId.FORM, CoachingCycle::teacher, Builder::teacher)
            .field("start", Forms.DATE, CoachingCycle::start, Builder::start)
            .field("weeks", Forms.INTEGER, CoachingCycle::weeks, Builder::weeks)
            .field("goal", Forms.TEXT, CoachingCycle::goal, Builder::goal)
            .list("basedOn", EntryId.FORM, CoachingCycle::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<CoachingCycle> KIND = Kind.of("coaching-cycle", 1, CoachingCycle.class, FORM);

    CoachingCycle() {}

    @Override
    public abstract EntryId id();

    /** Who coaches. */
    public abstract PersonId coach();

    /** Who is coached; another person. */
    public abstract PersonId teacher();

    /** The first day. */
    public abstract LocalDate start();

    /** For how many weeks it is meant, 1 to 52; 6 unless set, the longer end of the usual 4 to 6. */
    @Value.Default
    public int weeks() {
        return WEEKS;
    }

    /** What the teacher wants students to do or say; for coach and teacher only. */
    abstract String goal();

    /** The need or the learning from which it follows; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks people, weeks and goal. */
    @Value.Check
    void check() {
        Checks.require(!coach().equals(teacher()), "coach and teacher are both \"%s\". Expected two people.", coach());
        Checks.require(weeks() >= 1 && weeks() <= 52, "weeks are %s. Expected 1 to 52.", weeks());
        Checks.text(goal(), "goal");
        Checks.distinct(basedOn(), "basedOn");
    }

    /** The last day for which it is meant. */
    public LocalDate end() {
        return start().plusWeeks(weeks());
    }

    /** Whether that person is one of the two. */
    public boolean isBetween(PersonId reader) {
        return reader.equals(coach()) || reader.equals(teacher());
    }

    /** The goal, for coach and teacher; empty for anybody else. */
    public Optional<String> findGoal(PersonId reader) {
        return isBetween(reader) ? Optional.of(goal()) : Optional.empty();
    }

    /** Without the goal: {@code coaching cycle cycle/1 from 2026-10-05}. */
    @Override
    public String toString() {
        return "coaching cycle " + id() + " from " + start();
    }

    @Override
    public Kind<CoachingCycle> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a cycle; everything but the weeks and what it is based on must be set. */
    public static final class Builder extends ImmutableCoachingCycle.Builder {
        Builder() {}
    }
}
