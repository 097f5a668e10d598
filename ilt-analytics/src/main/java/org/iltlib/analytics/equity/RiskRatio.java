package org.iltlib.analytics.equity;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How much likelier a student of a group is to be identified, placed or disciplined than one who is not of it, as 34 CFR
 * 300.647 has it: the risk of the group divided by the risk of all others. Where the others of the school or district are too
 * few, the alternate ratio takes the risk of the others in the state. Exact. Immutable.
 *
 * <p>The rule calls a minimum cell of at most 10 and a minimum number of at most 30 presumptively reasonable; a state sets its
 * own, and its own threshold for what is too much.
 *
 * @param minimumCell the fewest of the group to whom it happened
 * @param minimumNumber the fewest in the group, and among the others
 */
public record RiskRatio(long minimumCell, long minimumNumber) {
    /** Checks the numbers. */
    public RiskRatio {
        Checks.positive(minimumCell, "minimumCell");
        Checks.positive(minimumNumber, "minimumNumber");
    }

    /** Ten and thirty. */
    public static RiskRatio withDefaults() {
        return new RiskRatio(10, 30);
    }

    /**
     * Some of a number of students.
     *
     * @param happened to how many it happened
     * @param all how many there are
     */
    public record Risk(long happened, long all) {
        /** Checks the numbers. */
        public Risk {
            Checks.notNegative(happened, "happened");
            Checks.require(
                    happened <= all,
                    "It happened to %s of %s students. Expected at most all. Maybe the two are swapped.",
                    happened,
                    all);
        }
    }

    /**
     * A ratio, and how it came about.
     *
     * @param ratio the ratio
     * @param alternate whether the others are those of the state
     * @param why the numbers
     */
    public record Result(Rational ratio, boolean alternate, Explanation why) {
        /** The ratio as a number. */
        public double value() {
            return ratio.doubleValue();
        }
    }

    /**
     * The ratio, or the alternate one if the others here are fewer than the minimum.
     *
     * @param group the group
     * @param others all others here
     * @param state all others in the state
     * @return missing, not calculated, if the group has fewer than the minimum, or it happened to fewer of it than the minimum
     *     cell; or if the others are too few here and in the state
     */
    public Measured<Result> of(Risk group, Risk others, Risk state) {
        if (group.all() < minimumNumber) {
            return Measured.missing(
                    MissingReason.TOO_FEW, "not calculated: the group is smaller than " + minimumNumber);
        } else if (group.happened() < minimumCell) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "not calculated: it happened to fewer than " + minimumCell + " of the group");
        }
        boolean alternate = others.all() < minimumNumber || others.happened() < minimumCell;
        Risk against = alternate ? state : others;
        if (alternate && (state.all() < minimumNumber || state.happened() < minimumCell)) {
            return Measured.missing(
                    MissingReason.TOO_FEW, "not calculated: the others are too few here and in the state");
        }
        Rational ratio =
                Rational.of(group.happened(), group.all()).dividedBy(Rational.of(against.happened(), against.all()));
        return Measured.of(new Result(
                ratio,
                alternate,
                Explanation.of(
                                "%s of %s in the group, %s of %s %s.",
                                group.happened(),
                                group.all(),
                                against.happened(),
                                against.all(),
                                alternate ? "others in the state" : "others")
                        .because("Ratio of the risks: %s.", ratio)));
    }
}
