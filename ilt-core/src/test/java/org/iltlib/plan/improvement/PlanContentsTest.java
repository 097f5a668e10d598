package org.iltlib.plan.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Cost;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedArea;
import org.iltlib.finding.NeedKind;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;
import org.iltlib.plan.TheoryOfAction;
import org.iltlib.plan.improvement.GoalAlignment.Bearing;
import org.iltlib.plan.resource.Allocation;
import org.junit.jupiter.api.Test;

class PlanContentsTest {
    private static EntryId id(String text) {
        return EntryId.of(text);
    }

    private static Need need(String id, NeedKind whose) {
        return Need.builder()
                .id(id(id))
                .whose(whose)
                .statement("Need " + id)
                .addFindings(id("f"))
                .severity(1)
                .reach(10)
                .build();
    }

    private static Goal goal(String id, String need, String measure) {
        return Goal.builder()
                .id(id(id))
                .addNeeds(id(need))
                .aim("Aim " + id)
                .measure(measure)
                .build();
    }

    private static Strategy strategy(String id, String goal) {
        return Strategy.builder()
                .id(id(id))
                .goal(id(goal))
                .what("Do " + id)
                .studentMeasure("score")
                .adultMeasure("walks")
                .theory(TheoryOfAction.of(
                        new TheoryOfAction.Link("we model", "a"), new TheoryOfAction.Link("they learn", "b")))
                .build();
    }

    private static Commitment action(String id, Optional<String> strategy) {
        Commitment.Builder builder = Commitment.builder();
        builder.id(id(id))
                .decision(id("d"))
                .owner(PersonId.of("p-001"))
                .what("x")
                .due(LocalDate.of(2026, 12, 18))
                .doneWhen("y");
        strategy.ifPresent(one -> builder.strategy(id(one)));
        return builder.build();
    }

    private static Allocation allocation(String id, Optional<String> strategy) {
        Allocation.Builder builder = Allocation.builder();
        builder.id(id(id)).resource(id("r")).cost(new Cost(BigDecimal.TEN, "USD", "books"));
        strategy.ifPresent(one -> builder.strategy(id(one)));
        return builder.build();
    }

    private static Measure measure(String id) {
        return Measure.of(id, "Measure " + id, "points", Direction.HIGHER_IS_BETTER);
    }

    private static PlanContents whole() {
        return PlanContents.builder()
                .addNeeds(need("n1", NeedKind.STUDENT), need("n2", NeedKind.TEACHER))
                .addGoals(
                        goal("g1", "n1", "score").toBuilder().addNeeds(id("n2")).build())
                .addStrategies(strategy("s1", "g1"))
                .addActions(action("a1", Optional.of("s1")))
                .addAllocations(allocation("m1", Optional.of("s1")))
                .addMeasures(measure("score"), measure("walks"))
                .build();
    }

    @Test
    void nothingHangsInTheAirOfAWholePlan() {
        assertThat(whole().orphans().isEmpty()).isTrue();
        assertThat(whole().orphans().explanation()).hasToString("Nothing in the plan hangs in the air.");
    }

    @Test
    void everyEdgeListsItsLooseEndsBothWays() {
        PlanOrphans orphans = whole().toBuilder()
                .addNeeds(need("n3", NeedKind.STUDENT))
                .addGoals(goal("g2", "n9", "score"), goal("g3", "n1", "mood"))
                .addStrategies(strategy("s2", "g1"), strategy("s3", "g9"))
                .addActions(action("a2", Optional.empty()), action("a3", Optional.of("s3")))
                .addAllocations(allocation("m2", Optional.of("s9")))
                .addMeasures(measure("steps"))
                .build()
                .orphans();
        assertThat(orphans.unfollowed(PlanEdge.NEED_GOAL)).containsExactly("n3");
        assertThat(orphans.unfounded(PlanEdge.NEED_GOAL)).containsExactly("g2");
        assertThat(orphans.unfollowed(PlanEdge.GOAL_STRATEGY)).containsExactly("g2", "g3");
        assertThat(orphans.unfounded(PlanEdge.GOAL_STRATEGY)).containsExactly("s3");
        assertThat(orphans.unfollowed(PlanEdge.GOAL_ACTION)).containsExactly("g2", "g3");
        assertThat(orphans.unfounded(PlanEdge.GOAL_ACTION)).containsExactly("a2", "a3");
        assertThat(orphans.unfollowed(PlanEdge.STRATEGY_ACTION)).containsExactly("s2");
        assertThat(orphans.unfounded(PlanEdge.STRATEGY_ACTION)).containsExactly("a2");
        assertThat(orphans.unfollowed(PlanEdge.STRATEGY_RESOURCE)).containsExactly("s2", "s3");
        assertThat(orphans.unfounded(PlanEdge.STRATEGY_RESOURCE)).containsExactly("m2");
        assertThat(orphans.unfollowed(PlanEdge.GOAL_MEASURE)).containsExactly("g3");
        assertThat(orphans.unfounded(PlanEdge.STRATEGY_MEASURE)).containsExactly("steps");
        assertThat(orphans.explanation().toString())
                .contains("The goal g3 has no action.", "The action a2 has no goal.");
    }

