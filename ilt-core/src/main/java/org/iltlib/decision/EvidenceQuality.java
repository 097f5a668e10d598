package org.iltlib.decision;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How far the team trusted a value when it decided, and why.
 *
 * @param grade how far
 * @param why what the grade rests on: {@code 61 of 68 tested}, {@code two observers, no agreement checked}
 */
public record EvidenceQuality(Grade grade, String why) {
    /** The written form. */
    public static final Form<EvidenceQuality> FORM = Form.of(
            "grade",
            Forms.enumOf(Grade.class),
            EvidenceQuality::grade,
            "why",
            Forms.TEXT,
            EvidenceQuality::why,
            EvidenceQuality::new);

    /** A grade, the best first. */
    public enum Grade {
        /** Complete and consistent enough for a decision that is hard to take back. */
        SOUND("sound"),
        /** Known gaps that do not point one way; good enough for a decision that is reviewed. */
        USABLE("usable"),
        /** Gaps that may point one way; a hint, not a ground. */
        WEAK("weak"),
        /** Nobody checked. */
        UNCHECKED("unchecked");

        private final String words;

        Grade(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks the reason. */
    public EvidenceQuality {
        Checks.text(why, "why");
    }

    /** That grade for that reason. */
    public static EvidenceQuality of(Grade grade, String why) {
        return new EvidenceQuality(grade, why);
    }
}
