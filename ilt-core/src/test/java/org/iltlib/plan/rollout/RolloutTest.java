package org.iltlib.plan.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final String FIRST = "first schools";
    private static final String SECOND = "second schools";
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final RolloutPlan PLAN = RolloutPlan.builder()
            .id(EntryId.of("plan"))
            .strategy(EntryId.of("strategy"))
            .addCohorts(
                    new Cohort(FIRST, START, Set.of(OrgUnitId.of("a"), OrgUnitId.of("b"))),
                    new Cohort(SECOND, START.plusMonths(5), Set.of(OrgUnitId.of("c"))))
            .addReadiness("materials in hand", "coaches trained")
            .build();

    private static RolloutReading reading(String cohort, LocalDate on, int atFidelity, String... ready) {
        return RolloutReading.builder()
                .id(EntryId.of(cohort + on))
                .plan(PLAN.id())
                .cohort(cohort)
                .on(on)
                .addReady(ready)
                .practitioners(24)
                .atFidelity(atFidelity)
                .build();
    }

    /** 9 of 24, then 12 of 24, which is half; two years on it is sustained, but for a fall in between. */
    @Test
    void aCohortComesFromExplorationToSustainedUse() {
        Rollout rollout = Rollout.of(
                PLAN,
                List.of(
                        reading(FIRST, START.minusDays(20), 0, "coaches trained"),
                        reading(FIRST, START.plusMonths(2), 9, "coaches trained", "materials in hand"),
                        reading(FIRST, START.plusMonths(6), 12),
                        reading(FIRST, START.plusMonths(30), 20)));
        assertThat(rollout.stage(FIRST, START.minusDays(30))).isEqualTo(ImplementationStage.EXPLORATION);
        assertThat(rollout.stage(FIRST, START.minusDays(1))).isEqualTo(ImplementationStage.INSTALLATION);
        assertThat(rollout.stage(FIRST, START.plusMonths(3))).isEqualTo(ImplementationStage.INITIAL);
        assertThat(rollout.stage(FIRST, START.plusMonths(6))).isEqualTo(ImplementationStage.FULL);
        assertThat(rollout.stage(FIRST, START.plusMonths(29))).isEqualTo(ImplementationStage.FULL);
        assertThat(rollout.stage(FIRST, START.plusMonths(30))).isEqualTo(ImplementationStage.SUSTAINED);
        assertThat(rollout.stages(START.plusMonths(6)))
                .containsEntry(FIRST, ImplementationStage.FULL)
                .containsEntry(SECOND, ImplementationStage.INITIAL);
        Rollout fallen = Rollout.of(
                PLAN,
                List.of(
                        reading(FIRST, START.plusMonths(30), 20),
                        reading(FIRST, START.plusMonths(12), 11),
                        reading(FIRST, START.plusMonths(6), 12)));
        assertThat(fallen.stage(FIRST, START.plusMonths(30))).isEqualTo(ImplementationStage.FULL);
        assertThat(fallen.stage(FIRST, START.plusMonths(12))).isEqualTo(ImplementationStage.INITIAL);
    }

    @Test
    void whatIsNotReadyAndWhoBeganAllTheSameIsListed() {
        Rollout rollout = Rollout.of(PLAN, List.of(reading(FIRST, START.minusDays(20), 0, "coaches trained")));
        assertThat(rollout.listNotReady(FIRST, START)).containsExactly("materials in hand");
        assertThat(rollout.listNotReady(SECOND, START)).containsExactly("materials in hand", "coaches trained");
        assertThat(rollout.listBegunUnready(START)).extracting(Cohort::name).containsExactly(FIRST);
        assertThat(rollout.listBegunUnready(START.minusDays(1))).isEmpty();
        assertThat(rollout.explain(START).toString())
                .contains("first schools: initial.", "On 2026-08-12 0 of 24 used it", "Not ready: materials in hand.");
    }

    @Test
    void readingsThatDoNotFitThePlanAreRefused() {
        RolloutReading other =
                reading(FIRST, START, 3).toBuilder().plan(EntryId.of("else")).build();
        assertThatThrownBy(() -> Rollout.of(PLAN, List.of(other))).hasMessageContaining("is of the plan \"else\"");
        assertThatThrownBy(() -> Rollout.of(PLAN, List.of(reading("third", START, 3))))
                .hasMessageContaining("no cohort \"third\". Expected one of [first schools, second schools]");
        assertThatThrownBy(() -> Rollout.of(PLAN, List.of(reading(FIRST, START, 3, "tea"))))
                .hasMessageContaining("\"tea\" is said to be ready");
        assertThatThrownBy(() -> Rollout.of(PLAN, List.of(reading(FIRST, START, 3), reading(FIRST, START, 4))))
                .hasMessageContaining("Two readings of the cohort \"first schools\"");
        assertThatThrownBy(() -> reading(FIRST, START, 25)).hasMessageContaining("25 of 24");
        assertThatThrownBy(() -> RolloutPlan.builder()
                        .id(EntryId.of("p"))
                        .strategy(EntryId.of("s"))
                        .addCohorts(
                                new Cohort("x", START, Set.of(OrgUnitId.of("a"))),
                                new Cohort("y", START, Set.of(OrgUnitId.of("a"))))
                        .build())
                .hasMessageContaining("units of the cohorts");
    }

    @Test
    void aStrategyIsAsPracticalAsItsWeakestFactor() {
        FeasibilityRating rating = FeasibilityRating.builder()
                .id(EntryId.of("f"))
                .strategy(EntryId.of("strategy"))
                .on(START)
                .need(5)
                .fit(5)
                .capacity(2)
                .evidence(4)
                .usability(3)
                .supports(2)
                .minutesAWeek(90)
                .pilot(EntryId.of("trial"))
                .build();
        assertThat(rating.weakest()).isEqualTo(2);
        assertThat(rating.listBelow(3)).containsExactly(FeasibilityFactor.CAPACITY, FeasibilityFactor.SUPPORTS);
        assertThat(rating.listBelow(2)).isEmpty();
        assertThat(rating.explanation().toString())
                .contains("As practical as its weakest: 2 of 5, for capacity, supports.", "90 minutes");
        assertThat(rating.basedOn()).containsExactly(EntryId.of("strategy"), EntryId.of("trial"));
        assertThatThrownBy(() -> rating.toBuilder().fit(6).build())
                .hasMessage("The rating of fit is 6. Expected 1 to 5.");
        assertThatThrownBy(() -> rating.toBuilder().minutesAWeek(-1).build()).hasMessageContaining("minutesAWeek");
    }
}
