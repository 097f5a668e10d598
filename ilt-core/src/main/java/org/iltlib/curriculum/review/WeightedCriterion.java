package org.iltlib.curriculum.review;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A criterion that counts once all gates are passed, and how much it counts beside the others.
 *
 * @param criterion what is looked at
 * @param weight 1 to 1000
 */
public record WeightedCriterion(ReviewCriterion criterion, int weight) {
    /** The written form. */
    public static final Form<WeightedCriterion> FORM = Form.of(
            "criterion",
            ReviewCriterion.FORM,
            WeightedCriterion::criterion,
            "weight",
            Forms.INTEGER,
            WeightedCriterion::weight,
            WeightedCriterion::new);

    private static final int MOST = 1000;

    /** Checks the weight. */
    public WeightedCriterion {
        Checks.require(
                weight >= 1 && weight <= MOST,
                "The criterion %s weighs %s. Expected 1 to %s. Maybe it does not count: leave it out.",
                criterion.id(),
                weight,
                MOST);
    }

    /** That criterion with that weight. */
    public static WeightedCriterion of(ReviewCriterion criterion, int weight) {
        return new WeightedCriterion(criterion, weight);
    }
}
