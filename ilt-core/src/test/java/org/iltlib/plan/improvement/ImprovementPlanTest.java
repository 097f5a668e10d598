package org.iltlib.plan.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.finding.StudentGroup;
import org.iltlib.plan.Goal;
import org.iltlib.plan.GroupTarget;
import org.junit.jupiter.api.Test;

class ImprovementPlanTest {
    private static final SchoolYear YEAR = SchoolYear.startingIn(2026);
    private static final LocalDate FALL = LocalDate.of(2026, 11, 15);
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 15);

    static EntryId id(String text) {
        return EntryId.of(text);
    }

    static ImprovementPlan.Builder plan() {
        return ImprovementPlan.builder()
                .id(id("plan/1"))
                .title("Every child reads")
                .unit(OrgUnitId.of("north"))
                .addYears(new PlanYear(YEAR, List.of(id("g1"))), new PlanYear(YEAR.next(), List.of(id("g2"))))
                .addNeeds(id("n1"))
                .addGoals(id("g1"), id("g2"), id("g3"), id("g4"))
                .addStrategies(id("s1"))
                .addReviews(FALL, SPRING);
    }

    static Goal goal(String id, String need) {
        return Goal.builder()
                .id(id(id))
                .addNeeds(id(need))
                .aim("Aim of " + id)
                .target(60)
                .build();
    }

    private static PlanReview review(String id, LocalDate due, LocalDate on) {
        return PlanReview.builder()
                .id(id(id))
                .plan(id("plan/1"))
                .due(due)
                .on(on)
                .addStrategies(StrategyReview.builder()
                        .strategy(id("s1"))
                        .capacity("yes")
                        .fidelity("82 %")
                        .reach("all")
                        .impact("too early")
                        .then(StrategyReview.Then.MAINTAINED)
                        .build())
                .build();
    }

    @Test
    void aPlanSpansSeveralYearsEachWithItsPriorities() {
        ImprovementPlan plan = plan().build();
        assertThat(plan.listPriorities(YEAR)).containsExactly(id("g1"));
        assertThat(plan.listPriorities(YEAR.next())).containsExactly(id("g2"));
        assertThat(plan.listPriorities(YEAR.next().next())).isEmpty();
        assertThat(plan.basedOn()).containsExactly(id("n1"), id("g1"), id("g2"), id("g3"), id("g4"), id("s1"));
    }

    @Test
    void aYearWithFourPrioritiesIsRefusedUnlessThePlanAllowsFour() {
        List<EntryId> four = List.of(id("g1"), id("g2"), id("g3"), id("g4"));
        ImprovementPlan.Builder crowded = plan().years(List.of(new PlanYear(YEAR, four)));
        assertThatThrownBy(crowded::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 4 priorities. Expected at most 3");
        assertThat(crowded.mostPriorities(4).build().listPriorities(YEAR)).hasSize(4);
    }

    @Test
    void aPlanWithAGapBetweenYearsOrAnUnknownPriorityOrADoubleReviewIsRefused() {
        assertThatThrownBy(() -> plan().addYears(new PlanYear(SchoolYear.startingIn(2029), List.of()))
                        .build())
                .hasMessageContaining("Expected one after the other");
        assertThatThrownBy(() -> plan().years(List.of(new PlanYear(YEAR, List.of(id("g9")))))
                        .build())
                .hasMessageContaining("\"g9\", which is no goal of the plan");
        assertThatThrownBy(() -> plan().addReviews(SPRING).build()).hasMessageContaining("each once");
        assertThatThrownBy(() -> plan().version(2).build()).hasMessageContaining("revises nothing");
    }

    @Test
    void theVersionInForceIsTheLatestThatADecisionAdopted() {
        ImprovementPlan first = plan().build();
        ImprovementPlan second = first.revise(id("plan/2")).build();
        ImprovementPlan third = second.revise(id("plan/3")).build();
        List<ImprovementPlan> versions = List.of(third, first, second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.basedOn().get(0)).isEqualTo(first.id());
        assertThat(PlanAdoption.findInForce(versions, List.of())).isEmpty();
        assertThat(PlanAdoption.findInForce(
                        versions,
                        List.of(
                                new PlanAdoption(id("a/2"), second.id(), id("d/2")),
                                new PlanAdoption(id("a/1"), first.id(), id("d/1")))))
                .contains(second);
    }

    @Test
    void aReviewThatWasNotHeldIsMissedFromTheDayAfter() {
        ImprovementPlan plan = plan().build();
        ReviewCalendar onTheDay = ReviewCalendar.of(plan, List.of(), FALL);
        assertThat(onTheDay.missed()).isEmpty();
        assertThat(onTheDay.findNext()).contains(FALL);
        assertThat(ReviewCalendar.of(plan, List.of(), FALL.plusDays(1)).missed())
                .containsExactly(FALL);
        ReviewCalendar held = ReviewCalendar.of(plan, List.of(review("r", FALL, FALL.plusDays(2))), FALL.plusDays(2));
        assertThat(held.held())
                .singleElement()
                .extracting(ReviewCalendar.Held::daysLate)
                .isEqualTo(2L);
        assertThat(held.missed()).isEmpty();
        assertThat(held.explanation().toString()).contains("1 of 1 reviews").contains("next is on 2027-03-15");
        assertThat(ReviewCalendar.of(plan, List.of(review("r", FALL, FALL.plusDays(2))), FALL.plusDays(1))
                        .missed())
                .as("a review to come is not known yet")
                .containsExactly(FALL);
    }

    @Test
    void aReviewOfADayThatIsNotInTheCalendarIsRefused() {
        assertThatThrownBy(() -> ReviewCalendar.of(plan().build(), List.of(review("r", FALL.plusDays(1), FALL)), FALL))
                .hasMessageContaining("not in the calendar");
    }

    @Test
    void theDifferenceOfTwoVersionsReadsLineByLine() {
        Goal old = goal("g1", "n1");
        Goal young = old.toBuilder().id(id("g1b")).revises(old.id()).target(65).build();
        ImprovementPlan before = plan().build();
        ImprovementPlan after = before.revise(id("plan/2"))
                .goals(List.of(id("g1b"), id("g2"), id("g3"), id("g5")))
                .years(List.of(
                        new PlanYear(YEAR, List.of(id("g1b"))),
                        new PlanYear(YEAR.next(), List.of(id("g2"))),
                        new PlanYear(YEAR.next().next(), List.of(id("g5")))))
                .reviews(List.of(FALL))
                .build();
        PlanContents contents = PlanContents.builder()
                .addGoals(old, young, goal("g2", "n1"), goal("g4", "n1"), goal("g5", "n1"))
                .build();
        assertThat(PlanDiff.between(before, after, contents)).hasToString("""
                version 1 → version 2
                ~ priorities of 2026-27: [g1] → [g1b]
                + year 2028-29, priorities [g5]
                - goal g4: Aim of g4
                + goal g5: Aim of g5
                ~ goal g1 is now g1b
                ~ goal g1b, target: 60.0 → 65.0
                - review on 2027-03-15""");
        assertThat(PlanDiff.between(before, before, contents)).hasToString("version 1 → version 1: no change");
    }

    @Test
    void plansOfTwoSchoolsAreNotCompared() {
        assertThatThrownBy(() -> PlanDiff.between(
                        plan().build(),
                        plan().unit(OrgUnitId.of("south")).build(),
                        PlanContents.builder().build()))
                .hasMessageContaining("Expected two versions of one plan");
    }

    @Test
    void aLowerTargetForAGroupNeedsADayByWhichItCatchesUp() {
        StudentGroup learners = StudentGroup.of("el", "Y");
        GroupTarget lower = new GroupTarget(learners, 50, Optional.empty());
        Goal goal = goal("g1", "n1").toBuilder().addGroups(lower).build();
        assertThat(goal.listLowerStandards()).containsExactly(lower);
        assertThat(goal.toBuilder()
                        .groups(List.of(new GroupTarget(learners, 50, Optional.of(SPRING))))
                        .build()
                        .listLowerStandards())
                .isEmpty();
        assertThat(goal.toBuilder().lowerIsBetter(true).build().listLowerStandards())
                .as("with absences 50 is the higher standard")
                .isEmpty();
        assertThat(goal.toBuilder()
                        .groups(List.of(new GroupTarget(learners, 60, Optional.empty())))
                        .build()
                        .listLowerStandards())
                .isEmpty();
        assertThatThrownBy(() -> Goal.builder()
                        .id(id("g"))
                        .addNeeds(id("n"))
                        .aim("x")
                        .addGroups(lower)
                        .build())
                .hasMessageContaining("Expected a target for all");
    }

    @Test
    void aGoalCitesItsNeedsItsEarlierWordingAndTheGoalAbove() {
        Goal goal = goal("g2", "n1").toBuilder()
                .revises(id("g1"))
                .addServes(id("ref/district"))
                .owner(PersonId.of("p-001"))
                .build();
        assertThat(goal.basedOn()).containsExactly(id("n1"), id("g1"), id("ref/district"));
    }

    @Test
    void aReviewOfAnEarlierVersionCountsForTheOneThatRevisesIt() {
        ImprovementPlan second = plan().build().revise(id("plan/2")).build();
        List<PlanReview> held = List.of(review("r1", FALL, FALL));
        ReviewCalendar calendar = ReviewCalendar.of(List.of(plan().build(), second), held, FALL.plusDays(9));
        assertThat(calendar.held()).hasSize(1);
        assertThat(calendar.missed()).isEmpty();
        assertThat(ReviewCalendar.of(second, held, FALL.plusDays(9)).missed()).isEmpty();
    }

    @Test
    void aPlanDoesNotReviseItself() {
        assertThatThrownBy(() -> plan().build().revise(id("plan/1")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan/1");
    }

    @Test
    void plansOfTwoSchoolsAreNotVersionsOfOne() {
        ImprovementPlan other =
                plan().id(id("plan/south")).unit(OrgUnitId.of("south")).build();
        assertThatThrownBy(() -> PlanAdoption.findInForce(List.of(plan().build(), other), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("south");
    }
}
