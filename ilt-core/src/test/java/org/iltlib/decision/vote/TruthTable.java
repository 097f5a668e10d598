package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.iltlib.decision.vote.Outcome.Status;

/**
 * Rows of {@code ballots | status | words of the outcome}, and all statuses that a protocol can reach. A row that names
 * options chosen has them before its words: {@code a>b | ADOPTED | [a] | …}.
 */
public final class TruthTable {

    /** Checks each row, and that the rows reach exactly the statuses told. */
    public static void holds(DecisionProtocol protocol, VotingContext context, Set<Status> reached, String rows) {
        Set<Status> seen = EnumSet.noneOf(Status.class);
        List<String> lines = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        rows.lines().filter(line -> !line.isBlank()).forEach(line -> {
            lines.add(line);
            String[] cells = line.split("\\|", -1);
            Papers papers = Papers.of(cells[0], context);
            Outcome outcome = protocol.decide(papers.ballots(), papers.roll(), context);
            softly.assertThat(outcome.status())
                    .as(line)
                    .hasToString(Status.valueOf(cells[1].strip()).toString());
            if (cells.length > 3) {
                softly.assertThat(outcome.chosen().toString()).as(line).isEqualTo(cells[2].strip());
            }
            softly.assertThat(outcome.explanation().toString()).as(line).contains(cells[cells.length - 1].strip());
            seen.add(outcome.status());
        });
        softly.assertAll();
        assertThat(lines).isNotEmpty();
        assertThat(seen).as("statuses of %s", protocol.name()).isEqualTo(EnumSet.copyOf(reached));
    }

    private TruthTable() {}
}
