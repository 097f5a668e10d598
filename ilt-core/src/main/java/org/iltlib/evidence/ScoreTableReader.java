package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
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
import java.util.HexFormat;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/**
 * Reads scores from CSV (RFC 4180, UTF-8, a header line; gzip is recognised by its first bytes) into columns, in one
 * pass, and accounts for every row. Immutable, thread-safe.
 *
 * <p>A row is rejected, and reading goes on, if it has another number of cells than the header, lacks student, unit or
 * grade, has an unknown grade or a score that is no number, or repeats a student in a grade. Reading ends with an
 * {@link EvidenceException} if the source cannot be read, is empty, is cut off or lacks a declared column. Empty lines
 * are not rows. Time is linear in the bytes; memory is some bytes a cell and one copy of the characters of each
 * different label, no object for either.
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
        RowCollector collector = new RowCollector();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStream hashed = new DigestInputStream(unzipped(stream), digest);
            InputStreamReader text = new InputStreamReader(
                    hashed,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            Iterator<CellRows> batches = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .build(collector, text)
                    .iterator();
            if (!batches.hasNext()) {
                throw new EvidenceException("the source is empty. Expected a header line.");
            }
            batches.next();
            ScoreColumnsBuilder columns = new ScoreColumnsBuilder(layout, collector);
            try (RowRelay relay =
                    new RowRelay(columns, collector, layout.columns().size())) {
                while (batches.hasNext()) {
                    batches.next();
                    relay.handOver();
                }
                relay.finish();
            }
            return new ScoreImport(
                    columns.table(), columns.report(), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | UncheckedIOException e) {
            throw new EvidenceException(
                    "the source breaks off or is not UTF-8 after line " + collector.lastLine()
                            + ". Maybe a file was cut short, or saved in another encoding.",
                    collector.lastLine(),
                    e);
        } catch (CsvParseException e) {
            throw new EvidenceException(
                    "the source is no CSV after line " + collector.lastLine()
                            + ". Maybe a quotation mark is never closed.",
                    collector.lastLine(),
                    null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
}
