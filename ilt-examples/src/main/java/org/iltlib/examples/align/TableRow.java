package org.iltlib.examples.align;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.examples.UsageException;

/** A row of a table with named columns, and the line at which it begins. */
record TableRow(Path file, long line, Map<String, String> cells) {
    /**
     * All rows of a file in UTF-8; names of columns in any case, in any order.
     *
     * @param needed the columns that there must be
     * @param others the columns that there may be; if empty, any
     */
    static List<TableRow> read(Path file, List<String> needed, List<String> others) {
        List<TableRow> rows = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            CsvRows csv = CsvRows.of(stream);
            List<String> header = csv.hasNext() ? header(file, csv.next(), needed, others) : List.of();
            while (csv.hasNext()) {
                CsvRows.Row row = csv.next();
                if (row.cells().size() != header.size()) {
                    throw new UsageException(file.getFileName() + ": row " + row.line() + " has "
                            + row.cells().size() + " cells. Expected " + header.size() + ", as in the header.");
                }
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), row.cells().get(i).strip());
                }
                rows.add(new TableRow(file, row.line(), cells));
            }
        } catch (EvidenceException e) {
            throw new UsageException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException(file.getFileName() + ": the table cannot be read.", e);
        }
        if (rows.isEmpty()) {
            throw new UsageException(file.getFileName() + ": there are no rows below the header.");
        }
        return rows;
    }

    private static List<String> header(Path file, CsvRows.Row names, List<String> needed, List<String> others) {
        List<String> header = new ArrayList<>();
        for (String cell : names.cells()) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && header.contains(name)) {
                throw new UsageException(file.getFileName() + ": column \"" + name + "\" stands twice in the header.");
            }
            header.add(name);
        }
        for (String name : needed) {
            if (!header.contains(name)) {
                throw new UsageException(file.getFileName() + ": column \"" + name
                        + "\" is not in the header. Expected " + String.join(", ", needed) + ".");
            }
        }
        List<String> known = new ArrayList<>(needed);
        known.addAll(others);
        for (String name : header) {
            if (!others.isEmpty() && !known.contains(name)) {
                throw new UsageException(file.getFileName() + ": column \"" + name
                        + "\" is not known. Expected some of " + String.join(", ", known) + ". Maybe it is misspelt.");
            }
        }
        return header;
    }

    /** The cell, if it is there and holds something. */
    Optional<String> find(String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    /** The cell, which must hold something. */
    String get(String column) {
        return find(column).orElseThrow(() -> fault(column, "is empty"));
    }

    /** A fault that names row and column and never what stands there. */
    UsageException fault(String column, String what) {
        return new UsageException(file.getFileName() + ": row " + line + ": " + column + " " + what + ".");
    }
}
