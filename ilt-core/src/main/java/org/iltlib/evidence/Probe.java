package org.iltlib.evidence;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One short test on one day.
 *
 * @param on the day
 * @param score the score, finite, in the unit of the series
 */
public record Probe(LocalDate on, double score) {
    /** The written form. */
    public static final Form<Probe> FORM =
            Form.of("on", Forms.DATE, Probe::on, "score", Forms.NUMBER, Probe::score, Probe::new);

    /** Refuses a score that is not finite. */
    public Probe {
        Checks.finite(score, "score");
    }

    /** That score on that day. */
    public static Probe of(LocalDate on, double score) {
        return new Probe(on, score);
    }

    /** Such as {@code 41.0 on 2026-10-26}. */
    @Override
    public String toString() {
        return score + " on " + on;
    }
}
