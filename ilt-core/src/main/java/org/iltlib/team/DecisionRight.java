package org.iltlib.team;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What the team may do about one matter.
 *
 * @param matter the matter: {@code the plan for professional learning}
 * @param power what the team does about it
 * @param reservedTo to whom the decision is reserved, where that is said; never where the team decides
 */
public record DecisionRight(String matter, Power power, Optional<Reserved> reservedTo) {
    /** The written form. */
    public static final Form<DecisionRight> FORM = Form.of(
            "matter",
            Forms.TEXT,
            DecisionRight::matter,
            "power",
            Forms.enumOf(Power.class),
            DecisionRight::power,
            "reservedTo",
            Forms.optional(Forms.enumOf(Reserved.class)),
            DecisionRight::reservedTo,
            DecisionRight::new);

    /** To whom a decision may be reserved. */
    public enum Reserved {
        /** The principal of the school. */
        PRINCIPAL("the principal"),
        /** The district: its board, superintendent or leadership team. */
        DISTRICT("the district");

        private final String words;

        Reserved(String words) {
            this.words = words;
        }

        /** In words: {@code the principal}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** What a team may do about a matter, from most to least. */
    public enum Power {
        /** It decides. */
        DECIDES("decides"),
        /** It recommends, and another decides. */
        RECOMMENDS("recommends"),
        /** It is asked before another decides. */
        IS_CONSULTED("is consulted"),
        /** It is told afterwards. */
        IS_INFORMED("is informed");

        private final String words;

        Power(String words) {
            this.words = words;
        }

        /** In words: {@code is consulted}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks the matter, and that the team does not decide what is reserved to another. */
    public DecisionRight {
        Checks.text(matter, "matter");
        Checks.require(
                power != Power.DECIDES || reservedTo.isEmpty(),
                "The team decides on \"%s\", which is reserved to %s. Maybe it recommends.",
                matter,
                reservedTo.map(Reserved::toString).orElse("nobody"));
    }

    /** The right to do that about the matter. */
    public static DecisionRight of(String matter, Power power) {
        return new DecisionRight(matter, power, Optional.empty());
    }

    /** A matter reserved to another, with what the team does before. */
    public static DecisionRight reserved(String matter, Reserved to, Power power) {
        return new DecisionRight(matter, power, Optional.of(to));
    }
}
