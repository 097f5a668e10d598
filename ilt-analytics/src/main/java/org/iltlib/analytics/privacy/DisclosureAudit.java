package org.iltlib.analytics.privacy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What a reader can work out about a withheld cell of a table with margins, by the best possible attack: the smallest
 * and the largest count that agree with everything that is shown.
 *
 * <p>Rows and columns, margins among them, are the nodes of a network, cells its arcs and every possible table a
 * circulation; so the bounds are maximum flows through the withheld cells, and they are exact, whole numbers included.
 */
final class DisclosureAudit {
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final long[][] cells;
    private final boolean[][] hidden;

    /** Cells with their margins in the last row and column. */
    DisclosureAudit(long[][] cells, boolean[][] hidden) {
        this.cells = cells;
        this.hidden = hidden;
    }

    /** The largest possible count; empty if nothing bounds it. */
    OptionalLong upper(int row, int column) {
        long more = slack(row, column, true);
        return more >= UNBOUNDED ? OptionalLong.empty() : OptionalLong.of(cells[row][column] + more);
    }

    /** The smallest possible count. */
    long lower(int row, int column) {
        return cells[row][column] - Math.min(cells[row][column], slack(row, column, false));
    }

    private int from(int row, int column) {
        boolean forward = (row == cells.length - 1) == (column == cells[0].length - 1);
        return forward ? row : cells.length + column;
    }

    private int to(int row, int column) {
        return cells.length + row + column - from(row, column);
    }

    /** By how much the cell can rise or fall: the flow that can come back from one of its ends to the other. */
    private long slack(int row, int column, boolean rise) {
        if (!hidden[row][column]) {
            return 0;
        }
        int nodes = cells.length + cells[0].length;
        long[][] room = new long[nodes][nodes];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[0].length; c++) {
                if (hidden[r][c] && (r != row || c != column)) {
                    room[from(r, c)][to(r, c)] = UNBOUNDED;
                    room[to(r, c)][from(r, c)] = cells[r][c];
                }
            }
        }
        int source = rise ? to(row, column) : from(row, column);
        int sink = rise ? from(row, column) : to(row, column);
        long flow = 0;
        while (flow < UNBOUNDED) {
            long pushed = push(room, source, sink);
            if (pushed == 0) {
                return flow;
            }
            flow += pushed;
        }
        return UNBOUNDED;
    }

    private static long push(long[][] room, int source, int sink) {
        int[] before = new int[room.length];
        Arrays.fill(before, -1);
        before[source] = source;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        while (!queue.isEmpty() && before[sink] < 0) {
            int node = queue.remove();
            for (int next = 0; next < room.length; next++) {
                if (before[next] < 0 && room[node][next] > 0) {
                    before[next] = node;
                    queue.add(next);
                }
            }
        }
        if (before[sink] < 0) {
            return 0;
        }
        long least = UNBOUNDED;
        for (int node = sink; node != source; node = before[node]) {
            least = Math.min(least, room[before[node]][node]);
        }
        for (int node = sink; node != source; node = before[node]) {
            room[before[node]][node] -= room[before[node]][node] >= UNBOUNDED ? 0 : least;
            room[node][before[node]] = Math.min(UNBOUNDED, room[node][before[node]] + least);
        }
        return least;
    }
}
