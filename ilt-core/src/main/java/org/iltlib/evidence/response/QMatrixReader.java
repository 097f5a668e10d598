package org.iltlib.evidence.response;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;

/**
 * Reads a {@link QMatrix} from CSV (RFC 4180, UTF-8; gzip is recognised by its first bytes): a header line with the
 * attributes after the first column, then a line for each item: its name, and 1 under the attributes that it asks for, 0
 * under the others. Messages name lines and columns, never an item: in a file without a header the first may be a person.
 * Linear in the bytes.
 */
public final class QMatrixReader {
    private QMatrixReader() {}

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws EvidenceException if it cannot be read, or a line is no row of a matrix; it says which, and what was
     *     expected
     */
    public static QMatrix read(InputStream stream) {
        CsvRows rows = CsvRows.of(stream);
        if (!rows.hasNext()) {
            throw new EvidenceException("the source is empty. Expected a header line.", 0, null);
        }
        ColumnNames header = ColumnNames.of(rows.next().cells());
        List<String> attributes = attributes(header);
        QMatrix.Builder builder = QMatrix.builder(attributes);
        Set<String> items = new HashSet<>();
        while (rows.hasNext()) {
            CsvRows.Row row = rows.next();
            long line = row.line();
            if (row.cells().size() != header.size()) {
                throw refusal(line, " has " + row.cells().size() + " cells. Expected " + header.size() + ".");
            }
            String item = row.label(0);
            if (item.isEmpty() || !CsvRows.isLabel(item)) {
                throw refusal(line, item.isEmpty() ? " has no item." : ": the item is no label.");
            }
            if (!items.add(item)) {
                throw refusal(line, " repeats an item. Expected each once.");
            }
            List<String> asked = asked(row, header, attributes);
            if (asked.isEmpty()) {
                throw refusal(line, ": the item asks for no attribute. Expected at least one.");
            }
            builder.add(item, asked);
        }
        if (items.isEmpty()) {
            throw refusal(1, ": items is empty. Expected a row for each.");
        }
        return builder.build();
    }

    private static List<String> attributes(ColumnNames header) {
        List<String> attributes = header.list().subList(1, header.size());
        if (attributes.isEmpty() || attributes.size() > QMatrix.MAXIMUM_ATTRIBUTES) {
            throw refusal(
                    1,
                    attributes.isEmpty()
                            ? ": attributes is empty. Expected a column for each after the first."
                            : ": there are " + attributes.size() + " attributes. Expected at most "
                                    + QMatrix.MAXIMUM_ATTRIBUTES + ". Maybe the matrix is transposed.");
        }
        for (int at = 0; at < attributes.size(); at++) {
            String name = attributes.get(at);
            if (name.isEmpty() || !CsvRows.isLabel(name)) {
                throw refusal(1, ": column " + (at + 2) + " has no name.");
            }
            if (attributes.indexOf(name) < at) {
                throw refusal(1, ": column " + (at + 2) + " repeats an attribute. Expected each once.");
            }
        }
        return attributes;
    }

    private static List<String> asked(CsvRows.Row row, ColumnNames header, List<String> attributes) {
        List<String> asked = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            String cell = row.cells().get(i).strip();
            if (!cell.equals("0") && !cell.equals("1")) {
                throw refusal(row.line(), ", column \"" + header.tell(i) + "\": expected 0 or 1.");
            }
            if (cell.equals("1")) {
                asked.add(attributes.get(i - 1));
            }
        }
        return asked;
    }

    private static EvidenceException refusal(long line, String words) {
        return new EvidenceException("line " + line + words, line, null);
    }
}
