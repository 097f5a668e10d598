package org.iltlib.analytics.alignment.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.evidence.AssessmentPurpose;
import org.junit.jupiter.api.Test;

/** Expected values by hand: a topic B with a standard 3 of two parts and a standard 4 of three, and a topic Z beside it. */
class CountedStandardsTest {
    private static StandardId id(String text) {
        return StandardId.of(text);
    }

    private static Standard standard(String name, String parent) {
        return Standard.builder()
                .id(id(name))
                .statement(name)
                .parent(Optional.of(parent).filter(one -> !one.isEmpty()).map(StandardId::of))
                .build();
    }

    private static final StandardsFramework FRAMEWORK = StandardsFramework.builder()
            .id(EntryId.of("f"))
            .title("f")
            .addItems(
                    standard("B", ""),
                    standard("3", "B"),
                    standard("3a", "3"),
                    standard("3b", "3"),
                    standard("4", "B"),
                    standard("4a", "4"),
                    standard("4b", "4"),
                    standard("4c", "4"),
                    standard("Z", ""),
                    standard("z1", "Z"))
            .build();

    private static List<String> list(List<StandardId> topics, StandardId... named) {
        return CountedStandards.of(FRAMEWORK, topics, List.of(named)).list().stream()
                .map(Standard::label)
                .toList();
    }

    private static BlueprintReading reading(List<TaggedItem> items) {
        Blueprint plan = Blueprint.of("p", DemandScale.DOK, List.of(new BlueprintCell(id("B"), 1, Ratio.ONE)));
        return BlueprintReading.of(FRAMEWORK, plan, items);
    }

