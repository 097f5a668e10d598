package org.iltlib.evidence.response;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.iltlib.base.Checks;

/**
 * What the items of a test ask for, and what a wrong option gives away: item to concepts or standards, and option of an
 * item to misconception. Immutable; items keep their order.
 *
 * @param concepts for each item the concepts or standards that it asks for, at least one, each once
 * @param misconceptions for some items, for some of their options, what the student who chose it may believe
 */
public record ItemMap(Map<String, List<String>> concepts, Map<String, Map<String, String>> misconceptions) {

    /** Copies and checks: names are not blank, and every item with a misconception has concepts. */
    public ItemMap {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        concepts.forEach((item, asked) -> {
            Checks.text(item, "item");
            Checks.distinct(Checks.notEmpty(asked, "concepts of \"" + item + "\""), "concepts of \"" + item + "\"")
                    .forEach(concept -> Checks.id(concept, "concept"));
            kept.put(item, List.copyOf(asked));
        });
        Map<String, Map<String, String>> wrong = new LinkedHashMap<>();
        misconceptions.forEach((item, options) -> {
            Checks.require(
                    kept.containsKey(item),
                    "item \"%s\" has misconceptions but no concepts. Maybe one of %s.",
                    item,
                    kept.keySet().stream().limit(10).toList());
            options.forEach((option, misconception) -> {
                Checks.text(option, "option of \"" + item + "\"");
                Checks.text(misconception, "misconception of \"" + item + "\"");
            });
            wrong.put(item, Collections.unmodifiableMap(new LinkedHashMap<>(options)));
        });
        concepts = Collections.unmodifiableMap(kept);
        misconceptions = Collections.unmodifiableMap(wrong);
    }

    /** A map without misconceptions. */
    public static ItemMap of(Map<String, List<String>> concepts) {
        return new ItemMap(concepts, Map.of());
    }

    /** The concepts that the item asks for; none if it is not mapped. */
    public List<String> conceptsOf(String item) {
        return concepts.getOrDefault(item, List.of());
    }

    /** All concepts, in the natural order of their names. */
    public List<String> listConcepts() {
        TreeSet<String> all = new TreeSet<>();
        concepts.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The items that ask for that concept, in order. */
    public List<String> itemsOf(String concept) {
        return concepts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(concept))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the student who chose that option of the item may believe. */
    public Optional<String> findMisconception(String item, String option) {
        return Optional.ofNullable(misconceptions.getOrDefault(item, Map.of()).get(option));
    }

    /** The items of the table that are not mapped, in order: of what they ask for, nothing can be said. */
    public List<String> listUnmapped(ResponseTable table) {
        return table.itemNames().stream()
                .filter(item -> !concepts.containsKey(item))
                .toList();
    }

    /**
     * The Q-matrix of the table's items and {@link #listConcepts}: whether the item (first index) asks for the concept
     * (second index).
     */
    public boolean[][] matrix(ResponseTable table) {
        List<String> all = listConcepts();
        boolean[][] matrix = new boolean[table.items()][all.size()];
        for (int item = 0; item < matrix.length; item++) {
            for (String concept : conceptsOf(table.itemNames().get(item))) {
                matrix[item][all.indexOf(concept)] = true;
            }
        }
        return matrix;
    }
}
