package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * Rows and columns under a caption; the first column names the row.
 *
 * <pre>{@code
 * Table.captioned("Reading by grade").withColumns("Grade", "Mean", "n").with(Cell.of("K"), Cell.of(436.7, 1), Cell.of(57));
 * }</pre>
 *
 * @param caption what the table shows
 * @param columns the head of each column
 * @param rows the cells, each row as long as there are columns
 */
public record Table(String caption, List<String> columns, List<List<Cell>> rows) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the caption is blank or a row is not as long as there are columns
     */
    public Table {
        Checks.text(caption, "caption");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            Checks.require(
                    row.size() == columns.size(),
                    "A row has %s cells. Expected %s, one for each column.",
                    row.size(),
                    columns.size());
        }
    }

    /** A table without columns yet. */
    public static Table captioned(String caption) {
        return new Table(caption, List.of(), List.of());
    }

    /**
     * A copy with these columns.
     *
     * @throws IllegalArgumentException if there are rows already
     */
    public Table withColumns(String... heads) {
        Checks.require(rows.isEmpty(), "The table has rows already. Maybe name the columns first.");
        return new Table(caption, List.of(heads), rows);
    }

    /**
     * A copy with one more row.
     *
     * @throws IllegalArgumentException if it is not as long as there are columns
     */
    public Table with(Cell... cells) {
        return with(Arrays.asList(cells));
    }

    /** As {@link #with(Cell...)}. */
    public Table with(List<Cell> cells) {
        List<List<Cell>> more = new ArrayList<>(rows);
        more.add(cells);
        return new Table(caption, columns, more);
    }

    /** The table as text: columns padded with blanks, numbers to the right. Lengths are in characters. */
    public String toText() {
        List<List<Cell>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Cell::of).toList());
        lines.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> length(line.get(column).text()))
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> pad(line.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String pad(Cell cell, int width) {
        String blanks = " ".repeat(width - length(cell.text()));
        return cell.content() == Cell.Content.NUMBER ? blanks + cell.text() : cell.text() + blanks;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
