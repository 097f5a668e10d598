package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.KEY;
import static org.iltlib.record.Note.START;

import java.time.Instant;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.junit.jupiter.api.Test;

class TeamRecordTest {
    private static final TeamRecord EMPTY = TeamRecord.empty(KEY);

    @Test
    void whatIsRecordedCanBeFoundAndRead() {
        TeamRecord record = EMPTY.with(START, ANA, Note.of("a"), Note.of("goal/1", "a"));
        assertThat(record.revision()).isEqualTo(2);
        assertThat(record.get(Note.KIND, EntryId.of("a"))).isEqualTo(Note.of("a"));
        assertThat(record.find(Note.KIND, EntryId.of("a"))).contains(Note.of("a"));
        assertThat(record.find(Note.KIND, EntryId.of("goal/1"))).isEmpty();
        assertThat(record.find(EntryId.of("zz"))).isEmpty();
        assertThat(record.list(Note.KIND)).containsExactly(Note.of("a"));
        assertThat(record.listEntries("goal")).hasSize(1);
        assertThat(record.listCiting(EntryId.of("a"))).extracting(Entry::kind).containsExactly("goal");
        assertThat(record.unsaved()).isEqualTo(record.entries());
        assertThat(record.asSaved().unsaved()).isEmpty();
        assertThat(record).isEqualTo(record.asSaved()).hasSameHashCodeAs(record.asSaved());
        assertThat(record).hasToString("ilt 2026-27, 2 entries, 2 unsaved");
        assertThat(record.entries().get(0)).hasToString("1 note a (2026-09-01T08:00:00Z)");
        assertThatThrownBy(() -> record.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCitationThatIsNotRecordedIsRefused() {
        assertThatThrownBy(() -> EMPTY.with(START, ANA, Note.of("b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Entry \"b\" cites \"a\", which is not recorded. Maybe record it first.");
        assertThatThrownBy(() -> EMPTY.with(START, ANA, Note.of("b", "b"))).hasMessageContaining("not recorded");
        assertThatThrownBy(() -> EMPTY.with(START, ANA, Note.of("a"), Note.of("b", "a", "a")))
                .hasMessageContaining("twice");
    }

    @Test
    void anIdIsRecordedOnce() {
        TeamRecord record = EMPTY.with(START, ANA, Note.of("a"));
        assertThatThrownBy(() -> record.with(START, ANA, Note.of("a"))).hasMessageContaining("\"a\" already");
        assertThatThrownBy(() -> EMPTY.with(START, ANA, Note.of("a"), Note.of("a")))
                .hasMessageContaining("\"a\" already");
        assertThat(record.revision()).isOne();
    }

    @Test
    void timeDoesNotGoBackAndIsCutToMicroseconds() {
        TeamRecord record = EMPTY.with(START.plusNanos(1_999), ANA, Note.of("a"));
        assertThat(record.entries().get(0).recordedAt()).isEqualTo(START.plusNanos(1_000));
        assertThatThrownBy(() -> record.with(START, ANA, Note.of("b"))).hasMessageContaining("before the last");
        assertThatThrownBy(() -> EMPTY.with(Instant.MAX, ANA, Note.of("b"))).hasMessageContaining("292,000 years");
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        Note torn = new Note(EntryId.of("a"), "\uD83D", List.of());
        assertThatThrownBy(() -> EMPTY.with(START, ANA, torn)).hasMessageContaining("surrogate");
    }

    @Test
    void twoRecordsGrownFromOneDoNotDisturbEachOther() {
        TeamRecord base = Note.chain(3);
        TeamRecord left = base.with(START.plusSeconds(900), ANA, Note.of("left", "n0"));
        TeamRecord right = base.with(START.plusSeconds(900), ANA, Note.of("right", "n0"), Note.of("left"));
        assertThat(base.revision()).isEqualTo(3);
        assertThat(base.find(EntryId.of("left"))).isEmpty();
        assertThat(left.find(EntryId.of("right"))).isEmpty();
        assertThat(right.entries()).hasSize(5);
        assertThat(base.listCiting(EntryId.of("n0"))).hasSize(1);
        assertThat(left.listCiting(EntryId.of("n0"))).hasSize(2);
        assertThat(left.verify().holds() && right.verify().holds()).isTrue();
        assertThat(left).isNotEqualTo(right);
    }

    @Test
    void theRecordAsItStoodHasWhatWasRecordedByThen() {
        TeamRecord record = Note.chain(5).asSaved();
        assertThat(record.asOf(START.plusSeconds(125)).revision()).isEqualTo(3);
        assertThat(record.asOf(START.plusSeconds(120)).revision()).isEqualTo(3);
        assertThat(record.asOf(START.minusSeconds(1))).isEqualTo(EMPTY);
        assertThat(record.asOf(Instant.MAX)).isEqualTo(record);
    }

    /** The bytes as the class comment of Entry gives them; expected value: {@code printf '…' | sha256sum}. */
    @Test
    void theSealIsTheDigestOfTheDocumentedBytes() {
        Entry entry = EMPTY.with(START, ANA, Note.of("a")).entries().get(0);
        String bytes = "ilt-entry/1\nilt\n2026-27\n1\n1788249600000000\np-ana\nnote\n1\na\n0\n" + "0".repeat(64)
                + "\n{\"basedOn\":[],\"id\":\"a\",\"words\":\"words of a\"}";
        assertThat(entry.digest()).isEqualTo(Digest.ofText(bytes));
        assertThat(entry.previous()).isEqualTo(Digest.NONE);
    }

    @Test
    void anEntryOfUnknownKindAndWithUnknownPropertiesStaysWhole() {
        Entry entry = EMPTY.with(START, ANA, Note.of("a")).entries().get(0);
        String text = "{\"from\":\"the future\",\"id\":\"a\",\"words\":\"w\",\"basedOn\":[]}";
        Entry future = entry.toBuilder().text(text).build();
        assertThat(future.text()).isEqualTo(text);
        assertThat(future.as(Note.KIND).words()).isEqualTo("w");
        assertThat(CanonicalJson.write(future.body())).contains("the future");
        assertThatThrownBy(() -> future.as(Note.kind("goal"))).hasMessageContaining("Expected kind goal");
        assertThatThrownBy(() -> future.toBuilder().version(2).build().as(Note.KIND))
                .isInstanceOf(FormException.class);
        assertThatThrownBy(
                        () -> future.toBuilder().recordedAt(START.plusNanos(1)).build())
                .hasMessageContaining("microseconds");
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertThatThrownBy(() -> EMPTY.get(EntryId.of("x"))).hasMessageContaining("no entry \"x\"");
        assertThatThrownBy(() -> TeamRecord.of(KEY, List.of(), 1)).hasMessageContaining("saved is 1");
        assertThatThrownBy(() -> Digest.of("xyz")).hasMessageContaining("64");
    }

    @Test
    void keysAreOrderedByTeamAndThenByYear() {
        TeamKey next = TeamKey.of(KEY.team(), KEY.year().next());
        assertThat(List.of(TeamKey.of(TeamId.of("z"), SchoolYear.startingIn(2000)), next, KEY).stream()
                        .sorted())
                .startsWith(KEY, next);
        assertThat(TeamKey.FORM.read(TeamKey.FORM.write(KEY))).isEqualTo(KEY);
        Checkpoint checkpoint = Note.chain(2).checkpoint();
        assertThat(Checkpoint.FORM.read(Checkpoint.FORM.write(checkpoint))).isEqualTo(checkpoint);
        assertThat(checkpoint.toString()).startsWith("ilt 2026-27: 2 entries, head ");
        assertThatThrownBy(() -> new Checkpoint(KEY, 1, Digest.NONE)).hasMessageContaining("zeros");
    }

    @Test
    void kindsAreReadByName() {
        Kinds kinds = Kinds.of(Note.KIND).with(Note.kind("goal"));
        TeamRecord record = EMPTY.with(START, ANA, Note.of("a"), Note.of("strange/1"));
        assertThat(kinds.names()).containsExactly("goal", "note");
        assertThat(kinds.read(record.entries().get(0))).contains(Note.of("a"));
        assertThat(kinds.read(record.entries().get(1))).isEmpty();
        assertThat((Object) kinds.get("note")).isEqualTo(Note.KIND);
        assertThatThrownBy(() -> kinds.get("strange")).hasMessageContaining("[goal, note]");
        Kind<Note> twin = Note.kind("note");
        assertThatThrownBy(() -> kinds.with(twin)).hasMessageContaining("\"note\" already");
    }
}
