package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.COUNSELLOR;
import static org.iltlib.custody.School.LOG;
import static org.iltlib.custody.School.MEMBER;
import static org.iltlib.custody.School.NOW;
import static org.iltlib.custody.School.POLICY;
import static org.iltlib.custody.School.TENANT;
import static org.iltlib.custody.School.TWO_YEARS;
import static org.iltlib.custody.School.custody;
import static org.iltlib.custody.School.fill;
import static org.iltlib.custody.School.log;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TenantId;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoreException;
import org.iltlib.store.archive.RecordLines;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies between order, deed and certificate, at each place once. */
class CustodyFaultsTest {
    private static final Set<String> WRITES = Set.of("append", "purge", "eraseContact");

    private final MemoryStore store = new MemoryStore();
    private final RecordStore view = store.forTenant(TENANT);
    private final School.Hands clock = new School.Hands();
    private final DatasetId rows = fill(view);

    /** Dies at the n-th write. */
    private static Consumer<String> dyingAt(int place) {
        int[] left = {place};
        return method -> {
            if (WRITES.contains(method) && left[0]-- == 0) {
                throw new StoreException("The process died.");
            }
        };
    }

    private RecordStore dying(int place, boolean beforeWrite) {
        return beforeWrite ? Faulty.of(view, dyingAt(place)) : Faulty.of(view, method -> {}, dyingAt(place));
    }

    private boolean purged() {
        return DatasetStore.of(view).find(rows).orElseThrow().isPurged();
    }

