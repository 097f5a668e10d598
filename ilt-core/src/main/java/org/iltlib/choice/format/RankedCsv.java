package org.iltlib.choice.format;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.evidence.CsvRows;

/**
 * Tables of ranked ballots in UTF-8, one ballot a row, as RCTab reads and writes them. Two layouts: a column for each
 * alternative with its rank in the cell ({@link #generic}), or a column for each rank with the alternative's name in
 * the cell ({@link #ranksAcross}). Equal ranks are ties, missing ones skipped ranks. Immutable.
 *
 * <p>Source: the documentation of RCTab 2.0, "generic CSV" and "ES&amp;S".
 */
public final class RankedCsv {
    private final List<String> names;
    private final int firstColumn;
    private final RankLabels labels;

    private RankedCsv(List<String> names, int firstColumn, RankLabels labels) {
        this.names = names;
        this.firstColumn = firstColumn;
        this.labels = labels;
    }

    /**
     * A column for each alternative. Columns at the left in which a cell is neither blank nor a whole number name the
     * ballot; if theirs are numbers too, say so by {@link #withFirstVoteColumn}.
     */
    public static RankedCsv generic() {
        return new RankedCsv(List.of(), 0, RankLabels.NONE);
    }

    /**
     * A column for each rank; the ranks start at the second column.
     *
     * @param alternatives the names in their order, without an undeclared write-in
     */
    public static RankedCsv ranksAcross(List<String> alternatives) {
        return new RankedCsv(
                List.copyOf(Checks.distinct(Checks.notEmpty(alternatives, "alternatives"), "alternatives")),
                2,
                RankLabels.NONE);
    }

    /** A copy whose votes start at this column, counted from 1. */
    public RankedCsv withFirstVoteColumn(int column) {
        return new RankedCsv(names, (int) Checks.positive(column, "column"), labels);
    }

    /** A copy that reads the cells by these labels; for {@link #ranksAcross}. */
    public RankedCsv withLabels(RankLabels labelling) {
        return new RankedCsv(names, firstColumn, labelling);
    }

    /**
     * Reads an election; an undeclared write-in, if the labels name one, is the last alternative.
     *
     * @throws FormatException if the table is broken, is not UTF-8 or ends inside a quotation, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public RankedElection read(InputStream in) {
        List<CsvRows.Row> records = BallotRows.read(in);
        if (records.isEmpty()) {
            throw new FormatException(1, "The file is empty.");
        }
        return RankedElection.of("", names.isEmpty() ? ranksInCells(records) : namesInCells(records));
    }

    private Profile ranksInCells(List<CsvRows.Row> records) {
        List<String> header = cells(records.get(0));
        int first = firstColumn > 0 ? firstColumn - 1 : firstNumeric(header.size(), records);
        if (first >= header.size()) {
            throw new FormatException(1, "The first row names no alternative. Maybe the separator is not a comma.");
        }
        List<String> alternatives = header.subList(first, header.size());
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.indexOf(alternatives.get(i)) < i) {
                throw new FormatException(1, "The name \"" + alternatives.get(i) + "\" stands twice.");
            }
        }
        Profile.Builder builder = Profile.builder(alternatives);
        for (CsvRows.Row row : records.subList(1, records.size())) {
            Map<Integer, List<Integer>> ranks = new LinkedHashMap<>();
            List<String> cells = cells(row);
            int line = (int) row.line();
            if (cells.size() > header.size()) {
                throw new FormatException(line, cells.size() + " cells. Expected at most " + header.size() + ".");
            }
            for (int i = first; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    ranks.computeIfAbsent(rank(cells.get(i), line), r -> new ArrayList<>())
                            .add(i - first);
                }
            }
            int last = ranks.keySet().stream().mapToInt(r -> r).max().orElse(0);
            builder.add(
                    new Ranking(IntStream.rangeClosed(1, last)
                            .mapToObj(r -> ranks.getOrDefault(r, List.of()))
                            .toList()),
                    1);
        }
        return builder.build();
    }

    private static int rank(String cell, int line) {
        if (!cell.matches("[0-9]{1,4}") || Integer.parseInt(cell) < 1) {
            throw new FormatException(line, "Found \"" + cell + "\". Expected a rank, 1 to 9999, or nothing.");
        }
        return Integer.parseInt(cell);
    }

    /** The columns at the left with a cell that is no number. */
    private static int firstNumeric(int columns, List<CsvRows.Row> records) {
        int first = 0;
        while (first < columns && holdsWords(first, records)) {
            first++;
        }
        return first;
    }

    private static boolean holdsWords(int column, List<CsvRows.Row> records) {
        return records.stream()
                .skip(1)
                .map(RankedCsv::cells)
                .anyMatch(cells -> column < cells.size() && !cells.get(column).matches("[0-9]*"));
    }

    private Profile namesInCells(List<CsvRows.Row> records) {
        Map<String, Integer> index = new LinkedHashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        List<String> alternatives = new ArrayList<>(names);
        if (labels.hasWriteIn()) {
            index.put(labels.writeIn(), alternatives.size());
            alternatives.add(labels.writeIn());
        }
        int width = Math.max(firstColumn, cells(records.get(0)).size());
        Profile.Builder builder = Profile.builder(alternatives);
        for (CsvRows.Row row : records.subList(1, records.size())) {
            List<String> cells = cells(row);
            List<String> choices = new ArrayList<>();
            for (int i = firstColumn - 1; i < width; i++) {
                choices.add(i < cells.size() ? cells.get(i) : "");
            }
            builder.add(labels.ranking(choices, index, (int) row.line()), 1);
        }
        return builder.build();
    }

    private static List<String> cells(CsvRows.Row row) {
        return row.cells().stream()
                .map(cell -> cell.replace("\uFEFF", "").strip())
                .toList();
    }

    /**
     * Writes an election in the generic layout: a first column with the ballot as {@code b1}, then one for each
     * alternative; {@code generic()} reads it back. Blank ballots come last.
     *
     * @throws IllegalArgumentException if a weight is not a whole number of ballots, or there are more than 10 million
     */
    public static String write(RankedElection election) {
        Profile profile = election.profile();
        Checks.require(
                (profile.totalWeight() + profile.blankWeight()) / profile.scale() <= 10_000_000,
                "There are too many ballots to write one a line.");
        StringBuilder text = new StringBuilder("Ballot");
        profile.alternatives().forEach(name -> text.append(',').append(quoted(name)));
        text.append('\n');
        long number = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            Ranking ranking = profile.ranking(b);
            StringBuilder cells = new StringBuilder();
            for (int x = 0; x < profile.size(); x++) {
                cells.append(',').append(rankOf(ranking, x).map(String::valueOf).orElse(""));
            }
            number = rows(text, profile, profile.weight(b), cells.append('\n').toString(), number);
        }
        rows(text, profile, profile.blankWeight(), ",".repeat(profile.size()) + "\n", number);
        return text.toString();
    }

    private static long rows(StringBuilder text, Profile profile, long weight, String cells, long number) {
        Checks.require(
                weight % profile.scale() == 0,
                "A ballot weighs %s. Expected whole ballots.",
                profile.inBallots(weight));
        long last = number + weight / profile.scale();
        for (long ballot = number + 1; ballot <= last; ballot++) {
            text.append('b').append(ballot).append(cells);
        }
        return last;
    }

    private static Optional<Integer> rankOf(Ranking ranking, int alternative) {
        return IntStream.range(0, ranking.ranks().size())
                .filter(r -> ranking.ranks().get(r).contains(alternative))
                .mapToObj(r -> r + 1)
                .findFirst();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
