package org.iltlib.analytics.simulation;

/**
 * Students who never were, one place of each array a student, sorted by school and class. Immutable; the methods hand
 * out copies.
 */
public final class SimulatedStudents {
    private final double[] score;
    private final boolean[] treated;
    private final int[] school;
    private final int[] classroom;

    SimulatedStudents(double[] score, boolean[] treated, int[] school, int[] classroom) {
        this.score = score;
        this.treated = treated;
        this.school = school;
        this.classroom = classroom;
    }

    /** The number of students. */
    public int count() {
        return score.length;
    }

    /** The scores; {@code NaN} where the student was absent. */
    public double[] score() {
        return score.clone();
    }

    /** Whether the student's class was treated. */
    public boolean[] treated() {
        return treated.clone();
    }

    /** The school's number, from 0. */
    public int[] school() {
        return school.clone();
    }

    /** The class's number, from 0, unique among all schools. */
    public int[] classroom() {
        return classroom.clone();
    }
}
