package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
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
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads scores from CSV (RFC 4180, UTF-8, a header line; gzip is recognised by its first bytes) into columns, in one
 * pass, and accounts for every row. Immutable, thread-safe.
 *
 * <p>A row is rejected, and reading goes on, if it has another number of cells than the header, lacks student, unit or
 * grade, has an unknown grade or a score that is no number, or repeats a student in a grade. Reading ends with an
 * {@link EvidenceException} if the source cannot be read, is empty, is cut off or lacks a declared column. Empty lines
 * are not rows. Time is linear in the bytes; memory is some bytes a cell and one copy of each different label.
 */
public final class ScoreTableReader {
    private final ScoreLayout layout;

    private ScoreTableReader(ScoreLayout layout) {
        this.layout = layout;
    }

    /** A reader of files with that layout. */
    public static ScoreTableReader of(ScoreLayout layout) {
        return new ScoreTableReader(layout);
    }

    /**
     * Reads a file, plain or gzip.
     *
     * @throws EvidenceException if it cannot be read as a whole
     */
    public ScoreImport read(Path file) {
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
    public ScoreImport read(InputStream stream) {
        ScoreColumnsBuilder[] started = new ScoreColumnsBuilder[1];
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStream hashed = new DigestInputStream(unzipped(stream), digest);
            InputStreamReader text = new InputStreamReader(
                    hashed,
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
                throw new EvidenceException("the source is empty. Expected a header line.");
            }
            ScoreColumnsBuilder columns = new ScoreColumnsBuilder(layout, header(records.next()));
            started[0] = columns;
            while (records.hasNext()) {
                columns.add(records.next());
            }
            return new ScoreImport(
                    columns.table(), columns.report(), HexFormat.of().formatHex(digest.digest()));
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

    private static long lastLine(@Nullable ScoreColumnsBuilder columns) {
        return columns == null ? 1 : columns.lastLine();
    }

    /**
     * The bytes of a source as they are read and hashed: those of a plain file, or what is packed in a gzip file. For
     * keeping the rows under the digest that {@link ScoreImport#sha256()} gives.
     *
     * @throws IOException if the first bytes cannot be read
     */
    public static InputStream unzipped(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static List<String> header(CsvRecord first) {
        List<String> names = new ArrayList<>(first.getFields());
        if (names.get(0).startsWith("\uFEFF")) {
            names.set(0, names.get(0).substring(1));
        }
        return List.copyOf(names);
    }
}
