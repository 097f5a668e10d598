package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.quantile.SplineDesign;

/**
 * The splines of a design as tables by distinct score, and sums of rows by means of them: a number added to a score's
 * place once a row, and dealt out to the columns once a score.
 */
final class ScoreTables {
    static final int WIDTH = CubicSpline.WIDTH;

    final int priors;
    final int columns;
    /** Columns and a few beyond, into which only zeros are written. */
    final int stride;

    final double[][] values;
    final int[][] starts;
    final int[] first;
    final int[] width;

    private ScoreTables(int columns, double[][] values, int[][] starts, int[] first, int[] width) {
        this.priors = values.length;
        this.columns = columns;
        this.stride = columns + WIDTH;
        this.values = values;
        this.starts = starts;
        this.first = first;
        this.width = width;
    }

    static ScoreTables of(SplineDesign design) {
        int priors = design.priors();
        double[][] values = new double[priors][];
        int[][] starts = new int[priors][];
        int[] first = new int[priors];
        int[] width = new int[priors];
        for (int l = 0; l < priors; l++) {
            values[l] = design.values(l);
            starts[l] = design.starts(l);
            first[l] = Arrays.stream(starts[l]).min().orElse(1);
            int end = first[l];
            for (int s = 0; s < starts[l].length; s++) {
                for (int k = 0; k < WIDTH; k++) {
                    if (values[l][s * WIDTH + k] != 0) {
                        end = Math.max(end, starts[l][s] + k + 1);
                    }
                }
            }
            width[l] = end - first[l];
        }
        return new ScoreTables(design.columns(), values, starts, first, width);
    }

    /** The same splines at some of the scores. */
    ScoreTables at(int[][] scores) {
        double[][] some = new double[priors][];
        int[][] begin = new int[priors][];
        for (int l = 0; l < priors; l++) {
            some[l] = new double[scores[l].length * WIDTH];
            begin[l] = new int[scores[l].length];
            for (int s = 0; s < scores[l].length; s++) {
                System.arraycopy(values[l], scores[l][s] * WIDTH, some[l], s * WIDTH, WIDTH);
                begin[l][s] = starts[l][scores[l][s]];
            }
        }
        return new ScoreTables(columns, some, begin, first, width);
    }

    static double[][] copy(double[][] lines) {
        double[][] copy = new double[lines.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = lines[i].clone();
        }
        return copy;
    }

    int levels(int prior) {
        return starts[prior].length;
    }

    /** One place a score of each prior. */
    double[][] sums() {
        double[][] sums = new double[priors][];
        for (int l = 0; l < priors; l++) {
            sums[l] = new double[levels(l)];
        }
        return sums;
    }

    /** What a vector says of each score of each prior. */
    double[][] parts(double[] vector) {
        double[][] parts = sums();
        for (int l = 0; l < priors; l++) {
            for (int s = 0; s < parts[l].length; s++) {
                parts[l][s] = part(l, s, vector);
            }
        }
        return parts;
    }

    double part(int prior, int level, double[] vector) {
        double[] b = values[prior];
        int at = level * WIDTH;
        int start = starts[prior][level];
        double sum = b[at] * vector[start] + b[at + 1] * vector[start + 1] + b[at + 2] * vector[start + 2];
        return start + 3 < vector.length ? sum + b[at + 3] * vector[start + 3] : sum;
    }

    /** Deals sums by score out to the columns of one prior. */
    void deal(int prior, double[] sums, double[] into) {
        double[] b = values[prior];
        for (int s = 0; s < sums.length; s++) {
            int start = starts[prior][s];
            for (int k = 0; k < WIDTH && start + k < into.length; k++) {
                into[start + k] += sums[s] * b[s * WIDTH + k];
            }
        }
    }

    /** Deals sums by score out to all columns; the total to the intercept. */
    double[] deal(double[][] sums, double total) {
        double[] into = new double[columns];
        into[0] = total;
        for (int l = 0; l < priors; l++) {
            deal(l, sums[l], into);
        }
        return into;
    }
}
