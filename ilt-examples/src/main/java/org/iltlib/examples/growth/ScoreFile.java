package org.iltlib.examples.growth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.iltlib.analytics.growth.cohort.LongScores;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.cohort.Step;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.examples.UsageException;

/** A long file of scores. Messages name rows by their line, never their content. */
public final class ScoreFile {
    static final Subject SUBJECT = Subject.of("scores");

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]{1,15}+([.][0-9]{0,15}+)?+|[.][0-9]{1,15}+)([eE][-+]?[0-9]{1,2}+)?+");
    private static final int LOWEST_GRADE = -1;
    private static final int HIGHEST_GRADE = 12;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,8}");

    private final ReportOptions options;
    private final LongScores.Builder rows = LongScores.builder();
    private final TreeMap<Integer, Integer> times = new TreeMap<>();
    private final Map<Step, TreeMap<Double, double[]>> errors = new HashMap<>();
    private boolean grades;
    private boolean years;
    private String digest = "";

    private ScoreFile(ReportOptions options) {
        this.options = options;
    }

    /**
     * Reads.
     *
     * @throws UsageException naming the first row that cannot be used
     */
    public static ScoreFile read(ReportOptions options) {
        ScoreFile file = new ScoreFile(options);
        try (InputStream stream = Files.newInputStream(options.scores())) {
            CsvRows source = CsvRows.of(stream);
            ColumnNames header = ColumnNames.of(source.hasNext() ? source.next().cells() : List.of());
            int id = column(header, options.id());
            int time = column(header, options.time());
            int score = column(header, options.score());
            int school = column(header, options.school());
            int grade = options.grade().map(name -> column(header, name)).orElse(-1);
            int csem = options.csem().map(name -> column(header, name)).orElse(-1);
            while (source.hasNext()) {
                CsvRows.Row row = source.next();
                if (row.cells().size() != header.size()) {
                    throw new UsageException("Row " + row.line() + " has "
                            + row.cells().size() + " cells. Expected " + header.size() + ", as in the header.");
                }
                file.add(row, new int[] {id, time, score, school, grade, csem});
            }
            file.digest = source.sha256();
        } catch (EvidenceException e) {
            throw new UsageException("The file of scores cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("The file of scores cannot be read. Maybe the path is wrong.", e);
        }
        if (file.times.size() < 2) {
            throw new UsageException(
                    "The file has scores of " + file.times.size() + (file.times.size() == 1 ? " time" : " times")
                            + ". Expected at least two: growth is from one to the next.");
        }
        return file;
    }

    private static int column(ColumnNames header, String name) {
        int place = header.find(name)
                .orElseThrow(() -> new UsageException("There is no column \"" + name + "\". " + header.hint() + "."));
        if (header.isRepeated(name)) {
            throw new UsageException("The header has \"" + name + "\" twice. Expected it once.");
        }
        return place;
    }

    private void add(CsvRows.Row row, int[] columns) {
        String id = row.label(columns[0]);
        if (id.isEmpty() || !CsvRows.isLabel(id)) {
            throw wrong(row, "student", "an id of up to " + CsvRows.LONGEST_LABEL + " printable characters");
        }
        String school = row.label(columns[3]);
        if (!CsvRows.isLabel(school)) {
            throw wrong(row, "school", "up to " + CsvRows.LONGEST_LABEL + " printable characters");
        }
        school = ShownName.of(school);
        int time = time(row, row.label(columns[1]));
        GradeLevel grade = columns[4] < 0 ? GradeLevel.of(years ? 1 : time) : grade(row, row.label(columns[4]));
        times.merge(time, 1, Integer::sum);
        String score = row.label(columns[2]);
        if (score.isEmpty() || score.equals("NA")) {
            rows.addMissing(id, time, grade, SUBJECT, school);
            return;
        }
        double value = number(row, score, "score");
        rows.add(id, time, grade, SUBJECT, school, value);
        if (columns[5] >= 0) {
            double error = number(row, row.label(columns[5]), "standard error");
            if (error < 0) {
                throw wrong(row, "standard error", "zero or more");
            }
            double[] sum = errors.computeIfAbsent(new Step(time, grade), step -> new TreeMap<>())
                    .computeIfAbsent(value, key -> new double[2]);
            sum[0] += error;
            sum[1]++;
        }
    }

    private int time(CsvRows.Row row, String text) {
        boolean whole = WHOLE.matcher(text).matches();
        if (whole && Integer.parseInt(text) > 13) {
            years = true;
        } else {
            grades = true;
        }
        if (years && grades) {
            throw wrong(row, "time", "a year in every row, or a grade in every row");
        }
        int time = whole ? Integer.parseInt(text) : grade(row, text).number();
        if (!years && (time < LOWEST_GRADE || time > HIGHEST_GRADE)) {
            throw wrong(row, "time", "a grade, PK, K or 1 to 12, or a year");
        }
        return time;
    }

    private static GradeLevel grade(CsvRows.Row row, String text) {
        try {
            return GradeLevel.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("Row " + row.line() + ": expected a grade, PK, K or 1 to 12.", e);
        }
    }

    private static double number(CsvRows.Row row, String text, String what) {
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(row, what, "a number with a decimal point, or nothing for a missing score");
        }
        return Double.parseDouble(text);
    }

    private static UsageException wrong(CsvRows.Row row, String what, String expected) {
        return new UsageException(
                "Row " + row.line() + ": the " + what + " cannot be used. Expected " + expected + ".");
    }

    LongScores scores() {
        return rows.build();
    }

    /** How many rows each time has. */
    NavigableMap<Integer, Integer> times() {
        return times;
    }

    /** Whether grades are known, from a column or because grades are the times. */
    boolean hasGrades() {
        return options.grade().isPresent() || grades;
    }

    /** Whether times are years. */
    boolean hasYears() {
        return years;
    }

    String digest() {
        return digest;
    }

    /** The errors of a test, averaged at each score; empty if there are none or the scores do not differ. */
    Optional<ScoreErrors> errors(Step step) {
        TreeMap<Double, double[]> known = errors.getOrDefault(step, new TreeMap<>());
        return known.size() < 2
                ? Optional.empty()
                : Optional.of(new ScoreErrors(
                        List.copyOf(known.keySet()),
                        known.values().stream().map(sum -> sum[0] / sum[1]).toList()));
    }
}
