package org.iltlib.exchange.oneroster;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * One row of a OneRoster file, by column name; blank cells are left out. Immutable. A password is never part of it.
 *
 * @param file the file it stands in
 * @param sourcedId its id, unique in the file
 * @param cells the filled cells but the id, by column; {@code metadata.*} columns included
 */
public record RosterRow(OneRosterFile file, String sourcedId, Map<String, String> cells) {
    /** Checks the columns and copies the cells in the order of the columns. */
    public RosterRow {
        Checks.id(sourcedId, "sourcedId");
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String column : file.columns()) {
            String value = cells.get(column);
            if (value != null && !value.isEmpty()) {
                ordered.put(column, value);
            }
        }
        for (String column : cells.keySet().stream().sorted().toList()) {
            Checks.require(
                    file.columns().contains(column) || column.startsWith("metadata."),
                    "column is \"%s\". Expected one of %s. Maybe it should begin with metadata.",
                    column,
                    file.columns());
            ordered.putIfAbsent(column, cells.getOrDefault(column, ""));
        }
        ordered.values().removeIf(String::isEmpty);
        Checks.require(
                !ordered.containsKey("password") && !ordered.containsKey("sourcedId"),
                "A password is never part of a row, and the id is not a cell. Maybe leave the column out.");
        cells = Collections.unmodifiableMap(ordered);
    }

    /** A row with nothing but its id. */
    public static RosterRow of(OneRosterFile file, String sourcedId) {
        return new RosterRow(file, sourcedId, Map.of());
    }

    /**
     * A copy with that cell.
     *
     * @throws IllegalArgumentException if the file has no such column
     */
    public RosterRow with(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(cells);
        more.put(column, value);
        return new RosterRow(file, sourcedId, more);
    }

    /** The cell in that column, empty if blank. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The values of a cell that holds a list; empty if blank. */
    public List<String> list(String column) {
        return find(column)
                .map(cell -> new ColumnRule(column, false, true, "text").values(cell))
                .orElse(List.of());
    }

    /** The date in that column, empty if blank. */
    public Optional<LocalDate> findDate(String column) {
        return find(column).map(LocalDate::parse);
    }

    /** File and id only, so that a log never shows a person. */
    @Override
    public String toString() {
        return file.stem() + " " + sourcedId;
    }
}
