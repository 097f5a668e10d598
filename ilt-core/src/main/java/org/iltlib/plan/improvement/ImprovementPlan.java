package org.iltlib.plan.improvement;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One version of a plan for a school or district: which needs it answers, with which goals and strategies, over which
 * years, and on which days it is looked at again. A change is a new version that names the old one; a
 * {@link PlanAdoption} says which version a decision put in force. Immutable.
 *
 * <p>A year has at most {@link #mostPriorities} priorities, 3 unless said otherwise: the Texas guidance on targeted
 * improvement plans asks for two or three.
 */
@Value.Immutable
public abstract class ImprovementPlan implements Recordable {
    /** The written form. */
    public static final Form<ImprovementPlan> FORM = Form.<ImprovementPlan, Builder>built(
                    ImprovementPlan::builder, Builder::build)
            .field("id", EntryId.FORM, ImprovementPlan::id, Builder::id)
            .field("version", Forms.INTEGER, ImprovementPlan::version, Builder::version)
            .maybe("revises", EntryId.FORM, ImprovementPlan::revises, Builder::revises)
            .field("title", Forms.TEXT, ImprovementPlan::title, Builder::title)
            .field("unit", OrgUnitId.FORM, ImprovementPlan::unit, Builder::unit)
            .list("years", PlanYear.FORM, ImprovementPlan::years, Builder::addAllYears)
            .list("needs", EntryId.FORM, ImprovementPlan::needs, Builder::addAllNeeds)
            .list("goals", EntryId.FORM, ImprovementPlan::goals, Builder::addAllGoals)
            .list("strategies", EntryId.FORM, ImprovementPlan::strategies, Builder::addAllStrategies)
            .list("reviews", Forms.DATE, ImprovementPlan::reviews, Builder::addAllReviews)
            .field("mostPriorities", Forms.INTEGER, 3, ImprovementPlan::mostPriorities, Builder::mostPriorities);

    /** The kind of entry. */
    public static final Kind<ImprovementPlan> KIND = Kind.of("improvement-plan", 1, ImprovementPlan.class, FORM);

    ImprovementPlan() {}

    @Override
    public abstract EntryId id();

    /** The version, from 1; 1 unless said otherwise. */
    @Value.Default
    public int version() {
        return 1;
    }

    /** The version that it replaces; present from version 2. */
    public abstract Optional<EntryId> revises();

    /** What people call it. */
    public abstract String title();

    /** The school or district whose plan it is. */
    public abstract OrgUnitId unit();

    /** The years that it spans, one after the other; at least one. */
    public abstract List<PlanYear> years();

    /** The needs that it answers, each once. */
    public abstract List<EntryId> needs();

    /** Its goals, each once; at least one. */
    public abstract List<EntryId> goals();

    /** Its strategies, each once. */
    public abstract List<EntryId> strategies();

    /** The days on which it is looked at again, in order. */
    public abstract List<LocalDate> reviews();

    /** How many priorities a year may have, at least 1; 3 unless said otherwise. */
    @Value.Default
    public int mostPriorities() {
        return 3;
    }

    /** Checks version, years, priorities and calendar. */
    @Value.Check
    void check() {
        Checks.positive(version(), "version");
        Checks.require(
                revises().isPresent() == (version() > 1),
                "Version %s %s. Expected from version 2, and only from there.",
                version(),
                revises().isPresent() ? "revises another" : "revises nothing");
        Checks.require(
                revises().filter(id()::equals).isEmpty(),
                "Plan %s revises itself. Expected a new id for a new version.",
                id());
        Checks.text(title(), "title");
        Checks.positive(mostPriorities(), "mostPriorities");
        Checks.distinct(needs(), "needs");
        Checks.distinct(Checks.notEmpty(goals(), "goals"), "goals");
        Checks.distinct(strategies(), "strategies");
        Checks.notEmpty(years(), "years");
        for (int i = 0; i < years().size(); i++) {
            checkYear(years().get(i));
            Checks.require(
                    i == 0
                            || years().get(i)
                                    .year()
                                    .equals(years().get(i - 1).year().next()),
                    "Year %s follows year %s. Expected one after the other.",
                    years().get(i).year(),
                    years().get(Math.max(0, i - 1)).year());
        }
        for (int i = 1; i < reviews().size(); i++) {
            Checks.require(
                    reviews().get(i - 1).isBefore(reviews().get(i)),
                    "Review %s comes after %s. Expected the days in order, each once.",
                    reviews().get(i),
                    reviews().get(i - 1));
        }
    }

    private void checkYear(PlanYear year) {
        Checks.require(
                year.priorities().size() <= mostPriorities(),
                "Year %s has %s priorities. Expected at most %s. Maybe leave some for the year after.",
                year.year(),
                year.priorities().size(),
                mostPriorities());
        for (EntryId priority : year.priorities()) {
            Checks.require(
                    goals().contains(priority),
                    "Year %s puts first \"%s\", which is no goal of the plan. Known: %s.",
                    year.year(),
                    priority,
                    goals());
        }
    }

    /** The goals that come first in that year; empty if the plan does not span it. */
    public List<EntryId> listPriorities(SchoolYear year) {
        return years().stream()
                .filter(one -> one.year().equals(year))
                .flatMap(one -> one.priorities().stream())
                .toList();
    }

    /** The next version, a new entry; everything else stays, and may be changed before it is built. */
    public Builder revise(EntryId newId) {
        return toBuilder().id(newId).version(version() + 1).revises(id());
    }

    /** The version replaced, then needs, goals and strategies. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(revises().stream().toList());
        ids.addAll(needs());
        ids.addAll(goals());
        ids.addAll(strategies());
        return List.copyOf(ids);
    }

    @Override
    public Kind<ImprovementPlan> kind() {
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

    /** Builds a plan; id, title, unit, a year and a goal must be set. */
    public static final class Builder extends ImmutableImprovementPlan.Builder {
        Builder() {}
    }
}
