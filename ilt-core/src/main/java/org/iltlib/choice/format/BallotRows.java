package org.iltlib.choice.format;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;

/** The rows of a table of ballots, the one way in which tables are opened here. */
public final class BallotRows {
    private BallotRows() {}

    /**
     * All rows that are not empty, in order, with their lines. Linear.
     *
     * @throws FormatException if the table is no CSV in UTF-8 or ends inside a quotation, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public static List<CsvRows.Row> read(InputStream in) {
        List<CsvRows.Row> rows = new ArrayList<>();
        try {
            CsvRows.of(in).forEachRemaining(rows::add);
        } catch (EvidenceException e) {
            if (e.getCause() instanceof UncheckedIOException failed
                    && !(failed.getCause() instanceof CharacterCodingException)) {
                throw failed;
            }
            int line = (int) e.row().orElse(0);
            throw new FormatException(line, String.valueOf(e.getMessage()).replaceFirst("^row \\d+: ", ""), e);
        }
        return rows;
    }
}
