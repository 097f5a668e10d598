package org.iltlib.analytics.growth.percentile;

import org.iltlib.analytics.internal.Rounding;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The scores from one to another.
 *
 * @param lowest the lowest of them
 * @param highest the highest, not below the lowest
 */
public record ScoreRange(double lowest, double highest) {
    /** The written form. */
    public static final Form<ScoreRange> FORM = Form.of(
            "lowest", Forms.NUMBER, ScoreRange::lowest, "highest", Forms.NUMBER, ScoreRange::highest, ScoreRange::new);

    /** Checks the ends. */
    public ScoreRange {
        Checks.finite(lowest, "lowest");
        Checks.finite(highest, "highest");
        Checks.require(lowest <= highest, "lowest is %s, highest %s. Maybe they are swapped.", lowest, highest);
    }

    /**
     * The range of those scores, rounded to three decimals.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static ScoreRange of(double... scores) {
        Checks.require(scores.length > 0, "There are no scores. Expected at least one.");
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            Checks.finite(score, "score");
            lowest = Math.min(lowest, score);
            highest = Math.max(highest, score);
        }
        return new ScoreRange(Rounding.to(3, lowest), Rounding.to(3, highest));
    }

    /** The score itself, or the end that it lies beyond. */
    public double clip(double score) {
        return Math.max(lowest, Math.min(highest, score));
    }
}
