package org.iltlib.decision;

import java.time.LocalDate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The day up to which a decision holds, and what happens then.
 *
 * @param on the day on which it happens
 * @param then what happens
 */
public record Sunset(LocalDate on, Then then) {
    /** The written form. */
    public static final Form<Sunset> FORM =
            Form.of("on", Forms.DATE, Sunset::on, "then", Forms.enumOf(Then.class), Sunset::then, Sunset::new);

    /** What happens on that day. */
    public enum Then {
        /** The decision ends; things are as they were before it. */
        LAPSES("it lapses"),
        /** The decision goes on, and a vote on whether it should is due. */
        VOTE_IS_DUE("it is voted on again");

        private final String words;

        Then(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** The decision ends on that day. */
    public static Sunset lapsesOn(LocalDate day) {
        return new Sunset(day, Then.LAPSES);
    }

    /** A vote on whether the decision should go on is due on that day. */
    public static Sunset voteDueOn(LocalDate day) {
        return new Sunset(day, Then.VOTE_IS_DUE);
    }
}
