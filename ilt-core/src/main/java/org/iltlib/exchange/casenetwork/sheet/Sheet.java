package org.iltlib.exchange.casenetwork.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sheet as rows of cells by the name of their column; empty cells are left out. A sheet that ends inside a quotation is
 * refused: a stray quotation mark has swallowed its rest.
 */
final class Sheet {
    /** Stands alone in the last row if all quotations are closed, and inside the last quotation if not; no character. */
    private static final String END = "\uFFFF";

    private final List<Row> rows = new ArrayList<>();

    /**
     * A row.
     *
     * @param number its number, the row of names being 1
     * @param cells its cells that are not empty
     */
    record Row(int number, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads a sheet, and says what is wrong with it. */
    Sheet(String name, String text, List<String> required, SheetProblems problems) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord((text.startsWith("\uFEFF") ? text.substring(1) : text) + "\n" + END)
                    .forEach(records::add);
        } catch (CsvParseException e) {
            problems.add(name, records.size() + 1, "", "cannot be read. Maybe a quotation mark is not closed");
            return;
        }
        List<String> last = records.get(records.size() - 1).getFields();
        if (!last.equals(List.of(END))) {
            problems.add(
                    name,
                    records.size(),
                    records.size() > 1 ? column(header(records.get(0)), last.size() - 1) : "",
                    "begins a quotation that is never closed. Maybe a quotation mark is missing at the end of the cell");
            return;
        }
        records.remove(records.size() - 1);
        if (text.isBlank()) {
            problems.add(name, 1, "", "is missing. Expected the names of the columns");
            return;
        }
        List<String> header = header(records.get(0));
        Set<String> seen = new LinkedHashSet<>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column)) {
                problems.add(name, 1, column, "stands twice. Expected each column once");
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                problems.add(name, 1, column, "is missing");
            }
        }
        for (int i = 1; i < records.size(); i++) {
            row(name, i + 1, header, records.get(i).getFields(), problems);
        }
    }

    private static List<String> header(CsvRecord names) {
        return names.getFields().stream().map(String::strip).toList();
    }

    private static String column(List<String> header, int place) {
        return place < header.size() ? header.get(place) : "";
    }

    private void row(String name, int number, List<String> header, List<String> given, SheetProblems problems) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String column = column(header, i);
            if (given.get(i).isEmpty()) {
                continue;
            }
            if (column.isEmpty()) {
                problems.add(name, number, "", "has a cell in column " + (i + 1) + ", which has no name");
            } else {
                cells.put(column, given.get(i));
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Row(number, cells));
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Writes a sheet: those columns, then the others in the order of their names. */
    static String write(List<String> columns, List<Map<String, String>> rows) {
        Set<String> others = new TreeSet<>();
        rows.forEach(row -> others.addAll(row.keySet()));
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(others);
        StringBuilder text = new StringBuilder();
        line(text, all, Map.of(), true);
        rows.forEach(row -> line(text, all, row, false));
        return text.toString();
    }

    private static void line(StringBuilder text, Set<String> columns, Map<String, String> row, boolean names) {
        boolean first = true;
        for (String column : columns) {
            text.append(first ? "" : ",").append(quote(names ? column : row.getOrDefault(column, "")));
            first = false;
        }
        text.append("\r\n");
    }

    private static String quote(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
