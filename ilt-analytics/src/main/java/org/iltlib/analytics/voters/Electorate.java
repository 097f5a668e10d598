package org.iltlib.analytics.voters;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;

/**
 * Voters with what each would write on a ranked ballot and, where the model has some, how much each alternative is worth
 * to each. A ranking may stop early, and may differ from what the utilities say (see {@link VoterModels#noisy}).
 * Alternatives are indices from 0, named {@code A1}, {@code A2} and so on. Immutable.
 */
public final class Electorate {
    private final int alternatives;
    private final int[][] orders;
    private final double[][] utilities;

    /** Takes the arrays as they are. */
    Electorate(int alternatives, int[][] orders, double[][] utilities) {
        this.alternatives = alternatives;
        this.orders = orders;
        this.utilities = utilities;
    }

    /**
     * Voters of whom only rankings are known.
     *
     * @param alternatives how many there are
     * @param orders for each voter the alternatives listed, best first, each at most once
     * @throws IllegalArgumentException if there are no voters, or an order names an alternative twice or one that is not
     */
    public static Electorate ofOrders(int alternatives, int[][] orders) {
        Checks.positive(alternatives, "alternatives");
        Checks.require(orders.length > 0, "There are no voters. Expected at least one.");
        int[][] copy = new int[orders.length][];
        for (int v = 0; v < orders.length; v++) {
            copy[v] = orders[v].clone();
            boolean[] seen = new boolean[alternatives];
            for (int x : copy[v]) {
                Checks.require(
                        x >= 0 && x < alternatives && !seen[x],
                        "Voter %s lists alternative %s. Expected 0 to %s, each at most once.",
                        v,
                        x,
                        alternatives - 1);
                seen[x] = true;
            }
        }
        return new Electorate(alternatives, copy, new double[0][]);
    }

    /**
     * Voters who rank by utility, the lower index first among equals.
     *
     * @param utilities for each voter a finite number for each alternative
     * @throws IllegalArgumentException if there are no voters, or the rows are not equally long
     */
    public static Electorate ofUtilities(double[][] utilities) {
        Checks.require(utilities.length > 0, "There are no voters. Expected at least one.");
        int alternatives = (int) Checks.positive(utilities[0].length, "alternatives");
        double[][] copy = new double[utilities.length][];
        int[][] orders = new int[utilities.length][];
        for (int v = 0; v < utilities.length; v++) {
            copy[v] = utilities[v].clone();
            Checks.require(
                    copy[v].length == alternatives,
                    "Voter %s has %s utilities. Expected %s.",
                    v,
                    copy[v].length,
                    alternatives);
            for (double utility : copy[v]) {
                Checks.finite(utility, "utility");
            }
            orders[v] = Samplers.byUtility(copy[v]);
        }
        return new Electorate(alternatives, orders, copy);
    }

    /** The number of voters. */
    public int voters() {
        return orders.length;
    }

    /** The number of alternatives. */
    public int alternatives() {
        return alternatives;
    }

    /** What that voter lists, best first; a copy. */
    public int[] order(int voter) {
        return orders[voter].clone();
    }

    /** Whether the model says what alternatives are worth. */
    public boolean hasUtilities() {
        return utilities.length > 0;
    }

    /**
     * What an alternative is worth to a voter, in the model's own unit.
     *
     * @throws IllegalArgumentException if the model has no utilities
     */
    public double utility(int voter, int alternative) {
        return row(voter)[alternative];
    }

    /** The rankings as ballots. */
    public Profile toProfile() {
        Profile.Builder builder = Profile.builder(names());
        for (int[] order : orders) {
            builder.addWhole(order, order.length, 1);
        }
        return builder.build();
    }

    /**
     * Ballots on which each voter gives the best alternative the highest grade, the worst 0, and the others the nearest
     * grade in proportion (halves upwards); all the highest if all are worth the same.
     *
     * @throws IllegalArgumentException if the model has no utilities, or the grade is not positive
     */
    public GradeProfile toGrades(int highest) {
        GradeProfile.Builder builder = GradeProfile.builder(names(), highest);
        for (int v = 0; v < orders.length; v++) {
            int[] grades = new int[alternatives];
            for (int x = 0; x < alternatives; x++) {
                grades[x] = (int) StrictMath.floor(place(v, x) * highest + 0.5);
            }
            builder.add(1, grades);
        }
        return builder.build();
    }

    /**
     * Ballots on which each voter approves what is worth enough.
     *
     * @param enough where on the way from the voter's worst (0) to the best alternative (1) approval begins
     * @throws IllegalArgumentException if the model has no utilities, or {@code enough} is not from 0 to 1
     */
    public ApprovalProfile toApprovals(double enough) {
        Checks.share(enough, "enough");
        ApprovalProfile.Builder builder = ApprovalProfile.builder(names());
        for (int v = 0; v < orders.length; v++) {
            int voter = v;
            builder.add(
                    1,
                    IntStream.range(0, alternatives)
                            .filter(x -> place(voter, x) >= enough)
                            .boxed()
                            .toList());
        }
        return builder.build();
    }

    private double place(int voter, int alternative) {
        double[] row = row(voter);
        double low = row[0];
        double high = row[0];
        for (double utility : row) {
            low = Math.min(low, utility);
            high = Math.max(high, utility);
        }
        return high > low ? (row[alternative] - low) / (high - low) : 1;
    }

    private double[] row(int voter) {
        Checks.require(
                hasUtilities(),
                "These voters have rankings only. Maybe draw from a model with utilities, such as a spatial one.");
        return utilities[voter];
    }

    int[][] orders() {
        return orders;
    }

    double[][] utilities() {
        return utilities;
    }

    private List<String> names() {
        return IntStream.rangeClosed(1, alternatives).mapToObj(i -> "A" + i).toList();
    }
}
