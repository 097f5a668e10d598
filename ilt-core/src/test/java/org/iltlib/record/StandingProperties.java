package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.EntryId;
import org.iltlib.record.Standing.Status;

class StandingProperties {

    /** Each number is an act: a note, or a correction or withdrawal of anything recorded so far, acts included. */
    private static TeamRecord record(List<Integer> acts) {
        TeamRecord record = TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("e1"), Note.of("e2"));
        for (int act : acts) {
            int size = (int) record.revision();
            EntryId id = EntryId.of("e" + (size + 1));
            int one = 1 + act / 3 % size;
            int two = 1 + act / 60 % size;
            record = record.with(
                    Note.START.plusSeconds(act % 7 + 60L * size),
                    Note.ANA,
                    act % 3 == 0 || one == two
                            ? Note.of(id.value())
                            : act % 3 == 1
                                    ? new Withdrawal(id, EntryId.of("e" + one), "why")
                                    : Correction.builder()
                                            .id(id)
                                            .corrected(EntryId.of("e" + Math.min(one, two)))
                                            .replacement(EntryId.of("e" + Math.max(one, two)))
                                            .reason("why")
                                            .build());
        }
        return record;
    }

    @Property(tries = 500)
    void everyEntryHasOneStatusAndLeadsToWhatStandsOrNothing(
            @ForAll @Size(max = 20) List<@IntRange(max = 100_000) Integer> acts) {
        TeamRecord record = record(acts);
        Standing standing = Standing.of(record);
        for (Entry entry : record.entries()) {
            Status status = standing.statusOf(entry.id());
            standing.current(entry.id())
                    .ifPresent(
                            current -> assertThat(standing.stands(current.id())).isTrue());
            assertThat(standing.current(entry.id()).filter(entry::equals).isPresent())
                    .isEqualTo(status == Status.STANDS);
            assertThat(standing.isWithdrawn(entry.id())).isEqualTo(status == Status.WITHDRAWN);
        }
        assertThat(record.verify().holds()).isTrue();
    }

    @Property(tries = 300)
    void whatStoodAndWhatWasAddedMakeWhatStandsLater(
            @ForAll @Size(max = 20) List<@IntRange(max = 100_000) Integer> acts,
            @ForAll @IntRange(min = -10, max = 1500) int start,
            @ForAll @IntRange(max = 1500) int length) {
        TeamRecord record = record(acts);
        RecordDiff diff = record.diff(Note.START.plusSeconds(start), Note.START.plusSeconds(start + length));
        List<Entry> both = new ArrayList<>(record.asOf(diff.from()).entries());
        both.addAll(diff.added());
        TeamRecord later = record.asOf(diff.to());
        assertThat(TeamRecord.of(record.key(), both, 0)).isEqualTo(later);
        assertThat(diff.isEmpty()).isEqualTo(record.asOf(diff.from()).equals(later));
        Standing after = Standing.of(later);
        assertThat(diff.withdrawn()).allMatch(after::isWithdrawn);
        assertThat(diff.corrected()).noneMatch(after::stands);
    }
}
