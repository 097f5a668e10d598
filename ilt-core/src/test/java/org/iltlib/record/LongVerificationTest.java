package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.KEY;
import static org.iltlib.record.Note.START;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.record.Verification.Breach;
import org.junit.jupiter.api.Test;

/** Records of more than one batch, so that several threads share the work. */
class LongVerificationTest {
    private static final int SIZE = 10_000;
    private static final TeamRecord RECORD = TeamRecord.empty(KEY)
            .with(
                    START,
                    ANA,
                    IntStream.range(0, SIZE)
                            .mapToObj(i -> i == 0 ? Note.of("n0") : Note.of("n" + i, "n" + i / 2))
                            .toList());

    private static List<Entry> altered(int index) {
        List<Entry> entries = new ArrayList<>(RECORD.entries());
        entries.set(index, entries.get(index).toBuilder().text("{}").build());
        return entries;
    }

    @Test
    void aLongRecordHoldsInMemoryAndStreamed() {
        assertThat(RECORD.verify()).hasToString("The record holds: 10000 entries.");
        assertThat(Verification.of(KEY, RECORD.entries().stream())).isEqualTo(RECORD.verify());
        assertThat(Verification.of(RECORD.checkpoint(), RECORD.entries().stream())
                        .holds())
                .isTrue();
        assertThat(Verification.of(KEY, Stream.empty()).holds()).isTrue();
    }

    @Test
    void oneAlteredEntryIsFoundWhereverItStands() {
        for (int index : new int[] {0, 31, 32, 2047, 2048, 4095, 4096, 6001, SIZE - 1}) {
            List<Entry> entries = altered(index);
            Verification streamed = Verification.of(KEY, entries.stream());
            assertThat(streamed.fault().orElseThrow().place()).isEqualTo(index + 1L);
            assertThat(streamed.checked()).isEqualTo(index);
            assertThat(TeamRecord.of(KEY, entries, 0).verify()).isEqualTo(streamed);
        }
    }

    @Test
    void whatWasMovedFarIsTold() {
        List<Entry> early = new ArrayList<>(RECORD.entries());
        early.add(10, early.remove(9_000));
        List<Entry> late = new ArrayList<>(RECORD.entries());
        late.add(9_000, late.get(10));
        for (List<Entry> entries : List.of(early, late)) {
            Verification plain = new PlainVerifier(KEY, entries).verify();
            assertThat(TeamRecord.of(KEY, entries, 0).verify()).isEqualTo(plain);
            assertThat(Verification.of(KEY, entries.stream())).isEqualTo(plain);
        }
        assertThat(new PlainVerifier(KEY, early).verify().fault().orElseThrow().breach())
                .isEqualTo(Breach.REORDERED);
    }

    @Test
    void theStreamIsNotReadFarBeyondAFault() {
        Iterator<Entry> source = altered(100).iterator();
        int[] read = {0};
        Verification verification =
                Verification.of(KEY, Stream.generate(source::next).limit(SIZE).peek(entry -> read[0]++));
        assertThat(verification.fault().orElseThrow().place()).isEqualTo(101);
        assertThat(read[0]).isLessThan(SIZE / 2);
    }

    @Test
    void anInterruptedThreadStopsALongVerificationAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(RECORD::verify)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("ilt 2026-27 was interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(Note.chain(5).verify().holds()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBusyPoolDoesNotHoldUpAVerification() throws InterruptedException {
        int parallelism = Math.max(1, ForkJoinPool.getCommonPoolParallelism());
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(parallelism);
        for (int i = 0; i < parallelism; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                taken.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try {
            taken.await();
            assertThat(RECORD.verify().holds()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void troubleWithTheStreamIsThrownOn() {
        Iterator<Entry> source = RECORD.entries().iterator();
        int[] read = {0};
        Stream<Entry> failing = Stream.generate(() -> {
            if (++read[0] == 5_000) {
                throw new IllegalStateException("the disk is gone");
            }
            return source.next();
        });
        assertThatThrownBy(() -> Verification.of(KEY, failing)).hasMessage("the disk is gone");
    }

    @Test
    void idsAreToldApartHoweverAlikeTheyAre() {
        SeenHashes seen = new SeenHashes();
        Entry any = RECORD.entries().get(0);
        for (int i = 0; i < 200_000; i++) {
            Entry entry =
                    i == 0 ? any : any.toBuilder().id(EntryId.of("e/" + i)).build();
            long[] prepared = seen.prepare(entry);
            assertThat(seen.pass(i, entry, prepared)).as("%s", i).isTrue();
        }
        Entry again = any.toBuilder().id(EntryId.of("e/777")).build();
        assertThat(seen.pass(200_000, again, seen.prepare(again))).isFalse();
    }
}
