package org.iltlib.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * How many prefer each alternative to each other. n(x, y) is the weight of ballots with x above y; the margin of x
 * over y is n(x, y) − n(y, x). Immutable.
 */
public final class Margins {
    private final List<String> alternatives;
    private final long[][] above;
    private final long scale;

    private Margins(List<String> alternatives, long[][] above, long scale) {
        this.alternatives = alternatives;
        this.above = above;
        this.scale = scale;
    }

    /**
     * The margins of a profile, under its convention for alternatives that are not listed. Time: the sum over distinct
     * rankings of alternatives × entries.
     */
    public static Margins of(Profile profile) {
        return new Margins(profile.alternatives(), PairwiseCount.of(profile), profile.scale());
    }

    /**
     * Margins from a matrix: row x, column y is the number of ballots with x above y. The diagonal is not read.
     *
     * @throws IllegalArgumentException if it is not square over the alternatives, or has a negative number
     */
    public static Margins ofMatrix(List<String> alternatives, long[][] matrix) {
        Checks.notEmpty(alternatives, "alternatives");
        int n = alternatives.size();
        Checks.require(matrix.length == n, "The matrix has %s rows. Expected %s.", matrix.length, n);
        long[][] copy = new long[n][];
        for (int x = 0; x < n; x++) {
            Checks.require(matrix[x].length == n, "Row %s has %s columns. Expected %s.", x, matrix[x].length, n);
            copy[x] = matrix[x].clone();
            copy[x][x] = 0;
            for (long number : copy[x]) {
                Checks.notNegative(number, "number of ballots");
            }
        }
        return new Margins(List.copyOf(alternatives), copy, 1);
    }

    /** The names of the alternatives, by index. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** The number of alternatives. */
    public int size() {
        return above.length;
    }

    /** The weight of ballots with x above y, in 1/{@link #scale()} ballots; 0 for x = y. */
    public long above(int x, int y) {
        return above[x][y];
    }

    /** The weight with x above y minus that with y above x, in 1/{@link #scale()} ballots. */
    public long margin(int x, int y) {
        return above[x][y] - above[y][x];
    }

    /** Whether more prefer x to y than y to x. */
    public boolean beats(int x, int y) {
        return above[x][y] > above[y][x];
    }

    /** The common denominator of weights. */
    public long scale() {
        return scale;
    }

    /** The alternative that beats every other, if there is one. */
    public Optional<Integer> findCondorcetWinner() {
        for (int x = 0; x < size(); x++) {
            boolean all = true;
            for (int y = 0; y < size() && all; y++) {
                all = x == y || beats(x, y);
            }
            if (all) {
                return Optional.of(x);
            }
        }
        return Optional.empty();
    }

    /** The margins among some of the alternatives, in the order given. */
    public Margins retaining(List<Integer> kept) {
        long[][] fewer = new long[kept.size()][kept.size()];
        List<String> names = new ArrayList<>();
        for (int x = 0; x < kept.size(); x++) {
            names.add(alternatives.get(kept.get(x)));
            for (int y = 0; y < kept.size(); y++) {
                fewer[x][y] = above[kept.get(x)][kept.get(y)];
            }
        }
        return new Margins(List.copyOf(names), fewer, scale);
    }

    /** One line for each alternative, its weights over the others in order. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < size(); x++) {
            text.append(alternatives.get(x))
                    .append(' ')
                    .append(Arrays.toString(above[x]))
                    .append('\n');
        }
        return text.toString();
    }
}
