package org.iltlib.analytics.simulation;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/**
 * A nation that never was, drawn cohort by cohort, so that nobody needs memory for more than one: states of different
 * size, in each the same number of cohorts (a grade in a subject), in each cohort students in schools with a score now
 * and in the years before. Immutable options.
 *
 * <p>States shrink by the same factor from one to the next, the largest having seventy times the students of the
 * smallest. Scores of a student t years apart correlate by {@value #CORRELATION} to the power √t, before what the school
 * adds: a tenth of the variance of a year's growth. Scores are whole points with mean 500 + 30 a year and a standard
 * deviation of 55.
 *
 * <p>A cohort depends on the seed and its own place alone: any of them can be drawn alone, in any order, on any thread.
 * O(students of the cohort) each.
 */
public final class NationSimulation {
    /** The correlation of scores one year apart. */
    static final double CORRELATION = 0.78;

    private static final double RATIO = 70;
    private static final double DEVIATION = 55;
    private static final double SCHOOL_SHARE = 0.1;
    private static final int STUDENTS_IN_SCHOOL = 80;

    private final long scores;
    private final int states;
    private final int cohorts;
    private final int before;
    private final double missing;
    private final double[][] root;

    private NationSimulation(long scores, int states, int cohorts, int before, double missing) {
        this.scores = scores;
        this.states = states;
        this.cohorts = cohorts;
        this.before = before;
        this.missing = missing;
        root = root(before + 1);
    }

    /** 44 million scores of a year in 14 cohorts of each of 50 states, three years before it, 6 % of those missing. */
    public static NationSimulation withDefaults() {
        return new NationSimulation(44_000_000, 50, 14, 3, 0.06);
    }

    /** A copy of another size: so many current scores, in so many states with so many cohorts each. */
    public NationSimulation withSize(long newScores, int newStates, int newCohorts) {
        Checks.positive(newStates, "states");
        Checks.positive(newCohorts, "cohorts");
        long least = ((long) (RATIO * newStates)) * newCohorts;
        Checks.require(
                newScores >= least,
                "There are %s scores. Expected at least %s, so that every cohort has students.",
                newScores,
                least);
        NationSimulation copy = new NationSimulation(newScores, newStates, newCohorts, before, missing);
        Checks.require(
                copy.students(0) <= 10_000_000L,
                "The largest cohort has %s students. Expected at most 10000000. Maybe more states or cohorts.",
                copy.students(0));
        return copy;
    }

    /** A copy with so many years before the current one, 1 to 7, of which scores are known. */
    public NationSimulation withYearsBefore(int years) {
        Checks.require(years >= 1 && years <= 7, "years is %s. Expected 1 to 7.", years);
        return new NationSimulation(scores, states, cohorts, years, missing);
    }

    /** A copy in which each earlier score is missing with this chance, whatever it is. */
    public NationSimulation withMissing(double chance) {
        return new NationSimulation(scores, states, cohorts, before, Checks.share(chance, "missing"));
    }

    /** How many states. */
    public int states() {
        return states;
    }

    /** How many cohorts each state has. */
    public int cohorts() {
        return cohorts;
    }

    /** The number of students in each cohort of that state, from 0, the largest first. */
    public long students(int state) {
        Checks.require(state >= 0 && state < states, "state is %s. Expected 0 to %s.", state, states - 1);
        return Math.round(share(state + 1) * scores / cohorts) - Math.round(share(state) * scores / cohorts);
    }

    /** The share of students in the states before that one. */
    private double share(int state) {
        if (states == 1) {
            return state;
        }
        double factor = StrictMath.pow(RATIO, -1.0 / (states - 1));
        return (1 - StrictMath.pow(factor, state)) / (1 - StrictMath.pow(factor, states));
    }

    /** All cohorts, state by state, each drawn when its turn comes. */
    public Stream<SimulatedCohort> of(long seed) {
        return IntStream.range(0, states)
                .boxed()
                .flatMap(state -> IntStream.range(0, cohorts).mapToObj(cohort -> of(seed, state, cohort)));
    }

    /**
     * One cohort.
     *
     * @throws IllegalArgumentException if there is no such state or cohort
     */
    public SimulatedCohort of(long seed, int state, int cohort) {
        int n = (int) students(state);
        Checks.require(cohort >= 0 && cohort < cohorts, "cohort is %s. Expected 0 to %s.", cohort, cohorts - 1);
        SplitMix chance = Replications.chance(Replications.chance(seed, state).nextLong(), cohort);
        int schools = Math.max(1, n / STUDENTS_IN_SCHOOL);
        double growth = DEVIATION * Math.sqrt(1 - CORRELATION * CORRELATION);
        double[] effect = new double[schools];
        for (int school = 0; school < schools; school++) {
            effect[school] = growth * Math.sqrt(SCHOOL_SHARE) * chance.nextGaussian();
        }
        double[][] back = new double[before + 1][n];
        int[] school = new int[n];
        double[] normal = new double[before + 1];
        for (int student = 0; student < n; student++) {
            school[student] = chance.nextInt(schools);
            for (int year = before; year >= 0; year--) {
                normal[year] = chance.nextGaussian();
            }
            for (int year = 0; year <= before; year++) {
                double sum = 0;
                for (int k = year; k <= before; k++) {
                    sum += root[year][k] * normal[k];
                }
                double value = 500 + 30 * (before - year) + DEVIATION * sum + (year == 0 ? effect[school[student]] : 0);
                boolean gone = year > 0 && chance.nextDouble() < missing;
                back[year][student] = gone ? Double.NaN : Math.rint(value);
            }
        }
        return new SimulatedCohort(state, cohort, back, school, effect);
    }

    /** An upper triangular root of the correlations: years are drawn from the oldest, the last place, on. */
    private static double[][] root(int years) {
        double[][] root = new double[years][years];
        for (int i = years - 1; i >= 0; i--) {
            for (int j = i; j >= 0; j--) {
                double sum = StrictMath.pow(CORRELATION, Math.sqrt(i - j));
                for (int k = i + 1; k < years; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[j][i] = i == j ? Math.sqrt(sum) : sum / root[i][i];
            }
        }
        return root;
    }
}
