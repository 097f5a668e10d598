package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.quantile.SplineDesign;

/**
 * Some rows of a design, or all, in the order of their scores. Near a curve that is known a little already only the
 * rows close to it need a place of their own: those far above and far below enter as a sum, and their signs are looked
 * at again later. Source: Portnoy &amp; Koenker (1997), doi:10.1214/ss/1030037960, section 5.
 */
final class Stage {
    final ScoreTables tables;
    final int size;
    final int[][] codes;
    final double[] outcome;
    /** How uncertain a curve is at each row, as the square root of its leverage. */
    final float[] spread;
    /** The sum of all rows. */
    final double[] total;

    private final double[] gram;

    Stage(ScoreTables tables, int[][] codes, double[] outcome) {
        this.tables = tables;
        this.codes = codes;
        this.outcome = outcome;
        this.size = outcome.length;
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        this.gram = RowGram.of(tables, codes, ones, size);
        this.total = Arrays.copyOf(gram, tables.columns);
        this.spread = spread(tables, codes, gram);
    }

    /** All rows of a design, by the score of the first prior, then of the second and so on. */
    static Stage of(SplineDesign design) {
        ScoreTables tables = ScoreTables.of(design);
        int size = design.rows();
        int[] order = IntStream.range(0, size).toArray();
        for (int l = design.priors() - 1; l >= 0; l--) {
            order = sorted(order, design.codes(l), tables.levels(l));
        }
        int[][] codes = new int[design.priors()][];
        for (int l = 0; l < codes.length; l++) {
            codes[l] = pick(design.codes(l), order, size);
        }
        return new Stage(tables, codes, pick(design.outcome(), order));
    }

    private static int[] sorted(int[] order, int[] code, int levels) {
        int[] from = new int[levels + 1];
        for (int score : code) {
            from[score + 1]++;
        }
        for (int s = 0; s < levels; s++) {
            from[s + 1] += from[s];
        }
        int[] next = new int[order.length];
        for (int row : order) {
            next[from[code[row]]++] = row;
        }
        return next;
    }

    /** The first column that the earlier ones explain, or −1. */
    int deficient() {
        return SmallSquare.deficient(gram, tables.columns);
    }

