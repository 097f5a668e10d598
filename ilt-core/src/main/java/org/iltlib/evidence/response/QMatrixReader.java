package org.iltlib.evidence.response;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.iltlib.evidence.EvidenceException;

/**
 * Reads a {@link QMatrix} from CSV (RFC 4180, UTF-8): a header line with the attributes after the first column, then a
 * line for each item: its name, and 1 under the attributes that it asks for, 0 under the others. Linear in the bytes.
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
        long line = 0;
        try {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()))
                    .iterator();
            if (!records.hasNext()) {
                throw new EvidenceException("the source is empty. Expected a header line.", 0, null);
            }
            List<String> header = records.next().getFields();
            line = 1;
            QMatrix.Builder builder = QMatrix.builder(
                    header.subList(1, header.size()).stream().map(String::strip).toList());
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                builder.add(row.getField(0).strip(), asked(row, header, line));
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new EvidenceException("line " + Math.max(1, line) + ": " + e.getMessage(), Math.max(1, line), e);
        } catch (UncheckedIOException | CsvParseException e) {
            throw new EvidenceException(
                    "the source breaks off, is no CSV or is not UTF-8 after line " + line + ". Maybe it was cut short.",
                    line,
                    e);
        }
    }

    private static List<String> asked(CsvRecord row, List<String> header, long line) {
        if (row.getFieldCount() != header.size()) {
            throw new EvidenceException(
                    "line " + line + " has " + row.getFieldCount() + " cells. Expected " + header.size() + ".",
                    line,
                    null);
        }
        List<String> asked = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            String cell = row.getField(i).strip();
            if (!cell.equals("0") && !cell.equals("1")) {
                throw new EvidenceException(
                        "line " + line + ", column \"" + header.get(i).strip() + "\": expected 0 or 1.", line, null);
            }
            if (cell.equals("1")) {
                asked.add(header.get(i).strip());
            }
        }
        return asked;
    }
}
