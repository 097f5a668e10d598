package org.iltlib.analytics.impact;

import java.util.Optional;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Asks how often the lot alone would have made a difference as large: it deals the treatment anew within each stratum,
 * many times, and counts. No model of the outcome, no assumption but that the treatment was dealt by lot within strata.
 * Immutable options; {@link #of(Comparison)} computes.
 *
 * <p>The statistic is the coefficient of the treatment within strata, after the outcome has been adjusted for the
 * covariates and strata. Students are dealt anew one by one, or whole clusters (classes) at a time, as the lot fell in
 * truth. The same seed gives the same result on any Java virtual machine (SplitMix64). O(draws × treated students or
 * clusters) after one fit.
 *
 * <p>Source: Fisher (1935), The Design of Experiments; Rosenbaum (2002), doi:10.1214/ss/1042727942.
 */
public final class RandomizationTest {
    private final int draws;
    private final long seed;
    private final boolean wholeClusters;

    private RandomizationTest(int draws, long seed, boolean wholeClusters) {
        this.draws = draws;
        this.seed = seed;
        this.wholeClusters = wholeClusters;
    }

    /** 999 draws, seed 1, students dealt one by one. */
    public static RandomizationTest withDefaults() {
        return new RandomizationTest(999, 1, false);
    }

    /** A copy with so many draws, at least 1. */
    public RandomizationTest withDraws(int number) {
        return new RandomizationTest((int) Checks.positive(number, "draws"), seed, wholeClusters);
    }

    /** A copy with another seed. */
    public RandomizationTest withSeed(long newSeed) {
        return new RandomizationTest(draws, newSeed, wholeClusters);
    }

    /** A copy that deals whole clusters: those parts of a cluster that lie in one stratum stay together. */
    public RandomizationTest withWholeClusters() {
        return new RandomizationTest(draws, seed, true);
    }

    /**
     * The result; missing, with the reason, where {@link FixedEffectsComparison#of} refuses for want of data, where
     * covariates determine each other, or where whole clusters are to be dealt and one holds both treated and others.
     */
    public Measured<RandomizationResult> of(Comparison comparison) {
        CompleteRows rows = comparison.complete();
        Optional<Measured<RandomizationResult>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LeastSquares adjusted = LeastSquares.of(rows.outcome(), rows.columns(), rows.strata());
        if (adjusted.deficientColumn().isPresent()) {
            return rows.deficient(adjusted.deficientColumn().getAsInt());
        }
        GroupCodes units = wholeClusters ? rows.clustersWithinStrata() : rows.students();
        Lot lot = Lot.of(rows, units, adjusted.residuals());
        if (lot.mixed()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "a cluster holds both treated and others, so it was not dealt whole");
        }
        double observed = lot.difference();
        if (!Double.isFinite(observed)) {
            return Measured.missing(MissingReason.UNDEFINED, "the treatment does not vary within strata");
        }
        SplitMix chance = SplitMix.of(seed);
        double limit = Math.abs(observed) * (1 - 1e-12);
        int extreme = 0;
        for (int draw = 0; draw < draws; draw++) {
            lot.deal(chance);
            extreme += Math.abs(lot.difference()) >= limit ? 1 : 0;
        }
        return Measured.of(new RandomizationResult(observed, draws, extreme, why(observed, extreme, lot.units())));
    }

    private Explanation why(double observed, int extreme, int units) {
        return Explanation.of(
                        "Dealt anew by lot, a difference as large as %.2f came %d times in %d (p = %.4f).",
                        observed, extreme, draws, (extreme + 1.0) / (draws + 1.0))
                .because(
                        "%d %s dealt anew within their strata, seed %d.",
                        units, wholeClusters ? "whole clusters" : "students", seed)
                .because(
                        "p = (%d + 1) ÷ (%d + 1): what happened is one of the lots that might have fallen.",
                        extreme, draws);
    }
}
