package org.iltlib.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.junit.jupiter.api.Test;

class DemandScaleTest {
    private static final DemandScale SHORT = new DemandScale("short", true, List.of("low", "high"));

    private static AlignmentJudgment.Builder judgment() {
        return AlignmentJudgment.builder()
                .rater(PersonId.of("p-1"))
                .role("teacher")
                .round(1)
                .item("item-1");
    }

    private static Alignment.Builder alignment() {
        return Alignment.builder()
                .id(EntryId.of("a"))
                .framework(EntryId.of("f"))
                .assessment(EntryId.of("t"))
                .scale("DOK");
    }

    @Test
    void aLevelHasAPlaceAndAPlaceALevel() {
        assertThat(DemandScale.DOK.getLevel(3)).isEqualTo("strategic");
        assertThat(DemandScale.DOK.getPlace("extended")).isEqualTo(4);
        assertThat(DemandScale.SEC_MATHEMATICS.ordered()).isFalse();
        assertThat(DemandScale.findKnown("Bloom")).contains(DemandScale.BLOOM);
        assertThat(DemandScale.findKnown("bloom")).isEmpty();
        assertThatThrownBy(() -> DemandScale.DOK.getLevel(5)).hasMessageContaining("Expected 1 to 4");
        assertThatThrownBy(() -> DemandScale.DOK.getPlace("apply")).hasMessageContaining("strategic");
        assertThatThrownBy(() -> new DemandScale("one", true, List.of("a"))).hasMessageContaining("two at least");
        assertThat(DemandScale.FORM.read(DemandScale.FORM.write(DemandScale.BLOOM)))
                .isEqualTo(DemandScale.BLOOM);
    }

    @Test
    void oneScaleBecomesAnotherOnlyByADeclarationOfEveryLevel() {
        ScaleCrosswalk.Builder begun = ScaleCrosswalk.builder()
                .source(DemandScale.DOK)
                .target(SHORT)
                .putLevels("recall", "low")
                .putLevels("skill or concept", "low")
                .provenance("the mathematics panel of 2026");
        assertThatThrownBy(begun::build).hasMessageContaining("says nothing of \"strategic\"");
        ScaleCrosswalk whole = begun.putLevels("strategic", "high")
                .putLevels("extended", "high")
                .build();
        assertThat(whole.translate(2)).isEqualTo(1);
        assertThat(whole.translate(4)).isEqualTo(2);
        assertThat(ScaleCrosswalk.FORM.read(ScaleCrosswalk.FORM.write(whole))).isEqualTo(whole);
        assertThat(whole.toBuilder().build()).isEqualTo(whole);
        assertThatThrownBy(() -> whole.toBuilder().target(DemandScale.DOK).build())
                .hasMessageContaining("to itself");
    }

    @Test
    void anItemMayFitAStandardAndNoneOfItsObjectives() {
        AlignmentJudgment generic = judgment().generic(StandardId.of("1.NBT")).build();
        assertThat(generic.uncodable()).isFalse();
        assertThat(generic.listObjectives()).isEmpty();
        assertThat(judgment().build().uncodable()).isTrue();
        assertThatThrownBy(() -> generic.toBuilder().primary(StandardId.of("x")).build())
                .hasMessageContaining("Expected one of them");
        assertThatThrownBy(() -> judgment().sourceOfChallenge(" ").build()).hasMessageContaining("sourceOfChallenge");
    }

    @Test
    void anAlignmentKeepsTheWordsAndTheCodesOfItsRaters() {
        Alignment told = alignment()
                .demandScale(DemandScale.DOK)
                .addJudgments(judgment()
                        .primary(StandardId.of("x"))
                        .demand(2)
                        .content(Centrality.CLEAR)
                        .performance(Centrality.SOMEWHAT)
                        .sourceOfChallenge("the text is long")
                        .build())
                .addRemarks(new AlignmentRemark(PersonId.of("p-1"), "balance", "Nothing asks for an argument."))
                .build();
        assertThat(Alignment.FORM.read(Alignment.FORM.write(told))).isEqualTo(told);
        assertThat(told.findScale()).contains(DemandScale.DOK);
        assertThat(alignment().build().findScale()).contains(DemandScale.DOK);
        assertThat(alignment().scale("1 to 4").build().findScale()).isEmpty();
        assertThat(Centrality.UNSPECIFIC.code()).isEqualTo("1A");
        assertThatThrownBy(() -> told.toBuilder().scale("Bloom").build()).hasMessageContaining("the same name");
        assertThatThrownBy(() -> alignment()
                        .demandScale(DemandScale.DOK)
                        .addJudgments(judgment().demand(5).build())
                        .build())
                .hasMessageContaining("Expected 1 to 4");
    }
}
