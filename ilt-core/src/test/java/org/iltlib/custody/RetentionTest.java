package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.custody.School.CLERK;
import static org.iltlib.custody.School.ROWS;
import static org.iltlib.custody.School.TENANT;
import static org.iltlib.custody.School.TWO_YEARS;
import static org.iltlib.custody.School.custody;
import static org.iltlib.custody.School.fill;
import static org.iltlib.custody.School.log;
import static org.iltlib.custody.School.request;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final LocalDate END_OF_YEAR = LocalDate.of(2026, 6, 30);
    private static final Instant DUE = Instant.parse("2028-06-30T00:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final RecordStore view = store.forTenant(TENANT);
    private final DatasetStore datasets = DatasetStore.of(view);
    private final School.Hands clock = new School.Hands();
    private final Custody custody = custody(view, clock);
    private final Retention retention = Retention.of(view);
    private final DatasetId rows = fill(view);

    @Test
    void aDatasetIsPurgedWhenItsTermIsOverAndTheFindingThatRestsOnItStillHolds() {
        Note dataset = new Note(EntryId.of("scores"), rows.hex(), List.of());
        TeamRecord record = view.append(
                TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, dataset, Note.of("finding", "scores")));
        RetentionTerm term = custody.keep(rows, TWO_YEARS, END_OF_YEAR, CLERK);
        assertThat(term.keepUntil()).isEqualTo(LocalDate.of(2028, 6, 30));
        assertThat(retention.due(DUE.minusNanos(1))).isEmpty();
        assertThat(retention.apply(custody, DUE.minusNanos(1), CLERK)).isEmpty();
        assertThat(retention.due(DUE)).containsExactly(term);

        clock.now = DUE;
        List<Answer<PurgeCertificate>> answers = retention.apply(custody, DUE, CLERK);
        PurgeCertificate certificate = answers.get(0).get();
        assertThat(certificate.rule()).isEqualTo(TWO_YEARS);
        assertThat(certificate.dataset()).isEqualTo(rows);
        assertThat(log(view).list(PurgeCertificate.KIND)).containsExactly(certificate);

        TeamRecord after = view.load(Note.KEY);
        assertThat(after.verify(record.checkpoint()).holds()).isTrue();
        DatasetId cited = DatasetId.of(after.get(
                        Note.KIND,
                        after.trace(EntryId.of("finding")).upstream().get(0).id())
                .words());
        StoredDataset tombstone = datasets.find(cited).orElseThrow();
        assertThat(tombstone.isPurged()).isTrue();
        assertThat(tombstone.size()).isEqualTo(ROWS.length);
        assertThat(custody.dataset(cited, request("analyst", "data-meeting"))
                        .why()
                        .toString())
                .isEqualTo("Dataset " + rows + " was purged at 2028-06-30T00:00:00Z.\n"
                        + "  It had 20 bytes; what was found from it is still in the records.");
        assertThat(retention.due(DUE)).isEmpty();
        assertThat(retention.apply(custody, DUE, CLERK)).isEmpty();
    }

    @Test
    void aDatasetWithSeveralTermsIsKeptToTheEndOfTheLast() {
        custody.keep(rows, TWO_YEARS, END_OF_YEAR.plusYears(1), CLERK);
        custody.keep(rows, TWO_YEARS, END_OF_YEAR, CLERK);
        assertThat(retention.due(DUE)).isEmpty();
        assertThat(retention.due(Instant.parse("2029-06-30T12:00:00Z")))
                .extracting(RetentionTerm::keptFrom)
                .containsExactly(END_OF_YEAR.plusYears(1));
    }

    @Test
    void whatIsUnderNoRuleIsListedAndNeverPurged() {
        DatasetId other = datasets.put(new ByteArrayInputStream(new byte[] {1}));
        custody.keep(other, TWO_YEARS, END_OF_YEAR, CLERK);
        assertThat(retention.unruled()).extracting(StoredDataset::id).containsExactly(rows);
        retention.apply(custody, DUE, CLERK);
        assertThat(datasets.find(rows).orElseThrow().isPurged()).isFalse();
        assertThat(datasets.find(other).orElseThrow().isPurged()).isTrue();
    }

    @Test
    void whatALegalHoldNamesIsDueAndStays() {
        custody.keep(rows, TWO_YEARS, END_OF_YEAR, CLERK);
        custody.hold("matter 5", List.of(Holding.of(rows)), CLERK);
        List<Answer<PurgeCertificate>> answers = retention.apply(custody, DUE, CLERK);
        assertThat(answers).hasSize(1).noneMatch(Answer::isGiven);
        assertThat(answers.get(0).why().toString()).contains("matter 5");
        assertThat(datasets.find(rows).orElseThrow().isPurged()).isFalse();
        assertThat(retention.due(DUE)).hasSize(1);
    }
}
