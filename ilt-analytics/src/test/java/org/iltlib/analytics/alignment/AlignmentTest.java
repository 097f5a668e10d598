package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static List<AlignmentJudgment> rater(String name, String... codes) {
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            AlignmentJudgment.Builder one = AlignmentJudgment.builder()
                    .rater(PersonId.of(name))
                    .role("teacher")
                    .round(1)
                    .item("item-" + (i + 1))
                    .demand(codes[i].charAt(0) - '0');
            if (codes[i].charAt(1) != '-') {
                one.primary(StandardId.of(codes[i].substring(1)));
            }
            judgments.add(one.build());
        }
        return judgments;
    }

    /** Exact values by hand from the definition; 8 of 10 on one objective is exactly seven tenths. */
    @Test
    void theBalanceIsExact() {
        assertThat(WebbCriteria.balance(List.of(4, 3, 2, 1))).isEqualTo(Measured.of(Ratio.of(4, 5)));
        assertThat(WebbCriteria.balance(List.of(9, 1))).isEqualTo(Measured.of(Ratio.of(3, 5)));
        assertThat(WebbCriteria.balance(List.of(8, 1, 1, 1, 1))).isEqualTo(Measured.of(Ratio.of(8, 15)));
        assertThat(WebbCriteria.balance(List.of(3, 3, 3, 0))).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(WebbCriteria.balance(List.of(8, 2))).isEqualTo(Measured.of(Ratio.of(7, 10)));
        assertThat(WebbCriteria.balance(List.of()).isReported()).isFalse();
    }

    /** Three raters, eight items, five objectives; means 22/3, 61/84, 4/5, 143/168 by exact arithmetic. */
    @Test
    void threeRatersAreAveraged() {
        List<AlignmentJudgment> all = new ArrayList<>(rater("r1", "1a", "2b", "2b", "1c", "2c", "2d", "3d", "1-"));
        all.addAll(rater("r2", "1a", "1b", "2b", "2c", "2c", "3d", "3d", "1b"));
        all.addAll(rater("r3", "2a", "2b", "2c", "1c", "2c", "2d", "2b", "1-"));
        Map<StandardId, Integer> objectives = Map.of(
                StandardId.of("a"),
                1,
                StandardId.of("b"),
                2,
                StandardId.of("c"),
                2,
                StandardId.of("d"),
                3,
                StandardId.of("e"),
                2);
        WebbResult result = WebbCriteria.of(objectives, all);
        assertThat(result.hits()).isEqualTo(Ratio.of(22, 3));
        assertThat(result.demand()).isEqualTo(Measured.of(Ratio.of(61, 84)));
        assertThat(result.range()).isEqualTo(Ratio.of(4, 5));
        assertThat(result.balance()).isEqualTo(Measured.of(Ratio.of(143, 168)));
        assertThat(result.hitsVerdict()).isEqualTo(WebbVerdict.YES);
        assertThat(result.demandVerdict()).isEqualTo(Measured.of(WebbVerdict.YES));
        assertThat(result.rangeVerdict()).isEqualTo(WebbVerdict.YES);
        assertThat(result.balanceVerdict()).isEqualTo(Measured.of(WebbVerdict.YES));
        WebbResult none = WebbCriteria.of(Map.of(StandardId.of("z"), 1), all);
        assertThat(none.demandVerdict().isReported()).isFalse();
        assertThat(none.rangeVerdict()).isEqualTo(WebbVerdict.NO);
        assertThat(none.hitsVerdict()).isEqualTo(WebbVerdict.NO);
    }

    @Test
    void thePorterIndexIsExact() {
        assertThat(PorterIndex.of(List.of(1L, 2L, 3L, 4L), List.of(1L, 1L, 1L, 1L)))
                .isEqualTo(Measured.of(Ratio.of(4, 5)));
        assertThat(PorterIndex.of(List.of(3L, 1L, 1L, 0L), List.of(1L, 1L, 1L, 2L)))
                .isEqualTo(Measured.of(Ratio.of(3, 5)));
        assertThat(PorterIndex.of(List.of(0L), List.of(1L)).isReported()).isFalse();
        assertThatThrownBy(() -> PorterIndex.of(List.of(), List.of(1L)))
                .hasMessageContaining("Maybe one lacks a topic");
    }

    @Test
    void coverageNamesWhatIsMissingOnBothSides() {
        GradeLevel third = GradeLevel.of(3);
        StandardsFramework framework = StandardsFramework.builder()
                .id(EntryId.of("f"))
                .title("f")
                .addItems(Standard.builder()
                        .id(StandardId.of("a"))
                        .statement("a")
                        .addGrades(third)
                        .build())
                .addItems(Standard.builder()
                        .id(StandardId.of("b"))
                        .statement("b")
                        .addGrades(third)
                        .build())
                .addItems(Standard.builder()
                        .id(StandardId.of("c"))
                        .statement("c")
                        .addGrades(GradeLevel.of(4))
                        .build())
                .build();
        Alignment alignment = Alignment.builder()
                .id(EntryId.of("x"))
                .framework(EntryId.of("f"))
                .assessment(EntryId.of("t"))
                .scale("DOK")
                .addAllJudgments(rater("r", "1a", "1-", "1zzz"))
                .build();
        Coverage coverage = Coverage.of(framework, third, List.of(alignment));
        assertThat(coverage.share()).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(coverage.uncovered()).extracting(Standard::label).containsExactly("b");
        assertThat(coverage.unaligned()).containsExactly("item-2", "item-3");
        assertThat(coverage.explanation().toString()).contains("1 of 2", "item-2");
        assertThat(Coverage.of(framework, GradeLevel.of(9), List.of()).share().isReported())
                .isFalse();
        assertThatThrownBy(() ->
                        Coverage.of(framework.toBuilder().id(EntryId.of("g")).build(), third, List.of(alignment)))
                .hasMessageContaining("newer version");
    }

    @Test
    void ratiosAreInLowestTerms() {
        assertThat(Ratio.of(2, -4)).isEqualTo(Ratio.of(-1, 2)).hasToString("-1/2");
        assertThat(Ratio.of(1, 4).toDouble()).isEqualTo(0.25);
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
