package org.iltlib.evidence;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of the columns of a file, for finding columns and for messages. A file without a header line begins with a
 * person; so names are told only if all of the first line look like names (a letter, then letters, digits, {@code _ - .},
 * no blanks, at most 60 characters), and never more than ten. Otherwise columns are told by
 * number. Immutable.
 */
public final class ColumnNames {
    private static final int MOST = 10;
    private static final int LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_.-]{0," + (LONGEST - 1) + "}");

    private final List<String> names;
    private final boolean plain;

    private ColumnNames(List<String> names) {
        this.names = names;
        this.plain = !names.isEmpty()
                && names.stream().allMatch(name -> NAME.matcher(name).matches());
    }

    /** The names in those cells, as {@link CsvRows#label} reads them. */
    public static ColumnNames of(List<String> cells) {
        return new ColumnNames(cells.stream().map(CsvRows::label).toList());
    }

    /** All names, in order. */
    public List<String> list() {
        return names;
    }

    /** The number of columns. */
    public int size() {
        return names.size();
    }

    /** The first place, from 0, of the column of that name. */
    public OptionalInt find(String name) {
        int at = names.indexOf(CsvRows.label(name));
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** Whether more than one column has that name. */
    public boolean isRepeated(String name) {
        String label = CsvRows.label(name);
        return names.indexOf(label) != names.lastIndexOf(label);
    }

    /** How the column at that place, from 0, is told: its name, or {@code column 3}. */
    public String tell(int place) {
        return plain ? names.get(place) : "column " + (place + 1);
    }

    /** What a message says of the columns: {@code Maybe one of id, grade, math}, bounded. */
    public String hint() {
        if (!plain) {
            return "There " + (names.size() == 1 ? "is one column" : "are " + names.size() + " columns")
                    + ". Maybe the file has no header line";
        }
        return "Maybe one of "
                + names.stream().limit(MOST).collect(Collectors.joining(", "))
                + (names.size() > MOST ? " … (" + names.size() + " columns)" : "");
    }

    /** As {@link #hint}. */
    @Override
    public String toString() {
        return hint();
    }
}
