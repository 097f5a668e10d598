package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CompensatedSum;

/**
 * Makes curves that nowhere cross, and a dual solution beside them, out of what a method found, and compares the two.
 *
 * <p>The dual solution: for each quantile one d a row within [tau − 1, tau], for each pair of neighbours a multiplier μ ≥
 * 0 and for each prior multipliers of its scores, ≥ 0, that sum to μ. Let g of a pair be the sum of multipliers times
 * the rows of their conditions. If X'd of each quantile is g of the pair above less g of the pair below, the sum of d·y
 * is at most what any curves that do not cross can reach.
 */
final class Proof {
    private static final double NEARNESS = 20;
    private static final int ROUNDS = 8;
    private static final double BALANCED = 1e-14;

    private final Stage stage;
    private final double[] taus;
    private final double[][] coefficients;
    private final TauBlock[] blocks;
    private final PairBlock[] pairs;
    private final double[] objectives;
    private final double[] duals;
    private final double[] imbalances;
    /** Outcomes and intercepts are counted from here; that changes no residual and no difference of two curves. */
    private double level;
    /** How far from there an intercept is thought to lie. */
    private double reach;

    private Proof(Stage stage, double[] taus, double[][] coefficients, TauBlock[] blocks, PairBlock[] pairs) {
        this.stage = stage;
        this.taus = taus;
        this.coefficients = coefficients;
        this.blocks = blocks;
        this.pairs = pairs;
        this.objectives = new double[taus.length];
        this.duals = new double[taus.length];
        this.imbalances = new double[taus.length];
    }

    /** Judges those curves; writes nothing into what it is given but the multipliers, which it balances. */
    static JointProcess of(
            Stage stage, double[] taus, double[][] found, TauBlock[] blocks, PairBlock[] pairs, Executor executor) {
        double[][] curves = new double[found.length][];
        for (int j = 0; j < curves.length; j++) {
            curves[j] = found[j].clone();
        }
        return new Proof(stage, taus, curves, blocks, pairs).judge(executor);
    }

    private JointProcess judge(Executor executor) {
        double[] differences = apart();
        double low = Arrays.stream(coefficients).mapToDouble(b -> b[0]).min().orElse(0);
        double high = Arrays.stream(coefficients).mapToDouble(b -> b[0]).max().orElse(0);
        level = low / 2 + high / 2;
        reach = Math.max(high - low, spread());
        double[][] forces = new double[pairs.length][];
        Shares.each(pairs.length, executor, j -> forces[j] = balance(pairs[j]));
        Shares.each(taus.length, executor, j -> {
            settle(j, forces);
            measure(j, lack(j, forces));
        });
        CompensatedSum objective = new CompensatedSum();
        CompensatedSum dual = new CompensatedSum();
        double imbalance = 0;
        for (int j = 0; j < taus.length; j++) {
            objective.add(objectives[j]);
            dual.add(duals[j]);
            imbalance += imbalances[j];
        }
        double scale = objective.value() / stage.size / taus.length;
        int binding = 0;
        for (int j = 0; j < pairs.length; j++) {
            if (pairs[j].lambdaAll / stage.size > differences[j] / scale) {
                binding++;
            }
        }
        double worst = Arrays.stream(differences).min().orElse(0);
        return new JointProcess(
                taus, coefficients, objectives, objective.value(), dual.value(), imbalance, worst, binding);
    }

    /** Half the range of the outcomes. */
    private double spread() {
        return Arrays.stream(stage.outcome).max().orElse(0) / 2
                - Arrays.stream(stage.outcome).min().orElse(0) / 2;
    }

    /** Moves curves apart, from the middle outwards, by as little as rounding made them cross. */
    private double[] apart() {
        double[] differences = differences();
        double size = 0;
        for (double[] each : coefficients) {
            for (double value : each) {
                size = Math.max(size, Math.abs(value));
            }
        }
        int middle = taus.length / 2;
        for (int round = 0; round < 3; round++) {
            double up = 0;
            double down = 0;
            for (int j = middle; j < pairs.length; j++) {
                up += want(differences[j], size);
                coefficients[j + 1][0] += up;
            }
            for (int j = middle - 1; j >= 0; j--) {
                down += want(differences[j], size);
                coefficients[j][0] -= down;
            }
            differences = differences();
        }
        return differences;
    }

    private static double want(double difference, double size) {
        double margin = 8 * Math.ulp(size);
        return difference < margin ? margin - difference : 0;
    }

