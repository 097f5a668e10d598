package org.iltlib.analytics.growth.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.multilevel.Memberships;
import org.iltlib.base.Checks;

/**
 * Scores with what came before them and who taught: one place of each array a student and score. Immutable; arrays are
 * copied.
 *
 * <p>A row whose score, a prior or a column is {@code NaN} is left out of a model, and {@link ValueAdded} tells how many
 * were.
 */
public final class TaughtRows {
    private final double[] outcome;
    private final List<String> names;
    private final List<double[]> columns;
    private final int priors;
    private final int[] teachers;
    private final Optional<Memberships> shared;
    private final int[] schools;
    private final int[] classes;
    private final int[] students;

    private TaughtRows(
            double[] outcome,
            List<String> names,
            List<double[]> columns,
            int priors,
            int[] teachers,
            Optional<Memberships> shared,
            int[] schools,
            int[] classes,
            int[] students) {
        this.outcome = outcome;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.priors = priors;
        this.teachers = teachers;
        this.shared = shared;
        this.schools = schools;
        this.classes = classes;
        this.students = students;
    }

    /** Scores, in points. */
    public static TaughtRows of(double[] scores) {
        int[] none = new int[0];
        return new TaughtRows(scores.clone(), List.of(), List.of(), 0, none, Optional.empty(), none, none, none);
    }

    /**
     * A copy with an earlier score, of which the means of classes will count as well.
     *
     * @throws IllegalArgumentException if the name is taken, the length differs, or a column that is no score stands
     *     already
     */
    public TaughtRows withPrior(String name, double[] scores) {
        Checks.require(
                priors == names.size(), "\"%s\" follows a column that is no earlier score. Expected it before.", name);
        return with(name, scores, priors + 1);
    }

    /** A copy with another column, such as 1 for students new to the school. */
    public TaughtRows withColumn(String name, double[] values) {
        return with(name, values, priors);
    }

    private TaughtRows with(String name, double[] values, int newPriors) {
        Checks.require(!names.contains(name), "There is a column \"%s\" already.", name);
        length(values.length, name);
        List<String> newNames = new ArrayList<>(names);
        newNames.add(Checks.text(name, "name"));
        List<double[]> newColumns = new ArrayList<>(columns);
        newColumns.add(values.clone());
        return new TaughtRows(outcome, newNames, newColumns, newPriors, teachers, shared, schools, classes, students);
    }

    /** A copy in which each row has one teacher. */
    public TaughtRows taughtBy(int[] codes) {
        length(codes.length, "teachers");
        return new TaughtRows(
                outcome, names, columns, priors, codes.clone(), Optional.empty(), schools, classes, students);
    }

    /** A copy in which rows may have several teachers, each with a share: of a shared class, or of part of the year. */
    public TaughtRows taughtBy(Memberships shares) {
        length(shares.rows(), "teachers");
        return new TaughtRows(
                outcome, names, columns, priors, new int[0], Optional.of(shares), schools, classes, students);
    }

    /** A copy in which each row has a school. */
    public TaughtRows inSchools(int[] codes) {
        length(codes.length, "schools");
        return new TaughtRows(outcome, names, columns, priors, teachers, shared, codes.clone(), classes, students);
    }

    /** A copy in which each row has a class, for the means of earlier scores; without, a teacher is taken for a class. */
    public TaughtRows inClasses(int[] codes) {
        length(codes.length, "classes");
        return new TaughtRows(outcome, names, columns, priors, teachers, shared, schools, codes.clone(), students);
    }

    /**
     * A copy in which each row has a student: one who stands in several rows of a teacher or school, as with two subjects,
     * counts once for whether the unit may be shown. Without, each row is taken for a student of its own.
     */
    public TaughtRows ofStudents(int[] codes) {
        length(codes.length, "students");
        return new TaughtRows(outcome, names, columns, priors, teachers, shared, schools, classes, codes.clone());
    }

    private void length(int length, String name) {
        Checks.require(
                length == outcome.length,
                "%s has %s values for %s scores. Expected one a row.",
                name,
                length,
                outcome.length);
    }

    /** The number of rows. */
    public int count() {
        return outcome.length;
    }

    double[] outcome() {
        return outcome;
    }

    List<String> names() {
        return names;
    }

    List<double[]> columns() {
        return columns;
    }

    int priors() {
        return priors;
    }

    int[] teachers() {
        return teachers;
    }

    Optional<Memberships> shared() {
        return shared;
    }

    int[] schools() {
        return schools;
    }

    int[] classes() {
        return classes.length > 0 ? classes : teachers;
    }

    /** The student of a row. */
    int student(int row) {
        return students.length > 0 ? students[row] : row;
    }

    /** The places of the rows of which everything is known. */
    int[] complete() {
        int[] places = new int[outcome.length];
        int count = 0;
        for (int row = 0; row < outcome.length; row++) {
            boolean known = Double.isFinite(outcome[row]);
            for (double[] column : columns) {
                known &= Double.isFinite(column[row]);
            }
            if (known) {
                places[count++] = row;
            }
        }
        return Arrays.copyOf(places, count);
    }
}
