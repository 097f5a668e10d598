package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads scores from CSV (RFC 4180, UTF-8, a header line; gzip is recognised by its first bytes) into columns, in one
 * pass, and accounts for every row. Immutable, thread-safe.
 *
 * <p>A row is rejected, and reading goes on, if it has another number of cells than the header, lacks student, unit or
 * grade, has an unknown grade, a score that is no number or a label that is none (see {@link CsvRows#isLabel}), or
 * repeats a student in a grade. Labels are read in Unicode's composed form (NFC), without blanks at their ends.
 * Reading ends with an {@link EvidenceException} if the source cannot be read, is empty, is cut off (inside a
 * quotation, say) or lacks a declared column. Empty lines are not rows. Time is linear in the bytes; memory is some
 * bytes a cell and one copy of the characters of each different label, no object for either.
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
            SourceText text = SourceText.of(stream);
            Iterator<CellRows> batches = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .build(collector, text)
                    .iterator();
            if (!batches.hasNext()) {
                if (!collector.isWhole()) {
                    throw SourceText.unclosed(1);
                }
                throw new EvidenceException("the source is empty. Expected a header line.");
            }
            batches.next();
            List<String> header = collector.header();
            if (header.get(header.size() - 1).indexOf(SourceText.END) >= 0) {
                throw SourceText.unclosed(1);
            }
            ScoreColumnsBuilder columns = new ScoreColumnsBuilder(layout, collector);
            try (RowRelay relay =
                    new RowRelay(columns, collector, layout.columns().size())) {
                while (batches.hasNext()) {
                    batches.next();
                    relay.handOver();
                }
                if (!collector.isWhole()) {
                    throw SourceText.unclosed(collector.lastLine());
                }
                relay.finish();
            }
            return new ScoreImport(columns.table(), columns.report(), text.sha256());
        } catch (IOException | UncheckedIOException e) {
            throw SourceText.broken(collector.lastLine(), e);
        } catch (CsvParseException e) {
            throw SourceText.noCsv(collector.lastLine(), e);
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
