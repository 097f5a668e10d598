package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.ScaleCrosswalk;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterTest {
    private static final DemandScale THREE = new DemandScale("three", true, List.of("low", "middle", "high"));

    private static List<Long> cells(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
    }

    /** Rows split by "/", cells by blanks. */
    private static ContentMatrix matrix(String text) {
        String[] rows = text.split("/", -1);
        ContentMatrix matrix = ContentMatrix.of(
                THREE,
                IntStream.range(0, rows.length).mapToObj(i -> "topic " + i).toList());
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].strip().split(" ", -1);
            for (int j = 0; j < cells.length; j++) {
                matrix = matrix.with("topic " + i, j + 1, Ratio.parse(cells[j]));
            }
        }
        return matrix;
    }

    private static double index(ContentMatrix first, ContentMatrix second) {
        return PorterIndex.of(first, second).orElse(Ratio.ZERO).toDouble();
    }

    /** Computed by hand from 1 − ½ Σ |x − y|. */
    @ParameterizedTest
    @CsvSource({
        "1 2 3, 2 4 6, 1",
        "5 0, 0 3, 0",
        "3 1 1 0, 1 1 1 2, 3/5",
        "4 2 0 1 2 1, 2 2 2 0 2 2, 7/10",
        "10 5 5 0 20 10 15 5 30, 4 4 0 2 6 4 4 6 10, 4/5"
    })
    void theWorkedExamplesAreExact(String first, String second, String index) {
        assertThat(PorterIndex.of(cells(first), cells(second)).orElse(Ratio.ZERO))
                .hasToString(index);
    }

    /** Shares published in Large-scale Assessments in Education 2023, doi:10.1186/s40536-023-00162-y. */
    @Test
    void fiveStudiesOfMathematicsAreAlignedAsPublished() {
        ContentMatrix y2003 = matrix("33.51 47.94 18.56");
        ContentMatrix y2007 = matrix("37.67 40.93 21.40");
        ContentMatrix y2011 = matrix("36.87 39.17 23.96");
        ContentMatrix y2015 = matrix("32.55 44.81 22.64");
        ContentMatrix y2019 = matrix("30.81 45.97 23.22");
        assertThat(index(y2015, y2019)).isCloseTo(0.9826, within(1e-9));
        assertThat(index(y2007, y2011)).isCloseTo(0.9744, within(1e-9));
        assertThat(index(y2007, y2019)).isCloseTo(0.9314, within(1e-9));
        assertThat(index(y2003, y2007)).isCloseTo(0.929948, within(5e-7));
    }

    /** The table of exact expectations for independent uniform items; first to last: 30, 60, 90 and 120 items. */
    @ParameterizedTest
    @CsvSource({
        "20, .5702, .6890, .7443, .7778",
        "40, .4191, .5651, .6392, .6851",
        "60, .3298, .4798, .5635, .6172",
        "80, .2713, .4163, .5040, .5626",
        "100, .2302, .3671, .4556, .5170",
        "120, .1999, .3281, .4154, .4780"
    })
    void theExactExpectationIsThatOfTheTable(int cells, double n30, double n60, double n90, double n120) {
        double[] expected = {n30, n60, n90, n120};
        for (int i = 0; i < 4; i++) {
            int items = 30 * (i + 1);
            assertThat(new PorterNull.UniformItems(cells, items, items)
                            .expectation()
                            .toDouble())
                    .isCloseTo(expected[i], within(5.0001e-5));
        }
    }

    /** Brute force over all 4³ · 4² ways in which 3 and 2 items fall into 4 cells. */
    @Test
    void theExactExpectationIsTheMeanOverAllWays() {
        Ratio sum = Ratio.ZERO;
        for (int way = 0; way < 1024; way++) {
            List<Long> first = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
            List<Long> second = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
            int rest = way;
            for (int item = 0; item < 5; item++) {
                List<Long> table = item < 3 ? first : second;
                table.set(rest % 4, table.get(rest % 4) + 1);
                rest /= 4;
            }
            sum = sum.plus(PorterIndex.of(first, second).orElse(Ratio.ZERO));
        }
        assertThat(new PorterNull.UniformItems(4, 3, 2).expectation()).isEqualTo(sum.dividedBy(1024));
        List<Ratio> even = List.of(Ratio.of(1, 4), Ratio.of(1, 4), Ratio.of(1, 4), Ratio.of(1, 4));
        assertThat(PorterChance.expectation(even, 3, even, 2)).isEqualTo(sum.dividedBy(1024));
        assertThatThrownBy(() -> PorterChance.expectation(even, 3, List.of(Ratio.ONE), 2))
                .hasMessageContaining("4 and 1 cells");
        assertThatThrownBy(() -> PorterChance.expectation(List.of(Ratio.of(1, 2)), 3, List.of(Ratio.ONE), 2))
                .hasMessageContaining("sum to 1/2");
    }

    /** The simulated quantiles of the table; values that were drawn lie on multiples of 1/n. */
    @ParameterizedTest
    @CsvSource({"20, 30, .400", "20, 120, .700", "60, 90, .478", "120, 30, .067"})
    void theLowerEndOfChanceIsThatOfTheTable(int cells, int items, double lower) {
        ChanceReading reading =
                PorterChance.seeded(7).of(new PorterNull.UniformItems(cells, items, items), Ratio.of(1, 2));
        assertThat(reading.lower()).isCloseTo(lower, within(1.0 / items + 1e-3));
    }

    @ParameterizedTest
    @CsvSource({"20, .850", "40, .758", "60, .692", "80, .633", "100, .583", "120, .542"})
    void theUpperEndOfChanceIsThatOfTheTable(int cells, double upper) {
        ChanceReading reading = PorterChance.seeded(7).of(new PorterNull.UniformItems(cells, 120, 120), Ratio.of(1, 2));
        assertThat(reading.upper()).isCloseTo(upper, within(1.0 / 120 + 1e-3));
    }

    /** A published index of 0.751 over 20 cells, told as significantly low, lies above the mean that chance gives. */
    @Test
    void thePublishedIndexLiesWithinChanceUnderOneModelAndAboveItUnderAnother() {
        Ratio observed = Ratio.of(751, 1000);
        ChanceReading items = PorterChance.seeded(1).of(new PorterNull.UniformItems(20, 90, 90), observed);
        assertThat(observed).isGreaterThan(items.expectation());
        assertThat(items.aboveChance()).isFalse();
        assertThat(items.belowChance()).isFalse();
        assertThat(items.explanation().toString())
                .contains("0.751 lies within", "equal chance (90 and 90 items)", "0.744 on average", "from seed 1");
        ChanceReading shares = PorterChance.seeded(1).of(new PorterNull.AnyShares(20), observed);
        assertThat(shares.aboveChance()).isTrue();
        assertThat(shares.model().name()).contains("flat Dirichlet");
        assertThat(shares.atOrBelow()).isGreaterThan(Ratio.of(99, 100));
    }

    /** K/(2K − 1), which is .513 for 20 cells and .502 for 120, and the mean of draws agrees. */
    @Test
    void anySharesGiveAHalfOnAverage() {
        assertThat(new PorterNull.AnyShares(20).expectation()).isEqualTo(Ratio.of(20, 39));
        assertThat(new PorterNull.AnyShares(120).expectation().toDouble()).isCloseTo(.502, within(5e-4));
        ChanceReading reading = PorterChance.seeded(3).of(new PorterNull.AnyShares(20), Ratio.of(20, 39));
        assertThat(reading.atOrBelow().toDouble()).isCloseTo(0.5, within(0.03));
    }

    /** Brute force: two items at the first topic, one at the second, demands 1, 1, 2; three equally likely pairings. */
    @Test
    void thePairingOfTopicsAndDemandsIsDrawnWithTheMarginsAsTheyAre() {
        ContentMatrix fixed = matrix("2 0 0/0 1 0");
        ContentMatrix second = matrix("1 1 0/1 0 0");
        PorterNull model = new PorterNull.SameMargins(fixed, second);
        assertThat(model.expectation()).isEqualTo(Ratio.of(5, 9));
        ChanceReading reading =
                PorterChance.seeded(5).withDraws(3000).withLevel(0.9).of(model, Ratio.of(1, 3));
        assertThat(reading.lower()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(reading.upper()).isCloseTo(1, within(1e-9));
        assertThat(reading.atOrBelow().toDouble()).isCloseTo(2.0 / 3, within(0.03));
        assertThat(reading)
                .isEqualTo(PorterChance.seeded(5).withDraws(3000).withLevel(0.9).of(model, Ratio.of(1, 3)));
        assertThatThrownBy(() -> new PorterNull.SameMargins(fixed, matrix("0.5 1 0")))
                .hasMessageContaining("1/2");
        assertThatThrownBy(() -> new PorterNull.SameMargins(fixed, matrix("0 0 0")))
                .hasMessageContaining("0 items");
        assertThatThrownBy(() -> new PorterNull.SameMargins(matrix("0 0 0"), fixed))
                .hasMessageContaining("nothing");
    }

    /** An exact mean of whole numbers with tens of thousands of digits has no end in sight, so it is refused. */
    @Test
    void anExactMeanHasABound() {
        assertThatThrownBy(() -> new PorterNull.UniformItems(20, 20_000, 20_000))
                .hasMessageContaining("at most 2000");
        assertThatThrownBy(() -> PorterChance.expectation(List.of(Ratio.ONE), 3, List.of(Ratio.ONE), 2001))
                .hasMessageContaining("secondItems is 2001");
        assertThatThrownBy(() -> new PorterNull.SameMargins(matrix("1 0 0"), matrix("10001 0 0")))
                .hasMessageContaining("10001 items");
    }

    @Test
    void chanceIsRefusedWithoutASensibleLevelOrNumberOfDraws() {
        assertThatThrownBy(() -> PorterChance.seeded(1).withLevel(1)).hasMessageContaining("0.95");
        assertThatThrownBy(() -> PorterChance.seeded(1).withDraws(10)).hasMessageContaining("at least 100");
    }

    @Test
    void topicsThatOneTableLacksCountAsNothingThere() {
        ContentMatrix first = matrix("1 0 0/1 0 0");
        ContentMatrix second = ContentMatrix.of(THREE, List.of("topic 0")).with("topic 0", 2, Ratio.of(1, 1));
        assertThat(PorterIndex.of(first, second)).isEqualTo(Measured.of(Ratio.ZERO));
        assertThat(PorterIndex.byTopic(first, second)).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(PorterIndex.byDemand(first, second)).isEqualTo(Measured.of(Ratio.ZERO));
        assertThat(PorterIndex.of(first, matrix("0 0 0")).isReported()).isFalse();
        assertThatThrownBy(() -> PorterIndex.ofWeights(List.of(Ratio.of(-1, 2)), List.of(Ratio.ONE)))
                .hasMessageContaining("-1/2");
    }

    @Test
    void oneScaleIsNeverTakenForAnother() {
        ContentMatrix dok = ContentMatrix.of(DemandScale.DOK, List.of("a"))
                .with("a", 1, Ratio.of(3, 1))
                .with("a", 4, Ratio.ONE);
        ContentMatrix three = ContentMatrix.of(THREE, List.of("a")).with("a", 1, Ratio.ONE);
        assertThatThrownBy(() -> PorterIndex.of(dok, three)).hasMessageContaining("declared crosswalk");
        ScaleCrosswalk crosswalk = ScaleCrosswalk.builder()
                .source(DemandScale.DOK)
                .target(THREE)
                .putLevels("recall", "low")
                .putLevels("skill or concept", "middle")
                .putLevels("strategic", "high")
                .putLevels("extended", "high")
                .provenance("a panel")
                .build();
        assertThat(PorterIndex.of(dok.translated(crosswalk), three)).isEqualTo(Measured.of(Ratio.of(3, 4)));
        assertThat(dok.translated(crosswalk).cell("a", 3)).isEqualTo(Ratio.ONE);
        assertThatThrownBy(() -> three.translated(crosswalk)).hasMessageContaining("starts at \"DOK\"");
    }

    @Test
    void judgmentsBecomeATableOfHits() {
        AlignmentJudgment judgment = AlignmentJudgment.builder()
                .rater(PersonId.of("p-1"))
                .role("teacher")
                .round(1)
                .item("i")
                .primary(StandardId.of("a1"))
                .addSecondary(StandardId.of("b1"), StandardId.of("z1"))
                .demand(2)
                .build();
        ContentMatrix matrix = ContentMatrix.ofJudgments(
                THREE,
                List.of("a", "b"),
                List.of(judgment),
                id -> Optional.of(id.value().substring(0, 1)).filter(topic -> !"z".equals(topic)));
        assertThat(matrix.total()).isEqualTo(Ratio.of(2, 1));
        assertThat(matrix.cell("b", 2)).isEqualTo(Ratio.ONE);
        assertThat(matrix)
                .isNotEqualTo(matrix("1 1 1"))
                .hasSameHashCodeAs(matrix)
                .hasToString("three {a=[0, 1, 0], b=[0, 1, 0]}");
        assertThatThrownBy(() -> matrix.cell("c", 1)).hasMessageContaining("no topic \"c\"");
        assertThatThrownBy(() -> matrix.with("a", 4, Ratio.ONE)).hasMessageContaining("Expected 1 to 3");
        assertThatThrownBy(() -> matrix.with("a", 1, Ratio.of(-1, 1))).hasMessageContaining("zero or more");
    }

    /** Intended and taught 7/10, intended and assessed 3/5 by hand from the definition. */
    @Test
    void theWeakestLinkIsNamed() {
        Coherence coherence = Coherence.of(matrix("5 5 0"), matrix("8 2 0"), matrix("5 1 4"));
        assertThat(coherence.pairs())
                .extracting(pair -> pair.index().orElse(Ratio.ZERO).toString())
                .containsExactly("7/10", "3/5", "3/5");
        assertThat(coherence.weakest().value().orElseThrow().name()).isEqualTo("intended and assessed");
        assertThat(coherence.explanation().toString()).contains("between intended and assessed", "taught: 0.700");
        Coherence nothing = Coherence.of(matrix("0"), matrix("0"), matrix("1"));
        assertThat(nothing.weakest().isReported()).isFalse();
        assertThat(nothing.explanation().claim()).contains("nothing to compare");
        assertThat(Coherence.among(java.util.Map.of("a", matrix("1"), "b", matrix("1")))
                        .pairs())
                .hasSize(1);
        assertThatThrownBy(() -> Coherence.among(java.util.Map.of())).hasMessageContaining("two at least");
    }

    @Test
    void decimalsAreReadExactly() {
        assertThat(Ratio.parse(" 33.51 ")).isEqualTo(Ratio.of(3351, 100));
        assertThat(Ratio.parse("-2")).isEqualTo(Ratio.of(-2, 1));
        assertThatThrownBy(() -> Ratio.parse("1e9")).hasMessageContaining("decimal number such as 12.5");
        assertThatThrownBy(() -> Ratio.parse("1".repeat(200))).hasMessageContaining("…");
        assertThat(Ratio.mean(List.of()).isReported()).isFalse();
        assertThat(Ratio.deviation(List.of(Ratio.ONE)).isReported()).isFalse();
    }
}