    private double[] differences() {
        double[] differences = new double[pairs.length];
        for (int j = 0; j < differences.length; j++) {
            double[] step = InteriorPath.difference(coefficients, j);
            double smallest = step[0];
            for (double[] parts : stage.tables.parts(step)) {
                smallest += Arrays.stream(parts).min().orElse(0);
            }
            differences[j] = smallest;
        }
        return differences;
    }

    private static double[] balance(PairBlock pair) {
        for (double[] each : pair.lambda) {
            double sum = Arrays.stream(each).sum();
            for (int i = 0; i < each.length; i++) {
                each[i] *= pair.lambdaAll / sum;
            }
        }
        return pair.tables.deal(pair.lambda, pair.lambdaAll);
    }

    private double[] lack(int j, double[][] forces) {
        TauBlock block = blocks[j];
        double[][] sums = stage.tables.sums();
        double total = 0;
        for (int i = 0; i < block.size; i++) {
            total += block.a[i];
            for (int l = 0; l < sums.length; l++) {
                sums[l][block.codes[l][i]] += block.a[i];
            }
        }
        double[] lack = stage.tables.deal(sums, total);
        for (int c = 0; c < lack.length; c++) {
            lack[c] = block.base[c] - lack[c];
            lack[c] += j < forces.length ? forces[j][c] : 0;
            lack[c] -= j > 0 ? forces[j - 1][c] : 0;
        }
        return lack;
    }

    /**
     * Moves the dual values of rows within their bounds until they balance: first of rows that are free to move, as
     * the curve passes through them, then of those beside the curve, where a move costs next to nothing.
     */
    private void settle(int j, double[][] forces) {
        TauBlock block = blocks[j];
        double[] b = coefficients[j];
        double[][] parts = stage.tables.parts(b);
        double[] near = new double[block.size];
        double size = 0;
        for (int i = 0; i < near.length; i++) {
            block.a[i] = Math.max(0, Math.min(1, block.a[i]));
            near[i] = Math.abs(stage.outcome[block.rows[i]] - stage.fit(block.rows[i], b[0], parts));
            size += near[i] / near.length;
        }
        for (int i = 0; i < near.length; i++) {
            double distance = NEARNESS * near[i] / Math.max(size, Double.MIN_NORMAL);
            near[i] = 1 / (1 + distance * distance);
        }
        double[] best = block.a.clone();
        double[] lack = lack(j, forces);
        double least = size(lack);
        for (int round = 0; round < ROUNDS && least > BALANCED * stage.size; round++) {
            project(block, lack, near, round == 0);
            lack = lack(j, forces);
            if (size(lack) < least) {
                least = size(lack);
                System.arraycopy(block.a, 0, best, 0, best.length);
            }
        }
        System.arraycopy(best, 0, block.a, 0, best.length);
    }

    private static double size(double[] lack) {
        return Arrays.stream(lack).map(Math::abs).sum();
    }

    private static void project(TauBlock block, double[] lack, double[] near, boolean free) {
        double[] room = new double[block.size];
        for (int i = 0; i < room.length; i++) {
            double a = block.a[i];
            room[i] = free ? a * (1 - a) : a > 0 && a < 1 ? near[i] : 0;
        }
        double[] gram = RowGram.of(block.tables, block.codes, room, room.length);
        double[] move = lack.clone();
        SmallSquare.solve(SmallSquare.factor(gram, move.length), move.length, move);
        double[][] parts = block.tables.parts(move);
        for (int i = 0; i < room.length; i++) {
            double sum = move[0];
            for (int l = 0; l < parts.length; l++) {
                sum += parts[l][block.codes[l][i]];
            }
            block.a[i] = Math.max(0, Math.min(1, block.a[i] + room[i] * sum));
        }
    }

    private void measure(int j, double[] lack) {
        TauBlock block = blocks[j];
        double tau = taus[j];
        double[] b = coefficients[j];
        double[][] parts = stage.tables.parts(b);
        CompensatedSum objective = new CompensatedSum();
        CompensatedSum dual = new CompensatedSum();
        int next = 0;
        for (int i = 0; i < stage.size; i++) {
            double y = stage.outcome[i];
            double residual = y - stage.fit(i, b[0], parts);
            objective.add(residual > 0 ? tau * residual : (tau - 1) * residual);
            double d = block.above.get(i) ? tau : tau - 1;
            if (next < block.size && block.rows[next] == i) {
                d = block.a[next] - (1 - tau);
                next++;
            }
            dual.add(d * (y - level));
        }
        objectives[j] = objective.value();
        duals[j] = dual.value();
        imbalances[j] = Math.abs(lack[0]) * reach;
        for (int c = 1; c < lack.length; c++) {
            imbalances[j] += Math.abs(lack[c] * b[c]);
        }
    }
}
