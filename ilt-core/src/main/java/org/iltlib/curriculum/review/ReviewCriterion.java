package org.iltlib.curriculum.review;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One thing that reviewers look at, and how many points it can earn. The wording is the publisher's or the district's own:
 * whoever loads a rubric brings it.
 *
 * @param id a short id, unique in the rubric
 * @param wording what is looked at
 * @param points the most that can be given, 1 to 1000; the least is 0
 */
public record ReviewCriterion(String id, String wording, int points) {
    /** The written form. */
    public static final Form<ReviewCriterion> FORM = Form.of(
            "id",
            Forms.TEXT,
            ReviewCriterion::id,
            "wording",
            Forms.TEXT,
            ReviewCriterion::wording,
            "points",
            Forms.INTEGER,
            ReviewCriterion::points,
            ReviewCriterion::new);

    private static final int MOST = 1000;

    /** Checks id, wording and points. */
    public ReviewCriterion {
        Checks.id(id, "criterion id");
        Checks.text(wording, "wording");
        Checks.require(
                points >= 1 && points <= MOST,
                "The criterion %s can earn %s points. Expected 1 to %s. Maybe it is not rated at all: leave it out.",
                id,
                points,
                MOST);
    }

    /** That criterion. */
    public static ReviewCriterion of(String id, String wording, int points) {
        return new ReviewCriterion(id, wording, points);
    }

    /** Refuses points that it cannot earn. */
    void checkPoints(int given) {
        Checks.require(
                given >= 0 && given <= points,
                "The criterion %s is given %s points. Expected 0 to %s.",
                id,
                given,
                points);
    }
}
