package org.iltlib.analytics.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.chart.HeatMap;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values by hand, and by R where the test says so. */
class ConceptMasteryTest {
    private static final List<String> ITEMS = List.of("f1", "f2", "f3", "f4", "f5");
    private static final QMatrix Q = QMatrix.of(
            List.of("fraction equivalence"),
            ITEMS.stream()
                    .map(item -> new QMatrix.Row(item, List.of("fraction equivalence")))
                    .toList());

    /** 68 students with five items each, 139 right answers dealt in turn: three students have three, the others two. */
    private static ResponseTable grade5() {
        ResponseTable.Builder table = ResponseTable.builder(ITEMS);
        for (int student = 0; student < 68; student++) {
            byte[] codes = new byte[5];
            Arrays.fill(codes, 0, student < 3 ? 3 : 2, (byte) 1);
            table.add("p-" + student, codes);
        }
        return table.build();
    }

    @Test
    void gradeFiveHas139Of340RightOnFractionEquivalence() {
        Estimate share = ConceptMastery.withDefaults()
                .together(grade5(), Q, "fraction equivalence")
                .value()
                .orElseThrow();
        assertThat(share.value()).isEqualTo(139 / 340.0);
        assertThat(share.n()).isEqualTo(68);
        // R: r<-c(rep(3,3),rep(2,65)); p<-139/340; sqrt(sum((r-5*p)^2)*68/67)/340
        assertThat(share.standardError().orElseThrow()).isCloseTo(0.00501766, within(1e-8));
        assertThat(share.upper() - share.value()).isCloseTo(0.00501766 * 1.996008, within(1e-7));
    }

    /** R: pbeta(.8, 4.5, 1.5, lower.tail=FALSE); prop.test(4, 5, correct=FALSE)$conf.int. */
    @Test
    void aStudentHasAShareAndTheChanceOfMastery() {
        ResponseTable table = ResponseTable.builder(ITEMS)
                .add("p-1", (byte) 1, (byte) 1, (byte) 1, (byte) 1, (byte) 0)
                .build();
        ConceptMastery.Student student = ConceptMastery.withDefaults()
                .student(table, Q, 0, "fraction equivalence")
                .value()
                .orElseThrow();
        assertThat(student.share().value()).isEqualTo(0.8);
        assertThat(student.share().lower()).isCloseTo(0.3755346, within(1e-6));
        assertThat(student.chance()).isCloseTo(0.4506955, within(1e-6));
    }

    @Test
    void tooFewAnsweredItemsAreMissingNotWrong() {
        byte absent = ResponseTable.codeOf(MissingReason.ABSENT);
        ResponseTable table = ResponseTable.builder(ITEMS)
                .add("p-1", (byte) 1, (byte) 1, absent, absent, absent)
                .build();
        ConceptMastery two = ConceptMastery.withDefaults();
        assertThat(two.student(table, Q, 0, "fraction equivalence").toString())
                .contains("not enough items: 2 answered, 3 are needed");
        assertThat(two.withMinimumItems(2)
                        .student(table, Q, 0, "fraction equivalence")
                        .value()
                        .orElseThrow()
                        .share()
                        .value())
                .isEqualTo(1);
        assertThat(two.together(table, Q, "fraction equivalence").isReported()).isFalse();
        assertThatThrownBy(() -> two.together(table, Q, "algebra")).hasMessageContaining("[fraction equivalence]");
    }

    @Test
    void smallClassesAreWithheldWithThoseThatWouldGiveThemAway() {
        List<String> classes = new ArrayList<>();
        for (int student = 0; student < 68; student++) {
            classes.add(student < 4 ? "5a" : student < 30 ? "5b" : "5c");
        }
        ConceptGrid grid = ConceptMastery.withDefaults()
                .grid(grade5(), Q, classes, SmallGroups.of(SuppressionPolicy.NCES_2011_603));
        assertThat(grid.cell("5a", "fraction equivalence").toString()).contains("suppressed");
        assertThat(grid.cell("5b", "fraction equivalence").toString()).contains("suppressed");
        assertThat(grid.cell("5c", "fraction equivalence").value().orElseThrow().value())
                .isEqualTo(0.4);
        HeatMap map = HeatMap.titled("Grade 5").withColumns(grid.concepts());
        for (String group : grid.rows().keySet()) {
            map = map.with(group, grid.rows().get(group));
        }
        assertThat(map.toSvg()).contains("5a").contains("0.4").doesNotContain("NaN");
        assertThat(grid.below("5c", 0.5)).containsExactly("fraction equivalence");
        assertThat(grid.above("5c", 0.2)).containsExactly("fraction equivalence");
        assertThat(grid.below("5a", 0.99)).isEmpty();
        assertThatThrownBy(() -> grid.cell("6", "fraction equivalence")).hasMessageContaining("[5a, 5b, 5c]");
        assertThatThrownBy(() -> ConceptMastery.withDefaults()
                        .grid(grade5(), Q, List.of("5a"), SmallGroups.of(SuppressionPolicy.PUBLIC_DATA)))
                .hasMessageContaining("1 groups");
    }

    @Test
    void aMisconceptionIsCountedOnceAndAgain() {
        ResponseTable.Builder chosen = ResponseTable.builder(List.of("f1", "f2"));
        for (int student = 0; student < 60; student++) {
            byte first = (byte) (student < 30 ? 2 : 1);
            byte second = (byte) (student < 20 ? 3 : 1);
            chosen.add("p-" + student, first, second);
        }
        Misconceptions tags = new Misconceptions(
                Map.of("f1", Map.of(2, "adds tops and bottoms", 4, "rare"), "f2", Map.of(3, "adds tops and bottoms")),
                SuppressionPolicy.NCES_2011_603);
        List<Misconceptions.Seen> seen = tags.of(chosen.build());
        assertThat(seen.get(0).name()).isEqualTo("adds tops and bottoms");
        assertThat(seen.get(0).once().value().orElseThrow().value()).isEqualTo(0.5);
        assertThat(seen.get(0).again().value().orElseThrow().value()).isEqualTo(20 / 60.0);
        assertThat(seen.get(1).once().value().orElseThrow().value()).isZero();
        assertThat(seen.get(1).again().isReported()).isFalse();
    }
}
