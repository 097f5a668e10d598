package org.iltlib.examples.year;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.StudentGroup;

/**
 * Where students stand: the score's distance from the mean of the other schools' students of the same grade, in their
 * standard deviations. Comparable from grade to grade, whatever the scale of the test does.
 */
final class Standings {
    private final ScoreTable table;
    private final int school;

    Standings(Study study) {
        this.table = study.table();
        this.school = table.units().getCode(study.school().value());
    }

    /** The standing of each student of the school (by code) who has a score; none if the others do not vary. */
    Map<Integer, Double> of(Subject subject, GradeLevel grade) {
        int gradeCode = table.grades().getCode(grade.code());
        ScoreColumn scores = table.scores(subject);
        Moments others = Moments.EMPTY;
        for (int row = 0; row < table.rows(); row++) {
            if (table.grades().code(row) == gradeCode && table.units().code(row) != school && scores.isPresent(row)) {
                others = others.with(scores.get(row));
            }
        }
        Map<Integer, Double> standings = new LinkedHashMap<>();
        double deviation = others.standardDeviation().orElse(0);
        for (int row = 0; row < table.rows() && deviation > 0; row++) {
            if (table.grades().code(row) == gradeCode && table.units().code(row) == school && scores.isPresent(row)) {
                standings.put(table.students().code(row), (scores.get(row) - others.mean()) / deviation);
            }
        }
        return standings;
    }

    /** As {@link #of(Subject, GradeLevel)}, of that group only, as the labels were in that grade. */
    Map<Integer, Double> of(Subject subject, GradeLevel grade, Optional<StudentGroup> group) {
        Map<Integer, Double> standings = of(subject, grade);
        if (group.isPresent()) {
            int gradeCode = table.grades().getCode(grade.code());
            LabelColumn labels = table.groups(group.get().by());
            int wanted = labels.getCode(group.get().level());
            for (int row = 0; row < table.rows(); row++) {
                if (table.grades().code(row) == gradeCode && labels.code(row) != wanted) {
                    standings.remove(table.students().code(row));
                }
            }
        }
        return standings;
    }
}
