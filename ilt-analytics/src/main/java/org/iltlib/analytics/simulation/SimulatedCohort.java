package org.iltlib.analytics.simulation;

/**
 * A cohort of a {@link NationSimulation}: students of one state and grade, with their scores and schools. The methods
 * hand out the arrays themselves, since a cohort may be large and is used once; whoever changes them changes the cohort.
 */
public final class SimulatedCohort {
    private final int state;
    private final int number;
    private final double[][] back;
    private final int[] school;
    private final double[] schoolEffect;

    SimulatedCohort(int state, int number, double[][] back, int[] school, double[] schoolEffect) {
        this.state = state;
        this.number = number;
        this.back = back;
        this.school = school;
        this.schoolEffect = schoolEffect;
    }

    /** The state, from 0. */
    public int state() {
        return state;
    }

    /** Which of the state's cohorts, from 0. */
    public int number() {
        return number;
    }

    /** The number of students. */
    public int count() {
        return school.length;
    }

    /** How many years before the current one scores are known of. */
    public int yearsBefore() {
        return back.length - 1;
    }

    /** The scores so many years back, 0 being the current ones; {@code NaN} where missing. */
    public double[] score(int yearsBack) {
        return back[yearsBack];
    }

    /** The school of each student, from 0 within the state and cohort. */
    public int[] school() {
        return school;
    }

    /** What each school truly adds to this year's scores, by its number. */
    public double[] schoolEffect() {
        return schoolEffect;
    }
}
