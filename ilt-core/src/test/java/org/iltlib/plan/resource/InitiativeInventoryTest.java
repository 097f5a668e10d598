package org.iltlib.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Cost;
import org.iltlib.finding.Estimate;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.plan.resource.AbandonmentRule.Reason;
import org.junit.jupiter.api.Test;

class InitiativeInventoryTest {
    private static EntryId id(String text) {
        return EntryId.of(text);
    }

    private static Initiative.Builder initiative(String id) {
        return Initiative.builder()
                .id(id(id))
                .name("Initiative " + id)
                .cost(AllocationTest.usd("8000"))
                .hoursPerTeacher(new BigDecimal("1.5"))
                .teachers(10)
                .students(2);
    }

    private static Initiative.Builder sound(String id) {
        return initiative(id).addGoals(id("g1")).addMeasures("score");
    }

    private static Estimate effect(double upper) {
        return Estimate.builder()
                .value(0)
                .lower(-0.1)
                .upper(upper)
                .level(0.95)
                .n(100)
                .unit("SD")
                .method("Hedges g")
                .build();
    }

    private static List<Reason> reasons(Initiative.Builder initiative) {
        return AbandonmentRule.withDefaults().of(initiative.build());
    }

    @Test
    void eachReasonStandsByItself() {
        assertThat(reasons(sound("i"))).isEmpty();
        assertThat(reasons(initiative("i").addMeasures("score"))).containsExactly(Reason.NO_GOAL);
        assertThat(reasons(initiative("i").addGoals(id("g1")))).containsExactly(Reason.NO_MEASURE);
        assertThat(reasons(sound("i").fidelity(Fraction.percent(49)))).containsExactly(Reason.LOW_FIDELITY);
        assertThat(reasons(sound("i").fidelity(Fraction.HALF))).isEmpty();
        assertThat(reasons(sound("i").effect(effect(0.04)))).containsExactly(Reason.LITTLE_EFFECT_AT_HIGH_COST);
        assertThat(reasons(sound("i").effect(effect(0.05)))).isEmpty();
        assertThat(reasons(sound("i").effect(effect(0.04)).cost(AllocationTest.usd("7999.99"))))
                .as("3999.995 for each of two students is not high")
                .isEmpty();
        assertThat(reasons(sound("i").effect(effect(0.04)).students(0)))
                .containsExactly(Reason.LITTLE_EFFECT_AT_HIGH_COST);
    }

    @Test
    void whatIsMandatedIsNeverACandidate() {
        assertThat(reasons(initiative("i").mandatedBy("State fire code"))).isEmpty();
        assertThatThrownBy(() -> new AbandonmentCandidate(
                        initiative("i").mandatedBy("State fire code").build(),
                        List.of(Reason.NO_GOAL),
                        Optional.empty()))
                .hasMessageContaining("is mandated by \"State fire code\"");
    }

