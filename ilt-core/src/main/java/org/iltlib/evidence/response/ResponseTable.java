package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * What students answered to the items of a test: a column for each item, a row for each student, one byte for each
 * response: the points it earned, or why there is none. A student's test of 40 items is 40 bytes. Immutable,
 * thread-safe.
 *
 * <p>An item that was not administered is missing, never wrong: whoever turns the missing into zeros decides that
 * aloud, for reasons that he names, with {@link #scoredZero}.
 */
public final class ResponseTable {
    /** The most points that a response can earn. */
    public static final int MAXIMUM = Byte.MAX_VALUE;

    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    private final List<String> students;
    private final Map<String, Integer> items;
    private final byte[][] codes;
    private final int[] largest;

    private ResponseTable(List<String> students, Map<String, Integer> items, byte[][] codes) {
        this.students = students;
        this.items = items;
        this.codes = codes;
        this.largest = Arrays.stream(codes).mapToInt(ResponseTable::largest).toArray();
    }

    /**
     * A builder of a table with those items, in that order.
     *
     * @throws IllegalArgumentException if there are none, one is blank or stands twice
     */
    public static Builder builder(List<String> items) {
        return new Builder(items);
    }

    /**
     * A table from columns: {@code columns[item][student]} is the points, or {@link #codeOf} a reason. The columns are
     * copied. Linear in the responses.
     *
     * @throws IllegalArgumentException if a column is not as long as there are students, or holds a code that is neither
     *     points nor a reason, or a name is blank or stands twice
     */
    public static ResponseTable of(List<String> students, List<String> items, byte[][] columns) {
        Checks.distinct(students, "students").forEach(student -> Checks.text(student, "student"));
        Checks.require(
                columns.length == items.size(),
                "there are %s columns. Expected %s items.",
                columns.length,
                items.size());
        byte[][] codes = new byte[columns.length][];
        for (int item = 0; item < columns.length; item++) {
            Checks.require(
                    columns[item].length == students.size(),
                    "item \"%s\" has %s responses. Expected %s, one of each student.",
                    items.get(item),
                    columns[item].length,
                    students.size());
            codes[item] = columns[item].clone();
            for (byte code : codes[item]) {
                checkCode(code);
            }
        }
        return new ResponseTable(List.copyOf(students), places(items), codes);
    }

    /** The code of a response that is missing for that reason; below zero. */
    public static byte codeOf(MissingReason reason) {
        return (byte) (-1 - REASONS.indexOf(reason));
    }

    /** The number of students, with or without responses. */
    public int students() {
        return students.size();
    }

    /** The student in that row, from 0. */
    public String student(int row) {
        return students.get(row);
    }

    /** The number of items. */
    public int items() {
        return codes.length;
    }

    /** The names of the items, in order. */
    public List<String> itemNames() {
        return List.copyOf(items.keySet());
    }

    /** The place of that item, from 0; empty if there is no such item. */
    public Optional<Integer> findItem(String name) {
        return Optional.ofNullable(items.get(name));
    }

    /**
     * The place of that item, from 0.
     *
     * @throws IllegalArgumentException if there is no such item; the message lists some
     */
    public int getItem(String name) {
        return findItem(name)
                .orElseThrow(() -> new IllegalArgumentException("item is \"" + name + "\". Maybe one of "
                        + itemNames().stream().limit(10).toList() + "."));
    }

    /** Whether that student has points on that item. Constant time. */
    public boolean isPresent(int row, int item) {
        return codes[item][row] >= 0;
    }

    /**
     * The points.
     *
     * @throws IllegalArgumentException if there are none; ask {@link #isPresent} first
     */
    public int score(int row, int item) {
        int code = codes[item][row];
        Checks.require(code >= 0, "row %s has no response to item %s. Maybe ask isPresent first.", row, item);
        return code;
    }

    /** The points, or one below zero for each reason why there are none (see {@link #codeOf}). Constant time. */
    public int code(int row, int item) {
        return codes[item][row];
    }

    /** The codes of an item, of every student in order; a copy. */
    public byte[] codes(int item) {
        return codes[item].clone();
    }

    /** Why there are no points; empty if there are. */
    public Optional<MissingReason> findMissing(int row, int item) {
        int code = codes[item][row];
        return code >= 0 ? Optional.empty() : Optional.of(REASONS.get(-1 - code));
    }

    /** The points, or the reason why there are none. */
    public Measured<Integer> measured(int row, int item) {
        return findMissing(row, item)
                .map(reason -> Measured.<Integer>missing(reason))
                .orElseGet(() -> Measured.of((int) codes[item][row]));
    }

    /** The most points that anybody earned on that item; 0 if nobody has a response. */
    public int largest(int item) {
        return largest[item];
    }

    /** The number of students who have points on that item. */
    public int present(int item) {
        int count = 0;
        for (byte code : codes[item]) {
            count += code >= 0 ? 1 : 0;
        }
        return count;
    }

    /** How often each reason stands in place of a response, over all items; reasons that do not occur are left out. */
    public Map<MissingReason, Long> missing() {
        long[] counts = new long[REASONS.size()];
        for (byte[] column : codes) {
            for (byte code : column) {
                if (code < 0) {
                    counts[-1 - code]++;
                }
            }
        }
        Map<MissingReason, Long> found = new LinkedHashMap<>();
        for (MissingReason reason : REASONS) {
            long count = counts[REASONS.indexOf(reason)];
            if (count > 0) {
                found.put(reason, count);
            }
        }
        return found;
    }

    /** Whether every student has points on every item. */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The students of the rows that satisfy the condition, in the same order. Linear in the responses. */
    public ResponseTable select(IntPredicate row) {
        int[] chosen = IntStream.range(0, students()).filter(row).toArray();
        byte[][] kept = new byte[items()][chosen.length];
        for (int item = 0; item < kept.length; item++) {
            for (int i = 0; i < chosen.length; i++) {
                kept[item][i] = codes[item][chosen[i]];
            }
        }
        return new ResponseTable(Arrays.stream(chosen).mapToObj(students::get).toList(), items, kept);
    }

    /**
     * Those items, in that order.
     *
     * @throws IllegalArgumentException if one is unknown or stands twice, or there are none
     */
    public ResponseTable selectItems(List<String> names) {
        byte[][] kept = names.stream().map(name -> codes[getItem(name)]).toArray(byte[][]::new);
        return new ResponseTable(students, places(names), kept);
    }

    /**
     * The same table in which responses that are missing for one of those reasons earned no points. This is a decision
     * on the test, not on the data: omitted may mean wrong, not administered never does.
     *
     * @throws IllegalArgumentException if a reason is {@link MissingReason#NOT_ADMINISTERED}
     */
    public ResponseTable scoredZero(Set<MissingReason> reasons) {
        Checks.require(
                !reasons.contains(MissingReason.NOT_ADMINISTERED),
                "reasons contains \"%s\". Expected others: an item that nobody was shown is not wrong.",
                MissingReason.NOT_ADMINISTERED);
        byte[][] scored = new byte[items()][];
        for (int item = 0; item < scored.length; item++) {
            scored[item] = codes[item].clone();
            for (int row = 0; row < scored[item].length; row++) {
                if (scored[item][row] < 0 && reasons.contains(REASONS.get(-1 - scored[item][row]))) {
                    scored[item][row] = 0;
                }
            }
        }
        return new ResponseTable(students, items, scored);
    }

    /** Whether students, items and responses are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseTable table
                && students.equals(table.students)
                && itemNames().equals(table.itemNames())
                && Arrays.deepEquals(codes, table.codes);
    }

    @Override
    public int hashCode() {
        return 31 * students.hashCode() + Arrays.deepHashCode(codes);
    }

    /** Such as {@code 1000 students, 5 items}; never the content of a row. */
    @Override
    public String toString() {
        return students() + " students, " + items() + " items";
    }

    private static Map<String, Integer> places(List<String> names) {
        Checks.notEmpty(Checks.distinct(names, "items"), "items");
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.put(Checks.text(name, "item"), places.size()));
        return places;
    }

    private static void checkCode(byte code) {
        Checks.require(
                code >= -REASONS.size(),
                "code is %s. Expected points, 0 to %s, or the code of a reason, -1 to %s.",
                code,
                MAXIMUM,
                -REASONS.size());
    }

    private static int largest(byte[] column) {
        int largest = 0;
        for (byte code : column) {
            largest = Math.max(largest, code);
        }
        return largest;
    }

    /** Grows a table student by student. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> items;
        private final List<String> students = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final byte[][] codes;

        private Builder(List<String> items) {
            this.items = places(items);
            this.codes = new byte[items.size()][64];
        }

        /**
         * Adds a student.
         *
         * @param student the pseudonymous id
         * @param responses for each item the points, or {@link #codeOf} the reason why there are none
         * @throws IllegalArgumentException if the id is blank or was added before, or there are not as many responses as
         *     items, or one is neither points nor a reason
         */
        public Builder add(String student, byte... responses) {
            Checks.text(student, "student");
            Checks.require(
                    responses.length == codes.length,
                    "there are %s responses. Expected %s, one to each item.",
                    responses.length,
                    codes.length);
            for (byte code : responses) {
                checkCode(code);
            }
            Checks.require(seen.add(student), "a student was added twice. Expected once.");
            int row = students.size();
            for (int item = 0; item < codes.length; item++) {
                if (row == codes[item].length) {
                    codes[item] = Arrays.copyOf(codes[item], row + (row >> 1));
                }
                codes[item][row] = responses[item];
            }
            students.add(student);
            return this;
        }

        /** The table of the students so far. */
        public ResponseTable build() {
            byte[][] columns = new byte[codes.length][];
            for (int item = 0; item < columns.length; item++) {
                columns[item] = Arrays.copyOf(codes[item], students.size());
            }
            return new ResponseTable(List.copyOf(students), items, columns);
        }
    }
}
