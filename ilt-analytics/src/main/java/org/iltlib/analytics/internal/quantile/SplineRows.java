package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import org.iltlib.analytics.internal.CubicSpline;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a {@link SplineDesign}: a pass over them looks up one number a prior, whatever the number of columns, because
 * what coefficients say is first tabled by level; and sums over rows are first collected by level.
 */
final class SplineRows extends Rows {
    private static final int WIDTH = CubicSpline.WIDTH;
    private static final int BLOCK = 2048;

    private final SplineDesign tables;
    private final int[][] codes;

    private SplineRows(SplineDesign tables, int[][] codes, double[] outcome, double @Nullable [] weights) {
        super(tables.columns(), outcome, weights);
        this.tables = tables;
        this.codes = codes;
    }

    /** All rows of the design. */
    static SplineRows of(SplineDesign design) {
        int[][] codes = new int[design.priors()][];
        for (int prior = 0; prior < codes.length; prior++) {
            codes[prior] = design.codes(prior);
        }
        return new SplineRows(design, codes, design.outcome(), null);
    }

    @Override
    void predict(double[] coefficients, double[] into) {
        int n = count();
        double[][] parts = new double[codes.length][];
        for (int prior = 0; prior < codes.length; prior++) {
            parts[prior] = tabled(prior, coefficients);
        }
        for (int from = 0; from < n; from += BLOCK) {
            int end = Math.min(n, from + BLOCK);
            Arrays.fill(into, from, end, coefficients[0]);
            for (int prior = 0; prior < codes.length; prior++) {
                lookUp(codes[prior], parts[prior], into, from, end);
            }
        }
    }

    private double[] tabled(int prior, double[] coefficients) {
        double[] values = tables.values(prior);
        int[] starts = tables.starts(prior);
        double[] part = new double[starts.length];
        for (int level = 0; level < part.length; level++) {
            int at = level * WIDTH;
            int start = starts[level];
            part[level] = (values[at] * coefficients[start] + values[at + 1] * coefficients[start + 1])
                    + (values[at + 2] * coefficients[start + 2] + values[at + 3] * coefficients[start + 3]);
        }
        return part;
    }

    private static void lookUp(int[] codes, double[] part, double[] into, int from, int end) {
        for (int i = from; i < end; i++) {
            into[i] += part[codes[i]];
        }
    }

    @Override
    void add(int row, double factor, double[] sum) {
        sum[0] += factor;
        for (int prior = 0; prior < codes.length; prior++) {
            int level = codes[prior][row];
            double[] values = tables.values(prior);
            int start = tables.starts(prior)[level];
            int at = level * WIDTH;
            for (int k = 0; k < WIDTH; k++) {
                sum[start + k] += factor * values[at + k];
            }
        }
    }

