package org.iltlib.analytics.simulation;

import java.util.Arrays;
import org.iltlib.base.Checks;

/**
 * A district that never was, in rows: one for each student in each year, sorted by year, grade and student, with what was
 * measured and the truth behind it. Immutable; the methods hand out copies.
 */
public final class SimulatedDistrict {
    private final DistrictDesign design;
    private final Rows rows;
    private final double[] schoolPart;
    private final boolean[] chosen;

    SimulatedDistrict(DistrictDesign design, Rows rows, double[] schoolPart, boolean[] chosen) {
        this.design = design;
        this.rows = rows;
        this.schoolPart = schoolPart;
        this.chosen = chosen;
    }

    /** How it was made. */
    public DistrictDesign design() {
        return design;
    }

    /** The number of rows. */
    public int count() {
        return rows.count;
    }

    /** The student's number, from 0. */
    public int[] student() {
        return rows.student.clone();
    }

    /** The year, from 0. */
    public int[] year() {
        return rows.year.clone();
    }

    /** The grade's number, such as 3. */
    public int[] grade() {
        return Arrays.stream(rows.grade)
                .map(grade -> grade + design.firstGrade())
                .toArray();
    }

    /** The school's number, from 0. */
    public int[] school() {
        return rows.school.clone();
    }

    /** The teacher's number, from 0, unique among all schools, years and grades. */
    public int[] teacher() {
        return rows.teacher.clone();
    }

    /** The measured scores; {@code NaN} where the student missed the test. */
    public double[] score() {
        return rows.score.clone();
    }

    /** The scores without error of measurement, of those who missed the test too. */
    public double[] truth() {
        return rows.truth.clone();
    }

    /** The standard error of measurement of each row's true score. */
    public double[] error() {
        double[] errors = new double[rows.count];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = design.errorAt(rows.truth[row], rows.grade[row]);
        }
        return errors;
    }

    /** Whether the row's school had, in that year, what was tried. */
    public boolean[] treated() {
        boolean[] treated = new boolean[rows.count];
        int from = design.planted().map(PlantedEffect::fromYear).orElse(Integer.MAX_VALUE);
        for (int row = 0; row < treated.length; row++) {
            treated[row] = chosen[rows.school[row]] && rows.year[row] >= from;
        }
        return treated;
    }

    /** What each school truly adds to a year's gain, by its number; without what was tried. */
    public double[] schoolEffect() {
        return schoolPart.clone();
    }

    /** Whether each school takes part in what was tried, by its number. */
    public boolean[] takesPart() {
        return chosen.clone();
    }

    /** What each teacher truly adds to the gain of the year, by his or her number. */
    public double[] teacherEffect() {
        return Arrays.copyOf(rows.part, rows.teachers);
    }

    /**
     * The rows of one year as scores of the same students over that year and the years before it, the newest first: what
     * growth is reckoned from. A place is {@code NaN} where the student missed the test or was not yet there.
     *
     * @param year the year of the newest score, from 0
     * @param grade the grade's number in that year
     * @param before how many years before it
     * @return for each year back, one score a student, in the order of the rows of that year and grade
     * @throws IllegalArgumentException if there is no such year or grade
     */
    public double[][] scoresBack(int year, int grade, int before) {
        Checks.require(year >= 0 && year < design.years(), "year is %s. Expected 0 to %s.", year, design.years() - 1);
        int place = grade - design.firstGrade();
        Checks.require(
                place >= 0 && place < design.grades(),
                "grade is %s. Expected %s to %s.",
                grade,
                design.firstGrade(),
                design.firstGrade() + design.grades() - 1);
        int size = design.schools() * design.studentsInGrade();
        double[][] back = new double[before + 1][size];
        for (int years = 0; years <= before; years++) {
            if (years > year || years > place) {
                Arrays.fill(back[years], Double.NaN);
            } else {
                int first = ((year - years) * design.grades() + place - years) * size;
                System.arraycopy(rows.score, first, back[years], 0, size);
            }
        }
        return back;
    }

    /** Columns that grow while a district is drawn. */
    static final class Rows {
        private final int[] student;
        private final int[] year;
        private final int[] grade;
        private final int[] school;
        private final int[] teacher;
        private final double[] truth;
        private final double[] score;
        private double[] part = new double[64];
        private int count;
        private int teachers;

        Rows(int capacity) {
            student = new int[capacity];
            year = new int[capacity];
            grade = new int[capacity];
            school = new int[capacity];
            teacher = new int[capacity];
            truth = new double[capacity];
            score = new double[capacity];
        }

        /** Takes on teachers with these parts and returns the first one's number. */
        int teachers(double[] parts) {
            int first = teachers;
            teachers += parts.length;
            if (teachers > part.length) {
                part = Arrays.copyOf(part, Math.max(teachers, 2 * part.length));
            }
            System.arraycopy(parts, 0, part, first, parts.length);
            return first;
        }

        double teacherPart(int number) {
            return part[number];
        }

        void add(int ofStudent, int inYear, int inGrade, int inSchool, int byTeacher, double truly, double measured) {
            student[count] = ofStudent;
            year[count] = inYear;
            grade[count] = inGrade;
            school[count] = inSchool;
            teacher[count] = byTeacher;
            truth[count] = truly;
            score[count] = measured;
            count++;
        }
    }
}
