package org.iltlib.analytics.achievement.coarse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.achievement.coarse.Hetop.Spread;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;

/**
 * The maximum of the likelihood. The border holds what the groups share: the cuts that are free (two are fixed, or one
 * where the spread is shared and set to 1), and the mean log spread where spreads are pooled. The matrix of second
 * derivatives is an arrowhead: a block for each group and the border.
 */
final class CoarseFit {
    private static final int MOST_STEPS = 100;

    private final Hetop options;
    private final boolean reversed;
    private final int fixedCuts;
    private final int border;
    private final List<CoarseGroup> groups = new ArrayList<>();
    private final List<CoarseGroup> leading = new ArrayList<>(); // those that carry cuts and spreads
    private final double[] cuts;
    private double centre; // the mean of log alpha
    private double[][] factor = {};
    private double certificate;
    private boolean regular;

    CoarseFit(Hetop options, GroupLevels table, boolean reversed) {
        this.options = options;
        this.reversed = reversed;
        boolean shared = options.spread() == Spread.SHARED;
        fixedCuts = shared ? 1 : 2;
        cuts = new double[table.levels() - 1];
        border = cuts.length - fixedCuts + (options.spread() == Spread.POOLED ? 1 : 0);
        for (LevelCounts counts : table.groups().values()) {
            boolean rich = counts.occupied() >= 3;
            boolean free = !shared && (rich || options.spread() == Spread.POOLED);
            boolean atAnEnd = counts.count(0) == counts.n() || counts.count(counts.levels() - 1) == counts.n();
            boolean leads = !atAnEnd && (rich || options.spread() != Spread.OWN);
            long[] numbers = reversed ? Direction.reverse(counts.toArray()) : counts.toArray();
            CoarseGroup group = new CoarseGroup(numbers, free && leads, leads);
            groups.add(group);
            if (leads) {
                leading.add(group);
            }
        }
        leading.sort((a, b) -> Arrays.compare(a.counts, b.counts)); // names must not matter
    }

    /** Whether the lowest level stands first here as the highest. */
    boolean reversed() {
        return reversed;
    }

    List<CoarseGroup> groups() {
        return groups;
    }

    int border() {
        return border;
    }

    double[] cuts() {
        return cuts;
    }

    double certificate() {
        return certificate;
    }

    /** How many students of the leading groups stand there; in this fit's direction. */
    long levelTotal(int level) {
        return leading.stream().mapToLong(group -> group.counts[level]).sum();
    }

    private double levelTotals() {
        return leading.stream().mapToLong(group -> group.n).sum();
    }

    /** Finds the maximum, where the curvature is that of one; false if it cannot. */
    boolean solve() {
        start();
        double value = settle(leading);
        boolean found = false;
        for (int step = 0; step < MOST_STEPS && !found; step++) {
            double[] slope = assemble();
            double[] move = ArrowheadMatrix.solve(factor, slope);
            double gain = 0;
            for (int i = 0; i < border; i++) {
                gain += move[i] * slope[i];
            }
            found = gain <= 1e-11 * (1 + Math.abs(value)); // values no longer tell better from worse: a last full step
            double next = found ? move(cuts.clone(), centre, move, 1) : advance(value, move);
            if (!found && !(next < value)) {
                return false;
            }
            value = next;
        }
        assemble();
        return found && regular && certificate <= 1e-6 * (1 + levelTotals()) && place();
    }

    private void start() {
        long n = leading.stream().mapToLong(group -> group.n).sum();
        long below = 0;
        double[] probits = new double[cuts.length];
        for (int cut = 0; cut < cuts.length; cut++) {
            below += levelTotal(cut);
            probits[cut] = Distributions.normalQuantile((double) below / n);
        }
        boolean shared = options.spread() == Spread.SHARED;
        double unit = shared ? 1 : probits[1] - probits[0];
        double zero = shared ? probits[0] : probits[1];
        for (int cut = 0; cut < cuts.length; cut++) {
            cuts[cut] = (probits[cut] - zero) / unit;
        }
        centre = StrictMath.log(unit);
        for (CoarseGroup group : groups) {
            group.alpha = unit;
            group.beta = -zero;
        }
    }

