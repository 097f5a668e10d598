package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.analytics.privacy.OverlappingTables.by;
import static org.iltlib.analytics.privacy.OverlappingTables.only;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlappingTablesTest {
    /** 68 of grade 4 less its 61 others would be the 7 learners. */
    @Test
    void allAndAllButTheLearnersDoNotTellOfTheLearners() {
        OverlappingTables tables = OverlappingTables.threeGrades();
        tables.release(by("grade"));
        tables.release(only("learner", List.of("N"), "grade", "learner"));
        assertThat(tables.ledger.notes()).hasSize(2);
        assertThat(tables.shown()).containsEntry("grade 4", 68L).doesNotContainKey("grade 4, learner N");
        OverlappingTables once = OverlappingTables.threeGrades();
        once.release(by("grade"), only("learner", List.of("N"), "grade", "learner"));
        assertThat(once.shown().keySet()).doesNotContainSequence("grade 4", "grade 4, learner N");
        assertThat(once.shown()).isNotEmpty();
    }

    /** 33 learners less 26 in grades 3 and 5 would be the 7 of grade 4. */
    @Test
    void tablesBySexAndByGradeAreCompared() {
        OverlappingTables tables = OverlappingTables.threeGrades();
        tables.release(by("learner", "sex"));
        tables.release(only("grade", List.of("3", "5"), "grade", "learner"));
        assertThat(tables.shown())
                .containsEntry("learner Y", 33L)
                .doesNotContainKeys("grade 3+5, learner Y", "grade 3+5, learner N");
    }

    /** All 124, less 80 of grade 3, less 40 others of grade 4, would be 4. */
    @Test
    void threeTablesAreComparedTogether() {
        OverlappingTables tables = new OverlappingTables("grade", "learner", "sex");
        tables.with(40, "3", "N", "F")
                .with(40, "3", "Y", "F")
                .with(40, "4", "N", "F")
                .with(4, "4", "Y", "F");
        tables.release(by("sex"));
        tables.release(only("grade", List.of("3"), "grade"));
        tables.release(new TableRequest(
                "", List.of("grade", "learner"), Map.of("grade", List.of("4"), "learner", List.of("N"))));
        assertThat(tables.shown()).containsEntry("all", 124L).doesNotContainKey("grade 4, learner N");
    }

    /** Region east has schools a and b; that all of b's 5 are in the east everybody knows. */
    @Test
    void thatASchoolLiesInOneRegionIsKnown() {
        OverlappingTables tables = new OverlappingTables("school", "region");
        tables.with(40, "a", "east").with(5, "b", "east").with(30, "c", "west").with(30, "d", "west");
        SafeCells cells = tables.release(by("region"), by("school"));
        assertThat(cells.isSafe()).isTrue();
        assertThat(tables.shown()).doesNotContainKey("school b");
        assertThat(tables.shown().containsKey("region east") && tables.shown().containsKey("school a"))
                .isFalse();
        OverlappingTables crossed = new OverlappingTables("school", "region");
        crossed.people.addAll(tables.people);
        crossed.release(by("school", "region"));
        assertThat(crossed.shown().containsKey("region east") && crossed.shown().containsKey("school a"))
                .isFalse();
        OverlappingTables later = new OverlappingTables("school", "region");
        later.people.addAll(tables.people);
        later.release(by("region"));
        later.release(only("school", List.of("a", "c"), "school"));
        assertThat(later.shown()).containsEntry("region east", 45L).doesNotContainKey("school a");
    }

    /** The file was only sorted anew, or one person came: 33 less 26 is still about the 7. */
    @Test
    void whatWasWithheldIsNotForgottenWhenTheDataChange() {
        OverlappingTables same = OverlappingTables.threeGrades();
        same.release(by("grade", "learner"));
        same.data = "b";
        same.date = LocalDate.of(2026, 11, 2);
        same.release(only("grade", List.of("3", "5"), "grade", "learner"));
        assertThat(same.shown()).doesNotContainKeys("grade 3+5, learner Y", "grade 5, learner Y");
        OverlappingTables more = OverlappingTables.threeGrades();
        more.release(by("grade", "learner"));
        more.with(1, "4", "Y", "F");
        more.data = "b";
        more.release(only("grade", List.of("3", "5"), "grade", "learner"));
        assertThat(more.shown()).doesNotContainKeys("grade 3+5, learner Y", "grade 5, learner Y");
    }

    @Test
    void capitalsAndBlanksMakeNoOtherPopulationAndDaysHaveAnOrder() {
        OverlappingTables tables = OverlappingTables.threeGrades();
        tables.release(by("grade"));
        ReleaseNote.Builder builder = ReleaseNote.builder();
        builder.name("next")
                .population(" Students ")
                .data("a")
                .policy("california")
                .date(LocalDate.of(2026, 11, 1));
        ReleaseNote next = builder.addTables(only("learner", List.of("N"), "grade", "learner"))
                .build();
        Suppressor suppressor = Suppressor.of(PrivacyPolicies.CALIFORNIA);
        SafeCells cells = tables.ledger.protect(next, suppressor, tables::tabulate);
        assertThat(cells.isWithheld(cells.find("grade 4, learner N").orElseThrow()))
                .isTrue();
        ReleaseNote.Builder early = ReleaseNote.builder();
        early.name("early")
                .population("students")
                .data("b")
                .policy("california")
                .date(LocalDate.of(2026, 10, 31));
        ReleaseNote before = early.addTables(by("grade")).build();
        assertThatThrownBy(() -> tables.ledger.protect(before, suppressor, tables::tabulate))
                .hasMessageContaining("Expected the order of days");
    }

    @Test
    void tablesByMoreAttributesThanCanBeComparedAreRefused() {
        OverlappingTables tables = new OverlappingTables("a", "b", "c", "d", "e");
        tables.with(20, "1", "1", "1", "1", "1").with(20, "2", "2", "2", "2", "2");
        tables.release(by("a", "b", "c"));
        assertThatThrownBy(() -> tables.release(by("d", "e"))).hasMessageContaining("[a, b, c, d, e]");
    }

    @Test
    void noTwoCellsShareAName() {
        CrossTable comma =
                CrossTable.of(List.of(Dimension.flat("grade", List.of("4, learner Y", "3+5", "3", "5", ""))), Map.of());
        assertThat(comma.name(List.of("4, learner Y"))).isEqualTo("grade \"4, learner Y\"");
        assertThat(comma.name(List.of("3+5"))).isEqualTo("grade \"3+5\"");
        assertThat(comma.name(List.of(""))).isEqualTo("grade \"\"");
        CrossTable blank = CrossTable.of(List.of(Dimension.flat("grade 4", List.of("Y", "N"))), Map.of());
        assertThat(blank.name(List.of("Y"))).isEqualTo("\"grade 4\" Y");
    }

    @Test
    void peopleOfAnUnknownCodeAreRefusedNotDropped() {
        assertThatThrownBy(() ->
                        CrossTable.of(List.of(Dimension.flat("grade", List.of("3", "4"))), Map.of(List.of("9"), 3L)))
                .hasMessageContaining("\"9\" is no leaf of grade");
    }
}
