package org.iltlib.analytics.measurement;

import java.util.Arrays;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.jspecify.annotations.Nullable;

/**
 * How many students have each total, from 0 to the most that the test can give. Summaries of parts {@link #merge} to that
 * of the whole, bit for bit. Immutable.
 */
public final class ScoreHistogram {
    private final long[] counts;

    private ScoreHistogram(long[] counts) {
        this.counts = counts;
    }

    /**
     * From counts: {@code counts[t]} students have the total t. Copied.
     *
     * @throws IllegalArgumentException if there are fewer than two totals, or a count is negative
     */
    public static ScoreHistogram of(long... counts) {
        Checks.require(counts.length > 1, "there are %s totals. Expected at least 0 and 1.", counts.length);
        for (long count : counts) {
            Checks.notNegative(count, "count");
        }
        return new ScoreHistogram(counts.clone());
    }

    /**
     * Of the students who have points on every item. Linear in the responses.
     *
     * @param maximum the most that the test can give; for items scored 0 or 1 their number
     * @throws IllegalArgumentException if somebody has more
     */
    public static ScoreHistogram of(ResponseTable table, int maximum) {
        long most = 0;
        for (int item = 0; item < table.items(); item++) {
            most += table.largest(item);
        }
        Checks.require(
                maximum >= 1 && maximum <= 127L * table.items(),
                "maximum is %s. Expected 1 to %s.",
                maximum,
                127L * table.items());
        int[] totals = new int[table.students()];
        boolean[] incomplete = new boolean[table.students()];
        for (int item = 0; item < table.items(); item++) {
            byte[] codes = table.codes(item);
            for (int row = 0; row < codes.length; row++) {
                totals[row] += codes[row];
                incomplete[row] |= codes[row] < 0;
            }
        }
        long[] counts = new long[(int) Math.max(most, maximum) + 1];
        for (int row = 0; row < totals.length; row++) {
            if (!incomplete[row]) {
                counts[totals[row]]++;
            }
        }
        for (int total = maximum + 1; total < counts.length; total++) {
            Checks.require(counts[total] == 0, "somebody has %s points. Expected at most %s.", total, maximum);
        }
        return new ScoreHistogram(Arrays.copyOf(counts, maximum + 1));
    }

    /**
     * Of these students and the others.
     *
     * @throws IllegalArgumentException if the tests give different maxima
     */
    public ScoreHistogram merge(ScoreHistogram other) {
        Checks.require(
                counts.length == other.counts.length,
                "the maxima are %s and %s. Expected the same test.",
                maximum(),
                other.maximum());
        long[] sums = new long[counts.length];
        Arrays.setAll(sums, total -> Math.addExact(counts[total], other.counts[total]));
        return new ScoreHistogram(sums);
    }

    /** The most that the test can give. */
    public int maximum() {
        return counts.length - 1;
    }

    /** How many students have that total. */
    public long count(int total) {
        return counts[total];
    }

    /** How many students there are. */
    public long students() {
        return Arrays.stream(counts).sum();
    }

    /** The mean of that function of the total; missing without students. */
    Measured<Double> mean(java.util.function.IntToDoubleFunction of) {
        double sum = 0;
        for (int total = 0; total < counts.length; total++) {
            sum += counts[total] == 0 ? 0 : counts[total] * of.applyAsDouble(total);
        }
        long n = students();
        return n == 0 ? Measured.missing(MissingReason.NO_STUDENTS) : Measured.of(sum / n);
    }

    /** Whether the counts are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreHistogram histogram && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** Such as {@code 1000 students, 0 to 40 points}. */
    @Override
    public String toString() {
        return students() + " students, 0 to " + maximum() + " points";
    }
}
