package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebbTest {
    private static final StandardId STANDARD = WorkedPanel.STANDARD;

    /** Exact values by hand from the definition; 8 of 10 is seven tenths exactly and therefore enough. */
    @ParameterizedTest
    @CsvSource({
        "5 5, 1",
        "3 3 3 3, 1",
        "4 3 2 1, 4/5",
        "2 2 1 1 1 1, 5/6",
        "8 2, 7/10",
        "1 1 1 1 6, 3/5",
        "10 1, 13/22",
        "7 1 1 1, 11/20",
        "12 1 1, 10/21",
        "13 6 18, 92/111",
        "19 8 6, 25/33",
        "18 4 5 3 7 3 6, 239/322",
        "15 10 5 5, 11/14"
    })
    void theBalanceOfTheWorkedExamplesAndOfRealTestsIsExact(String hits, String balance) {
        List<Integer> counts =
                Arrays.stream(hits.split(" ", -1)).map(Integer::valueOf).toList();
        assertThat(WebbCriteria.balance(counts).orElse(Ratio.ZERO)).hasToString(balance);
    }

    /** The hits of the published Q-matrices, counted from the files: 13, 6, 18 and 19, 8, 6. */
    @ParameterizedTest
    @CsvSource({"ecpe_qmatrix.csv, 92/111", "timss07_domain_qmatrix.csv, 25/33"})
    void theBalanceOfPublishedMatricesIsFoundFromTheirFiles(String name, String balance) throws IOException {
        List<String> lines = CoherenceMap.text("../qmatrix/" + name)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        int skills = lines.get(0).split(",", -1).length - 1;
        List<Integer> hits = new ArrayList<>();
        for (int skill = 1; skill <= skills; skill++) {
            int column = skill;
            hits.add((int) lines.stream()
                    .skip(1)
                    .filter(line -> "1"
                            .equals(line.split(",", -1)[column]
                                    .replace("\"", "")
                                    .strip()))
                    .count());
        }
        assertThat(WebbCriteria.balance(hits).orElse(Ratio.ZERO)).hasToString(balance);
    }

    @Test
    void aBalanceOfExactlySevenTenthsIsEnoughAndOfSixTenthsWeak() {
        assertThat(verdict(8, 2)).isEqualTo(WebbVerdict.YES);
        assertThat(verdict(1, 1, 1, 1, 6)).isEqualTo(WebbVerdict.WEAK);
        assertThat(verdict(10, 1)).isEqualTo(WebbVerdict.NO);
    }

    private static WebbVerdict verdict(int... hits) {
        List<AlignmentJudgment> judgments = new ArrayList<>();
        Map<StandardId, Integer> objectives = new LinkedHashMap<>();
        for (int k = 0; k < hits.length; k++) {
            objectives.put(StandardId.of("o" + k), 1);
            for (int i = 0; i < hits[k]; i++) {
                judgments.add(AlignmentJudgment.builder()
                        .rater(PersonId.of("p-1"))
                        .role("teacher")
                        .round(1)
                        .item("item-" + k + "-" + i)
                        .primary(StandardId.of("o" + k))
                        .demand(1)
                        .build());
            }
        }
        return WebbCriteria.of(objectives, judgments).balanceVerdict().value().orElseThrow();
    }

    /** The worked example: each rater's figures and the means, by exact arithmetic. */
    @Test
    void eachRaterHasFiguresOfTheirOwnAndTheMeansFollow() {
        WebbResult result = WebbCriteria.of(WorkedPanel.standard(Optional.empty()), WorkedPanel.judgments());
        assertThat(result.reviewers()).extracting(WebbReviewer::hits).containsExactly(7, 8, 7);
        assertThat(result.reviewers())
                .extracting(one -> List.of(one.belowShare(), one.atShare(), one.aboveShare())
                        .toString())
                .containsExactly("[2/7, 5/7, 0]", "[1/4, 3/4, 0]", "[2/7, 4/7, 1/7]");
        assertThat(result.reviewers())
                .extracting(one -> one.demand().toString())
                .containsExactly("5/7", "3/4", "5/7");
        assertThat(result.reviewers())
                .extracting(one -> one.balance().toString())
                .containsExactly("25/28", "7/8", "11/14");
        assertThat(result.reviewers()).extracting(one -> one.range().toString()).containsOnly("4/5");
        assertThat(result.hits()).isEqualTo(Ratio.of(22, 3));
        assertThat(result.demand()).isEqualTo(Measured.of(Ratio.of(61, 84)));
        assertThat(result.range()).isEqualTo(Ratio.of(4, 5));
        assertThat(result.balance()).isEqualTo(Measured.of(Ratio.of(143, 168)));
        assertThat(result.at()).isEqualTo(Measured.of(Ratio.of(57, 84)));
        assertThat(result.below()).isEqualTo(Measured.of(Ratio.of(23, 84)));
        assertThat(result.above()).isEqualTo(Measured.of(Ratio.of(1, 21)));
    }

    /** R: sd(c(7, 8, 7)), sd(c(5/7, 3/4, 5/7)), sd(c(4/5, 4/5, 4/5)), sd(c(25/28, 7/8, 11/14)). */
    @Test
    void theSpreadOverRatersIsTold() {
        WebbResult result = WebbCriteria.of(WorkedPanel.standard(Optional.empty()), WorkedPanel.judgments());
        assertThat(result.hitsDeviation().orElse(-1.0)).isCloseTo(0.5773503, within(1e-7));
        assertThat(result.demandDeviation().orElse(-1.0)).isCloseTo(0.02061965, within(1e-7));
        assertThat(result.rangeDeviation().orElse(-1.0)).isZero();
        assertThat(result.balanceDeviation().orElse(-1.0)).isCloseTo(0.05740268, within(1e-7));
    }

    /** For the rater who finds a general fit, five objectives become six, five hit of six. */
    @Test
    void anItemThatFitsTheStandardInGeneralCountsAsOneObjectiveMore() {
        List<AlignmentJudgment> judgments = new ArrayList<>(WorkedPanel.judgments());
        judgments.set(7, judgments.get(7).toBuilder().generic(STANDARD).build());
        WebbReviewer without = WebbCriteria.of(WorkedPanel.standard(Optional.empty()), judgments)
                .reviewers()
                .get(0);
        assertThat(without.objectives()).isEqualTo(6);
        assertThat(without.range()).isEqualTo(Ratio.of(5, 6));
        assertThat(without.hits()).isEqualTo(8);
        assertThat(without.demand()).isEqualTo(Measured.of(Ratio.of(5, 7)));
        WebbReviewer with = WebbCriteria.of(WorkedPanel.standard(Optional.of(1)), judgments)
                .reviewers()
                .get(0);
        assertThat(with.demand()).isEqualTo(Measured.of(Ratio.of(6, 8)));
        WebbResult second = WebbCriteria.of(WorkedPanel.standard(Optional.empty()), judgments);
        assertThat(second.reviewers().get(1).objectives()).isEqualTo(5);
        assertThatThrownBy(() -> new WebbStandard(STANDARD, Map.of(), Optional.empty()))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> new WebbStandard(STANDARD, Map.of(STANDARD, 1), Optional.empty()))
                .hasMessageContaining("its own objective");
    }

    @Test
    void aChallengeFromOutsideTheObjectiveIsListed() {
        List<AlignmentJudgment> judgments = new ArrayList<>(WorkedPanel.judgments());
        judgments.set(
                0,
                judgments.get(0).toBuilder().sourceOfChallenge("long reading").build());
        judgments.set(
                7, judgments.get(7).toBuilder().sourceOfChallenge("elsewhere").build());
        assertThat(WebbCriteria.of(WorkedPanel.standard(Optional.empty()), judgments)
                        .challenged())
                .extracting(AlignmentJudgment::item)
                .containsExactly("item-1");
    }

    @Test
    void withoutAHitTheSharesAreMissingAndNotZero() {
        WebbResult none = WebbCriteria.of(Map.of(StandardId.of("z"), 1), WorkedPanel.judgments());
        assertThat(none.demand().isReported()).isFalse();
        assertThat(none.balance().isReported()).isFalse();
        assertThat(none.demandDeviation().isReported()).isFalse();
        assertThat(none.range()).isEqualTo(Ratio.ZERO);
    }

    private static List<AlignmentJudgment> sixHits(int rated) {
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int item = 0; item < 6; item++) {
            judgments.add(AlignmentJudgment.builder()
                    .rater(PersonId.of("p-1"))
                    .role("teacher")
                    .round(1)
                    .item("item-" + item)
                    .primary(StandardId.of("a"))
                    .demand(item < rated ? Optional.of(1) : Optional.empty())
                    .build());
        }
        return judgments;
    }

    /** Six hits, two of them rated and both at the objective's level: two of two, and of none rated no figure at all. */
    @Test
    void aDemandThatNobodyRatedIsNotBelow() {
        WebbResult two = WebbCriteria.of(Map.of(StandardId.of("a"), 1), sixHits(2));
        assertThat(two.demand()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(two.demandVerdict()).isEqualTo(Measured.of(WebbVerdict.YES));
        assertThat(two.reviewers().get(0).below()).isZero();
        assertThat(two.reviewers().get(0).uncompared()).isEqualTo(4);
        assertThat(two.hits()).isEqualTo(Ratio.of(6, 1));
        WebbResult none = WebbCriteria.of(Map.of(StandardId.of("a"), 1), sixHits(0));
        assertThat(none.demand().isReported()).isFalse();
        assertThat(none.demandVerdict().isReported()).isFalse();
        assertThat(none.below().isReported()).isFalse();
        assertThat(none.hitsVerdict()).isEqualTo(WebbVerdict.YES);
    }

    /** Two rounds, or the same judgments twice, would count each hit twice. */
    @Test
    void twoRoundsAreNotCountedAsOne() {
        List<AlignmentJudgment> twice = new ArrayList<>(WorkedPanel.judgments());
        twice.addAll(WorkedPanel.judgments());
        assertThatThrownBy(() -> WebbCriteria.of(WorkedPanel.standard(Optional.empty()), twice))
                .hasMessageContaining("listRound");
        assertThatThrownBy(() -> ContentMatrix.ofJudgments(DemandScale.DOK, List.of(), twice, any -> Optional.empty()))
                .hasMessageContaining("listRound");
    }
}
