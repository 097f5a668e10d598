package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;

/**
 * Counts crossed by up to four dimensions, with every total that the codes' trees have. Cells are named by who is in
 * them, so that two tables that share a population share the cell. Immutable.
 *
 * <pre>{@code
 * CrossTable table = CrossTable.of(List.of(grade, learner), Map.of(List.of("4", "Y"), 7L, List.of("4", "N"), 61L));
 * LinkedCells.Builder cells = LinkedCells.builder();
 * table.addTo(cells);
 * SafeCells safe = Suppressor.of(policy).protect(cells.build());
 * }</pre>
 */
public final class CrossTable {
    /** The most dimensions that a table can have. */
    public static final int MOST_DIMENSIONS = 4;

    private final List<Dimension> dimensions;
    private final String measure;
    private final CountKind kind;
    private final Map<List<String>, Long> counts;

    private CrossTable(List<Dimension> dimensions, String measure, CountKind kind, Map<List<String>, Long> counts) {
        this.dimensions = dimensions;
        this.measure = measure;
        this.kind = kind;
        this.counts = counts;
    }

    /**
     * A table of groups from the counts of the leaves, each named by its codes in the order of the dimensions; leaves
     * left out are empty.
     *
     * @throws IllegalArgumentException if there are no dimensions or more than four, or a code is no leaf
     */
    public static CrossTable of(List<Dimension> dimensions, Map<List<String>, Long> counts) {
        return of(dimensions, "", CountKind.GROUP, counts);
    }

    /** As {@link #of(List, Map)}, of those with or without a trait; the measure's name begins the cells' names. */
    public static CrossTable of(
            List<Dimension> dimensions, String measure, CountKind kind, Map<List<String>, Long> counts) {
        Checks.require(
                !dimensions.isEmpty() && dimensions.size() <= MOST_DIMENSIONS,
                "There are %s dimensions. Expected 1 to %s.",
                dimensions.size(),
                MOST_DIMENSIONS);
        Checks.distinct(dimensions.stream().map(Dimension::name).toList(), "dimensions");
        Map<List<String>, Long> copy = new HashMap<>();
        counts.forEach((leaf, count) -> {
            Checks.require(
                    leaf.size() == dimensions.size(),
                    "A leaf has %s codes. Expected %s.",
                    leaf.size(),
                    dimensions.size());
            Checks.notNegative(count, "count");
            boolean inside = true;
            for (int i = 0; i < leaf.size(); i++) {
                Dimension dimension = dimensions.get(i);
                Checks.require(
                        dimension.isLeaf(leaf.get(i)),
                        "\"%s\" is no leaf of %s. Expected a code of everybody counted. Maybe \"unknown\" is missing.",
                        leaf.get(i),
                        dimension.name());
                inside &= dimension.leavesUnder(dimension.root()).contains(leaf.get(i));
            }
            if (inside) {
                copy.put(List.copyOf(leaf), count);
            }
        });
        return new CrossTable(List.copyOf(dimensions), measure, kind, copy);
    }

    /** The dimensions. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Adds the table's cells and sums, and says where each cell is: by its codes in the order of the dimensions. */
    public Map<List<String>, Integer> addTo(LinkedCells.Builder cells) {
        Map<List<String>, Integer> places = new TreeMap<>(CrossTable::compare);
        addTo(cells, new ArrayList<>(), places);
        for (List<String> codes : places.keySet()) {
            for (int i = 0; i < dimensions.size(); i++) {
                List<String> children = dimensions.get(i).children(codes.get(i));
                int at = i;
                int[] parts = children.stream()
                        .mapToInt(child -> places.getOrDefault(with(codes, at, child), -1))
                        .toArray();
                int total = places.getOrDefault(codes, -1);
                if (parts.length > 1 || (parts.length == 1 && parts[0] != total)) {
                    cells.sum(total, parts);
                }
            }
        }
        return places;
    }

    private void addTo(LinkedCells.Builder cells, List<String> codes, Map<List<String>, Integer> places) {
        if (codes.size() == dimensions.size()) {
            places.put(List.copyOf(codes), cells.cell(name(codes), kind, count(codes)));
            return;
        }
        for (String code : dimensions.get(codes.size()).codes()) {
            codes.add(code);
            addTo(cells, codes, places);
            codes.remove(codes.size() - 1);
        }
    }

    /** What the table counts. */
    CountKind kind() {
        return kind;
    }

    /** The codes of every cell. */
    List<List<String>> cells() {
        return crossed(dimensions.stream().map(Dimension::codes).toList());
    }

    /** The codes of the leaves. */
    List<List<String>> leaves() {
        return leavesOf(dimensions.stream().map(Dimension::root).toList());
    }

    /** The codes of the leaves in the cell of these codes. */
    List<List<String>> leavesOf(List<String> codes) {
        List<List<String>> leaves = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            leaves.add(List.copyOf(dimensions.get(i).leavesUnder(codes.get(i))));
        }
        return crossed(leaves);
    }

    private static List<List<String>> crossed(List<List<String>> choices) {
        List<List<String>> crossed = List.of(List.of());
        for (List<String> codes : choices) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : crossed) {
                for (String code : codes) {
                    List<String> more = new ArrayList<>(begun);
                    more.add(code);
                    longer.add(List.copyOf(more));
                }
            }
            crossed = longer;
        }
        return crossed;
    }

    /** How many are in that leaf. */
    long countOf(List<String> leaf) {
        return counts.getOrDefault(leaf, 0L);
    }

    /** Who is in the cell of these codes: {@code grade 4, learner Y}; {@code all} for everybody. */
    public String name(List<String> codes) {
        List<Set<String>> leaves = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            leaves.add(dimensions.get(i).leavesUnder(codes.get(i)));
        }
        return nameOf(leaves);
    }

    /** Who is in the cell of these leaves; dimensions in the order of their names, so that tables agree. */
    String nameOf(List<Set<String>> leaves) {
        Map<String, String> words = new TreeMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            if (!dimension.isAll(leaves.get(i))) {
                words.put(dimension.name(), quoted(dimension.name(), " ,:;+\"") + " " + dimension.label(leaves.get(i)));
            }
        }
        String who = words.isEmpty() ? "all" : String.join(", ", words.values());
        return measure.isEmpty() ? who : quoted(measure, ":;\"") + ": " + who;
    }

    /** The text, in quotation marks where it has a sign that has a meaning in names: no two cells share a name. */
    static String quoted(String text, String signs) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(sign -> signs.indexOf(sign) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** How many are in these leaves. */
    private long countIn(List<? extends Collection<String>> leaves) {
        long sum = 0;
        for (Map.Entry<List<String>, Long> leaf : counts.entrySet()) {
            boolean inside = true;
            for (int i = 0; i < leaves.size(); i++) {
                inside &= leaves.get(i).contains(leaf.getKey().get(i));
            }
            sum += inside ? leaf.getValue() : 0;
        }
        return sum;
    }

    private long count(List<String> codes) {
        List<Set<String>> leaves = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            leaves.add(dimensions.get(i).leavesUnder(codes.get(i)));
        }
        return countIn(leaves);
    }

    private static List<String> with(List<String> codes, int at, String code) {
        List<String> other = new ArrayList<>(codes);
        other.set(at, code);
        return other;
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Such as {@code grade: 3, 4, 5 × learner: N, Y}. */
    @Override
    public String toString() {
        return dimensions.stream().map(Dimension::toString).collect(Collectors.joining(" × "));
    }
}