    @Override
    void addAll(double[] factors, double[] sum) {
        int n = count();
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += factors[i];
        }
        sum[0] += total;
        for (int prior = 0; prior < codes.length; prior++) {
            int[] starts = tables.starts(prior);
            double[] values = tables.values(prior);
            double[] byLevel = byLevel(prior, factors);
            for (int level = 0; level < byLevel.length; level++) {
                int at = level * WIDTH;
                for (int k = 0; k < WIDTH; k++) {
                    sum[starts[level] + k] += byLevel[level] * values[at + k];
                }
            }
        }
    }

    private double[] byLevel(int prior, double[] factors) {
        int[] code = codes[prior];
        double[] byLevel = new double[tables.starts(prior).length];
        for (int i = 0; i < code.length; i++) {
            byLevel[code[i]] += factors[i];
        }
        return byLevel;
    }

    @Override
    double[] gram(double[] factors) {
        int p = columns();
        int wide = p + PAD;
        double[] gram = new double[wide * wide];
        double[] total = coefficients();
        addAll(factors, total);
        for (int j = 0; j < p; j++) {
            gram[j * wide] = total[j];
        }
        for (int prior = 0; prior < codes.length; prior++) {
            diagonal(prior, byLevel(prior, factors), gram, wide);
            for (int other = prior + 1; other < codes.length; other++) {
                cross(prior, other, factors, gram, wide);
            }
        }
        double[] square = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                square[i * p + j] = gram[i * wide + j];
                square[j * p + i] = gram[i * wide + j];
            }
        }
        return square;
    }

    private void diagonal(int prior, double[] byLevel, double[] gram, int wide) {
        int[] starts = tables.starts(prior);
        double[] values = tables.values(prior);
        for (int level = 0; level < byLevel.length; level++) {
            int at = level * WIDTH;
            for (int k = 0; k < WIDTH; k++) {
                double value = byLevel[level] * values[at + k];
                for (int l = 0; l <= k; l++) {
                    gram[(starts[level] + k) * wide + starts[level] + l] += value * values[at + l];
                }
            }
        }
    }

    private void cross(int prior, int other, double[] factors, double[] gram, int wide) {
        int some = 0;
        for (double factor : factors) {
            some += factor != 0 ? 1 : 0;
        }
        if (some < 2 * tables.starts(prior).length) {
            rowByRow(prior, other, factors, gram, wide);
        } else {
            levelByLevel(prior, other, factors, gram, wide);
        }
    }

    private void rowByRow(int prior, int other, double[] factors, double[] gram, int wide) {
        int[] starts = tables.starts(prior);
        double[] values = tables.values(prior);
        int[] otherStarts = tables.starts(other);
        double[] otherValues = tables.values(other);
        for (int i = 0; i < factors.length; i++) {
            double factor = factors[i];
            if (factor != 0) {
                int level = codes[prior][i];
                int otherLevel = codes[other][i];
                int at = level * WIDTH;
                int otherAt = otherLevel * WIDTH;
                int corner = otherStarts[otherLevel] * wide + starts[level];
                double v0 = factor * values[at];
                double v1 = factor * values[at + 1];
                double v2 = factor * values[at + 2];
                double v3 = factor * values[at + 3];
                for (int k = 0; k < WIDTH; k++) {
                    double value = otherValues[otherAt + k];
                    int line = corner + k * wide;
                    gram[line] += value * v0;
                    gram[line + 1] += value * v1;
                    gram[line + 2] += value * v2;
                    gram[line + 3] += value * v3;
                }
            }
        }
    }

    /** First the sums of the later prior's functions by level of the earlier, then those by function of the earlier. */
    private void levelByLevel(int prior, int other, double[] factors, double[] gram, int wide) {
        int[] code = codes[prior];
        int[] otherCode = codes[other];
        int[] otherStarts = tables.starts(other);
        double[] otherValues = tables.values(other);
        int levels = tables.starts(prior).length;
        double[] sums = new double[levels * wide];
        for (int i = 0; i < code.length; i++) {
            double factor = factors[i];
            if (factor != 0) {
                int level = otherCode[i];
                int at = level * WIDTH;
                int into = code[i] * wide + otherStarts[level];
                sums[into] += factor * otherValues[at];
                sums[into + 1] += factor * otherValues[at + 1];
                sums[into + 2] += factor * otherValues[at + 2];
                sums[into + 3] += factor * otherValues[at + 3];
            }
        }
        int[] starts = tables.starts(prior);
        double[] values = tables.values(prior);
        int first = otherStarts[0];
        int end = Math.min(columns(), otherStarts[otherStarts.length - 1] + WIDTH);
        for (int level = 0; level < levels; level++) {
            for (int j = first; j < end; j++) {
                double sum = sums[level * wide + j];
                for (int k = 0; k < WIDTH; k++) {
                    gram[j * wide + starts[level] + k] += sum * values[level * WIDTH + k];
                }
            }
        }
    }

    @Override
    double[] squares(double[] factors) {
        double[] squares = new double[count()];
        Arrays.fill(squares, factors[0]);
        for (int prior = 0; prior < codes.length; prior++) {
            double[] values = tables.values(prior);
            int[] starts = tables.starts(prior);
            double[] part = new double[starts.length];
            for (int level = 0; level < part.length; level++) {
                for (int k = 0; k < WIDTH && starts[level] + k < columns(); k++) {
                    double value = values[level * WIDTH + k];
                    part[level] += factors[starts[level] + k] * value * value;
                }
            }
            lookUp(codes[prior], part, squares, 0, squares.length);
        }
        return squares;
    }

    @Override
    Rows select(int[] rows, int count) {
        int[][] some = new int[codes.length][count];
        for (int prior = 0; prior < codes.length; prior++) {
            for (int i = 0; i < count; i++) {
                some[prior][i] = codes[prior][rows[i]];
            }
        }
        double[] weights = weights();
        return new SplineRows(
                tables, some, select(outcome(), rows, count), weights == null ? null : select(weights, rows, count));
    }

    @Override
    Rows withOutcome(double[] other) {
        return new SplineRows(tables, codes, other, weights());
    }
}
