package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.choice.Count;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Rational;

/**
 * The rounds of a count as tidy rows: one for each round and alternative, and one for what nobody holds. Immutable.
 *
 * @param rule the name of the rule
 * @param rows the rows, round by round, alternatives in the order of the profile, nobody last
 */
public record RoundTable(String rule, List<Row> rows) {
    /** The word that stands for nobody. */
    public static final String NOBODY = "(nobody)";

    /**
     * What one alternative holds in one round.
     *
     * @param round from 1
     * @param holder the name of the alternative, or {@link #NOBODY}
     * @param tally what it holds, exactly
     */
    public record Row(int round, String holder, Rational tally) {}

    /** Copies. */
    public RoundTable {
        rows = List.copyOf(rows);
    }

    /** The table of a count. */
    public static RoundTable of(Count count) {
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < count.rounds().size(); r++) {
            CountRound round = count.rounds().get(r);
            for (int x = 0; x < round.tallies().size(); x++) {
                rows.add(new Row(
                        r + 1, count.alternatives().get(x), round.tallies().get(x)));
            }
            rows.add(new Row(r + 1, NOBODY, round.exhausted()));
        }
        return new RoundTable(count.rule(), rows);
    }

    /** Comma-separated lines with a header: rule, round, holder, tally; fields quoted where they must be. */
    public String toCsv() {
        return rows.stream()
                .map(row -> quoted(rule) + "," + row.round() + "," + quoted(row.holder()) + "," + row.tally() + "\n")
                .collect(Collectors.joining("", "rule,round,holder,tally\n", ""));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
