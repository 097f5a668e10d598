package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The share of assignments on grade level, by grade and group; groups that are too small are withheld, with another group
 * of the grade where one could be worked out from the total.
 *
 * @param lines a line for each grade and group, in the order given
 */
public record OnGrade(List<Line> lines) {
    /**
     * One group in one grade.
     *
     * @param grade the grade
     * @param group the group
     * @param share the share of its assignments on grade level; missing if it got none
     */
    public record Line(GradeLevel grade, String group, Measured<Ratio> share) {}

    /** Copies the list. */
    public OnGrade {
        lines = List.copyOf(lines);
    }

    /**
     * The shares from counts.
     *
     * @throws IllegalArgumentException if a group stands twice in a grade
     */
    public static OnGrade of(List<AssignmentCount> counts, SuppressionPolicy policy) {
        Map<GradeLevel, Map<String, Long>> sizes = new LinkedHashMap<>();
        for (AssignmentCount one : counts) {
            Checks.require(
                    sizes.computeIfAbsent(one.grade(), any -> new LinkedHashMap<>())
                                    .put(one.group(), one.students())
                            == null,
                    "Group \"%s\" stands twice in %s. Expected it once.",
                    one.group(),
                    one.grade());
        }
        Map<GradeLevel, SmallGroups.Shown> shown = new LinkedHashMap<>();
        sizes.forEach((grade, groups) -> shown.put(grade, SmallGroups.of(policy).among(groups)));
        List<Line> lines = new ArrayList<>();
        for (AssignmentCount one : counts) {
            SmallGroups.Shown grade = Objects.requireNonNull(shown.get(one.grade()));
            lines.add(new Line(one.grade(), one.group(), grade.show(one.group(), () -> share(one))));
        }
        return new OnGrade(lines);
    }

    private static Measured<Ratio> share(AssignmentCount one) {
        return one.assignments() == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no assignment was counted")
                : Measured.of(Ratio.of(one.onGrade(), one.assignments()));
    }
}
