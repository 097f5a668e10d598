package org.iltlib.choice.tabulation;

import java.io.InputStream;
import org.iltlib.base.Checks;
import org.iltlib.choice.format.RankLabels;
import org.immutables.value.Value;

/** A file of ballots and how to read it. Immutable. */
@Value.Immutable
public abstract class RecordSource {
    RecordSource() {}

    /** The layouts that can be read. */
    public enum Layout {
        /** {@link CommonDataFormat}. */
        COMMON_DATA_FORMAT,
        /** {@link MarkedCsv#ranksAcross}. */
        RANKS_ACROSS,
        /** {@link MarkedCsv#ranksInCells}. */
        RANKS_IN_CELLS
    }

    /** The path, as the configuration has it. */
    public abstract String path();

    /** The layout. */
    public abstract Layout layout();

    /** The contest in the file; empty if there is one only. */
    @Value.Default
    public String contest() {
        return "";
    }

    /** The column of the first vote in a table, from 1. */
    @Value.Default
    public int firstColumn() {
        return 2;
    }

    /** The row of the first vote in a table, from 1. */
    @Value.Default
    public int firstRow() {
        return 2;
    }

    /** The number of ranks in a table with ranks across; 0 if its first row says. */
    @Value.Default
    public int ranks() {
        return 0;
    }

    /** What the cells of a table mean, beside names. */
    @Value.Default
    public RankLabels labels() {
        return RankLabels.NONE;
    }

    /** Checks the path and the places. */
    @Value.Check
    void check() {
        Checks.text(path(), "path");
        Checks.positive(firstColumn(), "firstColumn");
        Checks.positive(firstRow(), "firstRow");
        Checks.notNegative(ranks(), "ranks");
    }

    /**
     * Reads the ballots in that stream.
     *
     * @throws org.iltlib.choice.format.FormatException if the file is broken, naming the line
     */
    public MarkedBallots read(InputStream in, Candidates candidates) {
        if (layout() == Layout.COMMON_DATA_FORMAT) {
            return CommonDataFormat.of(candidates).withContest(contest()).read(in);
        }
        MarkedCsv table = (layout() == Layout.RANKS_ACROSS
                        ? MarkedCsv.ranksAcross(candidates)
                        : MarkedCsv.ranksInCells(candidates))
                .withFirstVote(firstColumn(), firstRow())
                .withLabels(labels());
        return (ranks() > 0 ? table.withRanks(ranks()) : table).read(in);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a source; path and layout must be set. */
    public static final class Builder extends ImmutableRecordSource.Builder {
        Builder() {}
    }
}
