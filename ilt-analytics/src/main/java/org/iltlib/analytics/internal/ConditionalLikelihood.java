package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The logarithm of the likelihood of responses given the sum scores, for items of slope one, as a function of all
 * intercepts but the last of the first item, which is zero. The elementary symmetric functions appear as the
 * distribution of the sum score of students of ability zero; those without one item come from products of the items
 * before and after it, so that nothing is subtracted.
 */
public final class ConditionalLikelihood implements Ascent.Hill {
    private final List<ScorePass.Booklet> booklets;
    private final double[][] totals;
    private final int size;
    private final int fixed;
    private final double[][] chances;
    private final double[][] modelled;
    private GramFactor[] metric = {};

    /**
     * From counts.
     *
     * @param booklets the groups of students by the items given
     * @param totals for each item how often it gave 0, 1, … points
     */
    public ConditionalLikelihood(List<ScorePass.Booklet> booklets, double[][] totals) {
        this.booklets = List.copyOf(booklets);
        this.totals = totals;
        this.size = Arrays.stream(totals).mapToInt(total -> total.length - 1).sum() - 1;
        this.fixed = totals[0].length - 2;
        this.chances = new double[totals.length][];
        this.modelled = new double[totals.length][];
    }

    /** Where to begin. */
    public double[] start() {
        double[] start = new double[size];
        double first = StrictMath.log(totals[0][fixed + 1] / totals[0][0]) / (fixed + 1);
        int place = 0;
        for (double[] total : totals) {
            for (int k = 1; k < total.length; k++, place++) {
                if (place != fixed) {
                    start[place < fixed ? place : place - 1] = StrictMath.log(total[k] / total[0]) - k * first;
                }
            }
        }
        return start;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        double value = fill(point);
        double[][][] information = new double[totals.length][][];
        for (int item = 0; item < totals.length; item++) {
            modelled[item] = new double[totals[item].length];
            information[item] = new double[totals[item].length][totals[item].length];
        }
        for (ScorePass.Booklet booklet : booklets) {
            value -= subtract(booklet, information);
        }
        int place = 0;
        metric = new GramFactor[totals.length];
        for (int item = 0; item < totals.length; item++) {
            List<Integer> free = new ArrayList<>();
            for (int k = 1; k < totals[item].length; k++, place++) {
                if (place != fixed) {
                    gradient[place < fixed ? place : place - 1] = totals[item][k] - modelled[item][k];
                    free.add(k);
                }
            }
            double[][] block = new double[free.size()][free.size()];
            for (int v = 0; v < block.length; v++) {
                for (int u = 0; u < block.length; u++) {
                    block[v][u] = information[item][free.get(v)][free.get(u)];
                }
                block[v][v] = block[v][v] * (1 + 1e-6) + 1e-9;
            }
            metric[item] = GramFactor.of(block);
        }
        return Double.isFinite(value) ? value : Double.NEGATIVE_INFINITY;
    }

    private double fill(double[] point) {
        double value = 0;
        int place = 0;
        for (int item = 0; item < totals.length; item++) {
            int categories = totals[item].length;
            double[] p = new double[categories];
            p[0] = 1;
            for (int k = 1; k < categories; k++, place++) {
                p[k] = place == fixed ? 0 : point[place < fixed ? place : place - 1];
            }
            double[] log = new double[categories];
            ItemFunction.PARTIAL_CREDIT.logProbabilities(p, categories, 0, log);
            chances[item] = new double[categories];
            for (int k = 0; k < categories; k++) {
                chances[item][k] = StrictMath.exp(log[k]);
                value += totals[item][k] * log[k];
            }
        }
        return value;
    }

    private double subtract(ScorePass.Booklet booklet, double[][][] information) {
        int[] items = booklet.items();
        double[][] before = new double[items.length + 1][];
        double[][] after = new double[items.length + 1][];
        before[0] = new double[] {1};
        after[items.length] = new double[] {1};
        for (int j = 0; j < items.length; j++) {
            before[j + 1] = product(before[j], chances[items[j]]);
            int back = items.length - 1 - j;
            after[back] = product(chances[items[back]], after[back + 1]);
        }
        double[] whole = after[0];
        double value = 0;
        for (int s = 0; s < whole.length; s++) {
            if (booklet.scores()[s] > 0) {
                value += booklet.scores()[s] * StrictMath.log(whole[s]);
            }
        }
        for (int j = 0; j < items.length; j++) {
            double[] rest = product(before[j], after[j + 1]);
            double[] chance = chances[items[j]];
            double[] share = new double[chance.length];
            for (int s = 0; s < whole.length; s++) {
                long count = booklet.scores()[s];
                for (int k = 0; k < chance.length && count > 0; k++) {
                    share[k] = s >= k && s - k < rest.length ? chance[k] * rest[s - k] / whole[s] : 0;
                    modelled[items[j]][k] += count * share[k];
                }
                for (int k = 0; k < chance.length && count > 0; k++) {
                    for (int m = 0; m < chance.length; m++) {
                        information[items[j]][k][m] += count * share[k] * ((k == m ? 1 : 0) - share[m]);
                    }
                }
            }
        }
        return value;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                product[i + k] += a[i] * b[k];
            }
        }
        return product;
    }

    @Override
    public double[] solve(double[] gradient) {
        double[] step = new double[size];
        int at = 0;
        for (GramFactor block : metric) {
            int length = block.inverseRoot().length;
            System.arraycopy(block.solve(Arrays.copyOfRange(gradient, at, at + length)), 0, step, at, length);
            at += length;
        }
        return step;
    }
}
