package org.iltlib.examples.safe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.Dimension;
import org.iltlib.analytics.privacy.TableRequest;
import org.iltlib.examples.UsageException;

/** A file with a row for each person. Messages name rows, counted from 1 with the header, never their content. */
public final class PeopleFile {
    private final String name;
    private final String digest;
    private final List<String> header;
    private final List<List<String>> rows;
    private final List<Long> lines;

    private PeopleFile(String name, String digest, List<String> header, List<List<String>> rows, List<Long> lines) {
        this.name = name;
        this.digest = digest;
        this.header = header;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * Reads a CSV file with a header.
     *
     * @throws UsageException if it cannot be read, is empty, or a row has another number of cells than the header
     */
    public static PeopleFile read(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UsageException("The file " + path + " cannot be read. Maybe the path is wrong.", e);
        }
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                rows.add(List.copyOf(row.getFields()));
                lines.add(row.getStartingLineNumber());
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new UsageException("The file " + path + " is no CSV after row " + rows.size() + ".", e);
        }
        if (rows.size() < 2) {
            throw new UsageException("The file " + path + " has no rows. Expected a header and a row for each person.");
        }
        List<String> header = rows.remove(0);
        lines.remove(0);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != header.size()) {
                throw new UsageException("Row " + lines.get(i) + " has "
                        + rows.get(i).size() + " cells. Expected " + header.size() + ", as in the header.");
            }
        }
        return new PeopleFile(String.valueOf(path.getFileName()), digest(bytes), header, rows, lines);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** The SHA-256 of its bytes. */
    public String digest() {
        return digest;
    }

    /** The number of people. */
    public int size() {
        return rows.size();
    }

    /** How many have no score in that column. */
    public long without(String measure) {
        int column = column(measure);
        return rows.stream().filter(row -> row.get(column).isBlank()).count();
    }

    /**
     * The tables of a request: of everybody, or of those with a score, those who reach it and those who do not.
     *
     * @param cut the score to reach; without one the column holds 0 and 1
     * @throws UsageException if there is no such column, a group is blank or a score no number
     */
    public List<CrossTable> tabulate(TableRequest request, Optional<Double> cut) {
        List<Dimension> dimensions = new ArrayList<>();
        int[] columns = request.by().stream().mapToInt(this::column).toArray();
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            TreeSet<String> codes = new TreeSet<>();
            for (int row = 0; row < rows.size(); row++) {
                String code = rows.get(row).get(column);
                if (code.isBlank()) {
                    throw new UsageException("Row " + lines.get(row) + " has no " + header.get(column)
                            + ". Expected a group for each person. Maybe write \"unknown\".");
                }
                codes.add(code);
            }
            Dimension dimension = Dimension.flat(header.get(column), codes);
            List<String> only = request.only().get(request.by().get(i));
            dimensions.add(only == null ? dimension : dimension.only(new TreeSet<>(only)));
        }
        Map<List<String>, Long> group = new HashMap<>();
        Map<List<String>, Long> with = new HashMap<>();
        Map<List<String>, Long> without = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> codes = new ArrayList<>();
            for (int column : columns) {
                codes.add(rows.get(row).get(column));
            }
            if (request.measure().isEmpty()) {
                group.merge(codes, 1L, Long::sum);
                continue;
            }
            OptionalDouble score = score(row, column(request.measure()), cut.isEmpty());
            if (score.isPresent()) {
                group.merge(codes, 1L, Long::sum);
                (score.getAsDouble() >= cut.orElse(1.0) ? with : without).merge(codes, 1L, Long::sum);
            }
        }
        String measure = request.measure();
        if (measure.isEmpty()) {
            return List.of(CrossTable.of(dimensions, group));
        }
        return List.of(
                CrossTable.of(dimensions, measure + ", n", CountKind.GROUP, group),
                CrossTable.of(dimensions, measure, CountKind.WITH, with),
                CrossTable.of(dimensions, "not " + measure, CountKind.WITHOUT, without));
    }

    private OptionalDouble score(int row, int column, boolean flag) {
        String text = rows.get(row).get(column);
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double score = Double.parseDouble(text);
            if (Double.isFinite(score) && (!flag || score == 0 || score == 1)) {
                return OptionalDouble.of(score);
            }
        } catch (NumberFormatException e) {
            // The message below says it, without the content.
        }
        throw new UsageException("Row " + lines.get(row) + ", column " + header.get(column) + ": expected "
                + (flag ? "0, 1 or nothing. Maybe --cut is missing." : "a number or nothing."));
    }

    private int column(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new UsageException(
                    "There is no column \"" + column + "\". Maybe one of " + String.join(", ", header) + ".");
        }
        return at;
    }
}
