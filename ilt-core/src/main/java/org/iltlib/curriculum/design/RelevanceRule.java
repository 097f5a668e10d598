package org.iltlib.curriculum.design;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.curriculum.Course;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * When a course counts as relevant: each group that must be asked finds it so, by itself; it was reviewed not too long
 * ago; and each unit is tied to something. No group can make up for another. The defaults are this library's own.
 * Immutable.
 */
@Value.Immutable
public abstract class RelevanceRule {
    RelevanceRule() {}

    /** The groups that must be asked, at least one; students, teachers and the community by default. */
    @Value.NaturalOrder
    public abstract SortedSet<StakeholderGroup> groups();

    /** The share of a group's answers that must say relevant. */
    public abstract Minimum minimum();

    /** The fewest answers of a group for which a share is shown. */
    public abstract int fewest();

    /** After how many full years without a review a course is too old. */
    public abstract int years();

    /** Checks groups and numbers. */
    @Value.Check
    void check() {
        Checks.notEmpty(groups(), "groups");
        Checks.positive(fewest(), "fewest");
        Checks.positive(years(), "years");
    }

    /** Students, teachers and the community; at least two thirds of each; ten answers; five years. */
    public static RelevanceRule withDefaults() {
        return builder()
                .addGroups(StakeholderGroup.STUDENT, StakeholderGroup.TEACHER, StakeholderGroup.COMMUNITY)
                .minimum(Minimum.TWO_THIRDS)
                .fewest(10)
                .years(5)
                .build();
    }

    /**
     * How relevant the course is on that day. Of several ratings of a group the last counts; of several reviews the last
     * gives age and links. What is of another course or later than the day does not count. Linear, but for sorting.
     */
    public Relevance of(
            Course course, Collection<RelevanceRating> ratings, Collection<CourseReview> reviews, LocalDate on) {
        SortedSet<StakeholderGroup> asked = new TreeSet<>(groups());
        ratings.stream().filter(rating -> counts(rating, course, on)).forEach(rating -> asked.add(rating.group()));
        Map<StakeholderGroup, Measured<Fraction>> shares = new LinkedHashMap<>();
        for (StakeholderGroup group : asked) {
            Optional<RelevanceRating> last = ratings.stream()
                    .filter(rating ->
                            counts(rating, course, on) && rating.group().equals(group))
                    .max(Comparator.comparing(RelevanceRating::on).thenComparing(RelevanceRating::id));
            shares.put(
                    group,
                    last.map(this::share)
                            .orElse(Measured.missing(MissingReason.NOT_COLLECTED, group.plural() + " were not asked")));
        }
        Optional<CourseReview> review = reviews.stream()
                .filter(one -> one.course().equals(course.id()) && !one.on().isAfter(on))
                .max(Comparator.comparing(CourseReview::on).thenComparing(CourseReview::id));
        return new Relevance(this, course, on, Collections.unmodifiableMap(shares), review);
    }

    private static boolean counts(RelevanceRating rating, Course course, LocalDate on) {
        return rating.course().equals(course.id()) && !rating.on().isAfter(on);
    }

    private Measured<Fraction> share(RelevanceRating rating) {
        if (rating.answered() == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody answered");
        }
        return rating.answered() < fewest()
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest() + " answers")
                : Measured.of(Fraction.of(rating.relevant(), rating.answered()));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rule; everything must be set. */
    public static final class Builder extends ImmutableRelevanceRule.Builder {
        Builder() {}
    }
}
