package org.iltlib.team;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What the team may do about one matter.
 *
 * @param matter the matter: {@code the plan for professional learning}
 * @param power what the team does about it
 */
public record DecisionRight(String matter, Power power) {
    /** The written form. */
    public static final Form<DecisionRight> FORM = Form.of(
            "matter",
            Forms.TEXT,
            DecisionRight::matter,
            "power",
            Forms.enumOf(Power.class),
            DecisionRight::power,
            DecisionRight::new);

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

    /** Checks the matter. */
    public DecisionRight {
        Checks.text(matter, "matter");
    }

    /** The right to do that about the matter. */
    public static DecisionRight of(String matter, Power power) {
        return new DecisionRight(matter, power);
    }
}
