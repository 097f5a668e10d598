package org.iltlib.curriculum.design;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Unit;
import org.iltlib.people.StakeholderGroup;

/** How relevant a course is on a day: what each group says, apart; its age; what its units are tied to. Immutable. */
public final class Relevance {
    private final RelevanceRule rule;
    private final Course course;
    private final LocalDate on;
    private final Map<StakeholderGroup, Measured<Fraction>> shares;
    private final Optional<CourseReview> review;

    Relevance(
            RelevanceRule rule,
            Course course,
            LocalDate on,
            Map<StakeholderGroup, Measured<Fraction>> shares,
            Optional<CourseReview> review) {
        this.rule = rule;
        this.course = course;
        this.on = on;
        this.shares = shares;
        this.review = review;
    }

    /** The share of each group that finds it relevant, in order of the groups; never put together into one. */
    public Map<StakeholderGroup, Measured<Fraction>> shares() {
        return shares;
    }

    /** The groups that had to be asked and whose share is not enough, not known or withheld, in order. */
    public List<StakeholderGroup> listFailing() {
        return rule.groups().stream().filter(group -> !passes(group)).toList();
    }

    private boolean passes(StakeholderGroup group) {
        return shares.getOrDefault(group, Measured.missing(MissingReason.NOT_COLLECTED))
                .value()
                .filter(share -> rule.minimum().isMetBy(share.numerator(), share.denominator()))
                .isPresent();
    }

    /** Full months since the last review; missing if there was none. */
    public Measured<Long> monthsSinceReview() {
        return review.<Measured<Long>>map(last -> Measured.of(ChronoUnit.MONTHS.between(last.on(), on)))
                .orElse(Measured.missing(MissingReason.NOT_COLLECTED, "it was never reviewed"));
    }

    /** Whether it was never reviewed, or the last review is as many years ago as the rule says, or more. */
    public boolean isTooOld() {
        return review.filter(last -> last.on().plusYears(rule.years()).isAfter(on))
                .isEmpty();
    }

    /** The units that the last review tied to nothing, in order; all of them without a review. */
    public List<String> listUnitsWithoutContext() {
        Set<String> tied = review.stream()
                .flatMap(last -> last.links().stream())
                .map(ContextLink::unit)
                .collect(Collectors.toSet());
        return course.units().stream()
                .map(Unit::id)
                .filter(unit -> !tied.contains(unit))
                .toList();
    }

    /** What speaks against it, in words; empty if it is relevant by the rule. */
    public List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        for (StakeholderGroup group : listFailing()) {
            obstacles.add("%s: %s, %s needed".formatted(group.plural(), shares.get(group), rule.minimum()));
        }
        if (isTooOld()) {
            obstacles.add("not reviewed for %s years".formatted(rule.years()));
        }
        review.filter(last -> last.result() != ReviewResult.STANDS)
                .ifPresent(last -> obstacles.add("the last review says: " + last.result()));
        List<String> loose = listUnitsWithoutContext();
        if (!loose.isEmpty()) {
            obstacles.add("tied to nothing: " + String.join(", ", loose));
        }
        return List.copyOf(obstacles);
    }

    /** In words, each group apart. */
    public Explanation explanation() {
        List<String> obstacles = obstacles();
        Explanation why = Explanation.of(
                obstacles.isEmpty()
                        ? "The course is relevant by the rule."
                        : "The course is not relevant by the rule.");
        for (Map.Entry<StakeholderGroup, Measured<Fraction>> one : shares.entrySet()) {
            why = why.because("%s: %s find it relevant.", one.getKey().plural(), one.getValue());
        }
        for (String obstacle : obstacles) {
            why = why.because("Against it: %s.", obstacle);
        }
        return why;
    }
}
