package org.iltlib.analytics.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** A mentor found for a new teacher, with the points that speak for the pair. Immutable. */
@Value.Immutable
public abstract class MentorMatch {
    MentorMatch() {}

    /** Who guides. */
    public abstract PersonId mentor();

    /** Who is guided. */
    public abstract PersonId mentee();

    /** The points by criterion, in the order of the criteria; those with none are absent. */
    public abstract Map<MatchCriterion, Double> pointsBy();

    /** All points of the pair. */
    public double points() {
        return pointsBy().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The other eligible mentor with the most points for this mentee, of equals the first by id. */
    public abstract Optional<PersonId> nextBest();

    /** Why these two: the points, and what the next best would have been. */
    public abstract Explanation explanation();

    /** The reasons in words, ready for a mentorship: at least one. */
    public List<String> reasons() {
        return pointsBy().isEmpty()
                ? List.of("the only mentor left who may")
                : pointsBy().keySet().stream().map(MatchCriterion::toString).toList();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Such as {@code T4 with T9: 80 points}. */
    @Override
    public String toString() {
        return mentor() + " with " + mentee() + ": " + Pairing.number(points()) + " points";
    }

    /** Builds a match; for this package. */
    static final class Builder extends ImmutableMentorMatch.Builder {
        Builder() {}
    }
}
