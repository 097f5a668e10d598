package org.iltlib.base;

import java.math.BigInteger;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A lower limit on a share: at least it, or more than it. "Majority" is more than one half; "two thirds" is at least
 * two thirds; a stated percentage means at least unless a charter says otherwise.
 *
 * @param share the share
 * @param exceeded whether it must be exceeded; otherwise reaching it is enough
 */
public record Minimum(Fraction share, boolean exceeded) {
    /** The written form. */
    public static final Form<Minimum> FORM =
            Form.of("share", Fraction.FORM, Minimum::share, "exceeded", Forms.FLAG, Minimum::exceeded, Minimum::new);

    /** More than one half. */
    public static final Minimum MAJORITY = new Minimum(Fraction.HALF, true);

    /** At least two thirds. */
    public static final Minimum TWO_THIRDS = new Minimum(Fraction.TWO_THIRDS, false);

    /** Refuses more than the whole. */
    public Minimum {
        Checks.require(
                !(exceeded && share.equals(Fraction.ONE)),
                "The minimum is more than all. Nothing can reach it. Maybe Minimum.atLeast(Fraction.ONE).");
    }

    /** At least that share. */
    public static Minimum atLeast(Fraction share) {
        return new Minimum(share, false);
    }

    /** More than that share. */
    public static Minimum moreThan(Fraction share) {
        return new Minimum(share, true);
    }

    /** Whether {@code part} of {@code whole} is enough; never when the whole or the part is zero, so nothing passes by being empty. */
    public boolean isMetBy(long part, long whole) {
        Checks.notNegative(part, "part");
        Checks.notNegative(whole, "whole");
        int comparison = share.compareShare(part, whole);
        return part > 0 && whole > 0 && (exceeded ? comparison > 0 : comparison >= 0);
    }

    /** The smallest part of that whole that is enough: 9 of 17 for a majority; at least 1. */
    public long needed(long whole) {
        Checks.notNegative(whole, "whole");
        BigInteger[] parts = BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(share.numerator()))
                .divideAndRemainder(BigInteger.valueOf(share.denominator()));
        boolean up = exceeded || parts[1].signum() > 0;
        return Math.max(1, parts[0].longValueExact() + (up ? 1 : 0));
    }

    /** {@code more than 1/2} or {@code at least 2/3}. */
    @Override
    public String toString() {
        return (exceeded ? "more than " : "at least ") + share;
    }
}
