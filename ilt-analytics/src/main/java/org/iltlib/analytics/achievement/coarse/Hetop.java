package org.iltlib.analytics.achievement.coarse;

import java.util.Optional;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Ordered probit of groups: every group's scores are normal on some common scale, and cuts divide it into levels, so that
 * {@code P(level ≤ c) = Φ((κ_c − μ_g) / σ_g)}. Fitted by maximum likelihood from the counts. Immutable.
 *
 * <p>Results stand on the scale on which all students together have mean 0 and variance 1, groups weighted by their
 * students. How spreads are treated is {@link Spread}. Two rules for groups that say too little, where every group has a
 * spread of its own: one with students at fewer than three levels takes the geometric mean of the other spreads, and is
 * left out when cuts and spreads are found; one with everybody at the lowest (highest) level takes the lowest (highest)
 * of the other means. Both are marked.
 *
 * <p>The likelihood is concave in (1/σ_g, μ_g/σ_g) while the cuts stand still, so a group is solved by Newton's method
 * with certainty; the cuts are found by Newton's method on what is left, whose matrix comes from the groups one by one.
 * One step takes time linear in the groups. A fit carries the largest derivative of the log-likelihood as a certificate.
 *
 * <p>Turning the levels round turns the results round: a table and its mirror image are fitted from the same end, and from
 * the other only if that finds no maximum.
 *
 * <p>Source: S. F. Reardon, B. R. Shear, K. E. Castellano, A. D. Ho (2017), doi:10.3102/1076998616666279.
 *
 * @param spread how spreads are treated
 * @param pooling for {@link Spread#POOLED} the standard deviation of the groups' log spreads about their mean, above zero
 */
public record Hetop(Spread spread, double pooling) {
    /** How the groups' spreads are treated. */
    public enum Spread {
        /** Every group has its own: the heteroskedastic model. */
        OWN,
        /** All groups have one: the homoskedastic model. */
        SHARED,
        /** Log spreads are drawn to their common mean, as normal numbers about it: a compromise for small groups. */
        POOLED
    }

    /** Checks the pooling. */
    public Hetop {
        Checks.require(
                Double.isFinite(pooling) && pooling > 0, "pooling is %s. Expected above zero, such as 0.2.", pooling);
    }

    /** Every group with a spread of its own. */
    public static Hetop withDefaults() {
        return new Hetop(Spread.OWN, 0.2);
    }

    /** One spread for all. */
    public static Hetop homoskedastic() {
        return new Hetop(Spread.SHARED, 0.2);
    }

    /** Log spreads drawn to their mean; about two thirds lie within {@code pooling} of it. */
    public static Hetop pooled(double pooling) {
        return new Hetop(Spread.POOLED, pooling);
    }

    /**
     * The fit; missing where there is none: fewer than three levels, a level where nobody stands, fewer than two groups,
     * or none that says enough.
     */
    public Measured<HetopFit> of(GroupLevels counts) {
        if (counts.levels() < 3) {
            return Measured.missing(MissingReason.UNDEFINED, "two levels say nothing of a spread");
        }
        if (counts.groups().size() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, counts.groups().size() + " groups");
        }
        boolean reversed = Direction.isReversed(counts);
        CoarseFit fit = new CoarseFit(this, counts, reversed);
        for (int level = 0; level < counts.levels(); level++) {
            if (fit.levelTotal(reversed ? counts.levels() - 1 - level : level) == 0) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "nobody who counts stands at level " + level + "; maybe merge it with its neighbour");
            }
        }
        return found(counts, fit)
                .or(() -> found(counts, new CoarseFit(this, counts, !reversed)))
                .<Measured<HetopFit>>map(Measured::of)
                .orElseGet(() ->
                        Measured.missing(MissingReason.UNDEFINED, "the likelihood has no maximum that could be found"));
    }

    private static Optional<HetopFit> found(GroupLevels counts, CoarseFit fit) {
        return fit.solve() ? Optional.of(new HetopFit(counts, fit)).filter(HetopFit::isFinite) : Optional.empty();
    }
}
