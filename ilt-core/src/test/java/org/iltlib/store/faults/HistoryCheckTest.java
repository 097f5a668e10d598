package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.faults.Operation.Append;
import org.iltlib.store.faults.Operation.Move;
import org.iltlib.store.faults.Operation.Outcome;
import org.iltlib.store.faults.Operation.Read;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
    private final List<Operation> history = new ArrayList<>();
    private final TeamRecord one = record("one", "a1", "a2", "b1", "b2");
    private final TeamRecord two = record("two", "c1", "c2");

    private static TeamRecord record(String team, String... ids) {
        TeamRecord record = TeamRecord.empty(TeamKey.of(TeamId.of(team), SchoolYear.startingIn(2026)));
        for (String id : ids) {
            record = record.with(Note.START, Note.ANA, Note.of(id));
        }
        return record;
    }

    private static Checkpoint at(TeamRecord record, int count) {
        return count == 0
                ? Checkpoint.start(record.key())
                : new Checkpoint(
                        record.key(), count, record.entries().get(count - 1).digest());
    }

    private static Move move(TeamRecord record, int from, int to) {
        return new Move(at(record, from), record.entries().get(from).digest(), at(record, to));
    }

    private void append(long invoked, long returned, Outcome outcome, Move... moves) {
        history.add(new Append(invoked, returned, List.of(moves), outcome, List.of()));
    }

    private void stale(long invoked, long returned, Move move, Checkpoint... stood) {
        history.add(new Append(invoked, returned, List.of(move), Outcome.STALE, List.of(stood)));
    }

    private void read(long invoked, long returned, TeamRecord record, int count) {
        history.add(
                new Read(invoked, returned, List.of(at(record, count)), List.of(HistoryCheck.print(record, count))));
    }

    private List<String> faults(TeamRecord... finals) {
        Map<TeamKey, TeamRecord> map =
                Arrays.stream(finals).collect(Collectors.toMap(TeamRecord::key, Function.identity()));
        return HistoryCheck.faults(history, map);
    }

    private static TeamRecord first(TeamRecord record, int count) {
        return TeamRecord.of(record.key(), record.entries().subList(0, count), count);
    }

    @Test
    void aHistoryInOrderIsFine() {
        read(0, 1, one, 0);
        append(1, 2, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        read(3, 4, one, 2);
        stale(3, 5, move(record("one", "x1"), 0, 1), at(one, 2));
        append(5, 9, Outcome.FAILED, move(one, 2, 4));
        read(6, 7, one, 4);
        assertThat(faults(one)).isEmpty();
    }

    @Test
    void overlappingOperationsMayTakeEitherOrder() {
        append(0, 10, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        read(1, 9, one, 0);
        append(5, 8, Outcome.ACKNOWLEDGED, move(one, 2, 4));
        read(2, 9, one, 4);
        append(11, 12, Outcome.FAILED, move(record("one", "a1", "a2", "b1", "b2", "x"), 4, 5));
        assertThat(faults(one)).isEmpty();
    }

    @Test
    void anAcknowledgedAppendThatIsMissingIsFound() {
        append(0, 1, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        append(2, 3, Outcome.ACKNOWLEDGED, move(one, 2, 4));
        assertThat(faults(first(one, 2))).hasSize(1).first().asString().startsWith("Lost, though acknowledged");
    }

    @Test
    void aFailedAppendOfWhichHalfIsThereIsFound() {
        append(0, 1, Outcome.FAILED, move(one, 0, 2));
        assertThat(faults(first(one, 1))).anySatisfy(fault -> assertThat(fault).startsWith("Stored by half"));
        assertThat(faults(first(one, 2))).isEmpty();
        assertThat(faults(first(one, 0))).isEmpty();
    }

    @Test
    void halfAJointAppendIsFoundWhateverItsOutcome() {
        append(0, 1, Outcome.FAILED, move(one, 0, 4), move(two, 0, 2));
        assertThat(faults(one, two)).isEmpty();
        assertThat(faults(one, first(two, 0))).hasSize(1).first().asString().startsWith("Stored by half");
    }

    @Test
    void aRefusedAppendThatIsStoredIsFound() {
        stale(0, 1, move(one, 0, 4), at(one, 4));
        assertThat(faults(one))
                .anySatisfy(fault -> assertThat(fault).startsWith("Refused, but stored"))
                .anySatisfy(fault -> assertThat(fault).contains("was written by nobody"));
    }

    @Test
    void aRefusalThatNobodyCausedIsFound() {
        Move late = move(record("one", "x1"), 0, 1);
        append(5, 6, Outcome.ACKNOWLEDGED, move(one, 0, 4));
        stale(0, 1, late, at(one, 4));
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Refused before anyone was first");
        history.remove(1);
        stale(7, 8, late, at(one, 0));
        assertThat(faults(one)).hasSize(1).first().asString().contains("which never stood so");
        history.remove(1);
        stale(7, 8, late);
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Refused without a reason");
    }

    @Test
    void anEntryThatNobodyWroteIsFound() {
        append(0, 1, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        assertThat(faults(one)).containsExactly("Entry 3 of one 2026-27 was written by nobody.");
    }

    @Test
    void anOrderAgainstRealTimeIsFound() {
        append(5, 6, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        append(1, 2, Outcome.ACKNOWLEDGED, move(one, 2, 4));
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Acknowledged before one began");
    }

    @Test
    void aReadThatMissesWhatWasAcknowledgedIsFound() {
        append(0, 1, Outcome.ACKNOWLEDGED, move(one, 0, 4));
        read(2, 3, one, 0);
        assertThat(faults(one)).containsExactly("Read 0 entries of one 2026-27 though 4 were known before it began.");
    }

    @Test
    void aReadThatGoesBackIsFound() {
        append(0, 9, Outcome.ACKNOWLEDGED, move(one, 0, 4));
        read(1, 2, one, 4);
        read(3, 4, one, 0);
        assertThat(faults(one)).hasSize(1).first().asString().contains("though 4 were known");
    }

    @Test
    void aReadOfTheFutureOrOfHalfAnAppendIsFound() {
        append(5, 6, Outcome.ACKNOWLEDGED, move(one, 0, 2));
        append(7, 8, Outcome.ACKNOWLEDGED, move(one, 2, 4));
        read(6, 7, one, 3);
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Read half of");
        history.remove(2);
        read(1, 2, one, 2);
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Read what was not yet begun");
    }

    @Test
    void aReadOfAnotherHistoryIsFound() {
        append(0, 1, Outcome.ACKNOWLEDGED, move(one, 0, 4));
        read(2, 3, record("one", "a1", "x2", "b1", "b2"), 4);
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Read what is no beginning");
        history.remove(1);
        history.add(new Read(2, 3, List.of(at(one, 4)), List.of(HistoryCheck.print(two, 2))));
        assertThat(faults(one)).hasSize(1).first().asString().startsWith("Read what is no beginning");
    }

    @Test
    void aJointAppendSeenByHalfIsFound() {
        append(0, 9, Outcome.ACKNOWLEDGED, move(one, 0, 4), move(two, 0, 2));
        history.add(new Read(
                1,
                2,
                List.of(at(one, 4), at(two, 0)),
                List.of(HistoryCheck.print(one, 4), HistoryCheck.print(two, 0))));
        assertThat(faults(one, two)).hasSize(1).first().asString().startsWith("Saw a joint append by half");
    }

    @Test
    void aChainThatDoesNotVerifyIsFound() {
        List<Entry> entries = new ArrayList<>(two.entries());
        append(0, 1, Outcome.ACKNOWLEDGED, move(two, 0, 2));
        entries.set(0, entries.get(0).toBuilder().text("{}").build());
        assertThat(faults(TeamRecord.of(two.key(), entries, 2)))
                .hasSize(1)
                .first()
                .asString()
                .contains("altered");
    }
}
