package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * What a mixed model is fitted to: an outcome, fixed columns (an intercept is added), random terms, and how precise each
 * row is. Immutable; rows with missing values are left out beforehand.
 */
public final class MixedDesign {
    private final double[] outcome;
    private final List<String> names;
    private final List<double[]> columns;
    private final List<RandomTerm> terms;
    private final double[] weights;
    private final double[] errorVariances;

    private MixedDesign(
            double[] outcome,
            List<String> names,
            List<double[]> columns,
            List<RandomTerm> terms,
            double[] weights,
            double[] errorVariances) {
        this.outcome = outcome;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.terms = List.copyOf(terms);
        this.weights = weights;
        this.errorVariances = errorVariances;
    }

    /**
     * A design with an outcome and nothing else yet.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static MixedDesign of(double[] outcome) {
        return new MixedDesign(
                finite(outcome.clone(), "outcome"), List.of(), List.of(), List.of(), new double[0], new double[0]);
    }

    /**
     * A copy with one more fixed column.
     *
     * @throws IllegalArgumentException if the name is taken, the length differs or a value is not finite
     */
    public MixedDesign withColumn(String name, double[] values) {
        Checks.require(
                !names.contains(name) && !name.equals(RandomTerm.INTERCEPT), "There is a column \"%s\" already.", name);
        List<String> all = new ArrayList<>(names);
        all.add(Checks.text(name, "name"));
        List<double[]> more = new ArrayList<>(columns);
        more.add(finite(sized(values, name).clone(), name));
        return new MixedDesign(outcome, all, more, terms, weights, errorVariances);
    }

    /**
     * A copy with one more random term.
     *
     * @throws IllegalArgumentException if there is a term of that name already, or the number of rows differs
     */
    public MixedDesign withRandom(RandomTerm term) {
        Checks.require(
                terms.stream()
                        .noneMatch(known -> known.name().equals(term.name())
                                && known.columns().stream().anyMatch(term.columns()::contains)),
                "There is a term %s already. Maybe another name tells the two apart.",
                term.name());
        Checks.require(term.rows() == rows(), "The term %s has %s rows. Expected %s.", term, term.rows(), rows());
        List<RandomTerm> all = new ArrayList<>(terms);
        all.add(term);
        return new MixedDesign(outcome, names, columns, all, weights, errorVariances);
    }

    /**
     * A copy whose rows' residual variance is σ² divided by the weight, as in {@code lmer(weights = )}: for a row that is
     * a mean of so many.
     *
     * @throws IllegalArgumentException if a weight is not above zero
     */
    public MixedDesign withWeights(double[] newWeights) {
        for (double weight : finite(sized(newWeights, "weights"), "weights")) {
            Checks.require(weight > 0, "A weight is %s. Expected above zero.", weight);
        }
        return new MixedDesign(outcome, names, columns, terms, newWeights.clone(), errorVariances);
    }

    /**
     * A copy whose outcome is measured with a known error: the row's residual variance is σ² (divided by its weight) plus
     * this, the squared standard error of measurement.
     *
     * @throws IllegalArgumentException if a variance is negative
     */
    public MixedDesign withErrorVariances(double[] variances) {
        for (double variance : finite(sized(variances, "errorVariances"), "errorVariances")) {
            Checks.require(variance >= 0, "An error variance is %s. Expected zero or more.", variance);
        }
        return new MixedDesign(outcome, names, columns, terms, weights, variances.clone());
    }

    private double[] sized(double[] values, String name) {
        Checks.require(
                values.length == rows(), "\"%s\" has %s values. Expected %s, one a row.", name, values.length, rows());
        return values;
    }

    private static double[] finite(double[] values, String name) {
        for (double value : values) {
            Checks.finite(value, name);
        }
        return values;
    }

    /** The number of rows. */
    public int rows() {
        return outcome.length;
    }

    /** The names of the fixed columns, without the intercept. */
    public List<String> names() {
        return names;
    }

    /** The random terms. */
    public List<RandomTerm> terms() {
        return terms;
    }

    double[] outcome() {
        return outcome;
    }

    double[][] columns() {
        return columns.toArray(new double[0][]);
    }

    double[] weights() {
        return weights;
    }

    double[] errorVariances() {
        return errorVariances;
    }

    /** Such as {@code 1 + prior + (1 | school)}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of("1"));
        words.addAll(names);
        terms.forEach(term -> words.add(term.toString()));
        return String.join(" + ", words);
    }
}