    /** Every group at its best for the present cuts; returns the value. */
    private double settle(List<CoarseGroup> some) {
        double sum = 0;
        for (CoarseGroup group : some) {
            sum += settle(group);
        }
        return sum;
    }

    /** Newton's method; near the maximum by full steps, before by steps that gain. */
    private double settle(CoarseGroup group) {
        if (group.valueAt(cuts, group.alpha, group.beta) == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY; // a step of the cuts left the group behind
        }
        derive(group);
        boolean done = false;
        for (int step = 0; step < 60 && !done; step++) {
            double[] move = ArrowheadMatrix.inner(group, group.byAlpha, group.byBeta);
            double gain = move[0] * group.byAlpha + move[1] * group.byBeta;
            double length = 1;
            if (!(gain < 0.01 && group.alpha > 2 * move[0])) {
                double value = group.value + penalty(group.alpha, group.spreadFree);
                while (length > 1e-12 && !(valueAfter(group, move, length) <= value)) {
                    length /= 2;
                }
            }
            group.alpha -= length * move[0];
            group.beta -= length * move[1];
            derive(group);
            done = gain < 1e-12;
        }
        return group.value + penalty(group.alpha, group.spreadFree);
    }

    private double valueAfter(CoarseGroup group, double[] move, double length) {
        double alpha = group.alpha - length * move[0];
        return alpha > 0
                ? group.valueAt(cuts, alpha, group.beta - length * move[1]) + penalty(alpha, group.spreadFree)
                : Double.POSITIVE_INFINITY;
    }

    private double penalty(double alpha, boolean free) {
        if (options.spread() != Spread.POOLED || !free) {
            return 0;
        }
        double off = (StrictMath.log(alpha) - centre) / options.pooling();
        return off * off / 2;
    }

    private void derive(CoarseGroup group) {
        group.derive(cuts);
        if (options.spread() == Spread.POOLED && group.spreadFree) {
            double weight = 1 / (options.pooling() * options.pooling());
            double off = StrictMath.log(group.alpha) - centre;
            group.byAlpha += weight * off / group.alpha;
            group.alphaAlpha += weight * (1 - off) / (group.alpha * group.alpha);
        }
    }

    /** The mixed derivatives of a group and the border: by alpha, by beta. */
    double[][] mixed(CoarseGroup group) {
        double[][] mixed = new double[2][border];
        for (int cut = fixedCuts; cut < cuts.length; cut++) {
            mixed[0][cut - fixedCuts] = group.alphaCut[cut];
            mixed[1][cut - fixedCuts] = group.betaCut[cut];
        }
        if (options.spread() == Spread.POOLED) {
            mixed[0][border - 1] = -1 / (options.pooling() * options.pooling() * group.alpha);
        }
        return mixed;
    }

    /** Slope and matrix of what is left when every group is at its best; the matrix is kept as a factor. */
    private double[] assemble() {
        double[] slope = new double[border];
        double[][] matrix = new double[border][border];
        certificate = 0;
        for (CoarseGroup group : leading) {
            double[][] mixed = mixed(group);
            double[] rest = ArrowheadMatrix.inner(group, group.byAlpha, group.byBeta);
            for (int cut = fixedCuts; cut < cuts.length; cut++) {
                int at = cut - fixedCuts;
                slope[at] += group.byCut[cut];
                matrix[at][at] += group.cutCut[cut];
                if (cut + 1 < cuts.length) {
                    matrix[at + 1][at] += group.cutNext[cut];
                    matrix[at][at + 1] += group.cutNext[cut];
                }
            }
            if (options.spread() == Spread.POOLED) {
                double weight = 1 / (options.pooling() * options.pooling());
                slope[border - 1] -= weight * (StrictMath.log(group.alpha) - centre);
                matrix[border - 1][border - 1] += weight;
            }
            for (int i = 0; i < border; i++) {
                double[] solved = ArrowheadMatrix.inner(group, mixed[0][i], mixed[1][i]);
                slope[i] -= mixed[0][i] * rest[0] + mixed[1][i] * rest[1];
                for (int j = 0; j <= i; j++) {
                    double less = solved[0] * mixed[0][j] + solved[1] * mixed[1][j];
                    matrix[i][j] -= less;
                    if (i != j) {
                        matrix[j][i] -= less;
                    }
                }
            }
            certificate = Math.max(certificate, Math.abs(group.byBeta));
            certificate = Math.max(certificate, group.spreadFree ? Math.abs(group.byAlpha) : 0);
        }
        for (double one : slope) {
            certificate = Math.max(certificate, Math.abs(one));
        }
        regular = leading.stream().allMatch(ArrowheadMatrix::isRegular)
                && ArrowheadMatrix.factor(matrix, 0).length == border;
        factor = ArrowheadMatrix.factor(matrix);
        return slope;
    }

