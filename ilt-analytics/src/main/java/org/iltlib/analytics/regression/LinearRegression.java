package org.iltlib.analytics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.ClusterRobust;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Ordinary and weighted least squares with robust errors. Immutable options; {@link #of(Design)} fits.
 *
 * <p>Degrees of freedom are Satterthwaite's under the working covariance (N − p for {@link ErrorRule#CLASSICAL}, the
 * smaller number of clusters less one for clusters of two kinds). Time O(N·p² + G·(p + s)³) for N rows, p columns and G
 * clusters that share s absorbed groups with others; with unequal weights taken as inverse variances and differing within
 * clusters, CR2 costs the cube of a cluster's size.
 *
 * <p>A coefficient that one cluster alone decides, such as the effect on a single treated cluster, has no standard error:
 * the cluster is fitted without rest, so that its residuals do not show how far its error reaches.
 *
 * <p>Clusters of two kinds: V = V₁ + V₂ − V₁₂, each with its own factor, for CR0, CR1 and CR1S; a coefficient whose
 * variance comes out at zero or below has none.
 *
 * <p>In R: {@code m <- lm(y ~ x, weights = w); clubSandwich::coef_test(m, vcov = "CR2", cluster = g)} (working covariance
 * {@link WorkingCovariance#EQUAL}; {@code target = 1 / w} for the other). Source: Pustejovsky &amp;
 * Tipton (2018), doi:10.1080/07350015.2016.1247004; Cameron, Gelbach &amp; Miller (2011), doi:10.1198/jbes.2010.07136.
 */
public final class LinearRegression {
    static final int MOST_LEVELS = 500;

    private final ErrorRule rule;
    private final WorkingCovariance working;
    private final double level;
    private final String unit;

    private LinearRegression(ErrorRule rule, WorkingCovariance working, double level, String unit) {
        this.rule = rule;
        this.working = working;
        this.level = level;
        this.unit = unit;
    }

    /** CR2 errors, equally spread errors as the working covariance, 95 % intervals, the outcome in points. */
    public static LinearRegression withDefaults() {
        return new LinearRegression(ErrorRule.CR2, WorkingCovariance.EQUAL, 0.95, "points");
    }

    /** A copy with another rule for standard errors. */
    public LinearRegression withErrors(ErrorRule newRule) {
        return new LinearRegression(newRule, working, level, unit);
    }

    /** A copy with another working covariance; it matters only for weighted designs. */
    public LinearRegression withWorking(WorkingCovariance newWorking) {
        return new LinearRegression(rule, newWorking, level, unit);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public LinearRegression withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new LinearRegression(rule, working, newLevel, unit);
    }

    /** A copy that names the unit of the coefficients in words. */
    public LinearRegression withUnit(String newUnit) {
        return new LinearRegression(rule, working, level, Checks.text(newUnit, "unit"));
    }

    /**
     * The fit; missing, with the reason, if there are fewer than five usable rows, one cluster, a constant outcome, a
     * column that those before it determine, no degrees of freedom, a perfect fit, or more than 500 absorbed levels in a
     * design whose unequal weights forbid to take them out by means.
     *
     * @throws IllegalArgumentException if clusters of two kinds meet a rule other than CR0, CR1 or CR1S
     */
    public Measured<RegressionFit> of(Design design) {
        UsableRows rows = UsableRows.of(design);
        List<GroupCodes> clusters = rule.isByRow() ? List.of(GroupCodes.rows(rows.n())) : rows.clusters();
        Checks.require(
                clusters.size() == 1 || rule.exponent() == 0,
                "%s knows clusters of one kind only. Maybe use CR1S for two kinds.",
                rule);
        Optional<Measured<RegressionFit>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean fromRows = needsRows(rows, clusters);
        if (fromRows && rows.leading(true) > MOST_LEVELS) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    rows.leading(true) + " absorbed levels with unequal weights; at most " + MOST_LEVELS
                            + ", or errors CR1S with inverse weights as the working covariance");
        }
        LeastSquares fit = rows.fit(rows.outcome(), rows.columns(), fromRows);
        refusal = rows.refusal(fit, rows.leading(fromRows));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Integer> counts = clusters.stream().map(GroupCodes::count).toList();
        FitWords words =
                new FitWords(design.outcome(), errors(design, counts), "least squares, " + rule, unit, level, counts);
        return Measured.of(new RegressionFit(rows, fit, sandwich(fit, clusters, fromRows), words));
    }

    /** Whether the shortcut through cross-products of a cluster is not enough. */
    private boolean needsRows(UsableRows rows, List<GroupCodes> clusters) {
        double[] weights = rows.weights();
        if (rule == ErrorRule.CLASSICAL || rule.isByRow() || clusters.size() > 1) {
            return false;
        }
        double[] first = new double[clusters.get(0).count()];
        boolean everywhere = true;
        boolean within = true;
        for (int i = 0; i < weights.length; i++) {
            int cluster = clusters.get(0).get(i);
            first[cluster] = first[cluster] == 0 ? weights[i] : first[cluster];
            everywhere &= weights[i] == weights[0];
            within &= weights[i] == first[cluster];
        }
        return working == WorkingCovariance.EQUAL ? !everywhere : !within && rule == ErrorRule.CR2;
    }

    private Sandwich sandwich(LeastSquares fit, List<GroupCodes> clusters, boolean fromRows) {
        int n = clusters.get(0).rows();
        int parameters = n - fit.residualDegrees();
        if (rule == ErrorRule.CLASSICAL) {
            return Sandwich.fixed(fit.classicalCovariance(), fit.residualDegrees());
        } else if (clusters.size() == 1) {
            GroupCodes only = clusters.get(0);
            ClusterRobust robust = fromRows
                    ? ClusterRobust.ofWeighted(fit, only, rule.power(), working == WorkingCovariance.EQUAL)
                    : ClusterRobust.of(fit, only, rule.power());
            return Sandwich.of(robust, rule.factor(only.count(), n, parameters));
        }
        List<GroupCodes> three = new ArrayList<>(clusters);
        three.add(clusters.get(0).crossed(clusters.get(1)));
        List<ClusterRobust> kinds = three.stream()
                .map(kind -> ClusterRobust.of(fit, kind, rule.power()))
                .toList();
        List<double[][]> parts = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            double factor = rule.factor(three.get(k).count(), n, parameters);
            parts.add(Sandwich.scaled(kinds.get(k).covariance(), factor));
        }
        int fewest = Math.min(clusters.get(0).count(), clusters.get(1).count());
        return Sandwich.fixed(Sandwich.combined(parts), fewest - 1, kinds.subList(0, 2));
    }

    private String errors(Design design, List<Integer> counts) {
        String of = rule == ErrorRule.CLASSICAL || rule.isByRow()
                ? ""
                : ", "
                        + String.join(
                                " and ", counts.stream().map(String::valueOf).toList()) + " clusters";
        return rule + of + (design.isWeighted() ? ", weighted, " + working : "");
    }
}
