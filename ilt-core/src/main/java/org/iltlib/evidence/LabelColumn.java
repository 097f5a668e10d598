package org.iltlib.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.base.Checks;
import org.iltlib.evidence.column.Codes;
import org.iltlib.evidence.column.PooledLabels;
import org.jspecify.annotations.Nullable;

/**
 * A column of labels, such as a school, a grade or a group of students: each different label is kept once, each row is
 * a small number that points to it: one byte while there are at most 128 labels, two while there are at most 32,768,
 * otherwise four. Of over 4,096 labels the characters are kept in one array, and a text is made when it is asked for.
 * Immutable, thread-safe.
 */
public final class LabelColumn {
    /** The code of a row without a label. */
    public static final int NONE = -1;

    private final String name;
    private final List<String> levels;
    private final Codes codes;

    /** Takes over levels that never change. */
    LabelColumn(String name, List<String> levels, Codes codes) {
        this.name = name;
        this.levels = levels;
        this.codes = codes;
    }

    /**
     * A column of those labels, one for each row in order; an empty text is no label. Levels stand in the natural order
     * of their text. Time n log n at most.
     */
    public static LabelColumn of(String name, List<String> labels) {
        List<String> levels = labels.stream()
                .filter(label -> !label.isEmpty())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> places = new HashMap<>();
        levels.forEach(level -> places.put(level, places.size()));
        int[] codes = labels.stream()
                .mapToInt(label -> places.getOrDefault(label, NONE))
                .toArray();
        return new LabelColumn(
                Checks.text(name, "name"),
                levels,
                Codes.collect(codes.length, NONE, levels.size() - 1, row -> codes[row]));
    }

    /** The column's name in the source. */
    public String name() {
        return name;
    }

    /** The different labels: grades from youngest to oldest, all others in the natural order of their text. */
    public List<String> levels() {
        return levels;
    }

    /**
     * The row's place in {@link #levels}, or {@link #NONE} if it has no label. Constant time.
     *
     * @throws IndexOutOfBoundsException if there is no such row; the first is 0
     */
    public int code(int row) {
        return codes.get(row);
    }

    /**
     * The row's label; empty if it has none.
     *
     * @throws IndexOutOfBoundsException if there is no such row; the first is 0
     */
    public Optional<String> find(int row) {
        int code = codes.get(row);
        return code == NONE ? Optional.empty() : Optional.of(levels.get(code));
    }

    /** The code of that label; empty if no row has it. At most some thousand comparisons. */
    public OptionalInt findCode(String level) {
        int at = levels.indexOf(level);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * The code of that label.
     *
     * @throws IllegalArgumentException if no row has it; the message lists some that exist
     */
    public int getCode(String level) {
        return findCode(level)
                .orElseThrow(() -> new IllegalArgumentException("column \"" + name + "\" has no \"" + level
                        + "\". Maybe one of "
                        + String.join(", ", levels.subList(0, Math.min(levels.size(), 10)))
                        + (levels.size() > 10 ? ", …" : "") + "."));
    }

    /** The number of rows. */
    public int size() {
        return codes.size();
    }

    /** The bytes of the rows, and of the labels where these are many. */
    long retainedBytes() {
        return codes.retainedBytes() + (levels instanceof PooledLabels labels ? labels.retainedBytes() : 0);
    }

    /** These rows with the same labels and codes. */
    LabelColumn select(int[] rows) {
        return new LabelColumn(name, levels, codes.select(rows));
    }

    /** Whether names, labels and rows are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelColumn column
                && name.equals(column.name)
                && levels.equals(column.levels)
                && codes.equals(column.codes);
    }

    @Override
    public int hashCode() {
        return 31 * levels.hashCode() + codes.hashCode();
    }

    /** Such as {@code ses: 2 labels in 26796 rows}; never the content of a row. */
    @Override
    public String toString() {
        return name + ": " + levels.size() + " labels in " + codes.size() + " rows";
    }
}
