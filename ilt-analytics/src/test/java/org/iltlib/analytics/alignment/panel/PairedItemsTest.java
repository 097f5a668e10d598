package org.iltlib.analytics.alignment.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iltlib.analytics.alignment.ChanceReading;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PairedItems;
import org.iltlib.analytics.alignment.PorterChance;
import org.iltlib.analytics.alignment.PorterNull;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

class PairedItemsTest {
    private static final List<String> TOPICS = List.of("a", "b", "c", "d");

    private static ContentMatrix plan() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, TOPICS);
        for (int topic = 0; topic < 4; topic++) {
            for (int level = 1; level <= 4; level++) {
                plan = plan.with(TOPICS.get(topic), level, Ratio.of(1 + (topic * 7 + level * 3) % 5, 1));
            }
        }
        return plan;
    }

    private static AlignmentJudgment judged(int rater, int item, String objective, int demand) {
        return AlignmentJudgment.builder()
                .rater(PersonId.of("p-" + rater))
                .role("teacher")
                .round(1)
                .item("item-" + item)
                .primary(Optional.of(objective).filter(one -> !one.isEmpty()).map(StandardId::of))
                .demand(Optional.of(demand).filter(one -> one > 0))
                .build();
    }

    private static PorterReport report(ContentMatrix plan, List<AlignmentJudgment> judgments) {
        Alignment alignment = Alignment.builder()
                .id(EntryId.of("al"))
                .framework(EntryId.of("f"))
                .assessment(EntryId.of("t"))
                .scale("DOK")
                .judgments(judgments)
                .build();
        return PorterReport.of(alignment, 1, plan, id -> Optional.of(id.value()).filter(plan.topics()::contains));
    }

    /** Items by chance, each rater saying the same. */
    private static List<AlignmentJudgment> byChance(Random chance, int items, int raters) {
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            String topic = TOPICS.get(chance.nextInt(4));
            int demand = 1 + chance.nextInt(4);
            for (int rater = 0; rater < raters; rater++) {
                judgments.add(judged(rater, item, topic, demand));
            }
        }
        return judgments;
    }

    private static ChanceReading reading(PorterReport report, PorterChance chance) {
        return report.against(report.pairedItems(), chance).value().orElseThrow();
    }

    /** Whoever copies a rater adds no item: index, mean and interval stay, and so does the verdict. */
    @Test
    void aRaterWhoSaysTheSameAsAnotherChangesNothing() {
        PorterReport one = report(plan(), byChance(new Random(4), 30, 1));
        PorterReport six = report(plan(), byChance(new Random(4), 30, 6));
        ChanceReading alone = reading(one, PorterChance.seeded(1).withDraws(2000));
        ChanceReading copied = reading(six, PorterChance.seeded(1).withDraws(2000));
        assertThat(copied.observed()).isEqualTo(alone.observed());
        assertThat(copied.expectation()).isEqualTo(alone.expectation());
        assertThat(copied.lower()).isCloseTo(alone.lower(), within(1e-12));
        assertThat(copied.upper()).isCloseTo(alone.upper(), within(1e-12));
        assertThat(copied.explanation().toString()).contains("30 items, 6 raters");
        assertThat(alone.expectation())
                .as("one rater, one hit an item: the margins of the table as they are")
                .isEqualTo(new PorterNull.SameMargins(plan(), one.assessed()).expectation());
    }

    /** Of 100 tests made by chance about 5 lie outside 95 %, however many raters copy one another; hits gave 53. */
    @Test
    void testsMadeByChanceLieOutsideAsSeldomAsTheLevelSays() {
        Random chance = new Random(9);
        int outside = 0;
        for (int test = 0; test < 100; test++) {
            ChanceReading reading = reading(
                    report(plan(), byChance(chance, 30, 6)),
                    PorterChance.seeded(test).withDraws(400));
            outside += reading.aboveChance() || reading.belowChance() ? 1 : 0;
        }
        assertThat(outside).isLessThanOrEqualTo(10);
    }

    private static List<List<Integer>> orders(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : orders(n - 1)) {
            for (int place = 0; place < n; place++) {
                List<Integer> one = new ArrayList<>(shorter);
                one.add(place, n - 1);
                all.add(one);
            }
        }
        return all;
    }

    /**
     * Brute force over all 24 ways to give four items one another's demands: raters who differ, an item with two objectives
     * of one topic, one off the plan, one that fits nothing.
     */
    @Test
    void theMeanAndTheDrawsAreThoseOfAllWaysToPairItems() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, List.of("a", "b"))
                .with("a", 1, Ratio.of(3, 1))
                .with("a", 2, Ratio.of(2, 1))
                .with("b", 2, Ratio.of(1, 1))
                .with("b", 3, Ratio.of(4, 1));
        String[][] topics = {{"aa", "b", "z", "b"}, {"ab", "", "b", "ba"}};
        int[][] demands = {{1, 2, 2, 3}, {2, 2, 1, 3}};
        List<PairedItems.Coded> codes = new ArrayList<>();
        for (int rater = 0; rater < 2; rater++) {
            for (int item = 0; item < 4; item++) {
                codes.add(coded(rater, item, topics[rater][item], demands[rater][item]));
            }
        }
        PairedItems model = PairedItems.of(plan, codes);
        List<Ratio> all = new ArrayList<>();
        for (List<Integer> order : orders(4)) {
            List<PairedItems.Coded> other = new ArrayList<>();
            for (int rater = 0; rater < 2; rater++) {
                for (int item = 0; item < 4; item++) {
                    other.add(coded(rater, item, topics[rater][item], demands[rater][order.get(item)]));
                }
            }
            all.add(PairedItems.of(plan, other).observed().value().orElseThrow());
        }
        assertThat(Measured.of(model.expectation())).isEqualTo(Ratio.mean(all));
        ChanceReading reading = PorterChance.seeded(3)
                .withDraws(4000)
                .withLevel(0.98)
                .of(model, model.observed().value().orElseThrow());
        assertThat(reading.lower()).isCloseTo(Collections.min(all).toDouble(), within(1e-9));
        assertThat(reading.upper()).isCloseTo(Collections.max(all).toDouble(), within(1e-9));
        long below = all.stream()
                .filter(one -> one.compareTo(model.observed().value().orElseThrow()) <= 0)
                .count();
        assertThat(reading.atOrBelow().toDouble()).isCloseTo(below / 24.0, within(0.03));
    }

    private static PairedItems.Coded coded(int rater, int item, String topics, int demand) {
        List<String> on = topics.replace("z", "")
                .chars()
                .mapToObj(one -> String.valueOf((char) one))
                .toList();
        return new PairedItems.Coded(
                "i" + item, PersonId.of("p-" + rater), on, on.isEmpty() ? 1 : 0, Optional.of(demand));
    }

    /** By hand: what is not rated by both stays among its like, so the pairing 1-2, 2-1 of two items is all there is. */
    @Test
    void itemsAreExchangedOnlyWithItemsThatTheSameRatersRated() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, List.of("a", "b"))
                .with("a", 1, Ratio.ONE)
                .with("b", 2, Ratio.ONE);
        List<AlignmentJudgment> judgments =
                List.of(judged(0, 0, "a", 1), judged(0, 1, "b", 2), judged(0, 2, "b", 0), judged(1, 2, "b", 2));
        PorterReport report = report(plan, judgments);
        assertThat(report.unrated()).isEqualTo(1);
        assertThat(report.byRater().values()).extracting(Object::toString).containsExactly("1", "1/2");
        assertThat(report.pairedItems().expectation())
                .as("rater 0: 1 or 0; rater 1: always 1/2")
                .isEqualTo(Ratio.of(1, 2));
        ChanceReading drawn = reading(report, PorterChance.seeded(1).withDraws(500));
        assertThat(drawn.lower()).isCloseTo(0.25, within(1e-12));
        assertThat(drawn.upper()).isCloseTo(0.75, within(1e-12));
        assertThat(report.pairedItems())
                .isEqualTo(report(plan, judgments).pairedItems())
                .hasSameHashCodeAs(report(plan, judgments).pairedItems())
                .hasToString(report.pairedItems().name());
    }

    /** One hit in ten is on the plan: the index is a tenth, for each rater and for all, and by topic too. */
    @Test
    void whatIsOffThePlanTakesItsShare() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, List.of("a")).with("a", 1, Ratio.ONE);
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int rater = 0; rater < 2; rater++) {
            for (int item = 0; item < 10; item++) {
                judgments.add(judged(rater, item, item == 0 ? "a" : item < 6 ? "z" : "", item == 9 ? 0 : 1));
            }
        }
        PorterReport report = report(plan, judgments);
        assertThat(report.together()).isEqualTo(Measured.of(Ratio.of(1, 10)));
        assertThat(report.byTopic()).isEqualTo(Measured.of(Ratio.of(1, 10)));
        assertThat(report.byDemand()).isEqualTo(Measured.of(Ratio.of(9, 10)));
        assertThat(report.byRater().values()).containsOnly(Measured.of(Ratio.of(1, 10)));
        assertThat(report.offPlan()).isEqualTo(18);
        assertThat(report.assessed().topicTotal(PorterReport.OFF_PLAN)).isEqualTo(Ratio.of(16, 1));
        assertThat(report.pairedItems().expectation()).isEqualTo(Ratio.of(1, 10));
    }

    /** A rater who finds nothing on the plan has the index 0 and is not left out of the mean. */
    @Test
    void aRaterWhoFindsNothingOnThePlanCounts() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, List.of("a")).with("a", 1, Ratio.ONE);
        List<AlignmentJudgment> judgments = new ArrayList<>();
        for (int item = 0; item < 4; item++) {
            judgments.add(judged(0, item, "a", 1));
            judgments.add(judged(1, item, "", 1));
            judgments.add(judged(2, item, "z", 1));
        }
        PorterReport report = report(plan, judgments);
        assertThat(report.byRater().values()).extracting(Object::toString).containsExactly("1", "0", "0");
        assertThat(report.together()).isEqualTo(Measured.of(Ratio.of(1, 3)));
        assertThat(report.index().value().orElseThrow().value()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** An item that fits a topic in general is a hit on it. */
    @Test
    void whatFitsATopicInGeneralIsAHit() {
        ContentMatrix plan = ContentMatrix.of(DemandScale.DOK, List.of("a")).with("a", 1, Ratio.ONE);
        AlignmentJudgment general =
                judged(0, 0, "", 1).toBuilder().generic(StandardId.of("a")).build();
        assertThat(report(plan, List.of(general)).together()).isEqualTo(Measured.of(Ratio.ONE));
        assertThat(ContentMatrix.ofJudgments(
                                DemandScale.DOK, List.of("a"), List.of(general), id -> Optional.of(id.value()))
                        .total())
                .isEqualTo(Ratio.ONE);
    }

    @Test
    void allRatersHitsAreNotTakenForItems() {
        PorterReport six = report(plan(), byChance(new Random(4), 30, 6));
        PorterChance chance = PorterChance.seeded(1).withDraws(100);
        PorterNull pooled = new PorterNull.SameMargins(plan(), six.assessed());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> six.against(pooled, chance))
                .withMessageContaining("counts 180 items. Expected at most 30");
        PorterNull uniform = new PorterNull.UniformItems(16, 30, 180);
        assertThatIllegalArgumentException().isThrownBy(() -> six.against(uniform, chance));
        assertThat(six.against(new PorterNull.UniformItems(16, 30, 30), chance).isReported())
                .isTrue();
    }

    @Test
    void codesThatCannotBeCountedAreRefused() {
        PairedItems.Coded code = coded(0, 0, "a", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedItems.of(plan(), List.of(code, code)))
                .withMessageContaining("listRound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedItems.of(ContentMatrix.of(DemandScale.DOK, List.of("a")), List.of(code)))
                .withMessageContaining("holds nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedItems.of(plan(), List.of(coded(0, 0, "q", 1))))
                .withMessageContaining("no topic \"q\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedItems.of(plan(), List.of()).expectation())
                .withMessageContaining("No rater has a hit");
        assertThat(PairedItems.of(plan(), List.of()).observed().isReported()).isFalse();
        ContentMatrix named = ContentMatrix.of(DemandScale.DOK, List.of(PorterReport.OFF_PLAN))
                .with(PorterReport.OFF_PLAN, 1, Ratio.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(named, List.of(judged(0, 0, "z", 1))))
                .withMessageContaining("Expected another name");
    }
}
