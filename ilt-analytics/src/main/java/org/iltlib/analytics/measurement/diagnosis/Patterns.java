package org.iltlib.analytics.measurement.diagnosis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.evidence.response.ResponseTable;

/** The different rows of answers, each once with how often it occurs, in an order that does not depend on the students'. */
final class Patterns {
    private static final byte MISSING = -1;

    final byte[][] answers;
    final int[] counts;
    final int[] ofRow;
    final long people;

    private Patterns(byte[][] answers, int[] counts, int[] ofRow, long people) {
        this.answers = answers;
        this.counts = counts;
        this.ofRow = ofRow;
        this.people = people;
    }

    /** The patterns; who has no response has the pattern −1. */
    static Patterns of(ResponseTable table) {
        int items = table.items();
        byte[][] rows = new byte[table.students()][items];
        for (int item = 0; item < items; item++) {
            Checks.require(
                    table.largest(item) <= 1,
                    "item \"%s\" has a response of %s points. Expected 0 or 1. Maybe take \"at least so many points\".",
                    table.itemNames().get(item),
                    table.largest(item));
            byte[] codes = table.codes(item);
            for (int row = 0; row < codes.length; row++) {
                rows[row][item] = codes[row] < 0 ? MISSING : codes[row];
            }
        }
        Map<byte[], Integer> found = new TreeMap<>(Arrays::compare);
        long people = 0;
        for (byte[] row : rows) {
            if (hasAnswer(row)) {
                found.merge(row, 1, Integer::sum);
                people++;
            }
        }
        byte[][] answers = found.keySet().toArray(byte[][]::new);
        int[] counts = found.values().stream().mapToInt(Integer::intValue).toArray();
        int[] ofRow = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            ofRow[row] = hasAnswer(rows[row]) ? Arrays.binarySearch(answers, rows[row], Arrays::compare) : -1;
        }
        return new Patterns(answers, counts, ofRow, people);
    }

    private static boolean hasAnswer(byte[] row) {
        for (byte answer : row) {
            if (answer != MISSING) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return answers.length;
    }

    /** The log-likelihood if nothing but the item decided. */
    double independence() {
        double sum = 0;
        for (int item = 0; item < (answers.length == 0 ? 0 : answers[0].length); item++) {
            double right = 0;
            double all = 0;
            for (int p = 0; p < answers.length; p++) {
                if (answers[p][item] != MISSING) {
                    all += counts[p];
                    right += counts[p] * (double) answers[p][item];
                }
            }
            if (right > 0 && right < all) {
                sum += right * StrictMath.log(right / all) + (all - right) * StrictMath.log((all - right) / all);
            }
        }
        return sum;
    }
}
