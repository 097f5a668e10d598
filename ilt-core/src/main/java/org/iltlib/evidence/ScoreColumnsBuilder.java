package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.jspecify.annotations.Nullable;

/** Grows the columns row by row and keeps the account. Not thread-safe; one use. */
final class ScoreColumnsBuilder {
    private final ScoreLayout layout;
    private final int width;
    private final int[] at;
    private final Labels students;
    private final Labels units;
    private final Labels grades;
    private final List<Labels> groups = new ArrayList<>();
    private final List<Numbers> scores = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final long[] missing;
    private final Map<String, Long> rejections = new TreeMap<>();
    private final List<RejectedRow> examples = new ArrayList<>();
    private int kept;
    private long incomplete;
    private long line = 1;

    ScoreColumnsBuilder(ScoreLayout layout, List<String> header) {
        this.layout = layout;
        this.width = header.size();
        List<String> columns = layout.columns();
        this.at = columns.stream().mapToInt(header::indexOf).toArray();
        for (int c = 0; c < at.length; c++) {
            String name = columns.get(c);
            if (at[c] < 0) {
                throw new EvidenceException("column \"" + name + "\" is not in the header. Expected " + columns
                        + ". Maybe the file is another one, or the separator is not a comma.");
            }
            if (header.lastIndexOf(name) != at[c]) {
                throw new EvidenceException("column \"" + name + "\" stands twice in the header. Expected once.");
            }
        }
        this.missing = new long[at.length];
        students = new Labels(layout.student());
        units = new Labels(layout.unit());
        grades = new Labels(layout.grade());
        layout.groups().forEach(name -> groups.add(new Labels(name)));
        layout.scores().forEach((name, subject) -> scores.add(new Numbers(name)));
    }

    long lastLine() {
        return line;
    }

    void add(CsvRecord row) {
        line = row.getStartingLineNumber();
        String reason = reasonAgainst(row);
        if (reason != null) {
            rejections.merge(reason, 1L, Long::sum);
            if (examples.size() < ImportReport.EXAMPLES) {
                examples.add(new RejectedRow(line, reason));
            }
            return;
        }
        students.put(kept, cell(row, 0));
        units.put(kept, cell(row, 1));
        grades.put(kept, GradeLevel.parse(cell(row, 2)).code());
        boolean complete = true;
        for (int g = 0; g < groups.size(); g++) {
            complete &= counted(3 + g, groups.get(g).put(kept, cell(row, 3 + g)));
        }
        for (int s = 0; s < scores.size(); s++) {
            int column = 3 + groups.size() + s;
            complete &= counted(column, scores.get(s).put(kept, cell(row, column), missingFor(cell(row, column))));
        }
        incomplete += complete ? 0 : 1;
        kept++;
    }

    private boolean counted(int column, boolean present) {
        missing[column] += present ? 0 : 1;
        return present;
    }

    private String cell(CsvRecord row, int column) {
        return row.getField(at[column]).strip();
    }

    private @Nullable String reasonAgainst(CsvRecord row) {
        if (row.getFieldCount() != width) {
            return "has not as many cells as the header";
        }
        for (int c = 0; c < 3; c++) {
            if (cell(row, c).isEmpty()) {
                return layout.columns().get(c) + " is empty";
            }
        }
        String unit = cell(row, 1);
        if (unit.length() > 200 || unit.chars().anyMatch(Character::isISOControl)) {
            return layout.unit() + " is no id";
        }
        String grade;
        try {
            grade = GradeLevel.parse(cell(row, 2)).code();
        } catch (IllegalArgumentException e) {
            return layout.grade() + " is no grade";
        }
        for (int s = 0; s < scores.size(); s++) {
            int column = 3 + groups.size() + s;
            String text = cell(row, column);
            if (missingFor(text) == null && !isNumber(text)) {
                return scores.get(s).name + " is no number";
            }
        }
        // One pair of codes names a student in a grade, whatever their texts contain.
        long pair = ((long) students.codeOf(cell(row, 0)) << 8) + grades.codeOf(grade);
        return seen.add(pair) ? null : "repeats a student in a grade";
    }

