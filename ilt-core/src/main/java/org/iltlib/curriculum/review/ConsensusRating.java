package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a panel gives for one criterion after it talked, and where in the materials it sees that.
 *
 * @param criterion the id of the criterion
 * @param points from 0 to what the criterion can earn
 * @param seenAt pages, lessons, or that something is nowhere; at least one
 */
public record ConsensusRating(String criterion, int points, List<String> seenAt) {
    /** The written form. */
    public static final Form<ConsensusRating> FORM = Form.of(
            "criterion",
            Forms.TEXT,
            ConsensusRating::criterion,
            "points",
            Forms.INTEGER,
            ConsensusRating::points,
            "seenAt",
            Forms.listOf(Forms.TEXT),
            ConsensusRating::seenAt,
            ConsensusRating::new);

    /** Checks the parts and copies the places. */
    public ConsensusRating {
        Checks.id(criterion, "criterion");
        Checks.notNegative(points, "points");
        seenAt = List.copyOf(seenAt);
        Checks.require(
                !seenAt.isEmpty(),
                "The criterion %s has no evidence. Expected where it was seen. Maybe write that it is nowhere.",
                criterion);
        seenAt.forEach(place -> Checks.text(place, "seenAt"));
    }

    /** That rating, seen there. */
    public static ConsensusRating of(String criterion, int points, String... seenAt) {
        return new ConsensusRating(criterion, points, List.of(seenAt));
    }
}
