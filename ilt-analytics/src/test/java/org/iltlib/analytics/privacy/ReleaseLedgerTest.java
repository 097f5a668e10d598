package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
                .contains("grade 4, learner Y: 1 to 20, at least 10 must be possible: safe");
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

    /** Whole, grades 3 and 5, grades 4 and 5: of any two shown numbers on the same learners the difference is not small. */
    @Test
    void noDifferenceOfTwoTablesOfTheSameDayIsSmall() {
        TableRequest part = new TableRequest("", List.of("grade", "learner"), Map.of("grade", List.of("3", "5")));
        TableRequest other = new TableRequest("", List.of("grade", "learner"), Map.of("grade", List.of("4", "5")));
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            Map<List<String>, Long> counts = new HashMap<>();
            COUNTS.keySet().forEach(leaf -> counts.put(leaf, (long) random.nextInt(26)));
            ReleaseLedger ledger = ReleaseLedger.EMPTY;
            Map<String, Long> shown = new TreeMap<>();
            for (TableRequest request : List.of(part, other, ALL)) {
                ReleaseNote next = note("release " + ledger.notes().size(), "a", request);
                Release release = ledger.release(next, protect(ledger, next, counts));
                ledger = ledger.with(release);
                shown.putAll(release.note().shown());
            }
            for (String learner : List.of("", "learner N", "learner Y")) {
                for (Set<String> many : List.of(Set.of("3", "4", "5"), Set.of("3", "5"), Set.of("4", "5"))) {
                    for (Set<String> few : List.of(Set.of("3", "5"), Set.of("4", "5"), Set.of("3"), Set.of("5"))) {
                        Long more = shown.get(name(many, learner));
                        Long less = shown.get(name(few, learner));
                        if (many.containsAll(few) && more != null && less != null && more > less) {
                            assertThat(more - less)
                                    .as("%s less %s of %s", many, few, learner)
                                    .isGreaterThan(9);
                        }
                    }
                }
            }
        }
    }

    private static String name(Set<String> grades, String learner) {
        Dimension grade = Dimension.flat("grade", List.of("3", "4", "5"));
        Dimension only = grades.size() == 3 ? grade : grade.only(new TreeSet<>(grades));
        CrossTable table = CrossTable.of(List.of(only, Dimension.flat("learner", List.of("Y", "N"))), Map.of());
        String code = learner.isEmpty() ? "" : learner.substring("learner ".length());
        Dimension learners = table.dimensions().get(1);
        return table.name(List.of(only.root(), code.isEmpty() ? learners.root() : code));
    }

    /** 39 of 100 were coded as 39 %; at the next date 40 are: that it is one more would follow. */
    @Test
    void aCodedShareThatWasShownIsComparedWithTheNextOne() {
        PrivacyPolicy.Builder builder = PrivacyPolicy.builder();
        builder.name("shares").source("made for this test").checkedOn(LocalDate.of(2026, 11, 28));
        builder.standing(PolicyStanding.AGREED).scope(PolicyScope.STUDENTS).minimumN(10);
        builder.minimumNumerator(10).minimumComplement(0).zeroShown(true).countsShown(false);
        Suppressor shares = Suppressor.of(builder.build());
        TableRequest request = TableRequest.of("maths", List.of("grade"));
        ReleaseNote first = note("first", "a", request);
        SafeCells once = ReleaseLedger.EMPTY.protect(first, shares, any -> reached(39, 60));
        assertThat(once.share(place(once, "maths, reached: grade 3")).toString())
                .contains("39 %");
        ReleaseLedger ledger = ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(first, once));
        assertThat(ledger.notes().get(0).ranges()).containsEntry("maths, reached: grade 3", new CountRange(39, 39));
        SafeCells oneMore = ledger.protect(note("later", "b", request), shares, any -> reached(40, 60));
        assertThat(oneMore.isSafe()).isTrue();
        assertThat(oneMore.share(place(oneMore, "maths, reached: grade 3")).isReported())
                .isFalse();
        assertThat(oneMore.share(place(oneMore, "maths, reached: all")).isReported())
                .isTrue();
        SafeCells many = ledger.protect(note("later", "b", request), shares, any -> reached(55, 60));
        assertThat(many.share(place(many, "maths, reached: grade 3")).isReported())
                .isTrue();
        SafeCells none = ledger.protect(note("later", "b", request), shares, any -> reached(39, 60));
        assertThat(none.withheld()).isZero();
    }

    private static List<CrossTable> reached(long three, long four) {
        Dimension grade = Dimension.flat("grade", List.of("3", "4"));
        return List.of(
                CrossTable.of(List.of(grade), "maths", CountKind.GROUP, Map.of(List.of("3"), 100L, List.of("4"), 100L)),
                CrossTable.of(
                        List.of(grade),
                        "maths, reached",
                        CountKind.WITH,
                        Map.of(List.of("3"), three, List.of("4"), four)),
                CrossTable.of(
                        List.of(grade),
                        "maths, not reached",
                        CountKind.WITHOUT,
                        Map.of(List.of("3"), 100L - three, List.of("4"), 100L - four)));
    }

    @Test
    void wherePolicyShowsNoCountsTheSizeBesideAShareIsNeitherShownNorNoted() {
        ReleaseNote first = note("first", "a", TableRequest.of("maths", List.of("grade")));
        Suppressor nces = Suppressor.of(PrivacyPolicies.NCES_2011_603);
        SafeCells cells = ReleaseLedger.EMPTY.protect(first, nces, any -> reached(39, 60));
        assertThat(cells.count(place(cells, "maths: grade 3")).isReported()).isFalse();
        assertThat(cells.isWithheld(place(cells, "maths: grade 3"))).isFalse();
        assertThat(cells.isCoded(place(cells, "maths, reached: grade 3"))).isTrue();
        assertThat(cells.isCoded(place(cells, "maths: grade 3"))).isFalse();
        assertThat(ReleaseLedger.EMPTY.release(first, cells).note().shown()).isEmpty();
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
