package org.iltlib.analytics.impact.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The rows that have every input.
 *
 * @param rows their places among the candidates
 * @param treated who was treated
 * @param columns the inputs, by column
 * @param stratum a code of all that must be equal, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Inputs(int[] rows, boolean[] treated, double[][] columns, int[] stratum) {
    static final int FEWEST = 5;

    static Inputs of(Candidates candidates) {
        int[] rows = new int[candidates.rows()];
        int kept = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            if (candidates.inputs().stream().noneMatch(input -> Double.isNaN(input.values()[row]))) {
                rows[kept++] = i;
            }
        }
        rows = Arrays.copyOf(rows, kept);
        boolean[] treated = new boolean[kept];
        double[][] columns = new double[candidates.inputs().size()][kept];
        int[] stratum = new int[kept];
        Map<List<Integer>, Integer> seen = new HashMap<>();
        for (int i = 0; i < kept; i++) {
            int row = rows[i];
            treated[i] = candidates.treated(row);
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = candidates.inputs().get(j).values()[row];
            }
            List<Integer> key =
                    candidates.keys().stream().map(codes -> codes.codes()[row]).toList();
            stratum[i] = seen.computeIfAbsent(key, any -> seen.size());
        }
        return new Inputs(rows, treated, columns, stratum);
    }

    int n() {
        return rows.length;
    }

    int count(boolean side) {
        int count = 0;
        for (boolean one : treated) {
            count += one == side ? 1 : 0;
        }
        return count;
    }

    /** The places of one side, in order. */
    int[] side(boolean side) {
        int[] places = new int[count(side)];
        int filled = 0;
        for (int i = 0; i < treated.length; i++) {
            if (treated[i] == side) {
                places[filled++] = i;
            }
        }
        return places;
    }

    /** The values of a column at those places. */
    static double[] at(double[] column, int[] places) {
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = column[places[i]];
        }
        return values;
    }

    /** Why nothing can be compared, whatever the method; empty if nothing speaks against it. */
    <T> Optional<Measured<T>> refusal(boolean needsInputs) {
        if (needsInputs && columns.length == 0) {
            return Optional.of(Measured.missing(MissingReason.NOT_COLLECTED, "no input to find peers by"));
        } else if (n() < FEWEST) {
            return Optional.of(Measured.missing(
                    MissingReason.TOO_FEW, n() + " rows with every input; at least " + FEWEST + " needed"));
        } else if (count(true) == 0 || count(false) == 0) {
            return Optional.of(Measured.missing(
                    MissingReason.TOO_FEW, "nobody in the " + (count(true) == 0 ? "treated" : "other") + " group"));
        }
        return Optional.empty();
    }
}
