package org.iltlib.analytics.alignment.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.WorkedPanel;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.evidence.AssessmentPurpose;
import org.junit.jupiter.api.Test;

/** Expected values by hand from the definitions. */
class BlueprintTest {
    private static StandardId id(String text) {
        return StandardId.of(text);
    }

    private static Standard standard(String name, Optional<String> parent) {
        return Standard.builder()
                .id(id(name))
                .statement(name)
                .parent(parent.map(StandardId::of))
                .build();
    }

    private static StandardsFramework framework() {
        return StandardsFramework.builder()
                .id(EntryId.of("f"))
                .title("f")
                .addItems(
                        standard("N", Optional.empty()),
                        standard("n1", Optional.of("N")),
                        standard("n2", Optional.of("N")),
                        standard("G", Optional.empty()),
                        standard("g1", Optional.of("G")),
                        standard("x", Optional.empty()))
                .build();
    }

    private static Blueprint plan() {
        return Blueprint.of(
                "unit test",
                DemandScale.DOK,
                List.of(
                        new BlueprintCell(id("N"), 1, Ratio.of(30, 1)),
                        new BlueprintCell(id("N"), 2, Ratio.of(30, 1)),
                        new BlueprintCell(id("G"), 2, Ratio.of(40, 1))));
    }

    private static TaggedItem item(String name, int demand, int points, String... standards) {
        TaggedItem.Builder item = TaggedItem.builder().item(name).points(Ratio.of(points, 1));
        for (String standard : standards) {
            item.addStandards(id(standard));
        }
        return (demand == 0 ? item : item.demand(demand)).build();
    }

    private static BlueprintReading reading(TaggedItem... items) {
        return BlueprintReading.of(framework(), plan(), List.of(items));
    }

    @Test
    void whatIsOffThePlanAndWhatIsMissingAreBothListed() {
        BlueprintReading reading = reading(
                item("i1", 1, 3, "n1"),
                item("i2", 2, 3, "x", "n1"),
                item("i3", 3, 2, "N"),
                item("i4", 1, 1, "x"),
                item("i5", 1, 1));
        assertThat(reading.itemsOff()).extracting(TaggedItem::item).containsExactly("i4");
        assertThat(reading.itemsWithoutTag()).extracting(TaggedItem::item).containsExactly("i5");
        assertThat(reading.itemsAtUnplannedDemand())
                .extracting(TaggedItem::item)
                .containsExactly("i3");
        assertThat(reading.standardsWithout()).extracting(Standard::label).containsExactly("n2", "g1");
        assertThat(reading.standardsPlanned()).extracting(Standard::label).containsExactly("n1", "n2", "g1");
        assertThat(reading.itemsByTopic()).containsEntry(id("N"), 3).containsEntry(id("G"), 0);
        assertThat(reading.topics())
                .containsExactly(
                        new BlueprintReading.Topic(id("N"), Ratio.of(3, 5), Ratio.ONE),
                        new BlueprintReading.Topic(id("G"), Ratio.of(2, 5), Ratio.ZERO));
        assertThat(reading.index()).isEqualTo(Measured.of(Ratio.of(3, 5)));
        assertThat(reading.unknownTopics()).isEmpty();
        assertThat(reading.explanation().toString()).contains("1 of 3 planned", "3 of 5 items", "i4");
    }

    @Test
    void aPlanForATopicThatTheFrameworkDoesNotHaveIsTold() {
        Blueprint plan = Blueprint.of("p", DemandScale.DOK, List.of(new BlueprintCell(id("Z"), 1, Ratio.ONE)));
        BlueprintReading reading = BlueprintReading.of(framework(), plan, List.of(item("i", 1, 1, "zzz")));
        assertThat(reading.unknownTopics()).containsExactly(id("Z"));
        assertThat(reading.itemsOff()).hasSize(1);
        assertThat(reading.index()).as("nothing in common").isEqualTo(Measured.of(Ratio.ZERO));
        assertThat(BlueprintReading.of(framework(), plan, List.of()).index().isReported())
                .isFalse();
        assertThat(Fitness.of(AssessmentPurpose.FORMATIVE, reading, Measured.of(0.9))
                        .supported())
                .isFalse();
    }

