package org.iltlib.evidence.response;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;

/**
 * Reads responses from CSV (RFC 4180, UTF-8; gzip is recognised by its first bytes): a row for each student, a column
 * for each item, in one pass, and accounts for every row. Immutable, thread-safe.
 *
 * <p>A row is rejected, and reading goes on, if it has another number of cells than the header, lacks its student,
 * repeats one, has a group that is no label (see {@link CsvRows#isLabel}), or holds something in an item's cell that
 * is neither points (0 to {@value ResponseTable#MAXIMUM}) nor a declared text; with a key, an answer may be any text
 * of up to {@value #LONGEST_ANSWER} characters. Reading ends with an {@link EvidenceException} if the source cannot be
 * read, is empty, is cut off (inside a quotation, say), lacks a named column, or the key does not fit the items. Empty
 * lines are not rows. Messages name row and column, never the content of a cell, nor the name of a column if the first
 * line does not look like a header. Labels are read in Unicode's composed form (NFC). Linear in the bytes.
 */
public final class ResponseTableReader {
    /** How long an answer can be. */
    public static final int LONGEST_ANSWER = 20;

    private final ResponseLayout layout;

    private ResponseTableReader(ResponseLayout layout) {
        this.layout = layout;
    }

    /** A reader of files with that layout. */
    public static ResponseTableReader of(ResponseLayout layout) {
        return new ResponseTableReader(layout);
    }

    /**
     * Reads a file, plain or gzip.
     *
     * @throws EvidenceException if it cannot be read as a whole
     */
    public ResponseImport read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream);
        } catch (IOException e) {
            throw new EvidenceException("cannot read " + file.getFileName() + ". Maybe the path is wrong.", 0, e);
        }
    }

    /**
     * Reads a stream to its end, plain or gzip; the caller closes it.
     *
     * @throws EvidenceException if it cannot be read as a whole
     */
    public ResponseImport read(InputStream stream) {
        CsvRows source = CsvRows.of(stream);
        if (!source.hasNext()) {
            throw new EvidenceException("the source is empty. Expected responses.", 0, null);
        }
        ResponseRows rows = new ResponseRows(
                layout,
                ColumnNames.of(layout.headerless().isEmpty() ? source.next().cells() : layout.headerless()));
        while (source.hasNext()) {
            rows.add(source.next());
        }
        return rows.build(source.sha256());
    }
}
