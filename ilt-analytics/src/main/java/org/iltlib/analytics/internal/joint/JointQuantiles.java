package org.iltlib.analytics.internal.joint;

import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.quantile.SplineDesign;

/**
 * The curves of several quantiles of one outcome that are best of all that nowhere cross: the least sum, over quantiles
 * and rows, of the check function, where at no combination of seen scores of the priors, whether or not one row has them all, a higher quantile lies
 * below a lower one.
 *
 * <p>A first fit to some thousand rows tells where each curve runs; then only the rows in a band about it take part, the
 * others with the sign that they surely have. Signs are looked at again on the way, and the proof at the end takes all
 * rows as they are. Where a proof fails, the band is widened and the work done again.
 *
 * <p>The constants below are measured, for speed; nothing that is proved rests on them.
 */
public final class JointQuantiles {
    /**
     * Sums of products, relative to the objective, at which signs are looked at again. Closer together where curves
     * still move by more than the band is wide; the last is a hundredth of the gap that counts as proved.
     */
    private static final double[] TARGETS = {3e-2, 1e-2, 1e-3, 1e-4, 1e-5, 1e-11};

    /** How far down a fit to some rows goes: its curves lie farther from those of all rows than that makes of them. */
    private static final double ROUGH = 1e-3;

    /** From here on points are kept, as rounding may make later ones worse: a hundred times the gap that is wanted. */
    private static final double NEAR = 1e-7;

    /** What is left of the band when signs are looked at again: a curve has then moved most of its way. */
    private static final double REMAINING = 0.3;

    /** Rows of the first fit, at most twice as many: hundreds for each of some twenty columns. */
    private static final int FIRST = 6000;

    /** How many times more rows the next fit takes: the band, as 1 / √rows, still leaves less work than the fit before. */
    private static final int GROWTH = 12;

    /** Half the band in standard errors of a curve; few rows beyond change their side. */
    private static final double BAND = 2.5;

    /** Bands tried, each twice as wide as the one before; the last takes all rows. */
    private static final int ATTEMPTS = 4;

    /** The least of tau · (1 − tau) that a standard error is reckoned with, as at tau = 0.01: at the edges rows are few. */
    private static final double LEAST_VARIANCE = 0.01;

    private final Stage all;
    private final double[] taus;
    private final Executor executor;
    private final boolean[][] scores;
    private PairBlock[] pairs = new PairBlock[0];
    private double[][] curves = new double[0][];
    private double mu;

    private JointQuantiles(Stage all, double[] taus, Executor executor) {
        this.all = all;
        this.taus = taus;
        this.executor = executor;
        this.scores = KeptScores.first(all.tables);
    }

    /**
     * Fits all quantiles together. About 70 rounds, each O(rows of the band · quantiles · priors²), and memory for the
     * rows of the band.
     *
     * @param design no column of which the earlier ones explain
     * @param taus ascending, between 0 and 1
     * @param executor works on quantiles; this method waits for it, so it must not itself use up the executor's last
     *     thread. The same bits on any number of threads
     * @return the curves and their proof; ask it whether it is {@link JointProcess#certified}
     */
    public static JointProcess of(SplineDesign design, double[] taus, Executor executor) {
        for (int j = 0; j < taus.length; j++) {
            if (!(taus[j] > (j == 0 ? 0 : taus[j - 1]) && taus[j] < 1)) {
                throw new IllegalArgumentException("Quantiles ascend between 0 and 1, but the " + (j + 1) + ". is "
                        + taus[j] + ". Maybe they are percents, or not sorted?");
            }
        }
        if (taus.length == 0) {
            throw new IllegalArgumentException("One quantile at least is wanted, none is given.");
        }
        Stage all = Stage.of(design);
        int deficient = all.deficient();
        if (deficient >= 0) {
            throw new IllegalArgumentException(
                    "Column " + deficient + " of " + design.columns() + " is explained by the"
                            + " columns before it. Maybe the scores take too few values between two knots?");
        }
        return new JointQuantiles(all, taus.clone(), executor).fit();
    }

    private JointProcess fit() {
        ParallelStart start = ParallelStart.of(all, taus);
        if (start.exact()) {
            double[] nothing = new double[taus.length];
            return new JointProcess(taus, start.curves(), nothing, 0, 0, 0, 0, 0);
        }
        int known = 0;
        double[][] centre = start.curves();
        int reached = all.size;
        while (reached > 2 * FIRST) {
            reached /= GROWTH;
        }
        for (long rows = reached; rows < all.size; rows = rows * GROWTH + GROWTH) {
            Stage next = all.thinned((int) rows);
            if (next.deficient() < 0) {
                settle(next, centre, known, BAND, ROUGH);
                centre = curves;
                known = next.size;
            }
        }
        JointProcess best = attempt(centre, known, BAND);
        for (int more = 1; more < ATTEMPTS && !best.certified(); more++) {
            KeptScores.add(scores, all.tables, curves);
            JointProcess process = attempt(curves, more + 1 < ATTEMPTS ? known : 0, BAND * (1 << more));
            best = process.gap() < best.gap() ? process : best;
        }
        return best;
    }

    private JointProcess attempt(double[][] centre, int known, double band) {
        TauBlock[] blocks = settle(all, centre, known, band, 0);
        return Proof.of(all, taus, curves, blocks, pairs, executor);
    }

    /** Goes down to the roughness wanted on one stage. */
    private TauBlock[] settle(Stage stage, double[][] centre, int known, double band, double rough) {
        ParallelStart start = ParallelStart.of(stage, taus);
        curves = start.curves();
        mu = start.mu();
        ScoreTables corners = all.tables.at(KeptScores.places(scores));
        TauBlock[] blocks = new TauBlock[taus.length];
        pairs = new PairBlock[taus.length - 1];
        double[] widths = new double[taus.length];
        double[][] from = curves;
        Shares.each(taus.length, executor, j -> {
            widths[j] = stage.width(centre[j], share(taus[j], known, band));
            blocks[j] = stage.open(taus[j], centre[j], widths[j], from[j], mu);
            if (j > 0) {
                pairs[j - 1] = new PairBlock(corners);
                pairs[j - 1].start(from[j][0] - from[j - 1][0], mu);
            }
        });
        double objective = start.objective();
        for (double target : TARGETS) {
            if (target >= rough) {
                boolean last = target == TARGETS[TARGETS.length - 1];
                InteriorPath path = new InteriorPath(blocks, pairs, curves, executor);
                if (last) {
                    path.end(target * objective, NEAR * objective);
                } else {
                    path.run(target * objective);
                    Shares.each(
                            taus.length,
                            executor,
                            j -> blocks[j] = stage.widened(blocks[j], from[j], REMAINING * widths[j], path.mu()));
                }
            }
        }
        return blocks;
    }

    /** The share of rows among which a curve lies that so many rows have told of. */
    private double share(double tau, int known, double band) {
        if (known == 0) {
            return 1;
        }
        double error = Math.sqrt(Math.max(tau * (1 - tau), LEAST_VARIANCE) * all.tables.columns / known);
        return Math.min(1, 2 * band * error);
    }
}
