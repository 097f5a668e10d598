package org.iltlib.examples.river;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.decision.Cost;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;
import org.iltlib.plan.TheoryOfAction;
import org.iltlib.plan.resource.AbandonmentCandidate;
import org.iltlib.plan.resource.AbandonmentRule;
import org.iltlib.plan.resource.Allocation;
import org.iltlib.plan.resource.AllocationTrace;
import org.iltlib.plan.resource.Initiative;
import org.iltlib.plan.resource.InitiativeInventory;
import org.iltlib.plan.resource.SunsetPlan;

/** 312 lines of money that must lead to a need, and 61 initiatives of which six might be given up. */
record Spending(Story story, Stars stars) {
    private static final EntryId GOAL = EntryId.of("goal-algebra");
    private static final int LINES = 312;
    private static final int ASTRAY = 17;
    private static final int INITIATIVES = 61;

    void tell() {
        story.chapter("Money and initiatives");
        lines();
        initiatives();
    }

    private void lines() {
        Need.Builder need = Need.builder();
        Goal.Builder goal = Goal.builder();
        Strategy.Builder strategy = Strategy.builder();
        AllocationTrace trace = AllocationTrace.over(
                List.of(need.id(EntryId.of("need"))
                        .whose(NeedKind.STUDENT)
                        .statement("Grade 8 is not ready for algebra.")
                        .addFindings(EntryId.of("finding"))
                        .severity(0.5)
                        .reach(1_600)
                        .build()),
                List.of(goal.id(GOAL)
                        .addNeeds(EntryId.of("need"))
                        .aim("ready for algebra")
                        .build()),
                List.of(strategy.id(EntryId.of("strategy"))
                        .goal(GOAL)
                        .what("Ratio units with a coach")
                        .studentMeasure("share ready")
                        .adultMeasure("lessons seen with ratio tasks")
                        .theory(TheoryOfAction.of(
                                new TheoryOfAction.Link("teachers use ratio tasks", "lessons"),
                                new TheoryOfAction.Link("students reason in ratios", "exit tickets")))
                        .build()));
        List<Allocation> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Allocation.Builder line = Allocation.builder();
            line.id(EntryId.of("line-" + i))
                    .resource(EntryId.of("title-1"))
                    .cost(new Cost(new BigDecimal("14743.59"), "USD", "materials and time"));
            lines.add(
                    i < ASTRAY
                            ? line.build()
                            : line.strategy(EntryId.of("strategy")).build());
        }
        AllocationTrace.Report report = trace.of(lines);
        stars.check("lines that lead to no need", ASTRAY, report.refused().size());
        stars.check("lines that stand", 295, report.stand().size());
        story.item("%s", report.explanation().claim());
    }

    private void initiatives() {
        List<Initiative> all = new ArrayList<>();
        List<SunsetPlan> sunsets = new ArrayList<>();
        for (int i = 0; i < INITIATIVES; i++) {
            Initiative.Builder one = Initiative.builder();
            one.id(EntryId.of("initiative-" + (i + 1)))
                    .name("initiative " + (i + 1))
                    .cost(new Cost(new BigDecimal("20000"), "USD", "a year"))
                    .hoursPerTeacher(new BigDecimal("3"))
                    .teachers(300)
                    .students(2_000);
            if (i >= 14) {
                one.addGoals(GOAL);
            }
            if (i >= 9) {
                one.addMeasures("share ready");
            }
            if (i < 9) {
                one.mandatedBy("state law");
            }
            if (i == INITIATIVES - 1) {
                one.fidelity(Fraction.percent(20));
            }
            all.add(one.build());
            SunsetPlan.Builder sunset = SunsetPlan.builder();
            sunsets.add(sunset.id(EntryId.of("sunset-" + (i + 1)))
                    .initiative(EntryId.of("initiative-" + (i + 1)))
                    .lastDay(LocalDate.of(2027, 6, 30))
                    .addTold(StakeholderGroup.TEACHER)
                    .message("It ends with the year.")
                    .freed("three hours a teacher")
                    .build());
        }
        InitiativeInventory inventory = InitiativeInventory.of(all, 1_050);
        AbandonmentRule rule = AbandonmentRule.withDefaults();
        List<EntryId> candidates = inventory.listCandidates(rule).stream()
                .map(candidate -> candidate.initiative().id())
                .toList();
        List<AbandonmentCandidate> planned = inventory.listCandidates(
                rule,
                sunsets.stream()
                        .filter(sunset -> candidates.contains(sunset.initiative()))
                        .toList());
        stars.check("initiatives", INITIATIVES, inventory.initiatives().size());
        stars.check("without a goal", 14, inventory.listWithoutGoal().size());
        stars.check("without a measure", 9, inventory.listWithoutMeasure().size());
        stars.check("that might be given up", 6, candidates.size());
        stars.check(
                "mandated among these",
                0L,
                planned.stream().filter(one -> one.initiative().isMandated()).count());
        stars.check(
                "with a plan to end them",
                6L,
                planned.stream().filter(one -> one.sunset().isPresent()).count());
        story.why(inventory.explanation(rule));
    }
}
