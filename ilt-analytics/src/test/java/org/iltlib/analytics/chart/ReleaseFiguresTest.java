package org.iltlib.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.Dimension;
import org.iltlib.analytics.privacy.PrivacyPolicies;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.Release;
import org.iltlib.analytics.privacy.ReleaseLedger;
import org.iltlib.analytics.privacy.ReleaseNote;
import org.iltlib.analytics.privacy.Suppressor;
import org.iltlib.analytics.privacy.TableRequest;
import org.junit.jupiter.api.Test;

class ReleaseFiguresTest {
    private static final Dimension GRADE = Dimension.flat("grade", List.of("3", "4", "5"));

    private static Release release(PrivacyPolicy policy, List<CrossTable> tables) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name("autumn").population("three grades").data("a").date(LocalDate.of(2026, 11, 28));
        note.policy(policy.name()).addTables(TableRequest.of("", List.of("grade")));
        ReleaseNote next = note.build();
        return ReleaseLedger.EMPTY.release(
                next, ReleaseLedger.EMPTY.protect(next, Suppressor.of(policy), any -> tables));
    }

    private static CrossTable counted(String measure, CountKind kind, long three, long four, long five) {
        return CrossTable.of(
                List.of(GRADE), measure, kind, Map.of(List.of("3"), three, List.of("4"), four, List.of("5"), five));
    }

    /** Seven and, lest the seven follow from the total, one other are withheld; no mark tells either number. */
    @Test
    void whatIsWithheldCanOnlyBeDrawnAsWithheld() {
        ReleaseFigures figures = ReleaseFigures.of(
                release(PrivacyPolicies.CALIFORNIA, List.of(counted("", CountKind.GROUP, 47, 7, 158))));
        assertThat(figures.names()).containsExactlyInAnyOrder("all", "grade 3", "grade 4", "grade 5");
        BarChart bars = figures.bars("Students", "grade 3", "grade 4", "grade 5");
        assertThat(bars.toSvg(600, "students")).contains("158", "withheld").doesNotContain(">7<", ">47<");
        assertThat(bars.toTable().toText()).contains("withheld").doesNotContain("47");
        assertThat(figures.table("Students", "grade 4", "grade 5", "all").toText())
                .contains("withheld", "158", "212")
                .doesNotContain("7 ");
    }

    @Test
    void aCodedShareStandsInATableAndHasNoBar() {
        List<CrossTable> tables = List.of(
                counted("maths", CountKind.GROUP, 100, 100, 100),
                counted("maths, reached", CountKind.WITH, 39, 60, 99),
                counted("maths, not reached", CountKind.WITHOUT, 61, 40, 1));
        ReleaseFigures figures = ReleaseFigures.of(release(PrivacyPolicies.EDFACTS, tables));
        assertThat(figures.table("Reached", "maths, reached: grade 3").toText()).contains("%");
        assertThat(figures.table("Sizes", "maths: grade 3").toText()).doesNotContain("100");
        assertThat(figures.names()).contains("maths, reached: grade 3").doesNotContain("maths: grade 3");
        assertThatThrownBy(() -> figures.bars("Reached", "maths, reached: grade 3"))
                .hasMessageContaining("Maybe make a table");
        assertThatThrownBy(() -> figures.table("x", "grade 9")).hasMessageContaining("no cell \"grade 9\"");
    }
}
