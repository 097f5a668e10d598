package org.iltlib.exchange.casenetwork.sheet;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.exchange.oneroster.ExchangeException;

/** What is wrong with sheets; the first hundred problems. */
final class SheetProblems {
    private static final int MOST = 100;

    private final List<String> problems = new ArrayList<>();

    /** A problem in that row, and in that column if it has a name; never says what stands there. */
    void add(String sheet, int row, String column, String problem) {
        if (problems.size() < MOST) {
            problems.add(
                    sheet + ", row " + row + (column.isEmpty() ? "" : ", column " + column) + ": " + problem + ".");
        }
    }

    /** Refuses the sheets if there was a problem. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new ExchangeException("case.sheet", "The sheets cannot be read. First: " + problems.get(0), problems);
        }
    }
}
