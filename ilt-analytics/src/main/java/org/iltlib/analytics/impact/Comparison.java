package org.iltlib.analytics.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * The rows of a comparison of treated with untreated students: outcome, treatment, and optionally the strata within
 * which they are compared, the clusters whose errors may go together, and covariates. Immutable; arrays are copied.
 *
 * <p>An unknown outcome or covariate is {@code NaN}: the row is left out of what needs it, and the result says how many
 * were. Codes of strata and clusters may be any whole numbers.
 */
public final class Comparison {
    private final double[] outcome;
    private final boolean[] treated;
    private final int[] stratum;
    private final int[] cluster;
    private final int[] scale;
    private final List<Covariate> covariates;

    /** A named column. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Covariate(String name, double[] values) {}

    private Comparison(
            double[] outcome,
            boolean[] treated,
            int[] stratum,
            int[] cluster,
            int[] scale,
            List<Covariate> covariates) {
        this.outcome = outcome;
        this.treated = treated;
        this.stratum = stratum;
        this.cluster = cluster;
        this.scale = scale;
        this.covariates = covariates;
    }

    /**
     * A comparison in one stratum, with every row a cluster of its own.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param treated whether the row was treated
     * @throws IllegalArgumentException if the lengths differ or an outcome is infinite
     */
    public static Comparison of(double[] outcome, boolean[] treated) {
        sameLength(treated.length, outcome.length, "treated");
        double[] copy = knownOrNaN(outcome, "outcome");
        int[] own = new int[copy.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        return new Comparison(copy, treated.clone(), new int[copy.length], own, new int[copy.length], List.of());
    }

    /**
     * A copy that compares only within these strata, such as school × grade.
     *
     * @throws IllegalArgumentException if there is not one code a row
     */
    public Comparison within(int[] strata) {
        sameLength(strata.length, outcome.length, "strata");
        return new Comparison(outcome, treated, strata.clone(), cluster, scale, covariates);
    }

    /**
     * A copy in which the errors of a cluster, such as a school or a class, may go together.
     *
     * @throws IllegalArgumentException if there is not one code a row
     */
    public Comparison clusteredBy(int[] clusters) {
        sameLength(clusters.length, outcome.length, "clusters");
        return new Comparison(outcome, treated, stratum, clusters.clone(), scale, covariates);
    }

    /**
     * A copy whose standard deviation, for effect sizes, is pooled within these scales, such as grades. Without them
     * students of all rows count as one population, and growth from grade to grade would pass for spread.
     *
     * @throws IllegalArgumentException if there is not one code a row
     */
    public Comparison onScales(int[] scales) {
        sameLength(scales.length, outcome.length, "scales");
        return new Comparison(outcome, treated, stratum, cluster, scales.clone(), covariates);
    }

    /**
     * A copy that also holds this covariate equal. Only what was fixed before the treatment began belongs here.
     *
     * @throws IllegalArgumentException if there is not one value a row, one is infinite, or the name is taken
     */
    public Comparison adjustedFor(String name, double[] values) {
        Checks.text(name, "name");
        sameLength(values.length, outcome.length, name);
        Checks.require(
                covariates.stream().noneMatch(known -> known.name().equals(name)),
                "There is a covariate \"%s\" already. Maybe it was added twice.",
                name);
        List<Covariate> longer = new ArrayList<>(covariates);
        longer.add(new Covariate(name, knownOrNaN(values, name)));
        return new Comparison(outcome, treated, stratum, cluster, scale, List.copyOf(longer));
    }

    /**
     * A copy with another outcome and no covariates: the same students, asked something else.
     *
     * @throws IllegalArgumentException if there is not one value a row, or one is infinite
     */
    public Comparison withOutcome(double[] values) {
        sameLength(values.length, outcome.length, "outcome");
        return new Comparison(knownOrNaN(values, "outcome"), treated, stratum, cluster, scale, List.of());
    }

    /** How many rows there are, with those that will be left out. */
    public int rows() {
        return outcome.length;
    }

    /** Whether that row was treated. */
    public boolean treated(int row) {
        return treated[row];
    }

    /** The rows that have an outcome and every covariate. */
    CompleteRows complete() {
        int[] rows = new int[outcome.length];
        int kept = 0;
        for (int i = 0; i < outcome.length; i++) {
            boolean known = !Double.isNaN(outcome[i]);
            for (Covariate covariate : covariates) {
                known &= !Double.isNaN(covariate.values()[i]);
            }
            if (known) {
                rows[kept++] = i;
            }
        }
        return CompleteRows.of(this, Arrays.copyOf(rows, kept));
    }

    double outcome(int row) {
        return outcome[row];
    }

    int stratum(int row) {
        return stratum[row];
    }

    int scale(int row) {
        return scale[row];
    }

    int cluster(int row) {
        return cluster[row];
    }

    List<Covariate> covariates() {
        return covariates;
    }

    private static void sameLength(int found, int expected, String name) {
        Checks.require(
                found == expected,
                "%s has %s values for %s outcomes. Expected one a row. Maybe they come from different files.",
                name,
                found,
                expected);
    }

    private static double[] knownOrNaN(double[] values, String name) {
        for (double value : values) {
            Checks.require(
                    !Double.isInfinite(value),
                    "%s holds %s. Expected a number, or NaN where it is unknown.",
                    name,
                    value);
        }
        return values.clone();
    }
}
