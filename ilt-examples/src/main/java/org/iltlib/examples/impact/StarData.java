package org.iltlib.examples.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.base.Subject;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreImport;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.iltlib.examples.UsageException;

/** Project STAR as a table of student-years, or the part of it that some question needs. */
final class StarData {
    static final List<String> GRADES = List.of("K", "1", "2", "3");
    static final List<Subject> SUBJECTS = List.of(Subject.MATHEMATICS, Subject.READING);

    static final ScoreLayout LAYOUT = ScoreLayout.builder()
            .student("id")
            .unit("sch")
            .grade("gr")
            .addGroups("cltype", "ses", "sx", "eth", "schtype", "tch")
            .putScores("read", Subject.READING)
            .putScores("math", Subject.MATHEMATICS)
            .build();

    private final ScoreTable table;
    private final ScoreImport read;

    private StarData(ScoreTable table, ScoreImport read) {
        this.table = table;
        this.read = read;
    }

    /**
     * Reads the study.
     *
     * @throws UsageException if the file cannot be used
     */
    static StarData read(StarOptions options) {
        try (InputStream stream = open(options)) {
            ScoreImport read = ScoreTableReader.of(LAYOUT).read(stream);
            StarData data = new StarData(read.table(), read);
            String file = options.data().map(path -> path + ": ").orElse("");
            if (read.report().rejected() > 0) {
                throw new UsageException(file + read.report().rejected() + " rows cannot be used; the first is "
                        + read.report().examples().get(0) + ". Maybe mend the file: nothing is left out in silence.");
            }
            StarData kindergarten = data.grade("K");
            int small = kindergarten.classType("small").rows();
            if (small == 0 || small == kindergarten.rows()) {
                throw new UsageException(file + "The file has no kindergarten, or no small class there, or none but"
                        + " small ones. Maybe it is another study.");
            }
            return data;
        } catch (EvidenceException e) {
            throw new UsageException(options.data().map(file -> file + ": ").orElse("") + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(StarOptions options) throws IOException {
        if (options.data().isPresent()) {
            return Files.newInputStream(options.data().get());
        }
        InputStream inside = StarData.class.getResourceAsStream("/org/iltlib/examples/star.csv.gz");
        if (inside == null) {
            throw new IllegalStateException("star.csv.gz is not in the jar");
        }
        return inside;
    }

    ScoreImport read() {
        return read;
    }

    int rows() {
        return table.rows();
    }

    private StarData where(IntPredicate condition) {
        return new StarData(table.select(condition), read);
    }

    StarData grade(String grade) {
        return where(row -> table.grades().find(row).filter(grade::equals).isPresent());
    }

    StarData classType(String type) {
        return group("cltype", type);
    }

    StarData group(String column, String label) {
        LabelColumn labels = table.groups(column);
        return where(row -> labels.find(row).filter(label::equals).isPresent());
    }

    /** Without the regular classes that had an aide. */
    StarData smallAndRegular() {
        LabelColumn types = table.groups("cltype");
        return where(row -> types.find(row).filter("reg+A"::equals).isEmpty());
    }

    LabelColumn students() {
        return table.students();
    }

    /** One score a row, NaN where there is none. */
    double[] scores(Subject subject) {
        ScoreColumn column = table.scores(subject);
        double[] scores = new double[rows()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = column.isPresent(i) ? column.get(i) : Double.NaN;
        }
        return scores;
    }

    boolean[] small() {
        LabelColumn types = table.groups("cltype");
        boolean[] small = new boolean[rows()];
        for (int i = 0; i < small.length; i++) {
            small[i] = types.find(i).filter("small"::equals).isPresent();
        }
        return small;
    }

    /** 1 where the label is that one, 0 where it is another, NaN where there is none. */
    double[] is(String column, String label) {
        LabelColumn labels = table.groups(column);
        double[] values = new double[rows()];
        for (int i = 0; i < values.length; i++) {
            Optional<String> found = labels.find(i);
            values[i] = found.isEmpty() ? Double.NaN : found.get().equals(label) ? 1 : 0;
        }
        return values;
    }

    int[] schools() {
        return codes(table.units());
    }

    int[] classes() {
        return codes(table.groups("tch"));
    }

    private static int[] codes(LabelColumn labels) {
        int[] codes = new int[labels.size()];
        Arrays.setAll(codes, labels::code);
        return codes;
    }

    /** Small classes against the others, within schools, errors together within classes. */
    Comparison comparison(Subject subject) {
        return Comparison.of(scores(subject), small()).within(schools()).clusteredBy(classes());
    }

    static String name(String grade) {
        return grade.equals("K") ? "kindergarten" : "grade " + grade;
    }

    static String name(Subject subject) {
        return subject.equals(Subject.READING) ? "reading" : "mathematics";
    }
}
