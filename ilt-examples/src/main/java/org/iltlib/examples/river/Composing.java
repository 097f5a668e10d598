package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iltlib.base.Fraction;
import org.iltlib.base.PersonId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.CompositionRule.RequiredOffice;
import org.iltlib.team.CompositionRule.RoleAttendance;
import org.iltlib.team.CompositionRule.SizeRange;
import org.iltlib.team.CompositionRule.UnitCoverage;
import org.iltlib.team.CompositionSurvey;
import org.iltlib.team.Meeting;
import org.iltlib.team.Office;
import org.iltlib.team.PolicyPack;
import org.iltlib.team.PolicyPacks;
import org.iltlib.team.RuleFinding;
import org.iltlib.team.SchoolFacts;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.iltlib.team.Who;

/** Every team of a school in one call, as the lists came in: four of them do not fit the district's rules. */
record Composing(Story story, Stars stars) {
    private static final PolicyPack PACK = PolicyPacks.DEFAULT.toBuilder()
            .name("Riverbend, leadership teams of schools")
            .source("the district's own rules")
            .rules(List.of(
                    new SizeRange(6, 12),
                    RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
                    UnitCoverage.ofGradesAndDepartments(),
                    new RoleAttendance(Who.group(StakeholderGroup.TEACHER), Fraction.percent(80))))
            .build();

    void tell(Map<Team, List<Meeting>> meetings) {
        story.chapter("Who sits on the teams");
        List<Team> lists = new ArrayList<>();
        Map<String, SchoolFacts> facts = new LinkedHashMap<>();
        for (int school = 0; school < River.SCHOOLS; school++) {
            Team chartered = River.leadership(school);
            Team list = asHandedIn(school, chartered);
            List<Meeting> held = meetings.getOrDefault(chartered, List.of());
            lists.add(list);
            facts.put(
                    list.team().value(),
                    SchoolFacts.none()
                            .withUnits(River.units(school))
                            .withMeetings(school == 20 ? thinlyAttended(held) : held));
        }
        CompositionSurvey survey = CompositionSurvey.of(
                lists, team -> PACK, team -> facts.getOrDefault(team.team().value(), SchoolFacts.none()));
        stars.check("teams held against the rules", 23, survey.reports().size());
        stars.check("that do not fit", 4, survey.listFailing().size());
        stars.check("for coverage", 2L, failing(survey, "UnitCoverage"));
        stars.check("for size", 1L, failing(survey, "SizeRange"));
        stars.check("for attendance", 1L, failing(survey, "RoleAttendance"));
        story.why(survey.explanation());
    }

    private static long failing(CompositionSurvey survey, String rule) {
        return survey.reports().values().stream()
                .filter(report -> report.listFindings(RuleFinding.Status.FAIL).stream()
                        .anyMatch(finding ->
                                finding.rule().getClass().getSimpleName().equals(rule)))
                .count();
    }

    /** Two schools forget a department, one names thirteen. */
    private static Team asHandedIn(int school, Team chartered) {
        List<Seat> seats = new ArrayList<>(chartered.seats());
        if (school == 3 || school == 11) {
            Seat last = seats.get(seats.size() - 1);
            seats.set(seats.size() - 1, Seat.of(last.person().orElseThrow(), StakeholderGroup.TEACHER));
        } else if (school == 8) {
            for (int i = 0; i < 4; i++) {
                seats.add(Seat.of(River.person(school, 30 + i), StakeholderGroup.TEACHER));
            }
        }
        return chartered.toBuilder().seats(seats).build();
    }

    /** Of 108 times that a teacher was expected, 28 did not come: 74 per cent came. */
    private static List<Meeting> thinlyAttended(List<Meeting> meetings) {
        List<Meeting> thin = new ArrayList<>();
        int away = 28;
        for (Meeting meeting : meetings) {
            TreeSet<PersonId> present = new TreeSet<>(meeting.present());
            TreeSet<PersonId> absent = new TreeSet<>();
            while (away > 0 && absent.size() < 2) {
                PersonId person = River.person(20, 4 + away-- % 6);
                present.remove(person);
                absent.add(person);
            }
            thin.add(meeting.toBuilder()
                    .present(present)
                    .absent(absent)
                    .contributions(meeting.contributions().stream()
                            .filter(part -> present.contains(part.person()))
                            .toList())
                    .build());
        }
        return thin;
    }
}
