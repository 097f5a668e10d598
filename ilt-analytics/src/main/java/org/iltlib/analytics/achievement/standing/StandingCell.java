package org.iltlib.analytics.achievement.standing;

import java.util.Optional;
import org.iltlib.base.GradeLevel;
import org.iltlib.finding.StudentGroup;

/**
 * Of what and of whom a standing is told.
 *
 * @param topic what was tested
 * @param grade the grade
 * @param group the group; empty for all students
 */
public record StandingCell(Topic topic, GradeLevel grade, Optional<StudentGroup> group) {
    /** Such as {@code mathematics 5.NF.A.1, grade 5, ses F}. */
    @Override
    public String toString() {
        return topic + ", " + grade + group.map(one -> ", " + one).orElse(", all students");
    }
}
