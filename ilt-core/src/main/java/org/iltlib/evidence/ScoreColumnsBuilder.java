package org.iltlib.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Subject;
import org.iltlib.evidence.column.Decimals;
import org.iltlib.evidence.column.Texts;
import org.jspecify.annotations.Nullable;

/** Grows the columns row by row and keeps the account. Not thread-safe; one use. */
final class ScoreColumnsBuilder {
    private static final int STUDENT = 0;
    private static final int UNIT = 1;
    private static final int GRADE = 2;
    private static final int FIRST_GROUP = 3;
    private static final int MOST_ROWS = 1 << 30;

    private final ScoreLayout layout;
    private final List<String> columns;
    private final int width;
    private final int firstScore;
    private final LabelRows students;
    private final LabelRows units;
    private final LabelRows grades;
    private final LabelRows[] groups;
    private final Decimals.Growing[] scores;
    private final MissingTexts missingTexts;
    private final Grades gradeTexts = new Grades();
    private final long[] missing;
    private final Map<String, Long> rejections = new TreeMap<>();
    private final List<RejectedRow> examples = new ArrayList<>();

    /** For each student the grades in which he or she was seen, a bit each: there are fourteen. */
    private short[] seen = new short[64];

    private int kept;
    private long incomplete;

    /** The student and the grade of the row that is being added. */
    private int student;

    private int grade;

    ScoreColumnsBuilder(ScoreLayout layout, RowCollector header) {
        List<String> names = ColumnNames.of(header.header()).list();
        this.layout = layout;
        this.width = names.size();
        this.columns = layout.columns();
        int[] at = columns.stream()
                .mapToInt(name -> names.indexOf(CsvRows.label(name)))
                .toArray();
        for (int c = 0; c < at.length; c++) {
            String name = columns.get(c);
            if (at[c] < 0) {
                throw new EvidenceException("column \"" + name + "\" is not in the header. Expected " + columns
                        + ". Maybe the file is another one, or the separator is not a comma.");
            }
            if (names.lastIndexOf(CsvRows.label(name)) != at[c]) {
                throw new EvidenceException("column \"" + name + "\" stands twice in the header. Expected once.");
            }
        }
        header.want(at);
        this.missing = new long[at.length];
        this.firstScore = FIRST_GROUP + layout.groups().size();
        this.students = new LabelRows(layout.student());
        this.units = new LabelRows(layout.unit());
        this.grades = new LabelRows(layout.grade());
        this.groups = layout.groups().stream().map(LabelRows::new).toArray(LabelRows[]::new);
        this.scores = layout.scores().keySet().stream()
                .map(name -> new Decimals.Growing())
                .toArray(Decimals.Growing[]::new);
        this.missingTexts = new MissingTexts(layout.missing());
    }

    /** Adds those rows and forgets them. */
    void add(CellRows rows) {
        for (int from = 0; from < rows.count(); from += LabelRows.TOUCHED) {
            int to = Math.min(from + LabelRows.TOUCHED, rows.count());
            students.touch(rows, STUDENT, from, to);
            for (int row = from; row < to; row++) {
                add(rows, row);
            }
        }
        rows.clear();
    }

    private void add(CellRows rows, int row) {
        String reason = reasonAgainst(rows, row);
        if (reason != null) {
            rejections.merge(reason, 1L, Long::sum);
            if (examples.size() < ImportReport.EXAMPLES) {
                examples.add(new RejectedRow(rows.line(row), reason));
            }
            return;
        }
        if (kept == MOST_ROWS) {
            throw new EvidenceException("there are more than " + MOST_ROWS + " rows. Maybe read the file in parts.");
        }
        students.putCode(student);
        grades.putCode(grade);
        units.put(rows, row, UNIT);
        boolean complete = true;
        for (int g = 0; g < groups.length; g++) {
            complete &= counted(FIRST_GROUP + g, groups[g].put(rows, row, FIRST_GROUP + g));
        }
        for (int s = 0; s < scores.length; s++) {
            complete &= counted(firstScore + s, scores[s].commit());
        }
        incomplete += complete ? 0 : 1;
        kept++;
    }

