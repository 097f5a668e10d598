package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

    /** Every record is asked while others are grown from it, or from a prefix of it, by another thread. */
    @Property(tries = 20)
    void aRecordSeesNothingOfWhatIsGrownFromIt(@ForAll @IntRange(min = 2, max = 60) int size) throws Exception {
        TeamRecord base = Note.chain(size);
        EntryId last = EntryId.of("n" + (size - 1));
        CompletableFuture<TeamRecord> growing = CompletableFuture.supplyAsync(() -> {
            TeamRecord longer = base;
            for (int i = 0; i < 300; i++) {
                longer =
                        longer.with(Note.START.plusSeconds(60_000), Note.ANA, Note.of("m" + i, "n0", "n" + (size - 1)));
            }
            return longer;
        });
        boolean done;
        do {
            done = growing.isDone();
            assertThat(base.find(last)).isPresent();
            assertThat(base.listCiting(last)).isEmpty();
            assertThat(base.listCiting(EntryId.of("n0"))).hasSize(1);
            assertThat(base.find(EntryId.of("m0"))).isEmpty();
            assertThat(base.trace(EntryId.of("n0")).downstream()).hasSize(size - 1);
        } while (!done);
        TeamRecord longer = growing.get();
        TeamRecord other = base.with(Note.START.plusSeconds(60_000), Note.ANA, Note.of("m5"));
        assertThat(other.listCiting(last)).isEmpty();
        assertThat(longer.listCiting(last)).hasSize(300);
        assertThat(longer.verify().holds() && other.verify().holds()).isTrue();
    }

    @Property(tries = 100)
    void indexesAreThoseOfASimpleSearch(@ForAll @Size(max = 40) List<@IntRange(max = 5_000) Integer> seeds) {
        TeamRecord record = TeamRecord.empty(Note.KEY);
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            List<EntryId> cites = IntStream.range(0, i)
                    .filter(j -> ((seed >> (j % 12)) & 1) == 1)
                    .mapToObj(j -> EntryId.of("e" + j))
                    .toList();
            record = record.with(Note.START, Note.ANA, new Note(EntryId.of("e" + i), "w", cites));
        }
        TeamRecord loaded = TeamRecord.of(record.key(), record.entries(), 0);
        for (TeamRecord one : List.of(record, loaded, loaded.with(Note.START, Note.ANA, Note.of("more")))) {
            for (Entry entry : one.entries()) {
                assertThat(one.find(entry.id())).contains(entry);
                assertThat(one.listCiting(entry.id()))
                        .isEqualTo(one.entries().stream()
                                .filter(citing -> citing.cites().contains(entry.id()))
                                .toList());
            }
        }
    }

    /** As a store may give it: entries that cite what is not there, or comes later, and ids that come twice. */
    @Property(tries = 200)
    void indexesOfARecordThatDoesNotHoldAreThoseOfASimpleSearch(
            @ForAll @Size(max = 12) List<@IntRange(max = 5_000) Integer> seeds) {
        List<Entry> entries = new ArrayList<>();
        Entry any = Note.chain(1).entries().get(0);
        for (int seed : seeds) {
            entries.add(any.toBuilder()
                    .sequence(entries.size() + 1L)
                    .id(EntryId.of("e" + seed % 10))
                    .cites(seed % 3 == 0 ? List.of() : List.of(EntryId.of("e" + seed / 10 % 10)))
                    .build());
        }
        TeamRecord record = TeamRecord.of(Note.KEY, entries, 0);
        for (int i = 0; i < 10; i++) {
            EntryId id = EntryId.of("e" + i);
            assertThat(record.find(id))
                    .isEqualTo(entries.stream()
                            .filter(entry -> entry.id().equals(id))
                            .findFirst());
            assertThat(record.listCiting(id))
                    .isEqualTo(entries.stream()
                            .filter(entry -> entry.cites().contains(id))
                            .toList());
        }
    }
}
