package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.START;

import org.iltlib.base.EntryId;
import org.junit.jupiter.api.Test;

class RecordDiffTest {
    private static final EntryId OLD = EntryId.of("decision/1");
    private static final TeamRecord RECORD = TeamRecord.empty(Note.KEY)
            .with(START, ANA, Note.of("decision/1"), Note.of("decision/2"))
            .with(
                    START.plusSeconds(60),
                    ANA,
                    Note.of("decision/3"),
                    Correction.builder()
                            .id(EntryId.of("correction/1"))
                            .corrected(OLD)
                            .replacement(EntryId.of("decision/3"))
                            .reason("the date")
                            .build())
            .with(
                    START.plusSeconds(120),
                    ANA,
                    new Withdrawal(EntryId.of("withdrawal/1"), EntryId.of("decision/2"), "n"))
            .with(START.plusSeconds(180), ANA, new Withdrawal(EntryId.of("withdrawal/2"), OLD, "no more"));

    @Test
    void aDiffTellsWhatCameAfterTheFirstTimeUpToTheSecond() {
        RecordDiff diff = RECORD.diff(START, START.plusSeconds(120));
        assertThat(diff.key()).isEqualTo(Note.KEY);
        assertThat(diff.added()).isEqualTo(RECORD.entries().subList(2, 5));
        assertThat(diff.corrected()).containsExactly(OLD);
        assertThat(diff.withdrawn()).containsExactly(EntryId.of("decision/2"));
        assertThat(diff).hasToString("""
                ilt 2026-27 from 2026-09-01T08:00:00Z to 2026-09-01T08:02:00Z: 3 added, 1 corrected, 1 withdrawn
                  + 3 decision decision/3 (2026-09-01T08:01:00Z)
                  + 4 correction correction/1 (2026-09-01T08:01:00Z)
                  + 5 withdrawal withdrawal/1 (2026-09-01T08:02:00Z)
                  ~ decision/1
                  - decision/2""");
    }

    @Test
    void whatDecidesNoMoreAtTheSecondTimeIsNotTold() {
        RecordDiff diff = RECORD.diff(START, START.plusSeconds(180));
        assertThat(diff.corrected()).isEmpty();
        assertThat(diff.withdrawn()).containsExactly(EntryId.of("decision/2"), OLD);
    }

    @Test
    void betweenATimeAndItselfThereIsNothing() {
        RecordDiff diff = RECORD.diff(START, START);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.from()).isEqualTo(diff.to());
        assertThatThrownBy(() -> RECORD.diff(START, START.minusSeconds(1))).hasMessageContaining("swapped");
    }
}
