package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.KEY;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.record.Verification.Breach;
import org.iltlib.record.Verification.Fault;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final TeamRecord RECORD = Note.chain(6);

    private static Fault faultAfter(Consumer<List<Entry>> tampering) {
        List<Entry> entries = new ArrayList<>(RECORD.entries());
        tampering.accept(entries);
        Verification verification = TeamRecord.of(KEY, entries, entries.size()).verify();
        assertThat(verification.holds()).isFalse();
        assertThat(Verification.FORM.read(Verification.FORM.write(verification)))
                .isEqualTo(verification);
        return verification.fault().orElseThrow();
    }

    private static Entry sealed(Entry entry) {
        return entry.toBuilder().digest(new Seal(KEY).of(entry)).build();
    }

    @Test
    void anUntouchedRecordHolds() {
        assertThat(RECORD.verify()).hasToString("The record holds: 6 entries.");
        assertThat(TeamRecord.empty(KEY).verify().holds()).isTrue();
    }

    @Test
    void anAlteredEntryIsNamed() {
        Fault fault = faultAfter(entries -> entries.set(
                2, entries.get(2).toBuilder().recordedBy(PersonId.of("p-other")).build()));
        assertThat(fault.breach()).isEqualTo(Breach.ALTERED);
        assertThat(fault.place()).isEqualTo(3);
        assertThat(fault.detail()).contains("\"n2\"").doesNotContain("words");
    }

    @Test
    void anAlteredEntryWithANewSealIsNamedByItsSuccessor() {
        Fault fault = faultAfter(entries ->
                entries.set(2, sealed(entries.get(2).toBuilder().text("{}").build())));
        assertThat(fault.breach()).isEqualTo(Breach.ALTERED);
        assertThat(fault.place()).isEqualTo(3);
    }

    @Test
    void removedEntriesAreCounted() {
        Fault fault = faultAfter(entries -> entries.subList(2, 4).clear());
        assertThat(fault.breach()).isEqualTo(Breach.REMOVED);
        assertThat(fault.place()).isEqualTo(3);
        assertThat(fault.detail()).startsWith("2 entries are missing");
        assertThat(faultAfter(entries -> entries.remove(0)).breach()).isEqualTo(Breach.REMOVED);
    }

    @Test
    void reorderedEntriesAreTold() {
        Fault fault = faultAfter(entries -> entries.add(2, entries.remove(3)));
        assertThat(fault.breach()).isEqualTo(Breach.REORDERED);
        assertThat(fault.place()).isEqualTo(3);
        assertThat(faultAfter(entries -> entries.add(0, entries.remove(1))).breach())
                .isEqualTo(Breach.REORDERED);
    }

    @Test
    void anInsertedEntryIsTold() {
        Entry third = RECORD.entries().get(2);
        Entry fitting = sealed(third.toBuilder().text("{\"forged\":true}").build());
        assertThat(faultAfter(entries -> entries.add(2, fitting)))
                .extracting(Fault::breach, Fault::place)
                .containsExactly(Breach.INSERTED, 3L);
        Entry loose =
                sealed(third.toBuilder().previous(Digest.ofText("anything")).build());
        assertThat(faultAfter(entries -> entries.add(2, loose)).breach()).isEqualTo(Breach.INSERTED);
        assertThat(faultAfter(entries -> entries.add(4, entries.get(1))))
                .extracting(Fault::breach, Fault::place)
                .containsExactly(Breach.INSERTED, 5L);
    }

    @Test
    void entriesOfAnotherTeamDoNotHold() {
        TeamKey other = TeamKey.of(TeamId.of("other"), KEY.year());
        assertThat(TeamRecord.of(other, RECORD.entries(), 0).verify().checked()).isZero();
    }

    @Test
    void entriesSealedAnewByAForgerWhoBreaksTheRulesAreFound() {
        List<Entry> all = RECORD.entries();
        Entry last = all.get(5);
        assertThat(faultAfter(e -> e.set(5, sealed(last.toBuilder().sequence(9).build())))
                        .detail())
                .contains("numbered anew");
        assertThat(faultAfter(e -> e.set(
                                5, sealed(last.toBuilder().id(all.get(0).id()).build())))
                        .detail())
                .contains("id of an earlier one");
        assertThat(faultAfter(e -> e.set(
                                5,
                                sealed(last.toBuilder().recordedAt(Note.START).build())))
                        .detail())
                .contains("time before");
        assertThat(faultAfter(e -> e.set(
                                5, sealed(last.toBuilder().addCites(last.id()).build())))
                        .detail())
                .contains("cites what was not recorded");
        assertThat(faultAfter(e -> e.set(
                                0,
                                sealed(all.get(0).toBuilder()
                                        .previous(Digest.ofText("x"))
                                        .build())))
                        .detail())
                .contains("stands first");
    }

    @Test
    void aCheckpointProvesThatHistoryOnlyGrew() {
        Checkpoint kept = Note.chain(4).checkpoint();
        assertThat(RECORD.verify(kept).holds()).isTrue();
        assertThat(RECORD.verify(Checkpoint.start(KEY)).holds()).isTrue();
        Fault shorter = Note.chain(3).verify(kept).fault().orElseThrow();
        assertThat(shorter.breach()).isEqualTo(Breach.REMOVED);
        TeamRecord rewritten = Note.chain(3).with(Note.START.plusSeconds(900), Note.ANA, Note.of("other"));
        assertThat(rewritten.verify().holds()).isTrue();
        Verification verification = rewritten.verify(kept);
        assertThat(verification.fault().orElseThrow().breach()).isEqualTo(Breach.ALTERED);
        assertThat(verification.toString())
                .startsWith("The record does not hold at place 4 (altered): entry \"other\"");
        TeamKey other = TeamKey.of(TeamId.of("other"), KEY.year());
        assertThatThrownBy(() -> RECORD.verify(Checkpoint.start(other))).hasMessageContaining("Expected one of");
    }
}
