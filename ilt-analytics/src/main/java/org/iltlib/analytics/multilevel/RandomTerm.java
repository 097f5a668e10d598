package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.base.Checks;

/**
 * Something that varies between groups: the level of the outcome ({@code (1 | school)}), or also how it depends on a
 * column ({@code (days | student)}). Immutable.
 *
 * <p>Groups of two terms may be nested or crossed as they like. Codes that start anew in every outer group (class 1 of
 * each school) are told apart by {@link #within}.
 */
public final class RandomTerm {
    /** The name of the constant column. */
    public static final String INTERCEPT = "(Intercept)";

    private final String name;
    private final Grouping grouping;
    private final List<String> columns;
    private final List<double[]> values;
    private final boolean correlated;

    private RandomTerm(
            String name, Grouping grouping, List<String> columns, List<double[]> values, boolean correlated) {
        this.name = Checks.text(name, "name");
        this.grouping = grouping;
        this.columns = List.copyOf(columns);
        this.values = List.copyOf(values);
        this.correlated = correlated;
    }

    /**
     * Each group has a level of its own.
     *
     * @param name of the grouping, such as {@code school}
     * @param groups one code a row, whatever the numbers
     */
    public static RandomTerm intercept(String name, int[] groups) {
        return of(name, Grouping.of(groups));
    }

    /** Each group has a level of its own, which counts in a row by the row's share of the group. */
    public static RandomTerm intercept(String name, Memberships memberships) {
        return of(name, Grouping.of(memberships));
    }

    private static RandomTerm of(String name, Grouping grouping) {
        return new RandomTerm(name, grouping, List.of(INTERCEPT), List.of(new double[0]), true);
    }

    /**
     * A copy in which the coefficient of a column varies too, correlated with what else varies.
     *
     * @throws IllegalArgumentException if the name is taken, the length is not the number of rows, or a value is not
     *     finite
     */
    public RandomTerm withSlope(String column, double[] ofRows) {
        Checks.require(!columns.contains(column), "The column \"%s\" varies already in \"%s\".", column, name);
        Checks.require(
                ofRows.length == rows(),
                "\"%s\" has %s values for %s rows of \"%s\".",
                column,
                ofRows.length,
                rows(),
                name);
        for (double value : ofRows) {
            Checks.finite(value, column);
        }
        List<String> names = new ArrayList<>(columns);
        names.add(Checks.text(column, "column"));
        List<double[]> all = new ArrayList<>(values);
        all.add(ofRows.clone());
        return new RandomTerm(name, grouping, names, all, correlated);
    }

    /**
     * A copy in which the level does not vary, only slopes: {@code (0 + days | student)}.
     *
     * @throws IllegalArgumentException if there is no slope
     */
    public RandomTerm withoutIntercept() {
        int from = columns.contains(INTERCEPT) ? 1 : 0;
        Checks.require(columns.size() > from, "Nothing would vary in \"%s\". Expected a slope first.", name);
        return new RandomTerm(
                name, grouping, columns.subList(from, columns.size()), values.subList(from, values.size()), correlated);
    }

    /** A copy whose coefficients vary independently of each other: {@code (days || student)}. */
    public RandomTerm uncorrelated() {
        return new RandomTerm(name, grouping, columns, values, false);
    }

    /**
     * A copy whose groups are told apart by an outer grouping as well: {@code (1 | school:class)}.
     *
     * @param outerGroups one code a row
     * @throws IllegalArgumentException if there are several groups a row, or the lengths differ
     */
    public RandomTerm within(int[] outerGroups) {
        Checks.require(grouping.isSingle(), "The rows of \"%s\" belong to several groups each.", name);
        Checks.require(
                outerGroups.length == rows(), "There are %s outer codes for %s rows.", outerGroups.length, rows());
        return new RandomTerm(name, grouping.within(outerGroups), columns, values, correlated);
    }

    /** The name of the grouping. */
    public String name() {
        return name;
    }

    /** The columns whose coefficients vary, {@value #INTERCEPT} for the level. */
    public List<String> columns() {
        return columns;
    }

    /** The number of groups. */
    public int groups() {
        return grouping.count();
    }

    /** The number of rows. */
    public int rows() {
        return grouping.rows();
    }

    Grouping grouping() {
        return grouping;
    }

    Factor factor() {
        return grouping.factor(values.toArray(new double[0][]), correlated);
    }

    /** The first column with a slope that is the same for all rows of each group; empty if there is none. */
    String constantSlope() {
        for (int c = 0; c < columns.size(); c++) {
            if (values.get(c).length > 0 && grouping.isSingle() && grouping.isConstantWithin(values.get(c))) {
                return columns.get(c);
            }
        }
        return "";
    }

    /** Such as {@code (days | student)}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(columns);
        if (words.contains(INTERCEPT)) {
            words.remove(INTERCEPT);
            words.add(0, "1");
        } else {
            words.add(0, "0");
        }
        return "(" + String.join(" + ", words) + (correlated ? " | " : " || ") + name + ")";
    }
}
