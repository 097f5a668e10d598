package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * Makes curves that nowhere cross, and a dual solution beside them, out of what a method found, and compares the two.
 *
 * <p>The dual solution: for each quantile one d a row within [tau − 1, tau], for each pair of neighbours a multiplier μ ≥
 * 0 and for each prior multipliers of its scores, ≥ 0, that sum to μ. Let g of a pair be the sum of multipliers times
 * the rows of their conditions. If X'd of each quantile is g of the pair above less g of the pair below, the sum of d·y
 * is at most what any curves that do not cross can reach.
 */
final class Proof {
    private final Stage stage;
    private final double[] taus;
    private final double[][] coefficients;
    private final TauBlock[] blocks;
    private final PairBlock[] pairs;
    private final double[] objectives;
    private final double[] duals;
    private final double[] imbalances;

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
        double[][] forces = new double[pairs.length][];
        Shares.each(pairs.length, executor, j -> forces[j] = balance(pairs[j]));
        Shares.each(taus.length, executor, j -> {
            double[] lack = lack(j, forces);
            project(blocks[j], lack);
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

    /** Moves the dual values of rows that are free to move so that they balance. */
    private static void project(TauBlock block, double[] lack) {
        double[] room = new double[block.size];
        for (int i = 0; i < room.length; i++) {
            block.a[i] = Math.max(0, Math.min(1, block.a[i]));
            room[i] = block.a[i] * (1 - block.a[i]);
        }
        double[] gram = RowGram.of(block.tables, block.codes, room, room.length);
        double[] move = lack.clone();
        SmallSquare.solve(SmallSquare.factor(gram, move.length), move.length, move);
        double[][] parts = block.tables.parts(move);
        double share = 1;
        double[] change = new double[room.length];
        for (int i = 0; i < room.length; i++) {
            double sum = move[0];
            for (int l = 0; l < parts.length; l++) {
                sum += parts[l][block.codes[l][i]];
            }
            change[i] = room[i] * sum;
            double reach = change[i] > 0 ? 1 - block.a[i] : block.a[i];
            if (Math.abs(change[i]) > reach) {
                share = Math.min(share, reach / Math.abs(change[i]));
            }
        }
        if (share > 0) {
            for (int i = 0; i < room.length; i++) {
                block.a[i] = Math.max(0, Math.min(1, block.a[i] + share * change[i]));
            }
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
            dual.add(d * y);
        }
        objectives[j] = objective.value();
        duals[j] = dual.value();
        for (int c = 0; c < lack.length; c++) {
            imbalances[j] += Math.abs(lack[c] * b[c]);
        }
    }
}
