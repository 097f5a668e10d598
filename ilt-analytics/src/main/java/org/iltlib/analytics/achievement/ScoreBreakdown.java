package org.iltlib.analytics.achievement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.StudentGroup;

/**
 * Scores of all units by grade and group, unsuppressed: working material for a calculation, not for a reader.
 *
 * @param by the column by which students are grouped
 */
public record ScoreBreakdown(String by) {
    /**
     * One grade and group.
     *
     * @param grade the grade
     * @param group the group
     * @param scores count, mean and spread of the scores
     */
    public record Row(GradeLevel grade, StudentGroup group, Moments scores) {}

    /** The rows, by grade, then by label; a combination without scores has a count of 0. One pass over the table. */
    public List<Row> of(ScoreTable table, Subject subject) {
        LabelColumn labels = table.groups(by);
        ScoreColumn scores = table.scores(subject);
        int width = labels.levels().size();
        Moments[] cells = new Moments[table.gradeLevels().size() * width];
        Arrays.fill(cells, Moments.EMPTY);
        for (int row = 0; row < table.rows(); row++) {
            if (labels.code(row) != LabelColumn.NONE && scores.isPresent(row)) {
                int cell = table.grades().code(row) * width + labels.code(row);
                cells[cell] = cells[cell].with(scores.get(row));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            rows.add(new Row(
                    table.gradeLevels().get(i / width),
                    StudentGroup.of(by, labels.levels().get(i % width)),
                    cells[i]));
        }
        return List.copyOf(rows);
    }
}
