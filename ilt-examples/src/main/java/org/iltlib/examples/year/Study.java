package org.iltlib.examples.year;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreImport;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.iltlib.examples.UsageException;

/**
 * Project STAR as this year reads it: the table, and the one school whose year it is. The study followed the children
 * who began kindergarten in 1985; so each grade is a school year, and the grades of a school are what the team knows.
 */
final class Study {
    static final Subject READING = Subject.READING;
    static final Subject MATHEMATICS = Subject.MATHEMATICS;
    static final String LUNCH = "ses";
    static final String FREE_LUNCH = "F";
    static final String NO_FREE_LUNCH = "N";
    static final String CLASS_TYPE = "cltype";
    static final String SMALL = "small";
    static final String SOURCE = "Project STAR public-use data (State of Tennessee; C. M. Achilles et al.), long form";

    private static final SchoolYear KINDERGARTEN_YEAR = SchoolYear.startingIn(1985);

    static final ScoreLayout LAYOUT = ScoreLayout.builder()
            .student("id")
            .unit("sch")
            .grade("gr")
            .addGroups(CLASS_TYPE, LUNCH, "sx", "eth", "schtype", "tch", "hdeg", "clad", "exp")
            .putScores("read", READING)
            .putScores("math", MATHEMATICS)
            .build();

    private final YearOptions options;
    private final ScoreImport rows;
    private final OrgUnitId school;
    private final List<Teacher> teachers;
    private final List<GradeLevel> grades;

    private Study(YearOptions options, ScoreImport rows) {
        this.options = options;
        this.rows = rows;
        this.school = OrgUnitId.of(Long.toString(options.school()));
        ScoreTable table = rows.table();
        if (table.units().findCode(school.value()).isEmpty()) {
            throw new UsageException("Option --school is " + options.school()
                    + ", and the study has no such school. Expected one of "
                    + numbers(table.units().levels()) + ".");
        }
        this.teachers = teachers(table, table.units().getCode(school.value()));
        this.grades =
                List.copyOf(new TreeSet<>(teachers.stream().map(Teacher::grade).toList()));
    }

    /**
     * Reads the study.
     *
     * @throws UsageException if the file cannot be used, or has no such school
     */
    static Study read(YearOptions options) {
        try (InputStream stream = open(options)) {
            return new Study(options, ScoreTableReader.of(LAYOUT).read(stream));
        } catch (EvidenceException e) {
            throw new UsageException(options.data().map(file -> file + ": ").orElse("") + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(YearOptions options) throws IOException {
        if (options.data().isPresent()) {
            return Files.newInputStream(options.data().get());
        }
        InputStream inside = Study.class.getResourceAsStream("/org/iltlib/examples/star.csv.gz");
        if (inside == null) {
            throw new IllegalStateException("star.csv.gz is not in the jar");
        }
        return inside;
    }

    /** The bytes of the file, unpacked; the caller closes the stream. */
    InputStream content() throws IOException {
        return ScoreTableReader.unzipped(open(options));
    }

    /** What came of reading the file. */
    ScoreImport rows() {
        return rows;
    }

    /** All rows of all schools. */
    ScoreTable table() {
        return rows.table();
    }

    /** The school. */
    OrgUnitId school() {
        return school;
    }

    /** The school in words. */
    String schoolName() {
        return "School " + school;
    }

    /** The school's teachers, by grade and number. */
    List<Teacher> teachers() {
        return teachers;
    }

    /** The grades for which the study has the school, from youngest to oldest. */
    List<GradeLevel> grades() {
        return grades;
    }

    /** The grades whose results are known when the year begins: all but the last, or the only one. */
    List<GradeLevel> knownGrades() {
        return grades.size() == 1 ? grades : grades.subList(0, grades.size() - 1);
    }

    /** The last grade known when the year begins; its students are the ones whom the team can still help. */
    GradeLevel currentGrade() {
        return knownGrades().get(knownGrades().size() - 1);
    }

    /** The grade in which the same students are seen again at the end of the year, if the study has it. */
    Optional<GradeLevel> followUpGrade() {
        return grades.size() == 1 ? Optional.empty() : Optional.of(grades.get(grades.size() - 1));
    }

    /** The school year of this story: the one after the last known grade. */
    SchoolYear year() {
        return yearOf(currentGrade()).next();
    }

    /** The school year in which the study's children were in that grade. */
    static SchoolYear yearOf(GradeLevel grade) {
        return SchoolYear.startingIn(KINDERGARTEN_YEAR.start() + grade.number());
    }

    /** The number of other schools. */
    int others() {
        return table().units().levels().size() - 1;
    }

    private static List<Teacher> teachers(ScoreTable table, int school) {
        LabelColumn ids = table.groups("tch");
        Map<Integer, Teacher> found = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Optional<String> id = ids.find(row);
            if (table.units().code(row) == school && id.isPresent() && id.get().matches("\\d{1,9}")) {
                int number = Integer.parseInt(id.get());
                if (!found.containsKey(number)) {
                    found.put(number, teacher(table, row, number));
                }
            }
        }
        List<Teacher> teachers = new ArrayList<>(found.values());
        teachers.sort(Comparator.comparing(Teacher::grade).thenComparingInt(Teacher::number));
        return List.copyOf(teachers);
    }

    private static Teacher teacher(ScoreTable table, int row, int number) {
        return Teacher.builder()
                .number(number)
                .grade(table.gradeLevels().get(table.grades().code(row)))
                .years(table.groups("exp")
                        .find(row)
                        .filter(text -> text.matches("\\d{1,2}(\\.\\d+)?"))
                        .map(Double::valueOf))
                .degree(table.groups("hdeg").find(row))
                .ladder(table.groups("clad").find(row))
                .build();
    }

    private static String numbers(List<String> schools) {
        List<Integer> numbers = schools.stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        boolean run = !numbers.isEmpty() && numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
        return run
                ? numbers.get(0) + " to " + numbers.get(numbers.size() - 1)
                : String.join(", ", schools.subList(0, Math.min(20, schools.size())));
    }
}
