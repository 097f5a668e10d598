package org.iltlib.analytics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * What a regression is of: an outcome, named columns, factors to absorb, weights, and the clusters whose errors may go
 * together. Immutable; arrays are copied.
 *
 * <p>An unknown value is {@code NaN}; its row is left out, and the fit says how many were. Rows of weight zero are left
 * out too. There is an intercept unless a factor is absorbed or {@link #withoutIntercept} says no. Codes may be any whole
 * numbers.
 */
public final class Design {
    /** The name of the intercept's coefficient. */
    public static final String INTERCEPT = "(Intercept)";

    private final String name;
    private final double[] outcome;
    private final List<Column> columns;
    private final List<Codes> absorbed;
    private final List<int[]> clusters;
    private final double[] weights;
    private final boolean weighted;
    private final boolean intercept;

    /** A named column. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Column(String name, double[] values) {}

    /** A named factor. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Codes(String name, int[] values) {}

    private Design(
            String name,
            double[] outcome,
            List<Column> columns,
            List<Codes> absorbed,
            List<int[]> clusters,
            double[] weights,
            boolean intercept) {
        this.name = name;
        this.outcome = outcome;
        this.columns = List.copyOf(columns);
        this.absorbed = List.copyOf(absorbed);
        this.clusters = List.copyOf(clusters);
        this.weights = weights;
        this.weighted = weights.length > 0;
        this.intercept = intercept;
    }

    /**
     * An outcome and an intercept.
     *
     * @param name what the outcome is
     * @param outcome one number a row, {@code NaN} where unknown
     * @throws IllegalArgumentException if one is infinite
     */
    public static Design of(String name, double[] outcome) {
        Checks.text(name, "name");
        return new Design(name, notInfinite(outcome, name), List.of(), List.of(), List.of(), new double[0], true);
    }

    /**
     * A copy with one more column.
     *
     * @throws IllegalArgumentException if there is not one value a row, one is infinite, or the name is taken
     */
    public Design with(String column, double[] values) {
        return withColumns(List.of(new Column(free(column), notInfinite(sized(values, column), column))));
    }

    /**
     * A copy with a column that is 1 where the mark is set and 0 elsewhere.
     *
     * @throws IllegalArgumentException if there is not one mark a row or the name is taken
     */
    public Design with(String column, boolean[] marks) {
        double[] values = new double[marks.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = marks[i] ? 1 : 0;
        }
        return with(column, values);
    }

    /**
     * A copy with a column for every level of a factor but the lowest, named {@code factor=level}.
     *
     * @throws IllegalArgumentException if there is not one code a row or a name is taken
     */
    public Design withFactor(String factor, int[] codes) {
        length(codes.length, factor);
        int[] levels = Arrays.stream(codes).distinct().sorted().toArray();
        List<Column> more = new ArrayList<>();
        for (int k = 1; k < levels.length; k++) {
            double[] values = new double[codes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = codes[i] == levels[k] ? 1 : 0;
            }
            more.add(new Column(free(factor + "=" + levels[k]), values));
        }
        return withColumns(more);
    }

    /**
     * A copy that gives every level of the factor an effect of its own, without listing them. One factor is taken out by
     * means; of several, the one with the most levels is, and the others become columns.
     *
     * @throws IllegalArgumentException if there is not one code a row
     */
    public Design absorbing(String factor, int[] codes) {
        Checks.text(factor, "factor");
        length(codes.length, factor);
        List<Codes> more = new ArrayList<>(absorbed);
        more.add(new Codes(factor, codes.clone()));
        return new Design(name, outcome, columns, more, clusters, weights, intercept);
    }

    /** A copy without an intercept. */
    public Design withoutIntercept() {
        return new Design(name, outcome, columns, absorbed, clusters, weights, false);
    }

    /**
     * A copy with weights.
     *
     * @throws IllegalArgumentException if there is not one a row, or one is below zero or not a number
     */
    public Design weightedBy(double[] newWeights) {
        for (double weight : sized(newWeights, "weights")) {
            Checks.require(
                    weight >= 0 && weight < Double.POSITIVE_INFINITY, "A weight is %s. Expected zero or more.", weight);
        }
        return new Design(name, outcome, columns, absorbed, clusters, newWeights.clone(), intercept);
    }

    /**
     * A copy in which the errors of a cluster may go together. Without clusters every row is one.
     *
     * @throws IllegalArgumentException if there is not one code a row
     */
    public Design clusteredBy(int[] codes) {
        length(codes.length, "clusters");
        return new Design(name, outcome, columns, absorbed, List.of(codes.clone()), weights, intercept);
    }

    /**
     * A copy in which the errors of a cluster of a second kind, such as a year beside a school, may go together as well.
     *
     * @throws IllegalArgumentException if there is not one code a row, or there is no first kind
     */
    public Design alsoClusteredBy(int[] codes) {
        length(codes.length, "clusters");
        Checks.require(
                clusters.size() == 1,
                "There are %s kinds of clusters already. Expected 1. Maybe call clusteredBy first.",
                clusters.size());
        return new Design(
                name, outcome, columns, absorbed, List.of(clusters.get(0), codes.clone()), weights, intercept);
    }

    /** What the outcome is. */
    public String outcome() {
        return name;
    }

    /** How many rows there are, with those that will be left out. */
    public int rows() {
        return outcome.length;
    }

    /** The names of the columns, without the intercept. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    double[] values() {
        return outcome;
    }

    List<Column> columnList() {
        return columns;
    }

    List<Codes> absorbed() {
        return absorbed;
    }

    List<int[]> clusters() {
        return clusters;
    }

    double[] weights() {
        return weights;
    }

    boolean isWeighted() {
        return weighted;
    }

    boolean hasIntercept() {
        return intercept && absorbed.isEmpty();
    }

    private Design withColumns(List<Column> more) {
        List<Column> longer = new ArrayList<>(columns);
        longer.addAll(more);
        return new Design(name, outcome, longer, absorbed, clusters, weights, intercept);
    }

    private String free(String column) {
        Checks.text(column, "column");
        Checks.require(
                !column.equals(INTERCEPT)
                        && columns.stream().noneMatch(known -> known.name().equals(column)),
                "There is a column \"%s\" already. Maybe it was added twice.",
                column);
        return column;
    }

    private double[] sized(double[] values, String of) {
        length(values.length, of);
        return values;
    }

    private void length(int found, String of) {
        Checks.require(
                found == outcome.length,
                "%s has %s values for %s outcomes. Expected one a row. Maybe they come from different files.",
                of,
                found,
                outcome.length);
    }

    private static double[] notInfinite(double[] values, String of) {
        for (double value : values) {
            Checks.require(
                    !Double.isInfinite(value),
                    "%s holds %s. Expected a number, or NaN where it is unknown.",
                    of,
                    value);
        }
        return values.clone();
    }
}