    private boolean erased() {
        return DirectoryStore.of(view).contactErasedAt(MEMBER).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "0,false", "1,true", "1,false", "2,true", "2,false"})
    void aPurgeThatWasInterruptedIsFinishedAndCertifiedOnce(int place, boolean beforeWrite) {
        Custody dies = custody(dying(place, beforeWrite), clock);
        assertThatThrownBy(() -> dies.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        boolean ordered = !log(view).list(RemovalOrder.KIND).isEmpty();
        assertThat(purged() && !ordered).as("a deed without an order").isFalse();
        assertThat(log(view).list(PurgeCertificate.KIND).isEmpty() || purged())
                .as("a certificate comes after its deed")
                .isTrue();
        boolean certified = !log(view).list(PurgeCertificate.KIND).isEmpty();
        clock.now = NOW.plusSeconds(3600);
        Custody next = custody(view, clock);
        assertThat(next.resume()).hasSize(ordered && !certified ? 1 : 0).allMatch(Answer::isGiven);
        assertThat(next.resume()).isEmpty();
        assertThat(purged()).isEqualTo(ordered);
        PurgeCertificate certificate = next.purge(rows, TWO_YEARS, COUNSELLOR).get();
        assertThat(log(view).list(PurgeCertificate.KIND)).containsExactly(certificate);
        assertThat(log(view).list(RemovalOrder.KIND)).hasSize(1);
        assertThat(certificate.at())
                .isEqualTo(DatasetStore.of(view)
                        .find(rows)
                        .orElseThrow()
                        .purgedAt()
                        .orElseThrow());
        assertThat(certificate.by()).isEqualTo(ordered ? CLERK : COUNSELLOR);
        assertThat(log(view).verify().holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "0,false", "1,true", "1,false", "2,true", "2,false"})
    void anErasureThatWasInterruptedIsFinishedByAskingAgain(int place, boolean beforeWrite) {
        Custody dies = custody(dying(place, beforeWrite), clock);
        assertThatThrownBy(() -> dies.erase(MEMBER, "left the school", CLERK)).isInstanceOf(StoreException.class);
        assertThat(log(view).list(ErasureCertificate.KIND).isEmpty() || erased())
                .isTrue();
        boolean ordered = !log(view).list(RemovalOrder.KIND).isEmpty();
        clock.now = NOW.plusSeconds(3600);
        Custody next = custody(view, clock);
        ErasureCertificate certificate =
                next.erase(MEMBER, "asked again", COUNSELLOR).get();
        assertThat(erased()).isTrue();
        assertThat(certificate.reason()).isEqualTo(ordered ? "left the school" : "asked again");
        assertThat(log(view).list(ErasureCertificate.KIND)).containsExactly(certificate);
        assertThat(log(view).list(RemovalOrder.KIND)).hasSize(1);
        assertThat(next.resume()).isEmpty();
    }

    @Test
    void anOrderOfLastYearIsFinishedInLastYearsRecord() {
        TeamKey lastYear = TeamKey.of(LOG.team(), SchoolYear.startingIn(2025));
        Custody dies = Custody.of(dying(1, true), lastYear, POLICY, clock);
        assertThatThrownBy(() -> dies.erase(MEMBER, "left", CLERK)).isInstanceOf(StoreException.class);
        List<Answer<Certificate>> answers = custody(view, clock).resume();
        assertThat(answers).hasSize(1);
        assertThat(view.load(lastYear).list(ErasureCertificate.KIND))
                .containsExactly((ErasureCertificate) answers.get(0).get());
        assertThat(log(view).revision()).isZero();
    }

    @Test
    void anOrderThatALegalHoldOvertookStaysOpenUntilTheRelease() {
        Custody dies = custody(dying(1, true), clock);
        assertThatThrownBy(() -> dies.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        Custody next = custody(view, clock);
        next.hold("matter 3", List.of(Holding.of(rows)), CLERK);
        assertThat(next.resume()).hasSize(1).noneMatch(Answer::isGiven);
        assertThat(purged()).isFalse();
        next.release("matter 3", CLERK);
        assertThat(next.resume()).hasSize(1).allMatch(Answer::isGiven);
        assertThat(purged()).isTrue();
    }

    @Test
    void aHoldThatComesWhileTheOrderIsWrittenStopsThePurge() {
        Custody other = custody(view, clock);
        boolean[] held = {false};
        RecordStore slow = Faulty.of(view, method -> {
            if (method.equals("append") && !held[0]) {
                held[0] = true;
                other.hold("matter 3", List.of(Holding.of(rows)), COUNSELLOR);
            }
        });
        assertThat(custody(slow, clock).purge(rows, TWO_YEARS, CLERK).isGiven()).isFalse();
        assertThat(purged()).isFalse();
        other.release("matter 3", COUNSELLOR);
        assertThat(other.resume()).hasSize(1).allMatch(Answer::isGiven);
        assertThat(purged()).isTrue();
    }

    @Test
    void aCertificateWithoutItsDeedIsNotTakenForIt() {
        custody(view, clock).erase(MEMBER, "left", CLERK);
        RecordStore moved = store.forTenant(TenantId.of("moved"));
        view.keys()
                .forEach(key -> moved.append(TeamRecord.of(key, view.load(key).entries(), 0)));
        fill(moved);
        assertThat(custody(moved, clock).erase(MEMBER, "left", CLERK).isGiven()).isTrue();
        assertThat(DirectoryStore.of(moved).findContact(MEMBER)).isEmpty();
        assertThat(log(moved).list(ErasureCertificate.KIND)).hasSize(2);
    }

    @Test
    void retentionFinishesAPurgeThatBrokeOff() {
        Custody dies = custody(dying(2, true), clock);
        assertThatThrownBy(() -> dies.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        assertThat(log(view).list(PurgeCertificate.KIND)).isEmpty();
        Retention.of(view).apply(custody(view, clock), NOW, CLERK);
        assertThat(log(view).list(PurgeCertificate.KIND)).hasSize(1);
    }

    @Test
    void twoProcessesThatResumeTheSameOrderWriteOneCertificate() {
        Custody dies = custody(dying(1, true), clock);
        assertThatThrownBy(() -> dies.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        Custody second = custody(view, clock);
        boolean[] once = {false};
        // Between the first one's look at the log and its certificate, the second finishes.
        RecordStore overtaken = Faulty.of(view, method -> {
            if (method.equals("purge") && !once[0]) {
                once[0] = true;
                second.resume();
            }
        });
        Custody first = custody(overtaken, clock);
        first.contact(MEMBER, School.counsellor());
        assertThat(first.resume()).hasSize(1).allMatch(Answer::isGiven);
        assertThat(log(view).list(PurgeCertificate.KIND)).hasSize(1);
    }

    /** Before the order is appended, another process records a hold in that record. */
    private Custody overtakenByAHold(TeamKey record) {
        boolean[] once = {false};
        RecordStore overtaken = Faulty.of(view, method -> {
            if (method.equals("append") && !once[0]) {
                once[0] = true;
                Custody.of(view, record, POLICY, clock)
                        .hold("matter 7", List.of(Holding.of(rows), Holding.of(MEMBER)), COUNSELLOR);
            }
        });
        return custody(overtaken, clock);
    }

    @ParameterizedTest
    @CsvSource({"2025", "2026"})
    void aHoldThatComesJustBeforeTheOrderIsHeeded(int year) {
        TeamKey record = TeamKey.of(LOG.team(), SchoolYear.startingIn(year));
        Answer<PurgeCertificate> answer = overtakenByAHold(record).purge(rows, TWO_YEARS, CLERK);
        assertThat(answer.isGiven()).isFalse();
        assertThat(answer.why().toString()).contains("matter 7");
        assertThat(purged()).isFalse();
        assertThat(overtakenByAHold(record).erase(MEMBER, "left", CLERK).isGiven())
                .isFalse();
        assertThat(erased()).isFalse();
        Custody next = custody(view, clock);
        next.release("matter 7", CLERK);
        assertThat(next.resume()).isNotEmpty().allMatch(Answer::isGiven);
        assertThat(purged()).isTrue();
        assertThat(log(view).list(PurgeCertificate.KIND)).hasSize(1);
    }

    @Test
    void aHoldThatComesWhileOrdersAreResumedIsHeeded() {
        Custody dies = custody(dying(1, true), clock);
        assertThatThrownBy(() -> dies.erase(MEMBER, "left", CLERK)).isInstanceOf(StoreException.class);
        Custody diesToo = custody(dying(1, true), clock);
        assertThatThrownBy(() -> diesToo.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        boolean[] once = {false};
        RecordStore overtaken = Faulty.of(view, method -> {}, method -> {
            if (method.equals("eraseContact") && !once[0]) {
                once[0] = true;
                custody(view, clock).hold("matter 7", List.of(Holding.of(rows)), COUNSELLOR);
            }
        });
        assertThat(custody(overtaken, clock).resume())
                .extracting(Answer::isGiven)
                .containsExactly(true, false);
        assertThat(purged()).isFalse();
    }

    @Test
    void anOrderForADatasetThatIsNotHereStaysOpenAndStopsNoOther() {
        Custody dies = custody(dying(1, true), clock);
        assertThatThrownBy(() -> dies.purge(rows, TWO_YEARS, CLERK)).isInstanceOf(StoreException.class);
        RecordStore elsewhere = new MemoryStore().forTenant(TENANT);
        StringWriter lines = new StringWriter();
        RecordLines.write(view, lines);
        RecordLines.read(new StringReader(lines.toString()), elsewhere);
        assertThat(custody(elsewhere, clock).resume()).hasSize(1).noneMatch(Answer::isGiven);
    }

    @Test
    void retentionFinishesAPurgeThatBrokeOffAfterItsTimeWasNoted() {
        custody(view, clock).keep(rows, TWO_YEARS, LocalDate.of(2020, 1, 1), CLERK);
        Custody dies = custody(dying(1, false), clock);
        Retention retention = Retention.of(view);
        assertThatThrownBy(() -> retention.apply(dies, NOW, CLERK)).isInstanceOf(StoreException.class);
        assertThat(purged()).isTrue();
        int[] purges = {0};
        RecordStore counting = Faulty.of(view, method -> purges[0] += method.equals("purge") ? 1 : 0);
        List<Answer<PurgeCertificate>> answers = retention.apply(custody(counting, clock), NOW, CLERK);
        assertThat(purges[0]).as("what is left of the content is removed").isEqualTo(1);
        assertThat(log(view).list(PurgeCertificate.KIND)).hasSize(1);
        assertThat(answers)
                .extracting(Answer::get)
                .containsExactlyElementsOf(log(view).list(PurgeCertificate.KIND));
        assertThat(retention.apply(custody(view, clock), NOW, CLERK)).isEmpty();
    }

    @Test
    void anOldCertificateIsNotTakenForTheDeed() {
        Custody here = custody(view, clock);
        PurgeCertificate purge = here.purge(rows, TWO_YEARS, CLERK).get();
        ErasureCertificate erasure = here.erase(MEMBER, "left", CLERK).get();
        StringWriter lines = new StringWriter();
        RecordLines.write(view, lines);
        RecordStore other = new MemoryStore().forTenant(TENANT);
        RecordLines.read(new StringReader(lines.toString()), other);
        fill(other);
        Custody there = custody(other, clock);
        there.hold("matter 8", List.of(Holding.ofTenant()), CLERK);
        assertThat(there.purge(rows, TWO_YEARS, CLERK).isGiven()).isFalse();
        assertThat(there.erase(MEMBER, "left", CLERK).isGiven()).isFalse();
        assertThat(DirectoryStore.of(other).findContact(MEMBER)).isPresent();
        there.release("matter 8", CLERK);
        PurgeCertificate purgedThere = there.purge(rows, TWO_YEARS, CLERK).get();
        ErasureCertificate erasedThere = there.erase(MEMBER, "left", CLERK).get();
        assertThat(purgedThere.order()).isNotEqualTo(purge.order());
        assertThat(erasedThere.order()).isNotEqualTo(erasure.order());
        assertThat(DatasetStore.of(other).find(rows).orElseThrow().isPurged()).isTrue();
        assertThat(DirectoryStore.of(other).findContact(MEMBER)).isEmpty();
        there.hold("matter 9", List.of(Holding.ofTenant()), CLERK);
        assertThat(there.purge(rows, TWO_YEARS, CLERK).get())
                .as("what is gone already is not said to stay, and the last certificate tells of it")
                .isEqualTo(purgedThere);
        assertThat(there.erase(MEMBER, "left", CLERK).get()).isEqualTo(erasedThere);
    }
}