    @Test
    void whatComesTwiceIsRefused() {
        assertThatThrownBy(() -> whole().toBuilder()
                        .addNeeds(need("n1", NeedKind.STUDENT))
                        .build())
                .hasMessageContaining("n1");
    }

    @Test
    void aPlanThatLooksAtOneSideOnlyRaisesAnAlert() {
        assertThat(DualFocus.of(whole(), Set.of("score", "walks")).isDual()).isTrue();
        DualFocus oneSided = DualFocus.of(whole(), Set.of("score"));
        assertThat(oneSided.isDual()).isFalse();
        assertThat(oneSided.listWithoutAdultSide()).containsExactly(id("s1"));
        assertThat(oneSided.listWithoutStudentSide()).isEmpty();
        DualFocus studentsOnly = DualFocus.of(
                whole().toBuilder().goals(List.of(goal("g1", "n1", "score"))).build(), Set.of("walks"));
        assertThat(studentsOnly.teacherNeeds()).isZero();
        assertThat(studentsOnly.explanation().toString())
                .contains("No goal answers a need of teachers.", "The measure of students of s1 has not been taken.");
    }

    @Test
    void anAreaIsOfTheSameSideAsItsNeed() {
        assertThat(NeedArea.listOf(NeedKind.TEACHER)).hasSize(5).contains(NeedArea.WORKLOAD);
        assertThatThrownBy(() -> need("n", NeedKind.STUDENT).toBuilder()
                        .area(NeedArea.WORKLOAD)
                        .build())
                .hasMessageContaining("Maybe one of [ACADEMIC, LANGUAGE, DISABILITY, SOCIAL_EMOTIONAL, ENRICHMENT]");
    }

    private static GoalAlignment judged(String practice, String goal, Bearing bearing) {
        return GoalAlignment.builder()
                .id(id(practice + goal + bearing))
                .practice(practice)
                .goal(id(goal))
                .bearing(bearing)
                .rationale("seen")
                .build();
    }

    /** By hand: two of four practices advance a goal, two of three goals are advanced. */
    @Test
    void practicesAndGoalsCoverOneAnotherBothWays() {
        AlignmentCoverage coverage = AlignmentCoverage.of(
                List.of("talks", "worksheets", "copying", "rounds"),
                List.of(id("g1"), id("g2"), id("g3")),
                List.of(
                        judged("talks", "g1", Bearing.ADVANCES),
                        judged("worksheets", "g1", Bearing.CONFLICTS),
                        judged("worksheets", "g2", Bearing.ADVANCES),
                        judged("copying", "g2", Bearing.ADVANCES),
                        judged("copying", "g2", Bearing.NEUTRAL)));
        assertThat(coverage.practiceCoverage()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(coverage.goalCoverage()).isEqualTo(Measured.of(Fraction.TWO_THIRDS));
        assertThat(coverage.listOrphanPractices()).containsExactly("copying", "rounds");
        assertThat(coverage.listOrphanGoals()).containsExactly(id("g3"));
        assertThat(coverage.listConflicting()).containsExactly("worksheets");
        assertThat(coverage.listContested()).containsExactly(id("g1"));
        assertThat(coverage.explanation().claim()).startsWith("2 of 4 practices");
        assertThat(AlignmentCoverage.of(List.of(), List.of(), List.of())
                        .goalCoverage()
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> AlignmentCoverage.of(
                        List.of("talks"), List.of(id("g1")), List.of(judged("walks", "g1", Bearing.NEUTRAL))))
                .hasMessageContaining("Expected one of [talks]");
    }
}
