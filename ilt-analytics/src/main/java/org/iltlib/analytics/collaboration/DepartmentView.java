package org.iltlib.analytics.collaboration;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;

/** How one department works together. Of nobody in particular. Immutable. */
@Value.Immutable
public abstract class DepartmentView {
    DepartmentView() {}

    /** How many people belong to it, at least 1. */
    public abstract int people();

    /** How many pairs of them work together. */
    public abstract int pairsInside();

    /** How many pairs there are of one of them and somebody of another department. */
    public abstract int pairsOutside();

    /** How many of them work with nobody at all. */
    public abstract int isolates();

    /** Checks the counts. */
    @Value.Check
    void check() {
        Checks.positive(people(), "people");
        Checks.notNegative(pairsInside(), "pairsInside");
        Checks.notNegative(pairsOutside(), "pairsOutside");
        Checks.notNegative(isolates(), "isolates");
    }

    /** The share of all pairs of the department who work together; missing for a single person. */
    public Measured<Rational> density() {
        long pairs = (long) people() * (people() - 1) / 2;
        return pairs == 0
                ? Measured.missing(MissingReason.UNDEFINED, "a single person has nobody to pair with")
                : Measured.of(Rational.of(pairsInside(), pairs));
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a view; for this package. */
    static final class Builder extends ImmutableDepartmentView.Builder {
        Builder() {}
    }
}
