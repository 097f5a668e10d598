package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One gate of a rubric: criteria whose points are summed, the two cut scores that make three bands of the sum, and what
 * must be so at earlier gates before this one is rated. Immutable.
 */
@Value.Immutable
public abstract class ReviewGate {
    /** The written form. */
    public static final Form<ReviewGate> FORM = Form.<ReviewGate, Builder>built(ReviewGate::builder, Builder::build)
            .field("id", Forms.TEXT, ReviewGate::id, Builder::id)
            .field("name", Forms.TEXT, ReviewGate::name, Builder::name)
            .list("criteria", ReviewCriterion.FORM, ReviewGate::criteria, Builder::addAllCriteria)
            .field("partially", Forms.INTEGER, ReviewGate::partially, Builder::partially)
            .field("meets", Forms.INTEGER, ReviewGate::meets, Builder::meets)
            .list("needs", GateNeed.FORM, ReviewGate::needs, Builder::addAllNeeds);

    ReviewGate() {}

    /** A short id, unique in the rubric. */
    public abstract String id();

    /** What it is called. */
    public abstract String name();

    /** What is looked at, at least one criterion. */
    public abstract List<ReviewCriterion> criteria();

    /** The least sum that meets it in part, at least 1. */
    public abstract int partially();

    /** The least sum that meets it, above {@link #partially()} and at most {@link #points()}. */
    public abstract int meets();

    /** What must be so at earlier gates; empty for one that is always rated. */
    public abstract List<GateNeed> needs();

    /** Checks that the cut scores rise and can be reached. */
    @Value.Check
    void check() {
        Checks.id(id(), "gate id");
        Checks.text(name(), "name");
        Checks.notEmpty(criteria(), "criteria");
        Checks.require(
                partially() >= 1 && partially() < meets() && meets() <= points(),
                "The gate %s is met in part from %s and met from %s of %s points. Expected 1 or more, rising, and within"
                        + " reach. Maybe the two are swapped.",
                id(),
                partially(),
                meets(),
                points());
        Checks.distinct(needs().stream().map(GateNeed::gate).toList(), "needs");
    }

    /** The most points that can be had. */
    public int points() {
        return criteria().stream().mapToInt(ReviewCriterion::points).sum();
    }

    /**
     * The band of a sum of points.
     *
     * @throws IllegalArgumentException if it is below zero or above {@link #points()}
     */
    public Band bandOf(int sum) {
        Checks.require(
                sum >= 0 && sum <= points(), "The gate %s has %s points. Expected 0 to %s.", id(), sum, points());
        return sum >= meets() ? Band.MEETS : sum >= partially() ? Band.PARTIALLY_MEETS : Band.DOES_NOT_MEET;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a gate; id, name, a criterion and both cut scores must be set. */
    public static final class Builder extends ImmutableReviewGate.Builder {
        Builder() {}
    }
}