    @Test
    void aPlanIsRefusedWithALineTwiceOrAWeightOfNothing() {
        assertThatThrownBy(() -> Blueprint.of("p", DemandScale.DOK, List.of())).hasMessageContaining("empty");
        BlueprintCell cell = new BlueprintCell(id("N"), 1, Ratio.ONE);
        assertThatThrownBy(() -> Blueprint.of("p", DemandScale.DOK, List.of(cell, cell)))
                .hasMessageContaining("N at level 1");
        assertThatThrownBy(() -> new BlueprintCell(id("N"), 1, Ratio.ZERO)).hasMessageContaining("leave the line out");
        assertThatThrownBy(() -> Blueprint.of("p", DemandScale.DOK, List.of(new BlueprintCell(id("N"), 5, Ratio.ONE))))
                .hasMessageContaining("Expected 1 to 4");
        assertThatThrownBy(() -> reading(item("i", 1, 1, "n1"), item("i", 1, 1, "n1")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> item("i", 1, 0, "n1")).hasMessageContaining("more than zero");
    }

    /** The worked panel: item 2 has the demands 2, 1 and 2 and the objective b three times; item 8 is uncodable for two. */
    @Test
    void anItemIsTaggedWithWhatMoreThanHalfOfItsRatersName() {
        List<TaggedItem> items = TaggedItem.listAgreed(WorkedPanel.judgments());
        assertThat(items).hasSize(8);
        assertThat(items.get(1).standards()).containsExactly(id("b"));
        assertThat(items.get(1).demand()).contains(2);
        assertThat(items.get(7).standards()).isEmpty();
        assertThat(items.get(7).uncodable()).isTrue();
        assertThat(items.get(7).demand()).contains(1);
        assertThat(items.get(0).points()).isEqualTo(Ratio.ONE);
    }

    @Test
    void anAssessmentIsFitForOneUseAndNotForAnother() {
        List<TaggedItem> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(item("n" + i, 1 + i % 2, 1, i % 2 == 0 ? "n1" : "n2"));
        }
        for (int i = 0; i < 4; i++) {
            items.add(item("g" + i, 2, 1, "g1"));
        }
        BlueprintReading reading = BlueprintReading.of(framework(), plan(), items);
        assertThat(reading.index()).isEqualTo(Measured.of(Ratio.ONE));
        Fitness formative = Fitness.of(AssessmentPurpose.FORMATIVE, reading, Measured.of(0.75));
        assertThat(formative.supported()).isTrue();
        assertThat(formative.remarks())
                .extracting(Fitness.Remark::toString)
                .containsExactly("CAUTIONS topic-items: topic G has 4 items; six are needed to tell it on its own");
        assertThat(Fitness.of(AssessmentPurpose.DIAGNOSTIC, reading, Measured.of(0.75))
                        .supported())
                .isFalse();
        Fitness summative = Fitness.of(AssessmentPurpose.SUMMATIVE, reading, Measured.of(0.84));
        assertThat(summative.supported()).isFalse();
        assertThat(summative.remarks()).anyMatch(remark -> "reliability".equals(remark.rule()));
        assertThat(Fitness.of(AssessmentPurpose.SUMMATIVE, reading, Measured.of(0.85))
                        .supported())
                .isTrue();
        Fitness unknown =
                Fitness.of(AssessmentPurpose.SCREENING, reading, Measured.missing(MissingReason.NOT_COLLECTED));
        assertThat(unknown.supported()).isTrue();
        assertThat(unknown.remarks()).hasSize(1);
        assertThat(Fitness.listRules()).anyMatch(rule -> rule.startsWith("coverage"));
        assertThatThrownBy(() -> Fitness.of(AssessmentPurpose.SCREENING, reading, Measured.of(1.2)))
                .hasMessageContaining("at most 1");
    }

    @Test
    void gapsAndItemsOffThePlanSpeakAgainstJudgingAYear() {
        BlueprintReading reading =
                reading(item("i1", 1, 1, "n1"), item("i2", 4, 1, "n1"), item("i3", 1, 1, "x"), item("i4", 1, 1));
        Fitness summative = Fitness.of(AssessmentPurpose.SUMMATIVE, reading, Measured.of(0.9));
        assertThat(summative.remarks())
                .extracting(Fitness.Remark::rule)
                .containsExactly("coverage", "off-blueprint", "demand", "topic-items", "topic-items");
        assertThat(summative.remarks().get(0).text()).contains("2 of 3", "n2, g1");
        assertThat(summative.remarks().get(0).weight()).isEqualTo(Fitness.Weight.BLOCKS);
        assertThat(summative.remarks().get(1).weight()).isEqualTo(Fitness.Weight.BLOCKS);
    }
}
