package org.iltlib.decision.protocol;

import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Position;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * When a block stands. One that does not counts as standing aside. Under every rule a block no longer stands once it is
 * {@linkplain Groundwork#resolved() resolved}.
 */
public sealed interface BlockRule {
    /** The written form, tagged {@code rule}. */
    static Form<BlockRule> form() {
        return Forms.<BlockRule>family("rule")
                .when(
                        "withReason",
                        WithReason.class,
                        Form.<WithReason, Object>built(Object::new, none -> new WithReason()))
                .when(
                        "withRemedy",
                        WithRemedy.class,
                        Form.<WithRemedy, Object>built(Object::new, none -> new WithRemedy()))
                .when(
                        "confirmed",
                        Confirmed.class,
                        Form.of(
                                "confirming",
                                Minimum.FORM,
                                Confirmed::confirming,
                                "supporting",
                                Minimum.FORM,
                                Confirmed::supporting,
                                Confirmed::new))
                .when(
                        "several",
                        Several.class,
                        Form.of(
                                "atLeast",
                                Forms.INTEGER,
                                Several::atLeast,
                                "overriding",
                                Minimum.FORM,
                                Several::overriding,
                                Several::new));
    }

    /** A reason is enough. */
    record WithReason() implements BlockRule {
        /** {@code with a reason}. */
        @Override
        public String toString() {
            return "with a reason";
        }
    }

    /**
     * It must be an {@link Position.Objection}: what is harmed, and what would remove the block. A reason alone is not
     * enough.
     */
    record WithRemedy() implements BlockRule {
        /** {@code with harm and remedy}. */
        @Override
        public String toString() {
            return "with harm and remedy";
        }
    }

    /**
     * The team must agree that it meets the definition of a block, and some must support it. Both are shares of the
     * members present who may vote; the blocker is a supporter. What the team said comes with
     * {@link Groundwork#blockTests()}; a block that was not put to the test yet calls for that.
     *
     * @param confirming how many must agree that it is one
     * @param supporting how many must support it
     */
    record Confirmed(Minimum confirming, Minimum supporting) implements BlockRule {
        /** {@code confirmed by at least 4/5, supported by at least 1/10}. */
        @Override
        public String toString() {
            return "confirmed by " + confirming + ", supported by " + supporting;
        }
    }

    /**
     * So many must block, each with a reason, and those who do not block may override them: the share is that of
     * members in favour among all present or represented who may vote and do not block, those who abstain or are silent
     * included. Fewer blocks than that count as standing aside, overridden ones do not: so it can happen that one of two
     * overridden blockers joins those in favour, and the proposal is not ready for the other, who now stands aside.
     *
     * @param atLeast how many, at least 1
     * @param overriding how many of the others must be in favour to override
     */
    record Several(int atLeast, Minimum overriding) implements BlockRule {
        /** Checks the number. */
        public Several {
            Checks.positive(atLeast, "atLeast");
        }

        /** {@code by 2 or more, overridden by at least 9/10}. */
        @Override
        public String toString() {
            return "by " + atLeast + " or more, overridden by " + overriding;
        }
    }

    /** A reason is enough. */
    static BlockRule withReason() {
        return new WithReason();
    }

    /** What is harmed and what would remove the block must be stated. */
    static BlockRule withRemedy() {
        return new WithRemedy();
    }

    /** Confirmed by at least four fifths, supported by at least a tenth. */
    static BlockRule confirmed() {
        return new Confirmed(Minimum.atLeast(Fraction.of(4, 5)), Minimum.atLeast(Fraction.of(1, 10)));
    }

    /** At least two blocks, overridden by at least nine tenths of the others. */
    static BlockRule several() {
        return new Several(2, Minimum.atLeast(Fraction.of(9, 10)));
    }
}