    private @Nullable MissingReason missingFor(String text) {
        MissingReason declared = layout.missing().get(text);
        return declared == null && text.isEmpty() ? MissingReason.NOT_COLLECTED : declared;
    }

    private static boolean isNumber(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && !Character.isDigit(last)) {
            return false; // Double.parseDouble would take "1d", "NaN" and "Infinity"
        }
        try {
            return !text.startsWith("0x") && Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    ScoreTable table() {
        Map<String, LabelColumn> groupColumns = new LinkedHashMap<>();
        groups.forEach(group -> groupColumns.put(group.name, group.column(kept, Comparator.naturalOrder())));
        Map<Subject, ScoreColumn> scoreColumns = new LinkedHashMap<>();
        scores.forEach(score -> scoreColumns.put(layout.scores().get(score.name), score.column(kept)));
        return new ScoreTable(
                layout,
                students.column(kept, Comparator.naturalOrder()),
                units.column(kept, Comparator.naturalOrder()),
                grades.column(kept, Comparator.comparing(GradeLevel::parse)),
                groupColumns,
                scoreColumns);
    }

    ImportReport report() {
        Map<String, Long> missingByName = new LinkedHashMap<>();
        for (int c = 0; c < missing.length; c++) {
            if (missing[c] > 0) {
                missingByName.put(layout.columns().get(c), missing[c]);
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

    private static int grown(int length) {
        return Math.max(64, length + (length >> 1));
    }

    /** A growing column of labels, coded in the order of first appearance. */
    private static final class Labels {
        private final String name;
        private final Map<String, Integer> codes = new HashMap<>();
        private int[] rows = new int[64];

        Labels(String name) {
            this.name = name;
        }

        int codeOf(String label) {
            return codes.computeIfAbsent(label, l -> codes.size());
        }

        boolean put(int row, String label) {
            if (row == rows.length) {
                rows = Arrays.copyOf(rows, grown(row));
            }
            rows[row] = label.isEmpty() ? LabelColumn.NONE : codeOf(label);
            return !label.isEmpty();
        }

        LabelColumn column(int size, Comparator<String> order) {
            int[] kept = Arrays.copyOf(rows, size);
            boolean[] used = new boolean[codes.size()];
            for (int code : kept) {
                if (code >= 0) {
                    used[code] = true;
                }
            }
            List<String> levels = codes.keySet().stream()
                    .filter(level -> used[codes.getOrDefault(level, 0)])
                    .sorted(order)
                    .toList();
            int[] place = new int[codes.size()];
            for (int i = 0; i < levels.size(); i++) {
                place[codes.getOrDefault(levels.get(i), 0)] = i;
            }
            for (int i = 0; i < size; i++) {
                kept[i] = kept[i] < 0 ? LabelColumn.NONE : place[kept[i]];
            }
            return new LabelColumn(name, levels, kept);
        }
    }

    /** A growing column of numbers with the reason for each that is missing. */
    private static final class Numbers {
        private final String name;
        private double[] values = new double[64];
        private byte[] status = new byte[64];

        Numbers(String name) {
            this.name = name;
        }

        boolean put(int row, String text, @Nullable MissingReason reason) {
            if (row == values.length) {
                values = Arrays.copyOf(values, grown(row));
                status = Arrays.copyOf(status, grown(row));
            }
            values[row] = reason == null ? Double.parseDouble(text) : 0;
            status[row] = reason == null ? 0 : ScoreColumn.statusOf(reason);
            return reason == null;
        }

        ScoreColumn column(int size) {
            return new ScoreColumn(name, Arrays.copyOf(values, size), Arrays.copyOf(status, size));
        }
    }
}