    /** Moves the border and settles the groups; returns the new value, or the old one if no length of step gains. */
    private double advance(double value, double[] move) {
        double[] oldCuts = cuts.clone();
        double oldCentre = centre;
        double[][] old = leading.stream()
                .map(group -> new double[] {group.alpha, group.beta})
                .toArray(double[][]::new);
        for (double length = 1; length > 1e-6; length /= 2) {
            double next = move(oldCuts, oldCentre, move, length);
            if (next < value) {
                return next;
            }
            for (int i = 0; i < old.length; i++) {
                leading.get(i).alpha = old[i][0];
                leading.get(i).beta = old[i][1];
            }
        }
        System.arraycopy(oldCuts, 0, cuts, 0, cuts.length);
        centre = oldCentre;
        settle(leading);
        return value;
    }

    /** The border that far along a move, and the groups at their best there; returns the value. */
    private double move(double[] oldCuts, double oldCentre, double[] move, double length) {
        boolean rising = true;
        for (int cut = fixedCuts; cut < cuts.length; cut++) {
            cuts[cut] = oldCuts[cut] - length * move[cut - fixedCuts];
            rising &= cuts[cut] > cuts[cut - 1];
        }
        centre = options.spread() == Spread.POOLED ? oldCentre - length * move[border - 1] : oldCentre;
        if (rising && length == 1) { // the derivatives are those of where the groups stand
            leading.forEach(group -> follow(group, move));
        }
        return rising ? settle(leading) : Double.POSITIVE_INFINITY;
    }

    /** Moves a group as its best moves with the border, to first order. */
    private void follow(CoarseGroup group, double[] move) {
        double[][] mixed = mixed(group);
        double byAlpha = 0;
        double byBeta = 0;
        for (int i = 0; i < border; i++) {
            byAlpha += mixed[0][i] * move[i];
            byBeta += mixed[1][i] * move[i];
        }
        double[] shift = ArrowheadMatrix.inner(group, byAlpha, byBeta);
        if (group.alpha + shift[0] > group.alpha / 2) {
            group.alpha += shift[0];
            group.beta += shift[1];
        }
    }

    /** Places the groups that say too little on the scale that the others made. */
    private boolean place() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double logs = 0;
        for (CoarseGroup group : leading) {
            logs += StrictMath.log(group.alpha) / leading.size();
        }
        double usual = StrictMath.exp(logs);
        for (CoarseGroup group : groups) {
            if (!group.atAnEnd()) {
                if (!group.leads) {
                    group.alpha = usual;
                    group.beta = 0;
                    settle(group);
                }
                lowest = Math.min(lowest, group.beta / group.alpha);
                highest = Math.max(highest, group.beta / group.alpha);
            }
        }
        for (CoarseGroup group : groups) {
            if (group.atAnEnd()) {
                group.alpha = usual;
                group.beta = usual * (group.counts[0] == group.n ? lowest : highest);
            }
        }
        return Double.isFinite(lowest)
                && Double.isFinite(highest)
                && groups.stream().allMatch(group -> group.atAnEnd() || ArrowheadMatrix.isRegular(group));
    }

    /** The factor of the border's matrix. */
    double[][] factor() {
        return factor;
    }
}
