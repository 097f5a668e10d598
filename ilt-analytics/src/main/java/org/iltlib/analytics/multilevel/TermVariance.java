package org.iltlib.analytics.multilevel;

import java.util.List;
import org.iltlib.base.Checks;

/** How much the coefficients of a random term vary between groups, and together. Immutable. */
public final class TermVariance {
    private final RandomTerm term;
    private final double[][] covariance;

    TermVariance(RandomTerm term, double[][] covariance) {
        this.term = term;
        this.covariance = covariance;
    }

    /** The place of the first term of that name; refuses one that is not there. */
    static int place(List<TermVariance> components, String term) {
        for (int k = 0; k < components.size(); k++) {
            if (components.get(k).term().equals(term)) {
                return k;
            }
        }
        throw new IllegalArgumentException("There is no random term \"" + term + "\". Expected one of "
                + components.stream().map(TermVariance::term).toList() + ".");
    }

    /** The name of the grouping. */
    public String term() {
        return term.name();
    }

    /** The columns whose coefficients vary. */
    public List<String> columns() {
        return term.columns();
    }

    /** The number of groups. */
    public int groups() {
        return term.groups();
    }

    /**
     * The variance of a column's coefficient, in squared units of the outcome per unit of the column; may be zero.
     *
     * @throws IllegalArgumentException if the column does not vary
     */
    public double variance(String column) {
        return covariance(column, column);
    }

    /** The square root of {@link #variance}. */
    public double deviation(String column) {
        return Math.sqrt(variance(column));
    }

    /**
     * The covariance of two columns' coefficients.
     *
     * @throws IllegalArgumentException if one of them does not vary
     */
    public double covariance(String one, String two) {
        return covariance[place(one)][place(two)];
    }

    /**
     * The correlation of two columns' coefficients, from −1 to 1; zero if one of them has no variance.
     *
     * @throws IllegalArgumentException if one of them does not vary
     */
    public double correlation(String one, String two) {
        double spread = deviation(one) * deviation(two);
        return spread > 0 ? Math.max(-1, Math.min(1, covariance(one, two) / spread)) : 0;
    }

    private int place(String column) {
        int place = columns().indexOf(column);
        Checks.require(place >= 0, "\"%s\" does not vary. Expected one of %s.", column, columns());
        return place;
    }
}
