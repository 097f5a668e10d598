package org.iltlib.examples.year;

import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.StudentGroup;

/**
 * What the team will work on.
 *
 * @param finding the finding or gap on which it rests
 * @param cell subject, grade and group of the students
 * @param standing where they stand, in standard deviations of the other schools' students
 * @param supported whether chance is an unlikely explanation
 */
record Focus(EntryId finding, Cell cell, Estimate standing, boolean supported) {

    /**
     * Some students in a subject.
     *
     * @param subject the subject
     * @param grade the grade in which they were seen last
     * @param group the group, if not all
     */
    record Cell(Subject subject, GradeLevel grade, Optional<StudentGroup> group) {
        /** Such as {@code mathematics of grade 2 students with free lunch}. */
        String words() {
            return subject + " of " + grade + " students"
                    + group.map(g -> " " + Findings.words(g)).orElse("");
        }
    }
}
