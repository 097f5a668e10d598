package org.iltlib.evidence.response;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.ScoreTableReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses from CSV (RFC 4180, UTF-8; gzip is recognised by its first bytes): a row for each student, a column for
 * each item, in one pass, and accounts for every row. Immutable, thread-safe.
 *
 * <p>A row is rejected, and reading goes on, if it has another number of cells than the header, lacks its student,
 * repeats one, or holds something in an item's cell that is neither points (0 to {@value ResponseTable#MAXIMUM}) nor a
 * declared text; with a key, an answer may be any text of up to {@value #LONGEST_ANSWER} characters. Reading ends with an
 * {@link EvidenceException} if the source cannot be read, is empty, is cut off, lacks a named column, or the key does not
 * fit the items. Empty lines are not rows. Messages name row and column, never the content of a cell. Linear in the bytes.
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
        ResponseRows[] started = new ResponseRows[1];
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStreamReader text = new InputStreamReader(
                    new DigestInputStream(ScoreTableReader.unzipped(stream), digest),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            Iterator<CsvRecord> records = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text)
                    .iterator();
            if (!records.hasNext()) {
                throw new EvidenceException("the source is empty. Expected responses.", 0, null);
            }
            ResponseRows rows = new ResponseRows(
                    layout, layout.headerless().isEmpty() ? header(records.next()) : layout.headerless());
            started[0] = rows;
            while (records.hasNext()) {
                rows.add(records.next());
            }
            return rows.build(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | UncheckedIOException e) {
            throw new EvidenceException(
                    "the source breaks off or is not UTF-8 after line " + lastLine(started[0])
                            + ". Maybe a file was cut short, or saved in another encoding.",
                    lastLine(started[0]),
                    e);
        } catch (CsvParseException e) {
            throw new EvidenceException(
                    "the source is no CSV after line " + lastLine(started[0])
                            + ". Maybe a quotation mark is never closed.",
                    lastLine(started[0]),
                    null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static long lastLine(@Nullable ResponseRows rows) {
        return rows == null ? 1 : rows.lastLine();
    }

    private static List<String> header(CsvRecord first) {
        List<String> names = new ArrayList<>();
        for (String field : first.getFields()) {
            names.add(
                    names.isEmpty() && field.startsWith("\uFEFF")
                            ? field.substring(1).strip()
                            : field.strip());
        }
        return List.copyOf(names);
    }
}