    private static List<TaggedItem> items(int count, int rated, String standard) {
        List<TaggedItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(TaggedItem.builder()
                    .item(standard + "-item-" + i)
                    .addStandards(id(standard))
                    .demand(i < rated ? Optional.of(1) : Optional.empty())
                    .build());
        }
        return items;
    }

    @Test
    void aWholeThatIsNamedStandsForItsPartsAndATopicForNothing() {
        List<StandardId> topic = List.of(id("B"));
        assertThat(list(topic)).containsExactly("3a", "3b", "4a", "4b", "4c");
        assertThat(list(topic, id("3"), id("3a"))).containsExactly("3", "4a", "4b", "4c");
        assertThat(list(topic, id("B"), id("4b"), id("z1"))).containsExactly("3a", "3b", "4a", "4b", "4c");
        assertThat(list(List.of(id("B"), id("4")), id("3"), id("4"))).containsExactly("3", "4a", "4b", "4c");
        assertThat(list(List.of(id("z1"))))
                .as("a topic with nothing below it counts itself")
                .containsExactly("z1");
        CountedStandards counted = CountedStandards.of(FRAMEWORK, topic, List.of(id("3")));
        assertThat(counted.find(id("3b"))).contains(id("3"));
        assertThat(counted.find(id("4a"))).contains(id("4a"));
        assertThat(counted.find(id("4"))).isEmpty();
        assertThat(counted.find(id("B"))).isEmpty();
        assertThat(counted.find(id("z1"))).isEmpty();
    }

    /** Eight items on 3 as a whole: one of four standards is asked for, and its parts are no gaps. */
    @Test
    void anItemOnAStandardWithPartsIsNotLost() {
        BlueprintReading reading = reading(items(8, 8, "3"));
        assertThat(reading.standardsPlanned()).extracting(Standard::label).containsExactly("3", "4a", "4b", "4c");
        assertThat(reading.standardsWithout()).extracting(Standard::label).containsExactly("4a", "4b", "4c");
        List<TaggedItem> mixed = new ArrayList<>(items(1, 1, "3"));
        mixed.addAll(items(1, 1, "3b"));
        mixed.addAll(items(1, 1, "4c"));
        assertThat(reading(mixed).standardsWithout())
                .extracting(Standard::label)
                .containsExactly("4a", "4b");
    }

    /** One point on the plan and nine off it: Σ min(x, y) over all cells is a tenth; what fits nothing is off it as well. */
    @Test
    void theIndexCountsWhatIsOffThePlan() {
        List<TaggedItem> nine = new ArrayList<>(items(1, 1, "3a"));
        nine.addAll(items(9, 4, "z1"));
        assertThat(reading(nine).index()).isEqualTo(Measured.of(Ratio.of(1, 10)));
        List<TaggedItem> nothing = new ArrayList<>(items(1, 1, "3a"));
        nothing.add(TaggedItem.builder().item("odd").uncodable(true).build());
        BlueprintReading reading = reading(nothing);
        assertThat(reading.index()).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(reading.itemsUncodable()).extracting(TaggedItem::item).containsExactly("odd");
        assertThat(reading.itemsWithoutTag()).isEmpty();
        assertThat(reading.explanation().toString())
                .contains("1 of 2 items are on the blueprint", "fit nothing: [odd]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaggedItem.builder()
                        .item("odd")
                        .uncodable(true)
                        .addStandards(id("3a"))
                        .build())
                .withMessageContaining("Expected one of the two");
    }

    /** Nine of ten items without a demand: the index is of one item, and judging a year by it is not supported. */
    @Test
    void itemsWhoseDemandNobodyRatedAreTold() {
        BlueprintReading reading = reading(items(10, 1, "3a"));
        assertThat(reading.itemsWithoutDemand()).hasSize(9);
        Fitness summative = Fitness.of(AssessmentPurpose.SUMMATIVE, reading, Measured.of(0.9));
        assertThat(summative.remarks())
                .extracting(Fitness.Remark::toString)
                .contains(
                        "BLOCKS demand-unrated: 9 of 10 items have no rated demand, so whether they are as demanding as"
                                + " planned is not known");
        assertThat(Fitness.of(AssessmentPurpose.FORMATIVE, reading, Measured.of(0.9))
                        .remarks())
                .extracting(Fitness.Remark::rule)
                .contains("demand-unrated");
        assertThat(Fitness.of(AssessmentPurpose.SUMMATIVE, reading(items(11, 10, "3a")), Measured.of(0.9))
                        .remarks())
                .filteredOn(remark -> "demand-unrated".equals(remark.rule()))
                .extracting(Fitness.Remark::weight)
                .containsExactly(Fitness.Weight.CAUTIONS);
    }

    private static AlignmentJudgment judged(String rater, int round, String objective, String general) {
        return AlignmentJudgment.builder()
                .rater(PersonId.of(rater))
                .role("teacher")
                .round(round)
                .item("i")
                .primary(Optional.of(objective).filter(one -> !one.isEmpty()).map(StandardId::of))
                .generic(Optional.of(general).filter(one -> !one.isEmpty()).map(StandardId::of))
                .build();
    }

    @Test
    void whoJudgesInTwoRoundsDoesNotOutvoteAnybody() {
        List<AlignmentJudgment> twice =
                List.of(judged("p-1", 1, "3a", ""), judged("p-1", 2, "3a", ""), judged("p-2", 1, "4a", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaggedItem.listAgreed(twice))
                .withMessageContaining("listRound");
        assertThat(TaggedItem.listAgreed(List.of(judged("p-1", 1, "", "3"), judged("p-2", 1, "3", "")))
                        .get(0)
                        .standards())
                .as("in general and by name is the same standard")
                .containsExactly(id("3"));
        assertThat(TaggedItem.listAgreed(List.of(judged("p-1", 1, "", ""), judged("p-2", 1, "", "")))
                        .get(0)
                        .uncodable())
                .isTrue();
        assertThat(TaggedItem.listAgreed(List.of(judged("p-1", 1, "", ""), judged("p-2", 1, "3a", "")))
                        .get(0)
                        .uncodable())
                .as("one of two is no more than half")
                .isFalse();
    }
}
