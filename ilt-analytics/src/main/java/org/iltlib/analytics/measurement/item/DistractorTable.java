package org.iltlib.analytics.measurement.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ChoiceTable;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Who chose which answer to an item: each answer by fifths of students, from those who do worst on the other items to those who do
 * best; students with no other item are left out. A wrong answer should lose students from fifth to fifth and the right one gain them. Immutable.
 *
 * @param item the name of the item
 * @param key the right answer
 * @param options the answers in the natural order of their text, the key among them even if nobody chose it
 */
public record DistractorTable(String item, String key, List<Option> options) {
    /** A wrong answer whose correlation with the rest of the test is above this attracts the able. */
    public static final double ATTRACTS_ABOVE = 0.05;

    /**
     * An answer.
     *
     * @param text as it is written
     * @param byFifth how many students chose it, in each fifth from the lowest to the highest
     * @param withRest the correlation of choosing it, among those who answered, with the share of points on the rest of the
     *     test
     */
    public record Option(String text, List<Long> byFifth, Measured<Double> withRest) {
        /** Copies. */
        public Option {
            byFifth = List.copyOf(byFifth);
            Checks.require(byFifth.size() == 5, "there are %s fifths. Expected 5.", byFifth.size());
        }

        /** How many students chose it. */
        public long count() {
            return byFifth.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Copies. */
    public DistractorTable {
        options = List.copyOf(options);
    }

    /**
     * The table of that item. Linear in the responses.
     *
     * @param key for each item the right answer
     * @throws IllegalArgumentException if the key does not fit the items or there is no such item
     */
    public static DistractorTable of(ChoiceTable choices, Map<String, String> key, String item) {
        ResponseTable table = choices.scored(key);
        return of(choices, key, table.getItem(item), new Standing(table));
    }

    static DistractorTable of(ChoiceTable choices, Map<String, String> key, int item, Standing standing) {
        String name = choices.itemNames().get(item);
        String right = Checks.text(key.getOrDefault(name, ""), "key");
        List<String> texts = new ArrayList<>(choices.options(item));
        if (!texts.contains(right)) {
            texts.add(right);
            Collections.sort(texts);
        }
        int[] fifths = standing.fifths(item);
        List<Option> options = new ArrayList<>();
        for (String text : texts) {
            int code = choices.options(item).indexOf(text);
            Long[] counts = {0L, 0L, 0L, 0L, 0L};
            Association with = new Association();
            for (int row = 0; row < choices.students(); row++) {
                int given = choices.code(row, item);
                if (given >= 0 && fifths[row] >= 0) {
                    counts[fifths[row]] += given == code ? 1 : 0;
                    with.add(given == code ? 1 : 0, standing.restShare(row, item));
                }
            }
            options.add(new Option(text, List.of(counts), with.correlation()));
        }
        return new DistractorTable(name, right, options);
    }

    /** How many students answered, in each fifth from the lowest to the highest. */
    public List<Long> answered() {
        List<Long> sums = new ArrayList<>();
        for (int fifth = 0; fifth < 5; fifth++) {
            int f = fifth;
            sums.add(options.stream()
                    .mapToLong(option -> option.byFifth().get(f))
                    .sum());
        }
        return List.copyOf(sums);
    }

    /** The wrong answers that attract the able: their choice goes with doing well on the rest. */
    public List<Option> attractive() {
        return options.stream()
                .filter(option -> !option.text().equals(key))
                .filter(option -> option.withRest().orElse(0.0) > ATTRACTS_ABOVE)
                .toList();
    }

    /** The wrong answers that fewer than one in a hundred of those who answered chose. */
    public List<Option> idle() {
        long all = answered().stream().mapToLong(Long::longValue).sum();
        return options.stream()
                .filter(option -> !option.text().equals(key))
                .filter(option -> 100 * option.count() < all)
                .toList();
    }

    /**
     * Whether the key may be wrong: a wrong answer attracts the able, more than the key does, and more students of the
     * highest fifth chose it than the key.
     */
    public boolean isKeySuspected() {
        Option right = options.stream()
                .filter(option -> option.text().equals(key))
                .findFirst()
                .orElseThrow();
        return attractive().stream()
                .anyMatch(option ->
                        option.withRest().orElse(0.0) > right.withRest().orElse(0.0)
                                && option.byFifth().get(4) > right.byFifth().get(4));
    }
}
