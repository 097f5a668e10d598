package org.iltlib.analytics.multilevel;

import java.util.List;
import org.iltlib.analytics.internal.logistic.Outcome;
import org.iltlib.base.Checks;

/**
 * What a logistic mixed model is fitted to: successes of trials in each row, fixed columns (an intercept is added) and
 * random terms. Immutable; rows with missing values are left out beforehand.
 */
public final class BinomialDesign {
    private final MixedDesign design;
    private final double[] trials;

    private BinomialDesign(MixedDesign design, double[] trials) {
        this.design = design;
        this.trials = trials;
    }

    /** A design whose outcome is yes or no: a student reached the goal, came to school, passed. */
    public static BinomialDesign of(boolean[] outcome) {
        int[] successes = new int[outcome.length];
        int[] ones = new int[outcome.length];
        for (int i = 0; i < outcome.length; i++) {
            successes[i] = outcome[i] ? 1 : 0;
            ones[i] = 1;
        }
        return of(successes, ones);
    }

    /**
     * A design whose outcome is so many successes of so many trials: items solved, days present.
     *
     * @throws IllegalArgumentException if the lengths differ, a row has no trial, or fewer trials than successes
     */
    public static BinomialDesign of(int[] successes, int[] trials) {
        Checks.require(
                successes.length == trials.length,
                "There are %s rows of successes for %s of trials.",
                successes.length,
                trials.length);
        double[] yes = new double[successes.length];
        double[] all = new double[successes.length];
        for (int i = 0; i < yes.length; i++) {
            Checks.require(trials[i] > 0, "Row %s has %s trials. Expected one at least.", i, trials[i]);
            Checks.require(
                    successes[i] >= 0 && successes[i] <= trials[i],
                    "Row %s has %s successes of %s trials. Maybe failures stand in the place of trials.",
                    i,
                    successes[i],
                    trials[i]);
            yes[i] = successes[i];
            all[i] = trials[i];
        }
        return new BinomialDesign(MixedDesign.of(yes), all);
    }

    /**
     * A copy with one more fixed column.
     *
     * @throws IllegalArgumentException if the name is taken, the length differs or a value is not finite
     */
    public BinomialDesign withColumn(String name, double[] values) {
        return new BinomialDesign(design.withColumn(name, values), trials);
    }

    /**
     * A copy with one more random term.
     *
     * @throws IllegalArgumentException if there is a term of that name already, or the number of rows differs
     */
    public BinomialDesign withRandom(RandomTerm term) {
        return new BinomialDesign(design.withRandom(term), trials);
    }

    /** The number of rows. */
    public int rows() {
        return trials.length;
    }

    /** The number of trials in all rows. */
    public long trials() {
        return (long) sum(trials);
    }

    /** The number of successes in all rows. */
    public long successes() {
        return (long) sum(design.outcome());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The names of the fixed columns, without the intercept. */
    public List<String> names() {
        return design.names();
    }

    /** The random terms. */
    public List<RandomTerm> terms() {
        return design.terms();
    }

    double[][] columns() {
        return design.columns();
    }

    Outcome outcome() {
        return new Outcome(design.outcome(), trials);
    }

    /** Such as {@code 1 + prior + (1 | school)}. */
    @Override
    public String toString() {
        return design.toString();
    }
}