    /** The coefficients of least squares. */
    double[] leastSquares() {
        double[][] sums = tables.sums();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += outcome[i];
            for (int l = 0; l < sums.length; l++) {
                sums[l][codes[l][i]] += outcome[i];
            }
        }
        double[] right = tables.deal(sums, sum);
        SmallSquare.solve(SmallSquare.factor(gram, tables.columns), tables.columns, right);
        return right;
    }

    private static float[] spread(ScoreTables tables, int[][] codes, double[] gram) {
        int columns = tables.columns;
        double[] inverse = SmallSquare.inverse(gram, columns);
        double[] row = new double[1 + tables.priors * ScoreTables.WIDTH];
        int[] at = new int[row.length];
        row[0] = 1;
        float[] spread = new float[codes[0].length];
        for (int i = 0; i < spread.length; i++) {
            for (int l = 0; l < codes.length; l++) {
                for (int k = 0; k < ScoreTables.WIDTH; k++) {
                    int place = 1 + l * ScoreTables.WIDTH + k;
                    row[place] = tables.values[l][codes[l][i] * ScoreTables.WIDTH + k];
                    at[place] = Math.min(columns - 1, tables.starts[l][codes[l][i]] + k);
                }
            }
            double sum = 0;
            for (int r = 0; r < row.length; r++) {
                double part = 0;
                for (int c = 0; c < r; c++) {
                    part += inverse[at[r] * columns + at[c]] * row[c];
                }
                sum += row[r] * (2 * part + inverse[at[r] * columns + at[r]] * row[r]);
            }
            spread[i] = (float) Math.sqrt(Math.max(sum, 1e-12));
        }
        return spread;
    }

    /** Every so many rows, from all scores. */
    Stage thinned(int rows) {
        int[] chosen = new int[rows];
        for (int i = 0; i < rows; i++) {
            chosen[i] = (int) ((2L * i + 1) * size / (2L * rows));
        }
        int[][] some = new int[codes.length][];
        for (int l = 0; l < some.length; l++) {
            some[l] = pick(codes[l], chosen, rows);
        }
        return new Stage(tables, some, pick(outcome, chosen));
    }

    private static double[] pick(double[] from, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> from[i]).toArray();
    }

    private static int[] pick(int[] from, int[] chosen, int count) {
        int[] some = new int[count];
        for (int i = 0; i < count; i++) {
            some[i] = from[chosen[i]];
        }
        return some;
    }

    double fit(int row, double intercept, double[][] parts) {
        double sum = intercept;
        for (int l = 0; l < parts.length; l++) {
            sum += parts[l][codes[l][row]];
        }
        return sum;
    }

    /** How wide a band of that share of the rows is, as a multiple of {@link #spread}. */
    double width(double[] coefficients, double share) {
        if (share >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] parts = tables.parts(coefficients);
        int every = Math.max(1, size / 5000);
        double[] distances = new double[(size - 1) / every + 1];
        for (int i = 0; i < distances.length; i++) {
            int row = i * every;
            distances[i] = Math.abs(outcome[row] - fit(row, coefficients[0], parts)) / spread[row];
        }
        Arrays.sort(distances);
        return distances[Math.min(distances.length - 1, (int) Math.ceil(share * distances.length))];
    }

    /** The rows close to a curve, on the central path. */
    TauBlock open(double tau, double[] coefficients, double width, double[] from, double mu) {
        double[][] parts = tables.parts(coefficients);
        int[] rows = new int[size];
        int count = 0;
        BitSet above = new BitSet(size);
        for (int i = 0; i < size; i++) {
            double residual = outcome[i] - fit(i, coefficients[0], parts);
            if (Math.abs(residual) <= width * spread[i]) {
                rows[count++] = i;
            } else if (residual > 0) {
                above.set(i);
            }
        }
        TauBlock block = block(tau, Arrays.copyOf(rows, count), above);
        parts = tables.parts(from);
        for (int i = 0; i < count; i++) {
            block.centre(i, outcome[rows[i]] - fit(rows[i], from[0], parts), mu);
        }
        return block;
    }

    private TauBlock block(double tau, int[] rows, BitSet above) {
        int[][] some = new int[codes.length][];
        for (int l = 0; l < some.length; l++) {
            some[l] = pick(codes[l], rows, rows.length);
        }
        double[][] sums = tables.sums();
        for (int i = above.nextSetBit(0); i >= 0; i = above.nextSetBit(i + 1)) {
            for (int l = 0; l < some.length; l++) {
                sums[l][codes[l][i]]++;
            }
        }
        double[] base = tables.deal(sums, above.cardinality());
        for (int c = 0; c < base.length; c++) {
            base[c] = (1 - tau) * total[c] - base[c];
        }
        return new TauBlock(tau, tables, rows, some, above, base);
    }

    /** The same with those rows beside whose sign is not sure now, or the same. */
    TauBlock widened(TauBlock block, double[] coefficients, double width, double mu) {
        double[][] parts = tables.parts(coefficients);
        int[] rows = new int[size];
        int[] old = new int[size];
        int count = 0;
        BitSet above = (BitSet) block.above.clone();
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (next < block.size && block.rows[next] == i) {
                old[count] = next++;
                rows[count++] = i;
            } else {
                double residual = outcome[i] - fit(i, coefficients[0], parts);
                double margin = width * spread[i];
                if (above.get(i) ? residual < margin : residual > -margin) {
                    above.clear(i);
                    old[count] = -1;
                    rows[count++] = i;
                }
            }
        }
        if (count == block.size) {
            return block;
        }
        TauBlock wider = block(block.tau, Arrays.copyOf(rows, count), above);
        for (int i = 0; i < count; i++) {
            if (old[i] >= 0) {
                wider.take(i, block, old[i]);
            } else {
                wider.centre(i, outcome[rows[i]] - fit(rows[i], coefficients[0], parts), mu);
            }
        }
        return wider;
    }
}
