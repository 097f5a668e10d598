package org.iltlib.analytics.internal.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.SplitMix;

/**
 * Blocks of the inverse by random probes. Places that are strongly coupled, or coupled to the same third, get different
 * colours; a probe has random signs on one colour, so that its noise comes only from places that hardly meet. Several
 * draws tell the noise.
 *
 * <p>Sources: Hutchinson (1990), doi:10.1080/03610919008812866; Tang &amp; Saad (2012), doi:10.1002/nla.779, for the
 * colours.
 */
final class Probes {
    private static final double STRONG = 0.1;
    private static final int LEAST_COLOURS = 16;
    private static final long STRIDE = 4096;

    private final SparseFactor factor;
    private final SparseCore core;
    private final int[] colour;
    private final int colours;
    private final long seed;

    Probes(SparseFactor factor, SparseCore core, long seed) {
        this.factor = factor;
        this.core = core;
        this.seed = seed;
        colour = new int[core.size()];
        colours = paint();
    }

    private int paint() {
        int n = core.size();
        List<List<Integer>> strong = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            strong.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            for (int e = core.start(i) + 1; e < core.start(i + 1); e++) {
                if (core.coupling(i, e) >= STRONG) {
                    strong.get(i).add(core.column(e));
                    strong.get(core.column(e)).add(i);
                }
            }
        }
        Arrays.fill(colour, -1);
        int[] taken = new int[n + LEAST_COLOURS];
        Arrays.fill(taken, -1);
        int most = LEAST_COLOURS;
        for (int i = n - 1; i >= 0; i--) {
            for (int near : strong.get(i)) {
                mark(taken, near, i);
                for (int next : strong.get(near)) {
                    mark(taken, next, i);
                }
            }
            int free = i % LEAST_COLOURS;
            for (int tried = 0; tried < LEAST_COLOURS && taken[free] == i; tried++) {
                free = (free + 1) % LEAST_COLOURS;
            }
            if (taken[free] == i) {
                free = LEAST_COLOURS;
                while (taken[free] == i) {
                    free++;
                }
            }
            colour[i] = free;
            most = Math.max(most, free + 1);
        }
        return most;
    }

    private void mark(int[] taken, int place, int by) {
        if (colour[place] >= 0) {
            taken[colour[place]] = by;
        }
    }

    /**
     * Adds to the blocks the parts that go through the core, by factor, and gives by draw what it alone says of the sums
     * of the blocks over levels.
     */
    double[][][] addTo(double[][] blocks, int draws, Executor executor) {
        double[][][] parts = new double[draws][][];
        Tiles.run(draws, executor, draw -> {
            parts[draw] = factor.emptyBlocks();
            for (int c = 0; c < colours; c++) {
                probe(c, draw, parts[draw]);
            }
        });
        double[][][] sums = new double[draws][blocks.length][];
        for (int d = 0; d < draws; d++) {
            for (int k = 0; k < blocks.length; k++) {
                int size = factor.blockSize(k);
                sums[d][k] = new double[size];
                for (int i = 0; i < blocks[k].length; i++) {
                    blocks[k][i] += parts[d][k][i] / draws;
                    sums[d][k][i % size] += parts[d][k][i];
                }
            }
        }
        return sums;
    }

    private void probe(int c, int draw, double[][] blocks) {
        SplitMix chance = SplitMix.of(seed ^ (0x9E3779B97F4A7C15L * (1 + draw + STRIDE * c)));
        double[] signs = new double[core.size()];
        for (int i = 0; i < signs.length; i++) {
            boolean plus = chance.nextLong() >= 0;
            signs[i] = colour[i] != c ? 0 : plus ? 1 : -1;
        }
        double[] solved = signs.clone();
        core.solve(solved, SparseCore.COARSE);
        factor.addProducts(signs, solved, blocks);
    }
}
