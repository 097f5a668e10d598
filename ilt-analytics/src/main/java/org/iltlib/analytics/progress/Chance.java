package org.iltlib.analytics.progress;

import java.util.Locale;
import org.iltlib.base.Checks;

/**
 * A probability, and how it was found: exactly, or by so many simulated runs.
 *
 * @param probability 0 to 1
 * @param runs the number of simulated runs; 0 if it is exact
 */
public record Chance(double probability, int runs) {
    /** Checks the numbers. */
    public Chance {
        Checks.share(probability, "probability");
        Checks.notNegative(runs, "runs");
    }

    /** A probability that was computed, not simulated. What rounding leaves outside 0 to 1 by 1e-9 is set right. */
    public static Chance exact(double probability) {
        boolean rounded = probability > -1e-9 && probability < 1 + 1e-9;
        return new Chance(rounded ? Math.min(1, Math.max(0, probability)) : probability, 0);
    }

    /**
     * The share of simulated runs in which it happened.
     *
     * @param times how often, 0 to runs
     * @param runs at least 1
     */
    public static Chance simulated(int times, int runs) {
        Checks.positive(runs, "runs");
        return new Chance((double) times / runs, runs);
    }

    /** Whether it is exact. */
    public boolean isExact() {
        return runs == 0;
    }

    /** The standard error of the simulation; 0 if it is exact. */
    public double standardError() {
        return isExact() ? 0 : Math.sqrt(probability * (1 - probability) / runs);
    }

    /** The probability that it does not happen. */
    public Chance not() {
        return new Chance(1 - probability, runs);
    }

    /** Such as {@code 10.0 %} or {@code 36.6 % (20000 simulated runs)}, in the root locale. */
    @Override
    public String toString() {
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * probability);
        return isExact() ? share : share + " (" + runs + " simulated runs)";
    }
}
