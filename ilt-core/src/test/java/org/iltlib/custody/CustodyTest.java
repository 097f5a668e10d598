package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.CONTACT;
import static org.iltlib.custody.School.COUNSELLOR;
import static org.iltlib.custody.School.LOG;
import static org.iltlib.custody.School.MEMBER;
import static org.iltlib.custody.School.NOW;
import static org.iltlib.custody.School.ROWS;
import static org.iltlib.custody.School.TENANT;
import static org.iltlib.custody.School.TWO_YEARS;
import static org.iltlib.custody.School.VENDOR;
import static org.iltlib.custody.School.counsellor;
import static org.iltlib.custody.School.custody;
import static org.iltlib.custody.School.disclosure;
import static org.iltlib.custody.School.fill;
import static org.iltlib.custody.School.log;
import static org.iltlib.custody.School.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.people.Contact;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoreException;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustodyTest {
    private final MemoryStore store = new MemoryStore();
    private final RecordStore view = store.forTenant(TENANT);
    private final School.Hands clock = new School.Hands();
    private final Custody custody = custody(view, clock);
    private final DatasetId rows = fill(view);

    @AfterEach
    void everyRecordHolds() {
        view.keys().forEach(key -> assertThat(view.load(key).verify().fault()).isEmpty());
    }

    @Test
    void aCounsellorReadsAContactForARegisteredPurposeAndTheLogKnows() {
        Answer<Contact> answer = custody.contact(MEMBER, counsellor());
        assertThat(answer.get()).isEqualTo(CONTACT);
        assertThat(answer.why().toString())
                .contains("Granted for attendance-follow-up")
                .contains("board policy 5125");
        Access access = log(view).list(Access.KIND).get(0);
        assertThat(access.by()).isEqualTo(COUNSELLOR);
        assertThat(access.purpose()).isEqualTo("attendance-follow-up");
        assertThat(access.interest()).isEqualTo("calls home after absences");
        assertThat(access.holding()).isEqualTo(Holding.of(MEMBER));
        assertThat(access.at()).isEqualTo(NOW);
        assertThat(access.isGranted()).isTrue();
        assertThat(log(view).entries().get(0).recordedBy()).isEqualTo(COUNSELLOR);
    }

    @Test
    void aVendorWhoStatesNoPurposeIsRefusedAndLogged() {
        Answer<Contact> answer = custody.contact(MEMBER, AccessRequest.of(VENDOR, "vendor", "", "would like to know"));
        assertThat(answer.isGiven()).isFalse();
        assertThat(answer).hasToString(answer.why().toString());
        assertThatThrownBy(answer::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Refused. No purpose was stated.");
        Access access = log(view).list(Access.KIND).get(0);
        assertThat(access.by()).isEqualTo(VENDOR);
        assertThat(access.refusal()).contains(Refusal.NO_PURPOSE);
    }

    @Test
    void whatThePolicyDoesNotAllowIsRefusedWithItsReason() {
        assertThat(refusalOf(request("counsellor", "curiosity"))).isEqualTo(Refusal.PURPOSE_NOT_REGISTERED);
        assertThat(refusalOf(request("vendor", "attendance-follow-up"))).isEqualTo(Refusal.ROLE_NOT_ALLOWED);
        assertThat(refusalOf(request("analyst", "data-meeting"))).isEqualTo(Refusal.HOLDING_NOT_ALLOWED);
        assertThat(custody.dataset(rows, counsellor()).isGiven()).isFalse();
        assertThat(custody.tenant(counsellor()).isGiven()).isFalse();
        assertThat(log(view).list(Access.KIND)).hasSize(5).noneMatch(Access::isGranted);
    }

    private Refusal refusalOf(AccessRequest request) {
        assertThat(custody.contact(MEMBER, request).isGiven()).isFalse();
        List<Access> all = log(view).list(Access.KIND);
        return all.get(all.size() - 1).refusal().orElseThrow();
    }

    @Test
    void anAnalystReadsTheRowsAndAnOperatorTheWhole() throws IOException {
        try (InputStream in =
                custody.dataset(rows, request("analyst", "data-meeting")).get()) {
            assertThat(in.readAllBytes()).isEqualTo(ROWS);
        }
        assertThat(custody.tenant(request("operator", "archive")).get()).isSameAs(view);
        assertThat(log(view).list(Access.KIND))
                .extracting(Access::holding)
                .containsExactly(Holding.of(rows), Holding.ofTenant());
    }

    @Test
    void whatIsNotThereIsLoggedAndSaidToBeUnknown() {
        PersonId nobody = PersonId.of("p-404");
        assertThat(custody.contact(nobody, counsellor()).why().toString()).contains("no contact of p-404");
        DatasetId none = DatasetId.ofBytes(new byte[] {1});
        assertThat(custody.dataset(none, request("analyst", "data-meeting"))
                        .why()
                        .toString())
                .contains("no dataset " + none);
        assertThat(log(view).revision()).isEqualTo(2);
        assertThat(custody.purge(none, TWO_YEARS, CLERK).isGiven()).isFalse();
        assertThatThrownBy(() -> custody.keep(none, TWO_YEARS, java.time.LocalDate.EPOCH, CLERK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log(view).revision()).isEqualTo(2);
    }

    @Test
    void ifTheLogCannotBeWrittenNothingIsHandedOut() {
        RecordStore readOnly = failing("append");
        Custody blind = custody(readOnly, clock);
        assertThatThrownBy(() -> blind.contact(MEMBER, counsellor())).isInstanceOf(StoreException.class);
        AccessRequest clerk = request("clerk", "roster");
        assertThat(blind.contact(MEMBER, clerk).isGiven()).isTrue();
        assertThat(blind.contact(MEMBER, clerk).isGiven()).isTrue();
        assertThatThrownBy(() -> blind.contact(MEMBER, clerk)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> blind.contact(MEMBER, clerk)).isInstanceOf(StoreException.class);
        assertThatThrownBy(blind::recordCounts).isInstanceOf(StoreException.class);
    }

    private RecordStore failing(String method) {
        return Faulty.of(view, name -> {
            if (name.equals(method)) {
                throw new StoreException("The disk is full.");
            }
        });
    }

    @Test
    void countedAccessesStandTogetherInOneEntryAndNoneIsLostInOrder() {
        AccessRequest clerk = request("clerk", "roster");
        for (int i = 0; i < 7; i++) {
            clock.now = NOW.plusSeconds(i);
            assertThat(custody.contact(MEMBER, clerk).isGiven()).isTrue();
        }
        clock.now = NOW;
        assertThat(log(view).list(AccessCount.KIND))
                .extracting(AccessCount::count)
                .containsExactly(3L, 3L);
        assertThat(custody.recordCounts()).extracting(AccessCount::count).containsExactly(1L);
        assertThat(custody.recordCounts()).isEmpty();
        AccessCount second = log(view).list(AccessCount.KIND).get(1);
        assertThat(second.first()).isEqualTo(NOW.plusSeconds(3));
        assertThat(second.last()).isEqualTo(NOW.plusSeconds(5));
        assertThat(second.sort()).isEqualTo(Holding.Sort.CONTACT);
        assertThat(log(view).list(Access.KIND)).isEmpty();
    }

    @Test
    void severalProcessesLogToOneRecordAndLoseNothing() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    Custody own = custody(view, clock);
                    for (int i = 0; i < 25; i++) {
                        own.contact(MEMBER, counsellor()).get();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(log(view).list(Access.KIND)).hasSize(100);
    }

    @Test
    void aClockThatIsBehindTheLastEntryDoesNotStopTheLog() {
        custody.contact(MEMBER, counsellor());
        clock.now = NOW.minusSeconds(60);
        custody(view, clock).contact(MEMBER, counsellor());
        assertThat(log(view).list(Access.KIND)).extracting(Access::at).containsExactly(NOW, NOW);
    }

    @Test
    void aMemberLeavesAndIsErasedAndEveryRecordStaysAsItWas() {
        TeamRecord record = view.append(Note.chain(3));
        List<String> before = texts(record);
        ErasureCertificate certificate =
                custody.erase(MEMBER, "left the school", CLERK).get();
        assertThat(certificate.person()).isEqualTo(MEMBER);
        assertThat(certificate.at()).isEqualTo(NOW);
        assertThat(certificate.by()).isEqualTo(CLERK);
        assertThat(certificate.explain().toString())
                .isEqualTo("The contact of person p-3 was erased at 2026-10-12T14:30:00Z.\n"
                        + "  Reason: left the school.\n  Ordered by p-2.");
        assertThat(DirectoryStore.of(view).findContact(MEMBER)).isEmpty();
        assertThat(custody.contact(MEMBER, counsellor()).why().toString())
                .isEqualTo("p-3 is a former member, erased at 2026-10-12T14:30:00Z.");
        TeamRecord after = view.load(Note.KEY);
        assertThat(texts(after)).isEqualTo(before);
        assertThat(after.verify(record.checkpoint()).holds()).isTrue();
        assertThat(log(view).trace(certificate.id()).upstream())
                .extracting(Entry::kind)
                .containsExactly("removal-order");
        String whole = String.join("\n", texts(log(view)));
        assertThat(whole).doesNotContain("Secret").doesNotContain("secret@");
    }

    private static List<String> texts(TeamRecord record) {
        return record.entries().stream().map(Entry::text).toList();
    }

    @Test
    void erasingOrPurgingTwiceGivesTheFirstCertificate() {
        ErasureCertificate first =
                custody.erase(MEMBER, "left the school", CLERK).get();
        clock.now = NOW.plusSeconds(5);
        assertThat(custody.erase(MEMBER, "again", COUNSELLOR).get()).isEqualTo(first);
        PurgeCertificate purge = custody.purge(rows, TWO_YEARS, CLERK).get();
        assertThat(custody(view, clock).purge(rows, TWO_YEARS, COUNSELLOR).get())
                .isEqualTo(purge);
        assertThat(log(view).revision()).isEqualTo(4);
    }

    @Test
    void whatWasPurgedWithoutACertificateGetsOneWithTheTimeOfThePurge() {
        DatasetStore.of(view).purge(rows, NOW.minusSeconds(3600));
        PurgeCertificate certificate = custody.purge(rows, TWO_YEARS, CLERK).get();
        assertThat(certificate.at()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(certificate.size()).isEqualTo(ROWS.length);
        assertThat(certificate.dataset()).isEqualTo(rows);
        assertThat(certificate.explain().toString())
                .contains("interim scores, 24 months (district schedule 7.2), source read on 2026-08-01");
    }

    @Test
    void whatALegalHoldNamesStaysUntilTheMatterIsReleased() {
        custody.hold("matter 26-117", List.of(Holding.of(rows), Holding.of(MEMBER)), CLERK);
        custody.hold("matter 26-118", List.of(Holding.of(rows)), CLERK);
        assertThat(custody.purge(rows, TWO_YEARS, CLERK).why().toString()).contains("Legal hold for matter 26-117");
        assertThat(custody.erase(MEMBER, "left", CLERK).isGiven()).isFalse();
        assertThat(DirectoryStore.of(view).findContact(MEMBER)).contains(CONTACT);
        clock.now = NOW.plusSeconds(60);
        custody.release("matter 26-117", CLERK);
        assertThat(custody.erase(MEMBER, "left", CLERK).isGiven()).isTrue();
        assertThat(custody.purge(rows, TWO_YEARS, CLERK).why().toString()).contains("Legal hold for matter 26-118");
        custody.release("matter 26-118", CLERK);
        assertThat(custody.purge(rows, TWO_YEARS, CLERK).isGiven()).isTrue();
    }

    @Test
    void aHoldInAnotherRecordHoldsAndOneAfterTheReleaseHoldsAgain() {
        custody.release("matter 1", CLERK);
        clock.now = NOW.plusSeconds(60);
        Custody lastYear = Custody.of(view, TeamKey.of(LOG.team(), SchoolYear.startingIn(2025)), School.POLICY, clock);
        lastYear.hold("matter 1", List.of(Holding.ofTenant()), CLERK);
        assertThat(custody.erase(MEMBER, "left", CLERK).isGiven()).isFalse();
        assertThat(custody.purge(rows, TWO_YEARS, CLERK).isGiven()).isFalse();
        custody.release("matter 1", CLERK);
        assertThat(custody.erase(MEMBER, "left", CLERK).isGiven()).isTrue();
    }

    @Test
    void aDisclosureMayCiteOnlyWhatTheLogHolds() {
        custody.disclose(disclosure("disclosure/1", Holding.of(MEMBER)), CLERK);
        custody.disclose(
                disclosure("disclosure/2", Holding.of(MEMBER)).toBuilder()
                        .onwardFrom(EntryId.of("disclosure/1"))
                        .addEntries(EntryId.of("disclosure/1"))
                        .build(),
                CLERK);
        assertThat(log(view).get(EntryId.of("disclosure/2")).cites()).containsExactly(EntryId.of("disclosure/1"));
        assertThatThrownBy(() -> custody.disclose(disclosure("disclosure/1", Holding.of(rows)), CLERK))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> custody.disclose(
                        disclosure("disclosure/3", Holding.of(rows)).toBuilder()
                                .addEntries(EntryId.of("elsewhere"))
                                .build(),
                        CLERK))
                .hasMessageContaining("not recorded");
    }

    @Test
    void aStoreWithoutADirectoryIsRefusedBeforeAnythingIsLogged() {
        RecordStore bare = new RecordStore() {
            @Override
            public TeamRecord load(TeamKey key) {
                return view.load(key);
            }

            @Override
            public TeamRecord append(TeamRecord record) {
                return view.append(record);
            }

            @Override
            public Stream<TeamKey> keys() {
                return view.keys();
            }

            @Override
            public EntryTable table() {
                return view.table();
            }
        };
        Custody without = custody(bare, clock);
        assertThatThrownBy(() -> without.contact(MEMBER, counsellor())).hasMessageContaining("keeps no directory");
        assertThatThrownBy(() -> without.dataset(rows, counsellor())).hasMessageContaining("keeps no datasets");
        assertThatThrownBy(() -> without.erase(MEMBER, "left", CLERK)).hasMessageContaining("keeps no directory");
        assertThat(log(view).revision()).isZero();
    }
}
