package org.iltlib.choice.tabulation;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.format.BallotRows;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.RankLabels;
import org.iltlib.evidence.CsvRows;

/**
 * Reads tables of ballots as they were marked, in UTF-8, one ballot a row. Two layouts, as in
 * {@link org.iltlib.choice.format.RankedCsv}: a column for each rank with a name in the cell, as ES&amp;S writes them, or
 * a column for each candidate with a rank in the cell. A row of blank cells is a blank ballot. Immutable. Time and
 * memory: linear in the file.
 *
 * <p>Source: the documentation of RCTab 2.0.
 */
public final class MarkedCsv {
    private final Candidates candidates;
    private final boolean across;
    private final int column;
    private final int row;
    private final int ranks;
    private final RankLabels labels;

    private MarkedCsv(Candidates candidates, boolean across, int column, int row, int ranks, RankLabels labels) {
        this.candidates = candidates;
        this.across = across;
        this.column = column;
        this.row = row;
        this.ranks = ranks;
        this.labels = labels;
    }

    /** A column for each rank; votes start in the second column of the second row. */
    public static MarkedCsv ranksAcross(Candidates candidates) {
        return new MarkedCsv(candidates, true, 2, 2, 0, RankLabels.NONE);
    }

    /** A column for each candidate, named in the row before the first vote; votes start in the second column and row. */
    public static MarkedCsv ranksInCells(Candidates candidates) {
        return new MarkedCsv(candidates, false, 2, 2, 0, RankLabels.NONE);
    }

    /** A copy whose votes start there, counted from 1; ranks in cells need a row above. */
    public MarkedCsv withFirstVote(int firstColumn, int firstRow) {
        Checks.positive(firstColumn, "firstColumn");
        Checks.require(firstRow >= (across ? 1 : 2), "firstRow is %s. Expected a row below the names.", firstRow);
        return new MarkedCsv(candidates, across, firstColumn, firstRow, ranks, labels);
    }

    /** A copy that reads so many ranks across; otherwise as many as the first row has columns. */
    public MarkedCsv withRanks(int number) {
        Checks.positive(number, "number");
        return new MarkedCsv(candidates, across, column, row, number, labels);
    }

    /**
     * A copy that reads the cells by these labels. Whether overvotes and repeats end a ballot is for the rules to say,
     * not for the reader.
     */
    public MarkedCsv withLabels(RankLabels labelling) {
        return new MarkedCsv(candidates, across, column, row, ranks, labelling);
    }

    /**
     * Reads the ballots.
     *
     * @throws FormatException if the table is broken, is not UTF-8 or ends inside a quotation, naming the line
     * @throws UncheckedIOException if the stream fails
     */
    public MarkedBallots read(InputStream in) {
        List<CsvRows.Row> records = BallotRows.read(in);
        if (records.size() < row - 1 || records.isEmpty()) {
            throw new FormatException(
                    records.size() + 1, "The file ends. Expected the first ballot in row " + row + ".");
        }
        MarkedBallots.Builder builder = candidates.ballots(!labels.writeIn().isEmpty());
        int width = ranks > 0 ? ranks : records.get(0).cells().size() - column + 1;
        List<Integer> header = across ? List.of() : header(records.get(row - 2));
        for (CsvRows.Row ballot : records.subList(row - 1, records.size())) {
            List<String> cells = cells(ballot);
            int line = (int) ballot.line();
            builder.add(new MarkedBallot(across ? across(cells, width, line) : inCells(cells, header, line)), 1);
        }
        return builder.build();
    }

    private List<Integer> header(CsvRows.Row names) {
        List<String> cells = cells(names);
        int line = (int) names.line();
        if (cells.size() < column) {
            throw new FormatException(
                    line, "There are " + cells.size() + " columns. Expected candidates from column " + column + " on.");
        }
        List<Integer> header = new ArrayList<>();
        for (String cell : cells.subList(column - 1, cells.size())) {
            header.add(candidate(cell, line));
        }
        return header;
    }

    private int candidate(String name, int line) {
        return !labels.writeIn().isEmpty() && name.equals(labels.writeIn())
                ? candidates.writeIns()
                : candidates
                        .find(name)
                        .orElseThrow(() -> new FormatException(
                                line,
                                "There is no candidate \"" + name
                                        + "\". Maybe it is an alias, or a label of the layout."));
    }

    private List<List<Integer>> across(List<String> cells, int width, int line) {
        List<List<Integer>> marks = new ArrayList<>();
        for (int i = column - 1; i < column - 1 + width; i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            String word = cell.isEmpty() && labels.blankIsWriteIn() ? labels.writeIn() : cell;
            if (word.isEmpty() || word.equals(labels.skipped())) {
                marks.add(List.of());
            } else if (word.equals(labels.overvote())) {
                marks.add(List.of(MarkedBallot.OVERVOTE));
            } else {
                List<Integer> rank = new ArrayList<>();
                for (String name : labels.names(word)) {
                    rank.add(candidate(name, line));
                }
                marks.add(rank);
            }
        }
        return marks;
    }

    private List<List<Integer>> inCells(List<String> cells, List<Integer> header, int line) {
        if (cells.size() > column - 1 + header.size()) {
            throw new FormatException(
                    line, cells.size() + " cells. Expected at most " + (column - 1 + header.size()) + ".");
        }
        List<List<Integer>> marks = new ArrayList<>();
        for (int i = column - 1; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                if (!cell.matches("[0-9]{1,4}") || Integer.parseInt(cell) < 1) {
                    throw new FormatException(line, "Found \"" + cell + "\". Expected a rank, 1 to 9999, or nothing.");
                }
                while (marks.size() < Integer.parseInt(cell)) {
                    marks.add(new ArrayList<>());
                }
                marks.get(Integer.parseInt(cell) - 1).add(header.get(i - column + 1));
            }
        }
        return marks;
    }

    private static List<String> cells(CsvRows.Row record) {
        return record.cells().stream()
                .map(cell -> cell.replace("\uFEFF", "").strip())
                .toList();
    }
}
