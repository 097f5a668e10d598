package org.iltlib.decision.options;

import java.util.List;
import org.iltlib.choice.TieBreak;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;

/** What the ballots themselves may say about a tie, before the rules of the room are asked. */
public enum TieMeasure {
    /** The most recent earlier round in which the tied did not all hold the same. */
    PREVIOUS_ROUNDS(TieBreaks.PREVIOUS_ROUNDS),
    /** The earliest round in which the tied did not all hold the same. */
    EARLIEST_ROUNDS(TieBreaks.EARLIEST_ROUNDS),
    /** More first places. */
    FIRST_PREFERENCES(TieBreaks.FIRST_PREFERENCES),
    /** More wins among the tied, head to head. */
    HEAD_TO_HEAD(TieBreaks.HEAD_TO_HEAD);

    private final TieBreak step;

    TieMeasure(TieBreak step) {
        this.step = step;
    }

    static TieChain chain(List<TieMeasure> measures) {
        return new TieChain(measures.stream().map(measure -> measure.step).toList());
    }

    /** In words: {@code head to head}. */
    @Override
    public String toString() {
        return step.name();
    }
}
