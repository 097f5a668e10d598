package org.iltlib.finding.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Estimate;
import org.iltlib.form.FormException;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final DisproportionalityPolicy PLAN = DisproportionalityPolicy.builder()
            .name("state plan")
            .source("state plan, section 4")
            .checkedOn(LocalDate.of(2026, 11, 1))
            .minimumCell(10)
            .minimumNumber(30)
            .threshold(new BigDecimal("2.5"))
            .years(3)
            .build();

    @Test
    void aPackReadsBackFromItsText() {
        for (IndicatorPack pack : List.of(
                IndicatorPacks.HIGH_SCHOOL,
                IndicatorPacks.MIDDLE_GRADES,
                IndicatorPacks.MIDDLE_GRADES_TENTH,
                IndicatorPacks.CHICAGO_ON_TRACK)) {
            assertThat(IndicatorPack.parse(pack.toJson())).isEqualTo(pack);
        }
        assertThat(IndicatorPacks.HIGH_SCHOOL.readings())
                .containsExactly(
                        "absence share",
                        "core course failures",
                        "course failures",
                        "credits short",
                        "grade point average",
                        "suspensions");
        assertThat(IndicatorPacks.CHICAGO_ON_TRACK.source()).contains("commonly told");
    }

    @Test
    void aMisspeltPropertyIsRefused() {
        String json = IndicatorPacks.MIDDLE_GRADES.toJson();
        assertThatThrownBy(() -> IndicatorPack.parse(json.replaceFirst("\\{", "{\"indicator\":[],")))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("Maybe a name is misspelt");
        assertThat(IndicatorPack.parse(json.replace("0.2", "0.20"))).isEqualTo(IndicatorPacks.MIDDLE_GRADES);
    }

    @Test
    void tiersRiseAndEndAtTheNumberOfSigns() {
        IndicatorPack.Builder pack = IndicatorPacks.MIDDLE_GRADES.toBuilder();
        assertThatThrownBy(() -> pack.addTiers(new WarningTier("again", 2)).build())
                .hasMessageContaining("Expected more than 2 and at most 3");
    }

    @Test
    void aComparisonIsExactAtItsThreshold() {
        assertThat(Comparison.AT_LEAST.holds(0)).isTrue();
        assertThat(Comparison.MORE_THAN.holds(0)).isFalse();
        assertThat(Comparison.AT_MOST.holds(0)).isTrue();
        assertThat(Comparison.LESS_THAN.holds(0)).isFalse();
        assertThat(Comparison.LESS_THAN.holds(-1)).isTrue();
        assertThat(Comparison.AT_MOST.holds(1)).isFalse();
        assertThat(new Condition("absence share", Comparison.AT_LEAST, new BigDecimal("0.100")))
                .hasToString("absence share at least 0.1");
    }

    @Test
    void theRegulationsNumbersArePresumedReasonable() {
        assertThat(PLAN.isPresumedReasonable()).isTrue();
        assertThat(PLAN.toBuilder().minimumCell(11).build().isPresumedReasonable())
                .isFalse();
        assertThat(PLAN.toBuilder().minimumNumber(31).build().isPresumedReasonable())
                .isFalse();
        assertThat(DisproportionalityPolicy.FORM.read(DisproportionalityPolicy.FORM.write(PLAN)))
                .isEqualTo(PLAN);
        assertThatThrownBy(() -> PLAN.toBuilder().threshold(BigDecimal.ONE).build())
                .hasMessageContaining("threshold is 1");
        assertThatThrownBy(() -> PLAN.toBuilder().years(4).build()).hasMessageContaining("years is 4");
        assertThatThrownBy(() -> PLAN.toBuilder().progress(BigDecimal.ZERO).build())
                .hasMessageContaining("progress is 0");
    }

    @Test
    void thereAreSevenGroupsAndFourteenCategories() {
        assertThat(RacialGroup.values())
                .hasSize(7)
                .allMatch(group -> !group.toString().isBlank());
        assertThat(DisproportionCategory.values()).hasSize(14);
        assertThat(DisproportionCategory.TOTAL_REMOVALS).hasToString("removed: disciplinary removals in total");
    }

    @Test
    void aPackIsAdoptedWithItsSuccessAndUntilADay() {
        WarningAdoption.Builder adoption = WarningAdoption.builder()
                .id(EntryId.of("adoption-1"))
                .pack(IndicatorPacks.MIDDLE_GRADES)
                .adoptedOn(LocalDate.of(2026, 9, 1))
                .reviewBy(LocalDate.of(2027, 8, 31));
        assertThatThrownBy(adoption::build).hasMessageContaining("success is empty");
        WarningAdoption adopted = adoption.putSuccess(
                        "sensitivity",
                        Estimate.builder()
                                .value(0.8)
                                .lower(0.7)
                                .upper(0.9)
                                .level(0.95)
                                .n(60)
                                .unit("share")
                                .method("share, Wilson interval")
                                .build())
                .build();
        assertThat(adopted.isInForce(LocalDate.of(2027, 8, 31))).isTrue();
        assertThat(adopted.isInForce(LocalDate.of(2027, 9, 1))).isFalse();
        assertThat(adopted.isInForce(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(WarningAdoption.FORM.read(WarningAdoption.FORM.write(adopted)))
                .isEqualTo(adopted);
        assertThatThrownBy(() ->
                        adopted.toBuilder().reviewBy(LocalDate.of(2026, 9, 1)).build())
                .hasMessageContaining("Expected a day after 2026-09-01");
    }
}
