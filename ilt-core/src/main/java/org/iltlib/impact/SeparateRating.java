package org.iltlib.impact;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A rating that must reach a minimum of its own.
 *
 * @param aspect what is rated: {@code rigorous}
 * @param rating the level given, zero or more
 * @param minimum the least level that will do, zero or more
 */
public record SeparateRating(String aspect, int rating, int minimum) {
    /** The written form. */
    public static final Form<SeparateRating> FORM = Form.of(
            "aspect",
            Forms.TEXT,
            SeparateRating::aspect,
            "rating",
            Forms.INTEGER,
            SeparateRating::rating,
            "minimum",
            Forms.INTEGER,
            SeparateRating::minimum,
            SeparateRating::new);

    /** Checks aspect and levels. */
    public SeparateRating {
        Checks.id(aspect, "aspect");
        Checks.notNegative(rating, "rating");
        Checks.notNegative(minimum, "minimum");
    }

    /** That rating. */
    public static SeparateRating of(String aspect, int rating, int minimum) {
        return new SeparateRating(aspect, rating, minimum);
    }

    /** Whether it reaches its minimum. */
    public boolean passes() {
        return rating >= minimum;
    }

    /** How many levels are lacking; 0 if none. */
    public int lacking() {
        return Math.max(0, minimum - rating);
    }
}
