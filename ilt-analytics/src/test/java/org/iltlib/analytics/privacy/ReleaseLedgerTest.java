package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ReleaseLedgerTest {
    private static final Suppressor TEN = Suppressor.of(PrivacyPolicies.CALIFORNIA);
    private static final Map<List<String>, Long> COUNTS = Map.of(
            List.of("3", "Y"), 12L,
            List.of("3", "N"), 58L,
            List.of("4", "Y"), 7L,
            List.of("4", "N"), 61L,
            List.of("5", "Y"), 14L,
            List.of("5", "N"), 50L);

    private static List<CrossTable> tabulate(TableRequest request, Map<List<String>, Long> counts) {
        Dimension grade = Dimension.flat("grade", List.of("3", "4", "5"));
        if (request.only().containsKey("grade")) {
            grade = grade.only(new TreeSet<>(request.only().get("grade")));
        }
        return List.of(CrossTable.of(List.of(grade, Dimension.flat("learner", List.of("Y", "N"))), counts));
    }

    private static ReleaseNote note(String name, String data, TableRequest... tables) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name(name).population("three grades").data(data).date(LocalDate.of(2026, 11, 28));
        return note.policy("california").addTables(tables).build();
    }

    private static SafeCells protect(ReleaseLedger ledger, ReleaseNote next, Map<List<String>, Long> counts) {
        return ledger.protect(next, TEN, request -> tabulate(request, counts));
    }

    private static final TableRequest ALL = TableRequest.of("", List.of("grade", "learner"));

    private static ReleaseLedger first() {
        ReleaseNote note = note("first", "a", ALL);
        return ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(note, protect(ReleaseLedger.EMPTY, note, COUNTS)));
    }

    @Test
    void theSameTableWithoutGradeThreeNextDayDoesNotTellOfTheSeven() {
        TableRequest without = new TableRequest("", List.of("grade", "learner"), Map.of("grade", List.of("4", "5")));
        ReleaseNote next = note("second", "a", without);
        SafeCells cells = protect(first(), next, COUNTS);
        assertThat(cells.isSafe()).isTrue();
        assertThat(cells.count(place(cells, "grade 4, learner Y")).isReported()).isFalse();
        assertThat(cells.attack())
                .extracting(Exposure::toString)
                .contains("grade 4, learner Y: 0 to 21, at least 10 must be possible: safe");
        Release release = first().release(next, cells);
        assertThat(release.note().shown())
                .doesNotContainKey("grade 4, learner Y")
                .containsEntry("grade 4", 68L);
        assertThat(first().with(release).notes()).hasSize(2);
    }

    @Test
    void allButOneIsATableLikeAnyOther() {
        // Shown first: grades 3 and 5 alone. The whole less these is grade 4, whose seven learners would follow.
        TableRequest part = new TableRequest("", List.of("grade", "learner"), Map.of("grade", List.of("3", "5")));
        ReleaseNote firstNote = note("part", "a", part);
        SafeCells shown = protect(ReleaseLedger.EMPTY, firstNote, COUNTS);
        assertThat(shown.withheld()).isZero();
        ReleaseLedger ledger = ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(firstNote, shown));
        SafeCells cells = protect(ledger, note("whole", "a", ALL), COUNTS);
        assertThat(cells.isSafe()).isTrue();
        assertThat(cells.count(place(cells, "grade 4, learner Y")).isReported()).isFalse();
        assertThat(cells.count(place(cells, "learner Y")).isReported()).isFalse();
        assertThat(cells.count(place(cells, "grade 3, learner Y")).value()).contains(12L);
    }

    @Test
    void oneStudentFewerNextMonthIsACellOfOne() {
        Map<List<String>, Long> later = new HashMap<>(COUNTS);
        later.put(List.of("3", "Y"), 11L);
        SafeCells cells = protect(first(), note("later", "b", ALL), later);
        assertThat(cells.isSafe()).isTrue();
        assertThat(cells.count(place(cells, "grade 3, learner Y")).isReported()).isFalse();
        assertThat(cells.count(place(cells, "all")).isReported()).isFalse();
        assertThat(cells.count(place(cells, "grade 5")).value()).contains(64L);
    }

    @Test
    void whatIsUnsafeCannotBecomeARelease() {
        // Only known numbers: 68 less 61 is 7, whatever is withheld now.
        LinkedCells.Builder builder = LinkedCells.builder();
        int all = builder.cell("all", CountKind.GROUP, 68);
        int others = builder.cell("others", CountKind.GROUP, 61);
        builder.known(all).known(others).sum(all, others, builder.cell("learners", CountKind.GROUP, 7));
        SafeCells cells = TEN.protect(builder.build());
        assertThatThrownBy(() -> ReleaseLedger.EMPTY.release(note("bad", "a", ALL), cells))
                .hasMessageContaining("gives something away");
        assertThatThrownBy(() -> protect(first(), note("other", "a", ALL), Map.of(List.of("3", "Y"), 1L)))
                .hasMessageContaining("another count");
    }

    @Test
    void aLedgerIsWrittenAndReadAgain() {
        ReleaseLedger ledger = first();
        String json = CanonicalJson.write(ReleaseLedger.FORM.write(ledger));
        assertThat(ReleaseLedger.FORM.read(CanonicalJson.read(json))).isEqualTo(ledger);
        assertThat(json).doesNotContain("grade 4, learner Y");
        assertThat(ledger.notes().get(0).digest()).hasSize(64);
        assertThat(ALL).hasToString("grade × learner");
        assertThat(Set.of(ALL)).contains(TableRequest.of("", List.of("grade", "learner")));
    }

    private static int place(SafeCells safe, String name) {
        return safe.find(name).orElseThrow();
    }
}
