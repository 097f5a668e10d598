package org.iltlib.analytics.matching;

/**
 * One more row for an assignment: the cheapest way to a column that is free, by which others may have to move.
 *
 * <p>The columns stand in one list: those whose rows have been looked at, then those at the least distance, then the
 * rest. As soon as a free column is at the least distance the search ends, so that many equal costs, as points in whole
 * tens have them, make it short rather than long (the augmentation of Jonker and Volgenant 1987,
 * doi:10.1007/BF02278710). Prices are changed once, at the end.
 */
final class ShortestPath {
    private final double[][] cost;
    private final double[] prices;
    private final int[] rowOf;
    private final double[] distance;
    private final int[] before;
    private final int[] order;
    private int looked;
    private int nearest;
    private int settled;
    private double least;

    /** Of that matrix, with the prices of its columns and the row of each column, −1 for a free one; both change. */
    ShortestPath(double[][] cost, double[] prices, int[] rowOf) {
        this.cost = cost;
        this.prices = prices;
        this.rowOf = rowOf;
        this.distance = new double[prices.length];
        this.before = new int[prices.length];
        this.order = new int[prices.length];
    }

    void augment(int row) {
        for (int j = 0; j < prices.length; j++) {
            distance[j] = cost[row][j] - prices[j];
            before[j] = row;
            order[j] = j;
        }
        int free = -1;
        while (free < 0) {
            if (looked == nearest) {
                settled = looked;
                free = gather();
            }
            if (free < 0) {
                free = look();
            }
        }
        for (int k = 0; k < settled; k++) {
            prices[order[k]] += distance[order[k]] - least;
        }
        move(free, row);
    }

    /** Brings the columns at the least distance together; the first free one among them, or −1. */
    private int gather() {
        least = distance[order[nearest]];
        nearest++;
        for (int k = nearest; k < order.length; k++) {
            double there = distance[order[k]];
            if (there <= least) {
                if (there < least) {
                    nearest = looked;
                    least = there;
                }
                swap(k, nearest);
                nearest++;
            }
        }
        for (int k = looked; k < nearest; k++) {
            if (rowOf[order[k]] < 0) {
                return order[k];
            }
        }
        return -1;
    }

    /** Looks at the row of the next column; a free column at the least distance that is reached from it, or −1. */
    private int look() {
        int from = order[looked];
        looked++;
        int row = rowOf[from];
        double[] costs = cost[row];
        double less = costs[from] - prices[from] - least;
        for (int k = nearest; k < order.length; k++) {
            int j = order[k];
            double there = costs[j] - prices[j] - less;
            if (there < distance[j]) {
                distance[j] = there;
                before[j] = row;
                if (there <= least) {
                    if (rowOf[j] < 0) {
                        return j;
                    }
                    swap(k, nearest);
                    nearest++;
                }
            }
        }
        return -1;
    }

    private void swap(int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    /** Gives the free column to the row before it, the column of that row to the row before, and so on. */
    private void move(int free, int row) {
        int[] columnOf = new int[cost.length];
        for (int j = 0; j < rowOf.length; j++) {
            if (rowOf[j] >= 0) {
                columnOf[rowOf[j]] = j;
            }
        }
        int column = free;
        while (true) {
            int to = before[column];
            int left = columnOf[to];
            rowOf[column] = to;
            if (to == row) {
                return;
            }
            column = left;
        }
    }
}
