package org.iltlib.analytics.growth.valueadded;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.analytics.multilevel.Memberships;
import org.iltlib.base.Checks;

/**
 * Scores of students over years in one subject, with the teacher of each year: one place of each array a student and
 * year. Immutable; arrays are copied.
 *
 * <p>A row without a score, {@code NaN}, still says who taught the student in that year, which counts in later years.
 */
public final class StudentYears {
    private final double[] score;
    private final int[] student;
    private final int[] year;
    private final int[] teacher;
    private final int[] cell;

    private StudentYears(double[] score, int[] student, int[] year, int[] teacher, int[] cell) {
        this.score = score;
        this.student = student;
        this.year = year;
        this.teacher = teacher;
        this.cell = cell;
    }

    /**
     * The rows, each year with a mean of its own.
     *
     * @param scores in points, comparable within a year
     * @param students a code a row
     * @param years whole numbers, one apart from one year to the next
     * @param teachers a code a row
     * @throws IllegalArgumentException if lengths differ or a student stands twice in a year
     */
    public static StudentYears of(double[] scores, int[] students, int[] years, int[] teachers) {
        for (int length : new int[] {students.length, years.length, teachers.length}) {
            Checks.require(length == scores.length, "There are %s codes for %s scores.", length, scores.length);
        }
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < scores.length; row++) {
            Checks.require(
                    seen.add(((long) students[row] << 32) | (years[row] & 0xFFFFFFFFL)),
                    "Student %s stands twice in year %s. Maybe there are two subjects.",
                    students[row],
                    years[row]);
        }
        return new StudentYears(scores.clone(), students.clone(), years.clone(), teachers.clone(), years.clone());
    }

    /** A copy in which each of these cells, such as a grade in a year, has a mean of its own. */
    public StudentYears withMeansBy(int[] cells) {
        Checks.require(cells.length == score.length, "There are %s cells for %s scores.", cells.length, score.length);
        return new StudentYears(score, student, year, teacher, cells.clone());
    }

    /** The number of rows. */
    public int count() {
        return score.length;
    }

    /** The places of the rows with a score. */
    int[] scored() {
        return IntStream.range(0, score.length)
                .filter(row -> Double.isFinite(score[row]))
                .toArray();
    }

    double[] scores(int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> score[row]).toArray();
    }

    int[] students(int[] rows) {
        return Arrays.stream(rows).map(row -> student[row]).toArray();
    }

    int[] years(int[] rows) {
        return Arrays.stream(rows).map(row -> year[row]).toArray();
    }

    int[] cells(int[] rows) {
        return Arrays.stream(rows).map(row -> cell[row]).toArray();
    }

    /** How many students each teacher had in those rows, one taught for several years counting once. */
    Map<String, Double> taught(int[] rows) {
        Map<String, Set<Integer>> students = new LinkedHashMap<>();
        for (int row : rows) {
            students.computeIfAbsent(Integer.toString(teacher[row]), code -> new HashSet<>())
                    .add(student[row]);
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        students.forEach((code, of) -> totals.put(code, (double) of.size()));
        return totals;
    }

    /** The teachers of each cell: if they teach in no other and all students stay on, their effects add up to zero. */
    List<Set<String>> teams(int[] rows) {
        Map<Integer, Set<String>> teams = new TreeMap<>();
        for (int row : rows) {
            teams.computeIfAbsent(cell[row], code -> new TreeSet<>()).add(Integer.toString(teacher[row]));
        }
        return List.copyOf(teams.values());
    }

    /**
     * The teachers of a row's year and of the student's years before it, with what is left of each.
     *
     * @param memberships their shares of what is left in all
     * @param weights what is left in all, by row
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Layers(Memberships memberships, double[] weights) {}

    /** The layers of those rows if that share of a teacher's part is left after each year. */
    Layers layers(int[] rows, double persistence) {
        Map<Integer, int[]> ofStudent = byStudent();
        int[][] groups = new int[rows.length][];
        double[][] shares = new double[rows.length][];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Map<Integer, Double> left = new LinkedHashMap<>();
            for (int row : ofStudent.getOrDefault(student[rows[i]], new int[0])) {
                int ago = year[rows[i]] - year[row];
                double part = ago < 0 ? 0 : StrictMath.pow(persistence, ago);
                if (part > 0) {
                    left.merge(teacher[row], part, Double::sum);
                }
            }
            groups[i] = left.keySet().stream().mapToInt(Integer::intValue).toArray();
            shares[i] = left.values().stream().mapToDouble(Double::doubleValue).toArray();
            double sum = Arrays.stream(shares[i]).sum();
            weights[i] = sum;
            shares[i] = Arrays.stream(shares[i]).map(share -> share / sum).toArray();
        }
        return new Layers(Memberships.of(groups, shares), weights);
    }

    private Map<Integer, int[]> byStudent() {
        Map<Integer, int[]> ofStudent = new HashMap<>();
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(row -> student[row]).thenComparingInt(row -> year[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && student[order[to]] == student[order[from]]) {
                to++;
            }
            ofStudent.put(student[order[from]], Arrays.copyOfRange(order, from, to));
            from = to;
        }
        return ofStudent;
    }
}
