package org.iltlib.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Scores of students in columns: one row for a student in a grade, with school, groups and scores. A row costs some
 * bytes a column, not objects, so that a state fits in memory. Immutable, thread-safe.
 *
 * <p>A student appears in as many rows as grades he or she was seen in; never twice in the same grade. All students of
 * the rows are the expected population, whether or not they have a score.
 */
public final class ScoreTable {
    private final ScoreLayout layout;
    private final LabelColumn students;
    private final LabelColumn units;
    private final LabelColumn grades;
    private final Map<String, LabelColumn> groups;
    private final Map<Subject, ScoreColumn> scores;
    private final List<GradeLevel> gradeLevels;

    ScoreTable(
            ScoreLayout layout,
            LabelColumn students,
            LabelColumn units,
            LabelColumn grades,
            Map<String, LabelColumn> groups,
            Map<Subject, ScoreColumn> scores) {
        this.layout = layout;
        this.students = students;
        this.units = units;
        this.grades = grades;
        this.groups = new LinkedHashMap<>(groups);
        this.scores = new LinkedHashMap<>(scores);
        this.gradeLevels = grades.levels().stream().map(GradeLevel::parse).toList();
    }

    /** Which column of the source means what. */
    public ScoreLayout layout() {
        return layout;
    }

    /** The number of rows: students times grades in which they were seen. */
    public int rows() {
        return students.size();
    }

    /** The students' pseudonymous ids. */
    public LabelColumn students() {
        return students;
    }

    /** The schools, or other units. */
    public LabelColumn units() {
        return units;
    }

    /** The grades, by their codes, from youngest to oldest. */
    public LabelColumn grades() {
        return grades;
    }

    /** The grades that occur, from youngest to oldest; the code of {@link #grades} is the place in this list. */
    public List<GradeLevel> gradeLevels() {
        return gradeLevels;
    }

    /** The ids of the units that occur; the code of {@link #units} is the place in this list. */
    public List<OrgUnitId> unitIds() {
        return units.levels().stream().map(OrgUnitId::of).toList();
    }

    /** The names of the columns by which students can be grouped, in the order of the layout. */
    public List<String> groupNames() {
        return List.copyOf(groups.keySet());
    }

    /**
     * The labels of that column.
     *
     * @throws IllegalArgumentException if it was not declared a group; the message lists those that were
     */
    public LabelColumn groups(String name) {
        LabelColumn column = groups.get(name);
        if (column == null) {
            throw new IllegalArgumentException("group is \"" + name + "\". Maybe one of " + groupNames() + ".");
        }
        return column;
    }

    /** The subjects that have scores, in the order of the layout. */
    public List<Subject> subjects() {
        return List.copyOf(scores.keySet());
    }

    /**
     * The scores in that subject.
     *
     * @throws IllegalArgumentException if there are none; the message lists the subjects that there are
     */
    public ScoreColumn scores(Subject subject) {
        ScoreColumn column = scores.get(subject);
        if (column == null) {
            throw new IllegalArgumentException("subject is \"" + subject + "\". Maybe one of " + subjects() + ".");
        }
        return column;
    }

    /**
     * The rows that satisfy the condition, in the same order, with all columns: what was known before a date, the
     * students of a few schools. Labels that no longer occur keep their codes. Linear in the rows.
     *
     * @param condition asked with the number of each row, the first being 0
     */
    public ScoreTable select(IntPredicate condition) {
        int[] chosen = IntStream.range(0, rows()).filter(condition).toArray();
        Map<String, LabelColumn> chosenGroups = new LinkedHashMap<>();
        groups.forEach((name, column) -> chosenGroups.put(name, column.select(chosen)));
        Map<Subject, ScoreColumn> chosenScores = new LinkedHashMap<>();
        scores.forEach((subject, column) -> chosenScores.put(subject, column.select(chosen)));
        return new ScoreTable(
                layout,
                students.select(chosen),
                units.select(chosen),
                grades.select(chosen),
                chosenGroups,
                chosenScores);
    }

    /**
     * The bytes that the rows take, with the texts of the columns that have more than 4,096 labels; what is left out
     * does not grow with the rows.
     */
    public long retainedBytes() {
        return students.retainedBytes()
                + units.retainedBytes()
                + grades.retainedBytes()
                + groups.values().stream().mapToLong(LabelColumn::retainedBytes).sum()
                + scores.values().stream().mapToLong(ScoreColumn::retainedBytes).sum();
    }

    /** Whether all columns are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreTable table
                && students.equals(table.students)
                && units.equals(table.units)
                && grades.equals(table.grades)
                && groups.equals(table.groups)
                && scores.equals(table.scores);
    }

    @Override
    public int hashCode() {
        return 31 * students.hashCode() + scores.hashCode();
    }

    /** Such as {@code 26796 rows, 11598 students, 80 units, 4 grades}; never the content of a row. */
    @Override
    public String toString() {
        return rows() + " rows, " + students.levels().size() + " students, "
                + units.levels().size() + " units, " + gradeLevels.size() + " grades";
    }
}
