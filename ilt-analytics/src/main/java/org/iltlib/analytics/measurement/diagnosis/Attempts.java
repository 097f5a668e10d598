package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;

/**
 * Students' answers to tasks of one skill, each student's in the order of time: sequences of any length, right or wrong.
 * Equal sequences are kept once, with how often they occur, in an order of their own. Immutable, thread-safe.
 *
 * <p>An answer that is missing is skipped, as if the task had not been set: it neither tells nor teaches.
 */
public final class Attempts {
    final byte[][] sequences;
    final int[] counts;

    private Attempts(byte[][] sequences, int[] counts) {
        this.sequences = sequences;
        this.counts = counts;
    }

    /** Sorts, and counts what is equal. */
    private static Attempts counted(byte[][] sequences, int[] counts) {
        Integer[] order = IntStream.range(0, counts.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (i, j) -> Arrays.compare(sequences[i], sequences[j]));
        byte[][] kept = new byte[order.length][];
        int[] times = new int[order.length];
        int size = 0;
        for (int place : order) {
            if (size == 0 || !Arrays.equals(kept[size - 1], sequences[place])) {
                kept[size++] = sequences[place];
            }
            times[size - 1] += counts[place];
        }
        return new Attempts(Arrays.copyOf(kept, size), Arrays.copyOf(times, size));
    }

    /** The attempts of students, each a row: 1 right, 0 wrong, anything below 0 skipped. Copied; n log n comparisons. */
    public static Attempts of(byte[][] rows) {
        List<byte[]> kept = new ArrayList<>(rows.length);
        for (byte[] row : rows) {
            byte[] answered = answered(row);
            if (answered.length > 0) {
                kept.add(answered);
            }
        }
        int[] counts = new int[kept.size()];
        Arrays.fill(counts, 1);
        return counted(kept.toArray(byte[][]::new), counts);
    }

    /** The attempts of students, each a list; whatever is not reported is skipped. */
    public static Attempts of(Collection<List<Measured<Boolean>>> students) {
        List<byte[]> rows = new ArrayList<>();
        for (List<Measured<Boolean>> student : students) {
            byte[] row = new byte[student.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = student.get(i).map(right -> (byte) (right ? 1 : 0)).orElse((byte) -1);
            }
            rows.add(row);
        }
        return of(rows.toArray(byte[][]::new));
    }

    private static byte[] answered(byte[] row) {
        byte[] kept = new byte[row.length];
        int length = 0;
        for (byte answer : row) {
            if (answer > 1) {
                throw new IllegalArgumentException(
                        "answer is " + answer + ". Expected 1 for right, 0 for wrong, below 0 for none.");
            } else if (answer >= 0) {
                kept[length++] = answer;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    /** Both together. */
    public Attempts merge(Attempts other) {
        byte[][] both = Arrays.copyOf(sequences, sequences.length + other.sequences.length);
        System.arraycopy(other.sequences, 0, both, sequences.length, other.sequences.length);
        int[] times = Arrays.copyOf(counts, both.length);
        System.arraycopy(other.counts, 0, times, counts.length, other.counts.length);
        return counted(both, times);
    }

    /** How many students have an answer. */
    public long students() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** How many answers there are. */
    public long answers() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (long) counts[i] * sequences[i].length;
        }
        return sum;
    }

    /** How many students gave more than one answer: from the others nothing can be known about learning. */
    long followed() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += sequences[i].length > 1 ? counts[i] : 0;
        }
        return sum;
    }

    /** Such as {@code 200 students, 1600 answers}. */
    @Override
    public String toString() {
        return students() + " students, " + answers() + " answers";
    }
}
