package org.iltlib.evidence.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * What students chose among the answers to each item, before anyone scored it: one byte for each answer, each different
 * answer kept once for an item. Needed to see which wrong answers attract whom. Immutable, thread-safe.
 */
public final class ChoiceTable {
    /** How many different answers an item can have. */
    public static final int MOST_OPTIONS = Byte.MAX_VALUE;

    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    private final List<String> students;
    private final List<String> items;
    private final List<List<String>> options;
    private final byte[][] codes;

    private ChoiceTable(List<String> students, List<String> items, List<List<String>> options, byte[][] codes) {
        this.students = students;
        this.items = items;
        this.options = options;
        this.codes = codes;
    }

    /**
     * A builder of a table with those items, in that order.
     *
     * @throws IllegalArgumentException if there are none, one is blank or stands twice
     */
    public static Builder builder(List<String> items) {
        return new Builder(items);
    }

    /** The number of students. */
    public int students() {
        return students.size();
    }

    /** The student in that row, from 0. */
    public String student(int row) {
        return students.get(row);
    }

    /** The names of the items, in order. */
    public List<String> itemNames() {
        return items;
    }

    /** The different answers to that item, in the natural order of their text. */
    public List<String> options(int item) {
        return options.get(item);
    }

    /** The place of the answer in {@link #options}, or one below zero for each reason ({@link ResponseTable#codeOf}). */
    public int code(int row, int item) {
        return codes[item][row];
    }

    /** The answer, or the reason why there is none. */
    public Measured<String> measured(int row, int item) {
        int code = codes[item][row];
        return code >= 0 ? Measured.of(options.get(item).get(code)) : Measured.missing(REASONS.get(-1 - code));
    }

    /** The answer; empty if there is none. */
    public Optional<String> find(int row, int item) {
        return measured(row, item).value();
    }

    /**
     * The points by that key: one for the right answer, none for another; a missing answer stays missing, for the same
     * reason. Linear in the answers.
     *
     * @param key for each item the right answer; one that nobody chose is allowed
     * @throws IllegalArgumentException if an item has no right answer, or the key names something that is no item
     */
    public ResponseTable scored(Map<String, String> key) {
        for (String item : key.keySet()) {
            Checks.require(items.contains(item), "The key names \"%s\". Maybe one of %s.", item, firstOf(items));
        }
        byte[][] points = new byte[items.size()][];
        for (int item = 0; item < points.length; item++) {
            String name = items.get(item);
            Checks.require(
                    key.containsKey(name), "The key has no answer to item \"%s\". Expected one to each item.", name);
            int code = options.get(item).indexOf(key.getOrDefault(name, ""));
            points[item] = new byte[students.size()];
            for (int row = 0; row < points[item].length; row++) {
                int given = codes[item][row];
                points[item][row] = given < 0 ? (byte) given : (byte) (given == code ? 1 : 0);
            }
        }
        return ResponseTable.of(students, items, points);
    }

    /** Whether students, items and answers are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChoiceTable table
                && students.equals(table.students)
                && items.equals(table.items)
                && options.equals(table.options)
                && Arrays.deepEquals(codes, table.codes);
    }

    @Override
    public int hashCode() {
        return 31 * students.hashCode() + Arrays.deepHashCode(codes);
    }

    /** Such as {@code 1000 students, 5 items}; never the content of a row. */
    @Override
    public String toString() {
        return students() + " students, " + items.size() + " items";
    }

    private static List<String> firstOf(List<String> names) {
        return names.subList(0, Math.min(10, names.size()));
    }

    /** Grows a table student by student. Not thread-safe. */
    public static final class Builder {
        private final List<String> items;
        private final List<String> students = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Map<String, Integer>> places = new ArrayList<>();
        private final byte[][] codes;

        private Builder(List<String> items) {
            Checks.notEmpty(Checks.distinct(items, "items"), "items").forEach(item -> Checks.text(item, "item"));
            this.items = List.copyOf(items);
            this.codes = new byte[items.size()][64];
            items.forEach(item -> places.add(new HashMap<>()));
        }

        /**
         * Adds a student.
         *
         * @param student the pseudonymous id
         * @param answers for each item the answer, or the reason why there is none
         * @throws IllegalArgumentException if the id is blank or was added before, there are not as many answers as items,
         *     an answer is blank or withheld, or an item has more than {@value ChoiceTable#MOST_OPTIONS} different ones
         */
        public Builder add(String student, List<Measured<String>> answers) {
            Checks.text(student, "student");
            Checks.require(
                    answers.size() == items.size(),
                    "there are %s answers. Expected %s, one to each item.",
                    answers.size(),
                    items.size());
            for (int item = 0; item < items.size(); item++) {
                Measured<String> answer = answers.get(item);
                Checks.require(
                        !(answer instanceof Measured.Suppressed),
                        "an answer to item \"%s\" is withheld. Expected an answer or a missing one.",
                        items.get(item));
                answer.value().ifPresent(text -> Checks.text(text, "answer"));
                Checks.require(
                        hasRoom(item, answer.orElse("")),
                        "item \"%s\" has more than %s different answers. Maybe it is no item.",
                        items.get(item),
                        MOST_OPTIONS);
            }
            Checks.require(seen.add(student), "a student was added twice. Expected once.");
            for (int item = 0; item < items.size(); item++) {
                put(item, code(item, answers.get(item)));
            }
            students.add(student);
            return this;
        }

        boolean hasRoom(int item, String text) {
            Map<String, Integer> known = places.get(item);
            return text.isEmpty() || known.size() < MOST_OPTIONS || known.containsKey(text);
        }

        private int code(int item, Measured<String> answer) {
            Map<String, Integer> known = places.get(item);
            return answer instanceof Measured.Missing<String> missing
                    ? ResponseTable.codeOf(missing.reason())
                    : known.computeIfAbsent(answer.orElse(""), text -> known.size());
        }

        private void put(int item, int code) {
            int row = students.size();
            if (row == codes[item].length) {
                codes[item] = Arrays.copyOf(codes[item], row + (row >> 1));
            }
            codes[item][row] = (byte) code;
        }

        /** The table of the students so far. */
        public ChoiceTable build() {
            List<List<String>> options = new ArrayList<>();
            byte[][] sorted = new byte[items.size()][];
            for (int item = 0; item < sorted.length; item++) {
                Map<String, Integer> known = places.get(item);
                List<String> texts = known.keySet().stream().sorted().toList();
                byte[] place = new byte[known.size()];
                IntStream.range(0, texts.size()).forEach(i -> place[known.getOrDefault(texts.get(i), 0)] = (byte) i);
                sorted[item] = Arrays.copyOf(codes[item], students.size());
                for (int row = 0; row < sorted[item].length; row++) {
                    int code = sorted[item][row];
                    sorted[item][row] = code < 0 ? (byte) code : place[code];
                }
                options.add(texts);
            }
            return new ChoiceTable(List.copyOf(students), items, List.copyOf(options), sorted);
        }
    }
}