    private boolean counted(int column, boolean present) {
        missing[column] += present ? 0 : 1;
        return present;
    }

    /** Why that row is not taken; if it is, its student, grade and scores wait to be added. */
    private @Nullable String reasonAgainst(CellRows rows, int row) {
        if (rows.cells(row) != width) {
            return rows.cells(row) > width ? "has more cells than the header" : "has not as many cells as the header";
        }
        for (int c = STUDENT; c <= GRADE; c++) {
            if (rows.isEmpty(row, c)) {
                return columns.get(c) + " is empty";
            }
        }
        byte[] bytes = rows.bytes();
        for (int c = STUDENT; c <= UNIT; c++) {
            if (!isLabel(bytes, rows.from(row, c), rows.to(row, c))) {
                return columns.get(c) + " is no id";
            }
        }
        grade = gradeTexts.numberOf(bytes, rows.from(row, GRADE), rows.to(row, GRADE));
        if (grade == Grades.NONE) {
            return layout.grade() + " is no grade";
        }
        for (int c = FIRST_GROUP; c < firstScore; c++) {
            if (!isLabel(bytes, rows.from(row, c), rows.to(row, c))) {
                return columns.get(c) + " is no label";
            }
        }
        for (int s = 0; s < scores.length; s++) {
            int place = firstScore + s;
            if (!isScore(scores[s], bytes, rows.from(row, place), rows.to(row, place))) {
                return columns.get(place) + " is no number";
            }
        }
        student = students.codeOf(rows, row, STUDENT);
        if (student >= seen.length) {
            seen = Arrays.copyOf(seen, student + (student >> 1));
        }
        int bit = 1 << (grade + 1);
        if ((seen[student] & bit) != 0) {
            return "repeats a student in a grade";
        }
        seen[student] |= (short) bit;
        return null;
    }

    private static boolean isLabel(byte[] bytes, int from, int to) {
        boolean plain = to - from <= CsvRows.LONGEST_LABEL;
        for (int i = from; i < to; i++) {
            plain &= bytes[i] >= ' ' && bytes[i] < 0x7f;
        }
        return plain || CsvRows.isLabel(Texts.decoded(bytes, from, to));
    }

    private boolean isScore(Decimals.Growing score, byte[] bytes, int from, int to) {
        int reason = missingTexts.find(bytes, from, to);
        if (reason >= 0) {
            score.missing(reason);
            return true;
        }
        return score.read(bytes, from, to);
    }

    ScoreTable table() {
        Map<String, LabelColumn> groupColumns = new LinkedHashMap<>();
        for (LabelRows group : groups) {
            groupColumns.put(group.name(), group.column());
        }
        Map<Subject, ScoreColumn> scoreColumns = new LinkedHashMap<>();
        List<String> names = List.copyOf(layout.scores().keySet());
        List<Subject> subjects = List.copyOf(layout.scores().values());
        for (int s = 0; s < scores.length; s++) {
            scoreColumns.put(subjects.get(s), new ScoreColumn(names.get(s), scores[s].freeze()));
        }
        return new ScoreTable(
                layout, students.column(), units.column(), grades.gradeColumn(), groupColumns, scoreColumns);
    }

    ImportReport report() {
        Map<String, Long> missingByName = new LinkedHashMap<>();
        for (int c = 0; c < missing.length; c++) {
            if (missing[c] > 0) {
                missingByName.put(columns.get(c), missing[c]);
            }
        }
        return ImportReport.builder()
                .kept(kept)
                .incomplete(incomplete)
                .putAllMissing(missingByName)
                .putAllRejections(rejections)
                .addAllExamples(examples)
                .build();
    }
}
