package org.iltlib.examples.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.examples.told.Story;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.CommitmentStatus;
import org.iltlib.plan.CommitmentUpdate;
import org.iltlib.plan.FollowThrough;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;
import org.iltlib.plan.TheoryOfAction;
import org.iltlib.team.Team;

/** Chapter 6: the decision becomes promises with owners and dates. What became of them is ours, not the study's. */
final class Committing {
    private final Study study;
    private final Story story;
    private final Memory memory;

    Committing(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    /** Promises, and the strategy they serve. */
    List<Commitment> tell(Team team, Goal goal, Decision decision) {
        story.chapter("Promises, and who helps whom");
        int year = study.year().start();
        PersonId teacher = team.listMembers().get(team.listMembers().size() - 2);
        List<Commitment> commitments = List.of(
                commitment(
                        "schedule",
                        decision,
                        Forming.PRINCIPAL,
                        "Free 45 minutes a day for two adults in a room.",
                        LocalDate.of(year, 10, 14),
                        "The timetable is posted."),
                commitment(
                        "materials",
                        decision,
                        Forming.COACH,
                        "Prepare the first two weeks of group work.",
                        LocalDate.of(year, 10, 21),
                        "The binder is in each room."),
                commitment(
                        "groups",
                        decision,
                        teacher,
                        "Run the groups for eight weeks and keep a log.",
                        LocalDate.of(year, 12, 16),
                        "The log of eight weeks is with the coach."));
        Strategy strategy = Strategy.builder()
                .id(EntryId.of("strategy"))
                .goal(goal.id())
                .what(decision.chosen().text())
                .studentMeasure("standing in the spring test")
                .adultMeasure("share of days on which the groups met, from the log")
                .theory(TheoryOfAction.of(
                        new TheoryOfAction.Link("two adults teach groups of at most 15", "days with groups"),
                        new TheoryOfAction.Link("each child is asked and answered more often", "turns a child"),
                        new TheoryOfAction.Link("those behind catch up", "standing in spring")))
                .build();
        commitments.forEach(promise -> story.item(
                "%s: %s By %s; done when: %s", promise.owner(), promise.what(), promise.due(), promise.doneWhen()));
        story.say("The theory: %s", strategy.theory());
        List<org.iltlib.base.Recordable> entries = new ArrayList<>(List.of(strategy));
        entries.addAll(commitments);
        memory.write(LocalDate.of(year, 10, 10), Forming.PRINCIPAL, entries);
        return commitments;
    }

    /** What became of the promises, as the team reports it in winter. */
    FollowThrough follow(List<Commitment> commitments) {
        int year = study.year().start();
        LocalDate day = LocalDate.of(year + 1, 1, 10);
        List<CommitmentUpdate> updates = List.of(
                update(commitments.get(0), LocalDate.of(year, 10, 13)),
                update(commitments.get(1), LocalDate.of(year, 10, 21)),
                update(commitments.get(2), LocalDate.of(year, 12, 20)));
        memory.write(day, Forming.COACH, updates);
        FollowThrough followed = FollowThrough.of(commitments, updates, day);
        story.say(
                "By January, as the team reports (ours, not the study's): %s",
                followed.explanation().claim());
        return followed;
    }

    private static Commitment commitment(
            String name, Decision decision, PersonId owner, String what, LocalDate due, String doneWhen) {
        return Commitment.builder()
                .id(EntryId.of("commitment/" + name))
                .decision(decision.id())
                .owner(owner)
                .what(what)
                .due(due)
                .doneWhen(doneWhen)
                .build();
    }

    private static CommitmentUpdate update(Commitment commitment, LocalDate on) {
        return CommitmentUpdate.builder()
                .id(EntryId.of(commitment.id() + "/done"))
                .commitment(commitment.id())
                .on(on)
                .status(CommitmentStatus.DONE)
                .reason(Optional.empty())
                .build();
    }
}
