package org.iltlib.decision.vote;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A piece of advice, and what came of it.
 *
 * @param adviser who gave it
 * @param advice what it says
 * @param use how the decider used it: followed, followed in part, not followed and why; absent as long as nobody said
 */
public record GivenAdvice(PersonId adviser, String advice, Optional<String> use) {
    /** The written form. */
    public static final Form<GivenAdvice> FORM = Form.of(
            "adviser",
            PersonId.FORM,
            GivenAdvice::adviser,
            "advice",
            Forms.TEXT,
            GivenAdvice::advice,
            "use",
            Forms.optional(Forms.TEXT),
            GivenAdvice::use,
            GivenAdvice::new);

    /** Checks the texts. */
    public GivenAdvice {
        Checks.text(advice, "advice");
        use.ifPresent(text -> Checks.text(text, "use"));
    }

    /** Advice with how it was used. */
    public static GivenAdvice of(PersonId adviser, String advice, String use) {
        return new GivenAdvice(adviser, advice, Optional.of(use));
    }
}
