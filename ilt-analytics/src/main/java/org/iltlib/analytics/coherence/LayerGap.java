package org.iltlib.analytics.coherence;

import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;

/**
 * What one standard weighs in two curricula.
 *
 * @param standard the standard
 * @param first its share in the first
 * @param second its share in the second
 */
public record LayerGap(StandardId standard, Rational first, Rational second) {

    /** The second share less the first: above zero where the second curriculum gives it more. */
    public Rational difference() {
        return second.minus(first);
    }

    /** The difference without its sign. */
    public Rational size() {
        return difference().signum() < 0 ? difference().negate() : difference();
    }

    /** Such as {@code 6.SP.B.5: 0 and 1/5}. */
    @Override
    public String toString() {
        return standard + ": " + first + " and " + second;
    }
}
