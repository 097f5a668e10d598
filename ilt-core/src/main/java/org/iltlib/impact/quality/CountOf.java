package org.iltlib.impact.quality;

import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How much of how much: 17 of 20 parts, 150 of 180 minutes. Kept as it was counted, so that shares can be pooled exactly.
 *
 * @param done zero or more, at most a million; it may be above what was planned
 * @param of at least 1, at most a million
 */
public record CountOf(int done, int of) {
    /** The written form. */
    public static final Form<CountOf> FORM =
            Form.of("done", Forms.INTEGER, CountOf::done, "of", Forms.INTEGER, CountOf::of, CountOf::new);

    private static final int MOST = 1_000_000;

    /** Checks both. */
    public CountOf {
        Checks.require(done >= 0 && done <= MOST, "done is %s. Expected 0 to %s.", done, MOST);
        Checks.require(of >= 1 && of <= MOST, "of is %s. Expected 1 to %s.", of, MOST);
    }

    /** That count; a name of its own, since {@code of} is the whole. */
    public static CountOf count(int done, int whole) {
        return new CountOf(done, whole);
    }

    /** What counts towards the whole: what goes beyond it does not make up for what is lacking elsewhere. */
    public int counted() {
        return Math.min(done, of);
    }

    /** The share, exactly; what goes beyond the whole counts as 1. */
    public Fraction share() {
        return Fraction.of(counted(), of);
    }

    Rational exact() {
        return Rational.of(counted(), of);
    }

    /** {@code 17 of 20}. */
    @Override
    public String toString() {
        return done + " of " + of;
    }
}
