package org.iltlib.analytics.measurement.diagnosis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.QMatrixReader;
import org.iltlib.evidence.response.ResponseTable;

/** Reads files of the shared folder in place, and skips the test where the folder is absent. */
final class SharedTables {
    private SharedTables() {}

    /** The lines of a file below {@code data}. */
    static List<String> lines(String name) {
        try {
            return Files.readAllLines(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QMatrix q(String name) {
        try (InputStream in = Files.newInputStream(path(name))) {
            return QMatrixReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with a header and ids in the first column; an empty cell was not administered. */
    static ResponseTable answers(String name) {
        List<String> lines = lines(name);
        List<String> header = List.of(lines.get(0).split(",", -1));
        ResponseTable.Builder table = ResponseTable.builder(header.subList(1, header.size()));
        List<String> rest = new ArrayList<>(lines.subList(1, lines.size()));
        int number = 0;
        for (String line : rest) {
            String[] cells = line.split(",", -1);
            byte[] codes = new byte[cells.length - 1];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = cells[i + 1].isEmpty()
                        ? ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED)
                        : Byte.parseByte(cells[i + 1]);
            }
            table.add("p-" + number++, codes);
        }
        return table.build();
    }

    private static Path path(String name) {
        Path path = Path.of("../../shared/data", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        return path;
    }
}
