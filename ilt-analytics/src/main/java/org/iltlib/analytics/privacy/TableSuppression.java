package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;

/**
 * Makes a table of counts safe to publish with its margins. Immutable.
 *
 * <p>A cell or total that is small under the policy is withheld. Then others are withheld until the best attack (see
 * {@link SafeTable#upperBound}) leaves for every small one the possibility that it is not small, and leaves no withheld
 * cell with a single possible count. Among cells inside the table the choice costs the fewest students if at most
 * {@value #EXACT} could be added; beyond that, and where totals must be withheld too, cells are added from the smallest
 * on and then given back where they are not needed. Zeros are withheld only when nothing else helps.
 *
 * @param policy how small a count may be
 */
public record TableSuppression(SuppressionPolicy policy) {
    /** The number of candidate cells up to which the cheapest choice is searched for exactly. */
    public static final int EXACT = 12;

    private record Place(int row, int column, long cost) {}

    /** Under that policy. */
    public static TableSuppression of(SuppressionPolicy policy) {
        return new TableSuppression(policy);
    }

    /**
     * The safe table of these counts, given without totals.
     *
     * @throws IllegalArgumentException if it is empty or ragged, or a count is below zero
     */
    public SafeTable protect(long[][] counts) {
        long[][] cells = withTotals(counts);
        boolean[][] hidden = new boolean[cells.length][cells[0].length];
        List<Place> inside = new ArrayList<>();
        List<Place> all = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[0].length; column++) {
                long count = cells[row][column];
                boolean total = row == cells.length - 1 || column == cells[0].length - 1;
                hidden[row][column] = policy.hides(count);
                if (!hidden[row][column]) {
                    long last = cells[cells.length - 1][cells[0].length - 1] + 1;
                    all.add(new Place(row, column, count + (total ? last : 0) + (count == 0 ? 4 * last : 0)));
                    if (!total && count > 0) {
                        inside.add(new Place(row, column, count));
                    }
                }
            }
        }
        if (!isSafe(cells, hidden) && !(inside.size() <= EXACT && searched(cells, hidden, inside))) {
            grow(cells, hidden, all);
        }
        return new SafeTable(policy, cells, hidden);
    }

    private boolean searched(long[][] cells, boolean[][] hidden, List<Place> places) {
        List<Integer> choices = new ArrayList<>();
        long[] cost = new long[1 << places.size()];
        for (int choice = 1; choice < cost.length; choice++) {
            int lowest = Integer.numberOfTrailingZeros(choice);
            cost[choice] = cost[choice & (choice - 1)] + places.get(lowest).cost();
            choices.add(choice);
        }
        choices.sort(Comparator.<Integer>comparingLong(choice -> cost[choice])
                .thenComparingInt(Integer::bitCount)
                .thenComparingInt(choice -> choice));
        for (int choice : choices) {
            mark(hidden, places, choice, true);
            if (isSafe(cells, hidden)) {
                return true;
            }
            mark(hidden, places, choice, false);
        }
        return false;
    }

    private static void mark(boolean[][] hidden, List<Place> places, int choice, boolean value) {
        for (int i = 0; i < places.size(); i++) {
            if ((choice >> i & 1) == 1) {
                hidden[places.get(i).row()][places.get(i).column()] = value;
            }
        }
    }

    private void grow(long[][] cells, boolean[][] hidden, List<Place> places) {
        List<Place> order = new ArrayList<>(places);
        order.sort(Comparator.comparingLong(Place::cost)
                .thenComparingInt(Place::row)
                .thenComparingInt(Place::column));
        int added = 0;
        while (added < order.size() && !isSafe(cells, hidden)) {
            Place place = order.get(added++);
            hidden[place.row()][place.column()] = true;
        }
        for (int i = added - 1; i >= 0; i--) {
            Place place = order.get(i);
            hidden[place.row()][place.column()] = false;
            hidden[place.row()][place.column()] = !isSafe(cells, hidden);
        }
    }

    private boolean isSafe(long[][] cells, boolean[][] hidden) {
        DisclosureAudit audit = new DisclosureAudit(cells, hidden);
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[0].length; column++) {
                if (hidden[row][column]) {
                    long upper = audit.upper(row, column).orElse(Long.MAX_VALUE);
                    boolean open = policy.hides(cells[row][column])
                            ? upper >= policy.minimumN()
                            : upper > audit.lower(row, column);
                    if (!open) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long[][] withTotals(long[][] counts) {
        Checks.require(counts.length > 0 && counts[0].length > 0, "counts is empty. Expected rows and columns.");
        int rows = counts.length;
        int columns = counts[0].length;
        long[][] cells = new long[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            Checks.require(
                    counts[row].length == columns,
                    "row %s has %s counts. Expected %s.",
                    row,
                    counts[row].length,
                    columns);
            for (int column = 0; column < columns; column++) {
                long count = Checks.notNegative(counts[row][column], "count");
                cells[row][column] = count;
                cells[rows][column] += count;
                cells[row][columns] += count;
                cells[rows][columns] += count;
            }
        }
        return cells;
    }
}
