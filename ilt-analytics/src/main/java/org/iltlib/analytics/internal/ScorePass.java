package org.iltlib.analytics.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The same sums as {@link PatternPass} for items of equal, fixed slope one (Rasch and partial credit), from how many
 * students reached each score and how often each item gave each number of points. A pass costs scores × nodes,
 * whatever the number of students.
 *
 * <p>The expected counts it gives are not those of each node, which the score does not tell, but have the same sums over
 * categories at each node and the same sums over nodes in each category; the gradient of such items needs no more.
 */
public final class ScorePass implements HiddenAbility {
    private final List<Booklet> booklets;
    private final double[][] totals;
    private final double[] nodes;
    private final int stride;

    /**
     * The students who were given the same items.
     *
     * @param items the places of the items, in order
     * @param scores how many students have 0, 1, … points on them
     */
    @SuppressWarnings("ArrayRecordComponent") // stays within the rooms that compute
    public record Booklet(int[] items, long[] scores) {}

    /**
     * From counts.
     *
     * @param booklets the groups of students by the items given
     * @param totals for each item how often it gave 0, 1, … points
     * @param nodes the abilities
     * @param stride the length of a row, at least the number of nodes
     */
    public ScorePass(List<Booklet> booklets, double[][] totals, double[] nodes, int stride) {
        this.booklets = List.copyOf(booklets);
        this.totals = totals;
        this.nodes = nodes;
        this.stride = stride;
    }

    @Override
    public double run(double[][] chances, double[] weights, double[][] expected, double[] nodeMass, Executor executor) {
        double[][] masses = new double[totals.length][stride];
        double log = 0;
        double[] base = new double[nodes.length];
        double[] line = new double[nodes.length];
        double[] mass = new double[stride];
        int middle = nodes.length / 2;
        for (Booklet booklet : booklets) {
            Arrays.fill(mass, 0);
            for (int q = 0; q < base.length; q++) {
                base[q] = weights[q] > 0 ? StrictMath.log(weights[q]) : Double.NEGATIVE_INFINITY;
                for (int item : booklet.items) {
                    base[q] += StrictMath.log(chances[item][q]);
                }
            }
            for (int score = 0; score < booklet.scores.length; score++) {
                long count = booklet.scores[score];
                if (count > 0) {
                    log += count * (spread(score, base, line) - score * nodes[middle]);
                    for (int q = 0; q < line.length; q++) {
                        mass[q] += count * line[q];
                    }
                }
            }
            add(nodeMass, mass);
            for (int item : booklet.items) {
                add(masses[item], mass);
            }
        }
        for (int item = 0; item < totals.length; item++) {
            log += deal(totals[item], chances[item], masses[item], expected[item], middle);
        }
        return log;
    }

    private double spread(int score, double[] base, double[] line) {
        double top = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < line.length; q++) {
            line[q] = base[q] + score * nodes[q];
            top = Math.max(top, line[q]);
        }
        double sum = 0;
        for (int q = 0; q < line.length; q++) {
            line[q] = StrictMath.exp(line[q] - top);
            sum += line[q];
        }
        for (int q = 0; q < line.length; q++) {
            line[q] /= sum;
        }
        return top + StrictMath.log(sum);
    }

    private double deal(double[] total, double[] chance, double[] mass, double[] expected, int middle) {
        double students = 0;
        for (double part : mass) {
            students += part;
        }
        double log = 0;
        for (int k = 0; k < total.length && students > 0; k++) {
            double modelled = 0;
            for (int q = 0; q < stride; q++) {
                modelled += mass[q] * chance[k * stride + q];
            }
            double more = (total[k] - modelled) / students;
            for (int q = 0; q < stride; q++) {
                expected[k * stride + q] += mass[q] * (chance[k * stride + q] + more);
            }
            log += total[k] * (StrictMath.log(chance[k * stride + middle]) - StrictMath.log(chance[middle]));
        }
        return log;
    }

    private static void add(double[] to, double[] what) {
        for (int q = 0; q < what.length; q++) {
            to[q] += what[q];
        }
    }
}
