package org.iltlib.analytics.multilevel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iltlib.base.Checks;

/**
 * To which groups each row belongs, and with which shares, where one group is not enough: two teachers of one class, a
 * student who moved in March. Immutable. The shares of a row add up to 1.
 */
public final class Memberships {
    private static final double SLACK = 1e-9;

    private final int[] start;
    private final int[] groups;
    private final double[] shares;

    private Memberships(int[] start, int[] groups, double[] shares) {
        this.start = start;
        this.groups = groups;
        this.shares = shares;
    }

    /**
     * Memberships with shares.
     *
     * @param groups the codes of each row's groups, at least one and all different
     * @param shares of the same shape, each above 0, adding up to 1 in each row
     * @throws IllegalArgumentException if the shapes differ or the shares do not add up
     */
    public static Memberships of(int[][] groups, double[][] shares) {
        Checks.require(
                groups.length == shares.length,
                "There are %s rows of groups for %s of shares.",
                groups.length,
                shares.length);
        int[] start = new int[groups.length + 1];
        for (int i = 0; i < groups.length; i++) {
            Checks.require(
                    groups[i].length == shares[i].length && groups[i].length > 0,
                    "Row %s has %s groups and %s shares. Expected as many of one as of the other, one at least.",
                    i,
                    groups[i].length,
                    shares[i].length);
            start[i + 1] = start[i] + groups[i].length;
        }
        int[] flat = new int[start[groups.length]];
        double[] parts = new double[flat.length];
        for (int i = 0; i < groups.length; i++) {
            double sum = 0;
            for (int e = 0; e < groups[i].length; e++) {
                double share = shares[i][e];
                Checks.require(
                        share > 0 && share <= 1, "A share of row %s is %s. Expected above 0, up to 1.", i, share);
                for (int f = 0; f < e; f++) {
                    Checks.require(groups[i][f] != groups[i][e], "Row %s names the group %s twice.", i, groups[i][e]);
                }
                flat[start[i] + e] = groups[i][e];
                parts[start[i] + e] = share;
                sum += share;
            }
            Checks.require(
                    Math.abs(sum - 1) <= SLACK,
                    "The shares of row %s add up to %s. Expected 1. Maybe a part of the year is missing.",
                    i,
                    sum);
        }
        return new Memberships(start, flat, parts);
    }

    /**
     * Memberships in equal shares, as of teachers who share a class.
     *
     * @throws IllegalArgumentException if a row has no group or names one twice
     */
    public static Memberships equalShares(int[][] groups) {
        double[][] shares = new double[groups.length][];
        for (int i = 0; i < groups.length; i++) {
            shares[i] = new double[groups[i].length];
            Arrays.fill(shares[i], 1.0 / groups[i].length);
        }
        return of(groups, shares);
    }

    /** The memberships of some of the rows, in that order. */
    public Memberships at(int[] rows) {
        int[][] some = new int[rows.length][];
        double[][] parts = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            some[i] = Arrays.copyOfRange(groups, start[rows[i]], start[rows[i] + 1]);
            parts[i] = Arrays.copyOfRange(shares, start[rows[i]], start[rows[i] + 1]);
        }
        return of(some, parts);
    }

    /** The shares of each group over all rows, by the group's code, in the order in which the groups appear. */
    public Map<String, Double> totals() {
        Map<String, Double> totals = new LinkedHashMap<>();
        for (int e = 0; e < groups.length; e++) {
            totals.merge(Integer.toString(groups[e]), shares[e], Double::sum);
        }
        return totals;
    }

    /** The number of rows. */
    public int rows() {
        return start.length - 1;
    }

    int[] start() {
        return start;
    }

    int[] groups() {
        return groups;
    }

    double[] shares() {
        return shares;
    }
}
