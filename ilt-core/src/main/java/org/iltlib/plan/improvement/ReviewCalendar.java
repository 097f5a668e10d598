package org.iltlib.plan.improvement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;

/**
 * Which reviews of a plan were held, and which were not, as of a day.
 *
 * @param held the days of the calendar whose review was held up to that day, with the review
 * @param missed the days that are past and whose review was not held
 * @param ahead the days that are still to come, in order
 */
public record ReviewCalendar(List<Held> held, List<LocalDate> missed, List<LocalDate> ahead) {
    /** Copies the lists. */
    public ReviewCalendar {
        held = List.copyOf(held);
        missed = List.copyOf(missed);
        ahead = List.copyOf(ahead);
    }

    /**
     * A review that was held.
     *
     * @param due the day of the calendar
     * @param on the day on which it was held
     */
    public record Held(LocalDate due, LocalDate on) {
        /** How many days late it was; zero if it was held on the day or before. */
        public long daysLate() {
            return Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(due, on));
        }
    }

    /**
     * The calendar of the plan as of that day. A day counts as missed from the day after it; of several reviews for one
     * day the earliest counts, and one that was held later than the day of asking is not known yet. A review of the version
     * that the plan revises counts where the day is in both calendars; for older versions see {@link #of(List, Collection,
     * LocalDate)}.
     *
     * @throws IllegalArgumentException if a review of the plan fulfils a day that is not in its calendar
     */
    public static ReviewCalendar of(ImprovementPlan plan, Collection<PlanReview> reviews, LocalDate today) {
        return of(plan, plan.revises().stream().toList(), reviews, today);
    }

    /**
     * The calendar of the newest of these versions as of that day; reviews of the others count where the day is in its
     * calendar too.
     *
     * @param versions the versions of one plan, in any order; at least one
     * @param reviews the reviews
     * @param today the day
     * @throws IllegalArgumentException if the versions are of more than one school or district, two have the same number, or
     *     a review of the newest fulfils a day that is not in its calendar
     */
    public static ReviewCalendar of(List<ImprovementPlan> versions, Collection<PlanReview> reviews, LocalDate today) {
        Checks.notEmpty(versions, "versions");
        Checks.distinct(versions.stream().map(ImprovementPlan::version).toList(), "versions");
        ImprovementPlan newest = versions.stream()
                .max(Comparator.comparingInt(ImprovementPlan::version))
                .orElseThrow();
        for (ImprovementPlan version : versions) {
            Checks.require(
                    version.unit().equals(newest.unit()),
                    "The plans are of %s and of %s. Expected versions of one plan.",
                    version.unit(),
                    newest.unit());
        }
        return of(newest, versions.stream().map(ImprovementPlan::id).toList(), reviews, today);
    }

    private static ReviewCalendar of(
            ImprovementPlan plan, List<EntryId> earlier, Collection<PlanReview> reviews, LocalDate today) {
        List<PlanReview> ofPlan = reviews.stream()
                .filter(review -> review.plan().equals(plan.id()) || earlier.contains(review.plan()))
                .toList();
        for (PlanReview review : ofPlan) {
            Checks.require(
                    !review.plan().equals(plan.id()) || plan.reviews().contains(review.due()),
                    "Review %s fulfils %s, which is not in the calendar of the plan. Expected one of %s.",
                    review.id(),
                    review.due(),
                    plan.reviews());
        }
        List<Held> held = new ArrayList<>();
        List<LocalDate> missed = new ArrayList<>();
        List<LocalDate> ahead = new ArrayList<>();
        for (LocalDate due : plan.reviews()) {
            Optional<LocalDate> on = ofPlan.stream()
                    .filter(review -> review.due().equals(due))
                    .map(PlanReview::on)
                    .filter(day -> !day.isAfter(today))
                    .min(LocalDate::compareTo);
            if (on.isPresent()) {
                held.add(new Held(due, on.get()));
            } else if (due.isBefore(today)) {
                missed.add(due);
            } else {
                ahead.add(due);
            }
        }
        return new ReviewCalendar(held, missed, ahead);
    }

    /** The next day of the calendar, if there is one. */
    public Optional<LocalDate> findNext() {
        return ahead.stream().findFirst();
    }

    /** The calendar in a few lines. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(
                "%d of %d reviews that were due have been held.", held.size(), held.size() + missed.size());
        for (LocalDate day : missed) {
            explanation = explanation.because("The review of %s has not been held.", day);
        }
        return explanation.because(
                findNext().map(day -> "The next is on " + day + ".").orElse("None is still to come."));
    }
}
