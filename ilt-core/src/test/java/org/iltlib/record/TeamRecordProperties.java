package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.EntryId;

class TeamRecordProperties {
    @Property(tries = 200)
    void whateverIsRecordedHolds(@ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> seeds) {
        TeamRecord record = TeamRecord.empty(Note.KEY);
        Instant time = Note.START;
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            time = time.plusNanos(seed * 1_000L);
            List<EntryId> cites = i == 0 ? List.of() : List.of(EntryId.of("e" + seed % i));
            record = record.with(time, Note.ANA, new Note(EntryId.of("e" + i), "w" + seed, cites));
        }
        assertThat(record.verify().holds()).isTrue();
        assertThat(record.revision()).isEqualTo(seeds.size());
    }

    @Property(tries = 300)
    void aFlippedBitInAnyBodyIsFound(
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll @IntRange(max = 15) int bit) {
        List<Entry> entries = new ArrayList<>(Note.chain(8).entries());
        Entry entry = entries.get(place);
        char[] text = entry.text().toCharArray();
        text[at % text.length] ^= (char) (1 << bit);
        entries.set(place, entry.toBuilder().text(new String(text)).build());
        Verification verification = TeamRecord.of(Note.KEY, entries, 8).verify();
        assertThat(verification.fault().orElseThrow().place()).isEqualTo(place + 1L);
    }

    @Property(tries = 200)
    void aLaterViewHasAtLeastWhatAnEarlierHas(
            @ForAll @IntRange(max = 700) int early, @ForAll @IntRange(max = 700) int later) {
        TeamRecord record = Note.chain(10);
        List<Entry> then =
                record.asOf(Note.START.plusSeconds(Math.min(early, later))).entries();
        List<Entry> now =
                record.asOf(Note.START.plusSeconds(Math.max(early, later))).entries();
        assertThat(now.subList(0, then.size())).isEqualTo(then);
    }
}
