package org.iltlib.examples.safe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.Dimension;
import org.iltlib.analytics.privacy.TableRequest;
import org.iltlib.evidence.ColumnNames;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.examples.UsageException;

/** A file with a row for each person. Messages name rows, counted from 1 with the header, never their content. */
public final class PeopleFile {
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]++([.][0-9]*+)?+|[.][0-9]++)([eE][-+]?[0-9]++)?+");

    private final String name;
    private final String digest;
    private final ColumnNames header;
    private final List<List<String>> rows;
    private final List<Long> lines;

    private PeopleFile(String name, String digest, ColumnNames header, List<List<String>> rows, List<Long> lines) {
        this.name = name;
        this.digest = digest;
        this.header = header;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * Reads a CSV file with a header, as {@link CsvRows} does. Groups are read in Unicode's composed form (NFC), without
     * blanks at their ends.
     *
     * @throws UsageException if it cannot be read, is empty, ends inside a quotation, repeats a name in the header, or a row
     *     has another number of cells than the header
     */
    public static PeopleFile read(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            CsvRows source = CsvRows.of(stream);
            ColumnNames header = ColumnNames.of(source.hasNext() ? source.next().cells() : List.of());
            checkHeader(header);
            List<List<String>> rows = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            while (source.hasNext()) {
                CsvRows.Row row = source.next();
                if (row.cells().size() != header.size()) {
                    throw new UsageException("Row " + row.line() + " has "
                            + row.cells().size() + " cells. Expected " + header.size() + ", as in the header.");
                }
                rows.add(row.cells().stream().map(CsvRows::label).toList());
                lines.add(row.line());
            }
            if (rows.isEmpty()) {
                throw new UsageException(
                        "The file " + path + " has no rows. Expected a header and a row for each person.");
            }
            return new PeopleFile(String.valueOf(path.getFileName()), source.sha256(), header, rows, lines);
        } catch (EvidenceException e) {
            throw new UsageException("The file " + path + " cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("The file " + path + " cannot be read. Maybe the path is wrong.", e);
        }
    }

    private static void checkHeader(ColumnNames header) {
        for (int at = 0; at < header.size(); at++) {
            String name = header.list().get(at);
            if (!CsvRows.isLabel(name)) {
                throw new UsageException(
                        "Column " + (at + 1) + " of the header has a name that is none. Expected up to "
                                + CsvRows.LONGEST_LABEL + " characters and no control characters.");
            }
            if (!name.isEmpty() && header.find(name).orElse(at) < at) {
                throw new UsageException("Column " + (at + 1) + " of the header repeats a name. Expected each once.");
            }
        }
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** The SHA-256 of its bytes, uncompressed. */
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
                    throw new UsageException("Row " + lines.get(row) + " has no " + header.tell(column)
                            + ". Expected a group for each person. Maybe write \"unknown\".");
                }
                if (!CsvRows.isLabel(code) || code.equals("all")) {
                    throw new UsageException("Row " + lines.get(row) + ", column " + header.tell(column)
                            + (code.equals("all")
                                    ? ": a group is called \"all\", which stands for everybody. Expected another name."
                                    : ": expected a group of up to " + CsvRows.LONGEST_LABEL
                                            + " characters without control characters."));
                }
                codes.add(code);
            }
            Dimension dimension = Dimension.flat(header.list().get(column), codes);
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
        OptionalDouble score = number(text);
        if (score.isPresent() && (!flag || score.getAsDouble() == 0 || score.getAsDouble() == 1)) {
            return score;
        }
        throw new UsageException("Row " + lines.get(row) + ", column " + header.tell(column) + ": expected "
                + (flag ? "0, 1 or nothing. Maybe --cut is missing." : "a number or nothing."));
    }

    /** A decimal number such as {@code -3.5} or {@code 4e2}; empty if the text is none, or none of a finite size. */
    public static OptionalDouble number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private int column(String column) {
        OptionalInt at = column.isBlank() ? OptionalInt.empty() : header.find(column);
        return at.orElseThrow(
                () -> new UsageException("There is no column \"" + column + "\". " + header.hint() + "."));
    }
}
