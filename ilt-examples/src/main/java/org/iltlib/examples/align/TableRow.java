package org.iltlib.examples.align;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.examples.UsageException;

/** A row of a table with named columns, and where it stands. */
record TableRow(Path file, long line, Map<String, String> cells) {
    /** All rows of a file; names of columns in any case, in any order. */
    static List<TableRow> read(Path file, List<String> needed) {
        List<TableRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<String> header = new ArrayList<>();
            for (CsvRecord record : csv) {
                if (header.isEmpty()) {
                    record.getFields()
                            .forEach(name -> header.add(
                                    name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)));
                    continue;
                }
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), record.getField(i).strip());
                }
                rows.add(new TableRow(file, record.getStartingLineNumber(), cells));
            }
            for (String name : needed) {
                if (!header.contains(name)) {
                    throw new UsageException(file.getFileName() + ": column \"" + name
                            + "\" is not in the header. Expected " + String.join(", ", needed) + ".");
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new UsageException(
                    file.getFileName() + ": the table cannot be read after row " + (rows.size() + 1)
                            + ". Maybe a row has not as many cells as the header.",
                    e);
        }
        if (rows.isEmpty()) {
            throw new UsageException(file.getFileName() + ": there are no rows below the header.");
        }
        return rows;
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
