package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV source (RFC 4180, UTF-8 with or without a byte order mark; gzip is recognised by its first bytes), one
 * after the other, each with its line. Empty lines are no rows. A source that ends inside a quotation is refused: it was
 * cut short, or a stray quotation mark swallowed its rest. Messages name lines, never the content of a cell. Not
 * thread-safe.
 *
 * <pre>{@code
 * CsvRows rows = CsvRows.of(stream);
 * ColumnNames names = ColumnNames.of(rows.next().cells());
 * while (rows.hasNext()) {
 *     CsvRows.Row row = rows.next();
 *     String school = row.label(names.find("school").orElseThrow());
 * }
 * }</pre>
 */
public final class CsvRows implements Iterator<CsvRows.Row> {
    /** How long a label can be, in UTF-16 units. */
    public static final int LONGEST_LABEL = 200;

    private final SourceText text;
    private final Iterator<CsvRecord> records;
    private @Nullable Row ahead;
    private boolean ended;
    private long line;

    /**
     * A row.
     *
     * @param line the line of the file at which it begins, from 1
     * @param cells its cells as they are
     */
    public record Row(long line, List<String> cells) {
        /** That cell without the blanks at its ends, in composed form, as {@link CsvRows#label}. */
        public String label(int place) {
            return CsvRows.label(cells.get(place));
        }
    }

    private CsvRows(SourceText text) {
        this.text = text;
        this.records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .iterator();
    }

    /**
     * The rows of that source, which the caller closes.
     *
     * @throws EvidenceException if its first bytes cannot be read or are of another encoding
     */
    public static CsvRows of(InputStream stream) {
        try {
            return new CsvRows(SourceText.of(stream));
        } catch (IOException e) {
            throw SourceText.broken(0, e);
        }
    }

    /**
     * Whether there is another row.
     *
     * @throws EvidenceException if the source breaks off, is not UTF-8, is no CSV or ends inside a quotation
     */
    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            fetch();
        }
        return !ended;
    }

    /**
     * The next row.
     *
     * @throws EvidenceException as {@link #hasNext}
     */
    @Override
    public Row next() {
        Row row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException("there are no more rows");
        }
        ahead = null;
        return row;
    }

    private void fetch() {
        try {
            if (!records.hasNext()) {
                throw SourceText.unclosed(Math.max(1, line));
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            String last = record.getField(record.getFieldCount() - 1);
            boolean marked = !last.isEmpty() && last.charAt(last.length() - 1) == SourceText.END;
            if (marked && !records.hasNext()) {
                if (record.getFieldCount() > 1 || last.length() > 1) {
                    throw SourceText.unclosed(line);
                }
                ended = true;
                return;
            }
            ahead = new Row(line, record.getFields());
        } catch (UncheckedIOException e) {
            throw SourceText.broken(line, e);
        } catch (CsvParseException e) {
            throw SourceText.noCsv(line, e);
        }
    }

    /** The SHA-256 digest of the uncompressed bytes, in lower-case hexadecimal; after the last row, once. */
    public String sha256() {
        return text.sha256();
    }

    /**
     * What a cell says: without blanks at its ends, and in Unicode's composed form (NFC), so that two ways of writing one
     * name are one label.
     */
    public static String label(String cell) {
        return Normalizer.normalize(cell.strip(), Normalizer.Form.NFC);
    }

    /** Whether a text can be a label: at most {@value #LONGEST_LABEL} characters, no control characters or line breaks. */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL
                && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }
}
