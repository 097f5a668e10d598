package org.iltlib.plan;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What the team wants to be true, of whom, by when; it answers at least one need. Immutable.
 *
 * <p>A goal may be written down before all its parts are known; {@link SmartRule} names the parts that are missing.
 */
@Value.Immutable
public abstract class Goal implements Recordable {
    /** The written form. */
    public static final Form<Goal> FORM = Form.<Goal, Builder>built(Goal::builder, Builder::build)
            .field("id", EntryId.FORM, Goal::id, Builder::id)
            .list("needs", EntryId.FORM, Goal::needs, Builder::addAllNeeds)
            .field("aim", Forms.TEXT, Goal::aim, Builder::aim)
            .maybe("population", Forms.TEXT, Goal::population, Builder::population)
            .maybe("subject", Subject.FORM, Goal::subject, Builder::subject)
            .maybe("measure", Forms.TEXT, Goal::measure, Builder::measure)
            .maybe("unit", Forms.TEXT, Goal::unit, Builder::unit)
            .maybe("baseline", Forms.NUMBER, Goal::baseline, Builder::baseline)
            .maybe("target", Forms.NUMBER, Goal::target, Builder::target)
            .field("lowerIsBetter", Forms.FLAG, Goal::lowerIsBetter, Builder::lowerIsBetter)
            .maybe("by", Forms.DATE, Goal::by, Builder::by)
            .maybe("owner", PersonId.FORM, Goal::owner, Builder::owner)
            .maybe("revises", EntryId.FORM, Goal::revises, Builder::revises)
            .list("serves", EntryId.FORM, Goal::serves, Builder::addAllServes)
            .list("groups", GroupTarget.FORM, Goal::groups, Builder::addAllGroups);

    /** The kind of entry. */
    public static final Kind<Goal> KIND = Kind.of("goal", 1, Goal.class, FORM);

    Goal() {}

    @Override
    public abstract EntryId id();

    /** The needs that it answers; at least one, each once. */
    public abstract List<EntryId> needs();

    /** The goal in one sentence. */
    public abstract String aim();

    /** Of whom it speaks, such as {@code grade 5 students}. */
    public abstract Optional<String> population();

    /** In which field of study. */
    public abstract Optional<Subject> subject();

    /** The id of the measure. */
    public abstract Optional<String> measure();

    /** The unit of baseline and target, such as {@code points} or {@code share}. */
    public abstract Optional<String> unit();

    /** Where the population stands today, in the unit of the measure; finite. */
    public abstract Optional<Double> baseline();

    /** Where it shall stand, in the unit of the measure; finite. */
    public abstract Optional<Double> target();

    /** Whether a smaller number is the better one, as with absences; false unless set. */
    @Value.Default
    public boolean lowerIsBetter() {
        return false;
    }

    /** The day by which the target shall be reached. */
    public abstract Optional<LocalDate> by();

    /** The one person who answers for it. */
    public abstract Optional<PersonId> owner();

    /** The earlier wording of the same goal, if this replaces one. */
    public abstract Optional<EntryId> revises();

    /**
     * The goals of the level above that it serves, each once; may be empty. A goal goes down by link and never by copy;
     * one that stands in another record is cited by the reference to it in one's own.
     */
    public abstract List<EntryId> serves();

    /** Where groups of students shall stand, each group once; may be empty. */
    public abstract List<GroupTarget> groups();

    /** Checks that a need is cited, the texts have words and the numbers are finite. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(needs(), "needs"), "needs");
        Checks.text(aim(), "aim");
        population().ifPresent(text -> Checks.text(text, "population"));
        measure().ifPresent(text -> Checks.id(text, "measure"));
        unit().ifPresent(text -> Checks.text(text, "unit"));
        baseline().ifPresent(number -> Checks.finite(number, "baseline"));
        target().ifPresent(number -> Checks.finite(number, "target"));
        Checks.distinct(serves(), "serves");
        Checks.distinct(groups().stream().map(GroupTarget::group).toList(), "groups");
        Checks.require(
                groups().isEmpty() || target().isPresent(),
                "The goal has targets for %s group(s) and none for all. Expected a target for all as well.",
                groups().size());
    }

    /**
     * The groups whose target is worse than that for all and that have no later day by which they catch up: a lower
     * standard, not a first step.
     */
    public List<GroupTarget> listLowerStandards() {
        return groups().stream()
                .filter(group -> isWorse(group.target()) && group.catchUpBy().isEmpty())
                .toList();
    }

    private boolean isWorse(double groupTarget) {
        double all = target().orElse(groupTarget);
        return lowerIsBetter() ? groupTarget > all : groupTarget < all;
    }

    /** The needs, then the earlier wording, then the goals it serves. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(needs());
        revises().ifPresent(ids::add);
        ids.addAll(serves());
        return List.copyOf(ids);
    }

    @Override
    public Kind<Goal> kind() {
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

    /** Builds a goal; id, aim and at least one need must be set. */
    public static final class Builder extends ImmutableGoal.Builder {
        Builder() {}
    }
}