    /** The second scenario: of 61 initiatives 14 have no goal and 9 no measure; 6 might be given up, none mandated. */
    @Test
    void ofSixtyOneInitiativesSixMightBeGivenUpEachWithASunsetPlan() {
        List<Initiative> all = new ArrayList<>();
        List<SunsetPlan> sunsets = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            Initiative.Builder one = initiative("i" + (i < 10 ? "0" : "") + i);
            if (i >= 14) {
                one.addGoals(id("g1"));
            }
            if (i >= 9) {
                one.addMeasures("score");
            }
            if (i < 9) {
                one.mandatedBy("State law");
            }
            if (i == 60) {
                one.fidelity(Fraction.percent(20));
            }
            all.add(one.build());
            if (i >= 9 && (i < 14 || i == 60)) {
                sunsets.add(SunsetPlan.builder()
                        .id(id("sunset-" + i))
                        .initiative(all.get(i).id())
                        .lastDay(LocalDate.of(2027, 6, 30))
                        .addTold(StakeholderGroup.of("teacher"))
                        .message("It ends.")
                        .freed("Time for reading.")
                        .build());
            }
        }
        InitiativeInventory inventory = InitiativeInventory.of(all, 41);
        assertThat(inventory.listWithoutGoal()).hasSize(14);
        assertThat(inventory.listWithoutMeasure()).hasSize(9);
        List<AbandonmentCandidate> candidates = inventory.listCandidates(AbandonmentRule.withDefaults(), sunsets);
        assertThat(candidates).hasSize(6).allSatisfy(one -> {
            assertThat(one.initiative().isMandated()).isFalse();
            assertThat(one.sunset()).isPresent();
        });
        assertThat(inventory
                        .listCandidates(AbandonmentRule.withDefaults())
                        .get(0)
                        .explanation())
                .hasToString("Initiative i09 might be given up: no goal.\n  It has no sunset plan yet.");
        assertThat(inventory.explanation(AbandonmentRule.withDefaults()).toString())
                .contains("14 serve no goal, 9 have no measure, 9 are mandated.", "6 might be given up.");
    }

    /** By hand: 10 × 1.5 + 20 × 1 + 5 × 3 = 50 hours of 20 teachers; 35 of the 50 serve g1. */
    @Test
    void loadFocusAndOverlapAreExact() {
        InitiativeInventory inventory = InitiativeInventory.of(
                List.of(
                        sound("a").build(),
                        sound("b").hoursPerTeacher(BigDecimal.ONE).teachers(20).build(),
                        initiative("c")
                                .addGoals(id("g2"))
                                .hoursPerTeacher(new BigDecimal("3"))
                                .teachers(5)
                                .build()),
                20);
        assertThat(inventory.hoursPerTeacher()).isEqualTo(Rational.of(5, 2));
        assertThat(inventory.focusIndex(Set.of(id("g1")))).isEqualTo(Measured.of(Rational.of(7, 10)));
        assertThat(inventory.overlaps()).containsOnlyKeys(id("g1"));
        assertThat(inventory.overlaps().get(id("g1"))).hasSize(2);
        assertThat(InitiativeInventory.of(List.of(), 3).focusIndex(Set.of()).isReported())
                .isFalse();
    }

    @Test
    void anInitiativeOfMoreTeachersThanThereAreIsRefused() {
        assertThatThrownBy(() -> InitiativeInventory.of(List.of(sound("a").build()), 9))
                .hasMessageContaining("concerns 10 teachers, of 9 in all");
    }

    @Test
    void theOneWithMoreReasonsComesFirst() {
        InitiativeInventory inventory = InitiativeInventory.of(
                List.of(
                        initiative("a").addGoals(id("g")).build(),
                        initiative("b").build()),
                10);
        AbandonmentRule strict = AbandonmentRule.withDefaults()
                .withLeastFidelity(Fraction.percent(80))
                .withHighCost(BigDecimal.TEN);
        assertThat(inventory.listCandidates(strict))
                .extracting(one -> one.initiative().id().value())
                .containsExactly("b", "a");
    }

    @Test
    void unitsThatDoNotFitTheRuleAreRefused() {
        Initiative.Builder points =
                sound("i").effect(effect(0.01).toBuilder().unit("scale points").build());
        assertThatThrownBy(() -> reasons(points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale points");
        Initiative.Builder minutes =
                sound("i").effect(effect(0.01)).cost(new Cost(new BigDecimal(45_000), "minutes", "of coaches"));
        assertThatThrownBy(() -> reasons(minutes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minutes");
    }

    @Test
    void decimalsComeBackEqualHoweverTheyAreWritten() {
        Initiative hours =
                initiative("i").hoursPerTeacher(new BigDecimal("1.50")).build();
        assertThat(Initiative.FORM.read(Initiative.FORM.write(hours))).isEqualTo(hours);
        Resource grant = Resource.builder()
                .id(id("r"))
                .type(ResourceType.MONEY)
                .name("Grant")
                .available(new BigDecimal("100.00"))
                .unit("USD")
                .build();
        assertThat(Resource.FORM.read(Resource.FORM.write(grant))).isEqualTo(grant);
    }
}
