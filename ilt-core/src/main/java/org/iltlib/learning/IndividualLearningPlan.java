package org.iltlib.learning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SuppressionReason;
import org.iltlib.base.Term;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What one person wants to learn and by when; of a new teacher, of a leader, of anybody. It serves growth only and is no
 * ground for an evaluation, as the induction preconditions of the California Commission on Teacher Credentialing
 * demand. Immutable.
 */
@Value.Immutable
public abstract class IndividualLearningPlan implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<IndividualLearningPlan> FORM = Form.<IndividualLearningPlan, Builder>built(
                    IndividualLearningPlan::builder, Builder::build)
            .field("id", EntryId.FORM, IndividualLearningPlan::id, Builder::id)
            .field("person", PersonId.FORM, IndividualLearningPlan::person, Builder::person)
            .field("term", Term.FORM, IndividualLearningPlan::term, Builder::term)
            .list("goals", Forms.TEXT, IndividualLearningPlan::goals, Builder::addAllGoals)
            .list("basedOn", EntryId.FORM, IndividualLearningPlan::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<IndividualLearningPlan> KIND =
            Kind.of("individual-learning-plan", 1, IndividualLearningPlan.class, FORM);

    IndividualLearningPlan() {}

    @Override
    public abstract EntryId id();

    /** Whose plan. */
    public abstract PersonId person();

    /** From the day on which the goals were set to the day by which they shall be reached. */
    public abstract Term term();

    /** The goals, each in a sentence; at least one. */
    public abstract List<String> goals();

    /** The mentorship or the need from which it follows; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks the goals. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(goals(), "goals"), "goals").forEach(goal -> Checks.text(goal, "goal"));
        Checks.distinct(basedOn(), "basedOn");
    }

    /**
     * The share of a group who have a plan on that day: whether those who lead learn as well. Missing for nobody,
     * suppressed for fewer people than the least.
     *
     * @param plans the plans, of people in the group or not
     * @param group the group
     * @param day the day
     * @param fewest the smallest group that is shown, at least 2
     */
    public static Measured<Fraction> activeShare(
            Collection<IndividualLearningPlan> plans, Set<PersonId> group, LocalDate day, int fewest) {
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
        if (group.isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the group has no members");
        }
        if (group.size() < fewest) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people");
        }
        long active = plans.stream()
                .filter(plan -> plan.term().contains(day) && group.contains(plan.person()))
                .map(IndividualLearningPlan::person)
                .distinct()
                .count();
        return Measured.of(Fraction.of(active, group.size()));
    }

    @Override
    public Kind<IndividualLearningPlan> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a plan; everything but what it is based on must be set. */
    public static final class Builder extends ImmutableIndividualLearningPlan.Builder {
        Builder() {}
    }
}
