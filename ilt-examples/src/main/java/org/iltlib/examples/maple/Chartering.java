package org.iltlib.examples.maple;

import java.util.List;
import java.util.stream.Stream;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.people.OrgLevel;
import org.iltlib.team.CompositionReport;
import org.iltlib.team.CompositionRule;
import org.iltlib.team.Meeting;
import org.iltlib.team.PolicyPack;
import org.iltlib.team.PolicyPacks;
import org.iltlib.team.RuleFinding;
import org.iltlib.team.SchoolFacts;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/** Chapter 1: the team is held against what Georgia and Ohio ask, with and without the teacher of English learners. */
record Chartering(Story story, Stars stars) {
    /** What both states ask, each rule once. */
    private static final PolicyPack PACK = PolicyPacks.GEORGIA.toBuilder()
            .name("Georgia, with the coverage and duties of Ohio")
            .source(PolicyPacks.GEORGIA.source() + "; " + PolicyPacks.OHIO.source())
            .rules(Stream.concat(PolicyPacks.GEORGIA.rules().stream(), PolicyPacks.OHIO.rules().stream())
                    .distinct()
                    .toList())
            .build();

    void tell(List<Meeting> meetings) {
        story.chapter("The team is chartered");
        SchoolFacts facts = SchoolFacts.none().withUnits(Grove.units()).withMeetings(meetings);
        Team team = Grove.team();
        long units = facts.units().stream()
                .filter(unit -> unit.level() == OrgLevel.GRADE || unit.level() == OrgLevel.DEPARTMENT)
                .count();
        stars.check("units to be covered", 12L, units);
        stars.check("seats", 10, team.seats().size());
        CompositionReport whole = PACK.check(team, facts);
        story.say("%s:", PACK.name());
        whole.findings()
                .forEach(finding -> story.item(
                        "%s: %s", finding.status(), finding.explanation().claim()));
        stars.check("the team passes", true, whole.passes());

        story.say("Without the teacher of English learners:");
        List<Seat> fewer = team.seats().stream()
                .filter(seat ->
                        seat.person().filter(Grove.LANGUAGE_TEACHER::equals).isEmpty())
                .toList();
        CompositionReport report = PACK.check(team.toBuilder().seats(fewer).build(), facts);
        List<RuleFinding> failed = report.listFindings(RuleFinding.Status.FAIL);
        stars.check("rules that fail", 1, failed.size());
        failed.forEach(finding -> story.item("%s", finding.explanation().claim()));
        stars.check(
                "it is the coverage",
                true,
                failed.stream().allMatch(finding -> finding.rule() instanceof CompositionRule.UnitCoverage));
        stars.check(
                "changes of the smallest repair",
                1,
                report.repair().map(List::size).orElse(0));
        report.repair().ifPresent(changes -> changes.forEach(change -> story.item("%s", change)));
    }
}
