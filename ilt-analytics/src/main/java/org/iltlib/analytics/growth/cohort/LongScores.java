package org.iltlib.analytics.growth.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.jspecify.annotations.Nullable;

/**
 * Scores in columns, one row a student, year and subject: two dozen bytes a row and the texts of the ids. Immutable,
 * thread-safe. Rows may stand in any order; what a {@link #cohort} is does not depend on it, save for the order of its
 * students, which is that of their first rows.
 */
public final class LongScores {
    private final int rows;
    private final int[] students;
    private final int[] years;
    private final byte[] grades;
    private final short[] subjects;
    private final int[] schools;
    private final double[] scores;
    private final List<String> studentIds;
    private final List<Subject> subjectNames;
    private final List<String> schoolNames;

    private LongScores(Builder builder) {
        rows = builder.rows;
        students = Arrays.copyOf(builder.students, rows);
        years = Arrays.copyOf(builder.years, rows);
        grades = Arrays.copyOf(builder.grades, rows);
        subjects = Arrays.copyOf(builder.subjects, rows);
        schools = Arrays.copyOf(builder.schools, rows);
        scores = Arrays.copyOf(builder.scores, rows);
        studentIds = List.copyOf(builder.studentCodes.keySet());
        subjectNames = List.copyOf(builder.subjectCodes.keySet());
        schoolNames = List.copyOf(builder.schoolCodes.keySet());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The scores of a table, which holds one row a student and grade, in one subject: a grade counts as the year of the
     * progression's step of that grade. Rows of other grades are left out.
     *
     * @throws IllegalArgumentException if the table has no such subject
     */
    public static LongScores of(ScoreTable table, Progression progression) {
        ScoreColumn scores = table.scores(progression.subject());
        Builder rows = builder();
        for (int row = 0; row < table.rows(); row++) {
            int grade = table.grades().code(row);
            for (Step step : progression.steps()) {
                if (grade >= 0 && table.gradeLevels().get(grade).equals(step.grade())) {
                    double score = scores.isPresent(row) ? scores.get(row) : Double.NaN;
                    rows.put(
                            table.students().find(row).orElseThrow(),
                            step.year(),
                            step.grade(),
                            progression.subject(),
                            table.units().find(row).orElse(""),
                            score);
                }
            }
        }
        return rows.build();
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The subjects, in order of their first rows. */
    public List<Subject> subjects() {
        return subjectNames;
    }

    /** The years that occur, ascending. */
    public List<Integer> years() {
        return Arrays.stream(years).sorted().distinct().boxed().toList();
    }

    /** The grades that occur in a subject and a year, from youngest to oldest. */
    public List<GradeLevel> grades(Subject subject, int year) {
        int wanted = subjectNames.indexOf(subject);
        boolean[] found = new boolean[14];
        for (int row = 0; row < rows; row++) {
            if (subjects[row] == wanted && years[row] == year) {
                found[grades[row] + 1] = true;
            }
        }
        List<GradeLevel> list = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i]) {
                list.add(GradeLevel.of(i - 1));
            }
        }
        return list;
    }

    /**
     * The students of a progression, with all they scored in it. Linear in rows and students.
     *
     * @throws IllegalArgumentException if no row is of the subject; the message lists those that there are
     */
    public GrowthCohort cohort(Progression progression) {
        int subject = subjectNames.indexOf(progression.subject());
        Checks.require(subject >= 0, "subject is \"%s\". Maybe one of %s.", progression.subject(), subjectNames);
        int size = progression.steps().size();
        int[][] rowOf = new int[size][studentIds.size()];
        boolean[][] twice = new boolean[size][studentIds.size()];
        for (int[] column : rowOf) {
            Arrays.fill(column, -1);
        }
        long otherSubject = 0;
        long otherYear = 0;
        long noScore = 0;
        for (int row = 0; row < rows; row++) {
            int step = step(progression, years[row]);
            if (subjects[row] != subject) {
                otherSubject++;
            } else if (step < 0) {
                otherYear++;
            } else if (Double.isNaN(scores[row])) {
                noScore++;
            } else {
                twice[step][students[row]] |= rowOf[step][students[row]] >= 0;
                rowOf[step][students[row]] = row;
            }
        }
        long duplicates = 0;
        long otherGrade = 0;
        for (int row = 0; row < rows; row++) {
            int step = step(progression, years[row]);
            if (subjects[row] != subject || step < 0 || Double.isNaN(scores[row])) {
                continue;
            }
            if (twice[step][students[row]]) {
                duplicates++;
                rowOf[step][students[row]] = -1;
            } else if (grades[row] != progression.steps().get(step).grade().number()) {
                otherGrade++;
                rowOf[step][students[row]] = -1;
            }
        }
        Intake.Builder intake = new Intake.Builder()
                .rows(rows)
                .otherSubject(otherSubject)
                .otherYear(otherYear)
                .noScore(noScore)
                .duplicates(duplicates)
                .otherGrade(otherGrade)
                .taken(rows - otherSubject - otherYear - noScore - duplicates - otherGrade);
        return gather(progression, rowOf, intake);
    }

    private static int step(Progression progression, int year) {
        for (int i = 0; i < progression.steps().size(); i++) {
            if (progression.steps().get(i).year() == year) {
                return i;
            }
        }
        return -1;
    }

    private GrowthCohort gather(Progression progression, int[][] rowOf, Intake.Builder intake) {
        int steps = rowOf.length;
        int[] chosen = new int[studentIds.size()];
        int count = 0;
        for (int student = 0; student < chosen.length; student++) {
            boolean any = false;
            for (int[] column : rowOf) {
                any |= column[student] >= 0;
            }
            if (any) {
                chosen[count++] = student;
            }
        }
        double[][] columns = new double[steps][count]; // newest first
        int[] school = new int[count];
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < steps; step++) {
                int row = rowOf[steps - 1 - step][chosen[i]];
                columns[step][i] = row < 0 ? Double.NaN : scores[row];
            }
            int newest = rowOf[steps - 1][chosen[i]];
            school[i] = newest < 0 ? GrowthCohort.NO_SCHOOL : schools[newest];
            ids.add(studentIds.get(chosen[i]));
        }
        return GrowthCohort.of(progression, columns[0], Arrays.asList(columns).subList(1, steps))
                .withStudents(ids)
                .withSchools(school, schoolNames)
                .withIntake(intake);
    }

    /** Such as {@code 2400 rows, 600 students, 12 schools}. */
    @Override
    public String toString() {
        return rows + " rows, " + studentIds.size() + " students, " + schoolNames.size() + " schools";
    }

    /** Collects rows; not for several threads. */
    public static final class Builder {
        private int rows;
        private int[] students = new int[1024];
        private int[] years = new int[1024];
        private byte[] grades = new byte[1024];
        private short[] subjects = new short[1024];
        private int[] schools = new int[1024];
        private double[] scores = new double[1024];
        private final Map<String, Integer> studentCodes = new LinkedHashMap<>();
        private final Map<Subject, Integer> subjectCodes = new LinkedHashMap<>();
        private final Map<String, Integer> schoolCodes = new LinkedHashMap<>();

        private Builder() {}

        /**
         * A row with a score.
         *
         * @param school where the test was sat; empty if nobody knows
         */
        public Builder add(String student, int year, GradeLevel grade, Subject subject, String school, double score) {
            return put(student, year, grade, subject, school, Checks.finite(score, "score"));
        }

        /** A row without a score: the student was there, the score is not. */
        public Builder addMissing(String student, int year, GradeLevel grade, Subject subject, String school) {
            return put(student, year, grade, subject, school, Double.NaN);
        }

        private Builder put(String student, int year, GradeLevel grade, Subject subject, String school, double score) {
            if (rows == students.length) {
                int longer = Math.addExact(rows, rows);
                students = Arrays.copyOf(students, longer);
                years = Arrays.copyOf(years, longer);
                grades = Arrays.copyOf(grades, longer);
                subjects = Arrays.copyOf(subjects, longer);
                schools = Arrays.copyOf(schools, longer);
                scores = Arrays.copyOf(scores, longer);
            }
            students[rows] = code(studentCodes, Checks.id(student, "student"));
            years[rows] = year;
            grades[rows] = (byte) grade.number();
            subjects[rows] = (short) code(subjectCodes, subject);
            Checks.require(subjectCodes.size() <= Short.MAX_VALUE, "There are over %s subjects.", Short.MAX_VALUE);
            schools[rows] = school.isEmpty() ? GrowthCohort.NO_SCHOOL : code(schoolCodes, Checks.id(school, "school"));
            scores[rows++] = score;
            return this;
        }

        private static <T> int code(Map<T, Integer> codes, T value) {
            @Nullable Integer known = codes.putIfAbsent(value, codes.size());
            return known == null ? codes.size() - 1 : known;
        }

        /** The rows so far. */
        public LongScores build() {
            return new LongScores(this);
        }
    }
}
