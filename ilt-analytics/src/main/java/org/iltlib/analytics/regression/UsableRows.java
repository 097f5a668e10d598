package org.iltlib.analytics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** The rows of a design that have every value, and the fit to them. */
final class UsableRows {
    private static final int FEWEST_ROWS = 5;

    private final Design design;
    private final int[] rows;
    private final double[] outcome;
    private final double[] weights;
    private final List<GroupCodes> clusters;
    private final List<GroupCodes> factors;

    private UsableRows(Design design, int[] rows) {
        this.design = design;
        this.rows = rows;
        this.outcome = pick(design.values());
        this.weights = design.isWeighted() ? pick(design.weights()) : new double[0];
        this.clusters = design.clusters().isEmpty()
                ? List.of(GroupCodes.rows(rows.length))
                : design.clusters().stream()
                        .map(codes -> GroupCodes.of(pick(codes)))
                        .toList();
        this.factors = design.absorbed().stream()
                .map(codes -> GroupCodes.of(pick(codes.values())))
                .sorted(Comparator.comparingInt(GroupCodes::count).reversed())
                .toList();
    }

    static UsableRows of(Design design) {
        int[] rows = new int[design.rows()];
        int kept = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean known = !Double.isNaN(design.values()[i]) && (!design.isWeighted() || design.weights()[i] > 0);
            for (Design.Column column : design.columnList()) {
                known &= !Double.isNaN(column.values()[i]);
            }
            if (known) {
                rows[kept++] = i;
            }
        }
        return new UsableRows(design, Arrays.copyOf(rows, kept));
    }

    int n() {
        return rows.length;
    }

    int leftOut() {
        return design.rows() - rows.length;
    }

    int row(int place) {
        return rows[place];
    }

    /** The coefficients' names: of the intercept if there is one, and of the columns. */
    List<String> names() {
        List<String> names = new ArrayList<>(design.columns());
        if (design.hasIntercept()) {
            names.add(0, Design.INTERCEPT);
        }
        return names;
    }

    /** The outcome; read only. */
    double[] outcome() {
        return outcome;
    }

    /** The named columns, the intercept first. */
    List<double[]> columns() {
        List<double[]> columns = new ArrayList<>();
        if (design.hasIntercept()) {
            double[] ones = new double[rows.length];
            Arrays.fill(ones, 1);
            columns.add(ones);
        }
        design.columnList().forEach(column -> columns.add(pick(column.values())));
        return columns;
    }

    double[] weights() {
        return weights;
    }

    /** The kinds of clusters; without any, every row is one. */
    List<GroupCodes> clusters() {
        return clusters;
    }

    /** The fit, with the largest factor taken out by means, or with all of them as columns. */
    LeastSquares fit(double[] outcome, List<double[]> named, boolean allAsColumns) {
        List<double[]> columns = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            if (allAsColumns || f > 0) {
                addLevels(factors.get(f), columns);
            }
        }
        int leading = columns.size();
        columns.addAll(named);
        return LeastSquares.of(
                outcome,
                columns.toArray(new double[0][]),
                factors.isEmpty() || allAsColumns ? GroupCodes.none(rows.length) : factors.get(0),
                weights(),
                leading);
    }

    private static void addLevels(GroupCodes factor, List<double[]> columns) {
        int first = columns.size();
        for (int level = 0; level < factor.count(); level++) {
            columns.add(new double[factor.rows()]);
        }
        for (int i = 0; i < factor.rows(); i++) {
            columns.get(first + factor.get(i))[i] = 1;
        }
    }

    /** Why nothing can be fitted to these rows; empty if nothing speaks against it. */
    <T> Optional<Measured<T>> refusal() {
        if (n() < FEWEST_ROWS) {
            return Optional.of(Measured.missing(
                    MissingReason.TOO_FEW, n() + " rows with all values; at least " + FEWEST_ROWS + " needed"));
        }
        for (GroupCodes kind : clusters()) {
            if (kind.count() < 2) {
                return Optional.of(Measured.missing(
                        MissingReason.TOO_FEW, "one cluster; what clusters have in common cannot be told from chance"));
            }
        }
        return Arrays.stream(outcome).allMatch(value -> value == outcome[0])
                ? Optional.of(Measured.missing(MissingReason.UNDEFINED, design.outcome() + " is the same in every row"))
                : Optional.empty();
    }

    /** Why this fit says nothing; empty if it does. */
    <T> Optional<Measured<T>> refusal(LeastSquares fit, int leading) {
        if (fit.deficientColumn().isPresent()) {
            return Optional.of(Measured.missing(
                    MissingReason.UNDEFINED,
                    "\"" + names().get(fit.deficientColumn().getAsInt() - leading)
                            + "\" is determined by the columns before it"));
        } else if (fit.residualDegrees() <= 0) {
            return Optional.of(
                    Measured.missing(MissingReason.TOO_FEW, "as many coefficients as rows, absorbed ones counted"));
        } else if (fit.residualSquares() <= 1e-20 * (fit.withinSquares() + 1)) {
            return Optional.of(
                    Measured.missing(MissingReason.UNDEFINED, "the columns explain the outcome without rest"));
        }
        return Optional.empty();
    }

    /** Whether no level of the factor that is taken out by means is spread over several clusters. */
    boolean absorbedLiesWithin(GroupCodes clusters) {
        if (factors.isEmpty()) {
            return true;
        }
        int[] home = new int[factors.get(0).count()];
        Arrays.fill(home, -1);
        for (int i = 0; i < rows.length; i++) {
            int level = factors.get(0).get(i);
            home[level] = home[level] < 0 ? clusters.get(i) : home[level];
            if (home[level] != clusters.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many columns stand before the named ones. */
    int leading(boolean allAsColumns) {
        return factors.stream()
                .skip(allAsColumns ? 0 : 1)
                .mapToInt(GroupCodes::count)
                .sum();
    }

    private double[] pick(double[] values) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private int[] pick(int[] values) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
