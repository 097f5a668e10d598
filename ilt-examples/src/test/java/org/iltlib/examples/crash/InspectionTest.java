package org.iltlib.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static final int YEAR = 2000;
    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger(tally);
    private final RecordStore stored = new MemoryStore().forTenant(Writer.TENANT);

    private static TeamRecord record(String team, int entries) {
        TeamKey key = TeamKey.of(TeamId.of(team), SchoolYear.startingIn(YEAR));
        List<Mark> marks = IntStream.range(0, entries)
                .mapToObj(i -> new Mark(EntryId.of("m" + i), "words " + i, List.of()))
                .toList();
        return TeamRecord.empty(key).with(Instant.EPOCH, PersonId.of("p"), marks);
    }

    private static TeamRecord first(TeamRecord record, int entries) {
        return TeamRecord.of(record.key(), record.entries().subList(0, entries), 0);
    }

    /** What the writer says of appending the entries after the first so many. */
    private void intent(int thread, int from, TeamRecord... records) {
        List<Claim.Move> moves = new ArrayList<>();
        for (TeamRecord record : records) {
            moves.add(new Claim.Move(first(record, from).checkpoint(), record.checkpoint()));
        }
        ledger.accept("intent " + thread + " " + new Claim(thread, moves, Optional.empty()).words() + " .");
    }

    private void ack(int thread) {
        ledger.accept("ack " + thread + " .");
    }

    private void inspect(RecordStore records) {
        Inspection inspection = new Inspection(records, ledger, tally);
        inspection.inspect(YEAR);
        inspection.inspectAll();
    }

    @Test
    void whatAWriterDidOnATrueStoreIsFoundWhole() {
        MemoryStore store = new MemoryStore();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Writer.write(store, new PrintStream(said, true, StandardCharsets.UTF_8), YEAR, 1, 60);
        Writer.write(store, new PrintStream(said, true, StandardCharsets.UTF_8), YEAR, 2, 60);
        said.toString(StandardCharsets.UTF_8).lines().forEach(ledger::accept);
        inspect(store.forTenant(Writer.TENANT));
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.acknowledgements()).isEqualTo(240);
        assertThat(ledger.told()).isGreaterThan(200);
        assertThat(ledger.datasets()).isNotEmpty();
        assertThat(ledger.keys()).hasSize(4);
    }

    @Test
    void anAcknowledgedAppendThatIsNotThereIsLost() {
        TeamRecord record = record("a", 5);
        intent(0, 0, first(record, 2));
        ack(0);
        intent(0, 2, record);
        ack(0);
        stored.append(first(record, 2));
        inspect(stored);
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).startsWith("Lost: an acknowledged append"));
        assertThat(tally.isWhole()).isFalse();
    }

    @Test
    void aBatchThatIsHalfThereIsTornAcknowledgedOrNot() {
        intent(0, 0, record("a", 5));
        stored.append(first(record("a", 5), 3));
        inspect(stored);
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).startsWith("Torn: "));
    }

    @Test
    void anUnacknowledgedBatchMayBeThereOrNotButStaysSo() {
        intent(0, 0, record("a", 5));
        intent(1, 0, record("b", 5));
        stored.append(record("a", 5));
        inspect(stored);
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.storedWithout()).isOne();
        stored.append(record("b", 5));
        inspect(stored);
        assertThat(tally.faults())
                .anySatisfy(fault -> assertThat(fault).contains("a record of b 2000-01, which nobody wrote"));
    }

    @Test
    void aFailedAppendIsSettledByWhatTheWriterSeesNext() {
        TeamRecord record = record("a", 5);
        intent(0, 0, first(record, 2));
        ledger.accept("fail 0 .");
        ledger.accept("seen 0 " + Claim.words(first(record, 2).checkpoint()) + " .");
        intent(0, 2, record);
        ledger.accept("fail 0 .");
        ledger.accept("seen 0 " + Claim.words(first(record, 2).checkpoint()) + " .");
        stored.append(first(record, 2));
        inspect(stored);
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.storedWithout()).isOne();
    }

    @Test
    void halfAJointAppendIsTorn() {
        intent(0, 0, record("a", 2), record("b", 3));
        stored.append(record("b", 3));
        inspect(stored);
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("of a joint append to 2 records 1"));
    }

    @Test
    void aChainThatDoesNotVerifyIsTorn() {
        TeamRecord record = record("a", 3);
        intent(0, 0, record);
        ack(0);
        List<Entry> altered = new ArrayList<>(record.entries());
        altered.set(1, altered.get(1).toBuilder().text("{}").build());
        stored.append(TeamRecord.of(record.key(), altered, 0));
        inspect(stored);
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("place 2 (altered)"));
    }

    @Test
    void aDatasetIsLostOrTornToo() {
        Claim.Bytes bytes = new Claim.Bytes(7, 1_000);
        ledger.accept("intent 0 put 7 1000 .");
        ack(0);
        inspect(stored);
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("Lost: dataset " + bytes.id()));
        DatasetStore datasets = (DatasetStore) stored;
        datasets.put(new ByteArrayInputStream(bytes.content()));
        RecordStore other = doctored("open", content -> new ByteArrayInputStream(new byte[1_000]));
        int before = tally.faults().size();
        inspect(other);
        assertThat(tally.faults().subList(before, tally.faults().size()))
                .anySatisfy(fault -> assertThat(fault).contains("other bytes than were put"));
    }

    @Test
    void anUnacknowledgedDatasetIsWholeOrNotThere() {
        ledger.accept("intent 0 put 7 1000 .");
        ((DatasetStore) stored).put(new ByteArrayInputStream(new Claim.Bytes(7, 1_000).content()));
        ((DatasetStore) stored).put(new ByteArrayInputStream(new Claim.Bytes(8, 1_000).content()));
        inspect(stored);
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.storedWithout()).isOne();
        inspect(doctored("open", content -> new ByteArrayInputStream(new byte[1_000])));
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("not acknowledged, is not whole"));
    }

    /** The store, but what that method gives goes through the hands of a forger. */
    private RecordStore doctored(String method, UnaryOperator<Object> forger) {
        return (RecordStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatasetStore.class, FeedStore.class, JointStore.class},
                (proxy, called, args) -> {
                    try {
                        Object result = called.invoke(stored, args);
                        return called.getName().equals(method) ? forger.apply(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void feed(UnaryOperator<List<Change>> forger) {
        for (TeamRecord record : List.of(record("a", 2), record("b", 3))) {
            intent(0, 0, record);
            ack(0);
            stored.append(record);
        }
        @SuppressWarnings("unchecked")
        UnaryOperator<Object> forged = changes -> forger.apply((List<Change>) changes);
        inspect(doctored("changes", forged));
    }

    @Test
    void aFeedWithAGapIsTorn() {
        feed(changes -> changes.stream()
                .map(change -> new Change(change.position() * 2, change.first(), change.to()))
                .toList());
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("the feed goes from 0 to 2"));
    }

    @Test
    void aFeedThatKeepsSilentHasLost() {
        feed(changes -> List.of());
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("the feed does not tell"));
    }

    @Test
    void aFeedThatTellsTheLaterAppendFirstIsTorn() {
        feed(changes -> changes.size() < 2
                ? changes
                : List.of(
                        new Change(1, changes.get(1).first(), changes.get(1).to()),
                        new Change(2, changes.get(0).first(), changes.get(0).to())));
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("after an append that began"));
    }

    @Test
    void aFeedThatTellsOneAppendAsTwoIsTorn() {
        feed(changes -> changes.stream()
                .map(change -> new Change(change.position(), change.to().count(), change.to()))
                .toList());
        assertThat(tally.faults()).anySatisfy(fault -> assertThat(fault).contains("that nobody wrote"));
    }

    @Test
    void aLineThatWasCutOffWasNeverSaid() {
        ledger.accept("intent 0 append a 2000-01 0 00");
        ledger.accept("");
        assertThat(ledger.keys()).isEmpty();
        assertThatThrownBy(() -> ack(0)).hasMessageContaining("had not announced");
        assertThatThrownBy(() -> ledger.accept("hello 0 .")).hasMessageContaining("means nothing");
    }

    @Test
    void theReportNamesRoundsLostAndTorn() {
        tally.round();
        tally.lost("x");
        tally.torn("y");
        Tally total = new Tally();
        total.add(tally);
        assertThat(tally).hasToString("1 rounds, 1 lost, 1 torn");
        assertThat(total.faults()).containsExactly("Lost: x", "Torn: y");
    }
}
