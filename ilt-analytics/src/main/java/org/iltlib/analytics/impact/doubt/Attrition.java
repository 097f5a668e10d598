package org.iltlib.analytics.impact.doubt;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How many of those who were dealt into two groups were lost before the outcome: overall, and by how much more on one
 * side. Exact; immutable.
 *
 * <p>How much may be lost is for a review to say: the boundary depends on the overall rate and on how far leaving may have
 * to do with the outcome (What Works Clearinghouse handbook, attrition standard). It is asked for, not assumed.
 *
 * @param treated how many were assigned to the treatment
 * @param treatedLost how many of them have no outcome
 * @param control how many were assigned to the other group
 * @param controlLost how many of them have no outcome
 */
public record Attrition(long treated, long treatedLost, long control, long controlLost) {
    /** Checks the counts. */
    public Attrition {
        Checks.positive(treated, "treated");
        Checks.positive(control, "control");
        Fraction.of(treatedLost, treated);
        Fraction.of(controlLost, control);
    }

    /** Those counts. */
    public static Attrition of(long treated, long treatedLost, long control, long controlLost) {
        return new Attrition(treated, treatedLost, control, controlLost);
    }

    /** The share of all who were lost. */
    public Fraction overall() {
        return Fraction.of(Math.addExact(treatedLost, controlLost), Math.addExact(treated, control));
    }

    /** The share lost on the side that lost more, less that on the other; 0 to 1, exact. */
    public Rational differential() {
        Rational difference = Rational.of(treatedLost, treated).minus(Rational.of(controlLost, control));
        return difference.signum() < 0 ? difference.negate() : difference;
    }

    /**
     * Whether so little was lost that the groups still count as dealt by lot; missing if no boundary is given.
     *
     * @param mostDifferential the largest difference that the chosen boundary allows at this overall rate
     */
    public Measured<Boolean> isLow(Optional<Fraction> mostDifferential) {
        if (mostDifferential.isEmpty()) {
            return Measured.missing(
                    MissingReason.NOT_COLLECTED, "boundary not given: it is the review's to say how much may be lost");
        }
        Fraction most = mostDifferential.get();
        return Measured.of(differential().compareTo(Rational.of(most.numerator(), most.denominator())) <= 0);
    }

    /** In words. */
    public Explanation why() {
        return Explanation.of(
                        "%.1f %% were lost overall, and %.1f points of a hundred more on one side than on the other.",
                        100.0 * overall().numerator() / overall().denominator(),
                        100 * Math.abs((double) treatedLost / treated - (double) controlLost / control))
                .because(
                        "%d of %d treated and %d of %d others have no outcome.",
                        treatedLost, treated, controlLost, control);
    }
}
