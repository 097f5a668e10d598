package org.iltlib.learning.evaluation;

import java.util.Collection;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;

/**
 * How many people of a group moved up, stayed or moved down on one skill. Of nobody in particular.
 *
 * @param up how many ended higher
 * @param same how many ended where they began
 * @param down how many ended lower
 */
public record SkillMovement(int up, int same, int down) {
    /** Checks the counts. */
    public SkillMovement {
        Checks.notNegative(up, "up");
        Checks.notNegative(same, "same");
        Checks.notNegative(down, "down");
    }

    /**
     * The movement of a group; missing for nobody, suppressed for fewer people than the least.
     *
     * @param evidence all of one skill on one scale, each person once
     * @param fewest the smallest group that is shown, at least 2
     */
    public static Measured<SkillMovement> of(Collection<SkillEvidence> evidence, int fewest) {
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
        List<String> scales = evidence.stream()
                .map(one -> one.skill() + " on " + one.levels() + " levels")
                .distinct()
                .sorted()
                .toList();
        Checks.require(scales.size() < 2, "evidence is of %s. Expected one skill on one scale.", scales);
        Checks.distinct(evidence.stream().map(SkillEvidence::person).toList(), "evidence");
        if (evidence.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no skill was seen before and after");
        }
        if (evidence.size() < fewest) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people");
        }
        int up = 0;
        int down = 0;
        for (SkillEvidence one : evidence) {
            up += one.after() > one.before() ? 1 : 0;
            down += one.after() < one.before() ? 1 : 0;
        }
        return Measured.of(new SkillMovement(up, evidence.size() - up - down, down));
    }

    /** The number of people. */
    public int people() {
        return up + same + down;
    }
}
