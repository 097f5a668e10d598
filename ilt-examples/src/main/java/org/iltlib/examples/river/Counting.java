package org.iltlib.examples.river;

import java.util.List;
import java.util.Map;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.Meeting;
import org.iltlib.team.Team;

/** Chapter 1: how much there is. */
record Counting(Story story, Stars stars) {
    void tell(List<Team> teams, Map<Team, List<Meeting>> meetings, Answers answers) {
        story.chapter("The district");
        stars.check("seats of the district's team", 17, River.district().seats().size());
        stars.check("teams of schools", 23L, count(teams, Team.INSTRUCTIONAL_LEADERSHIP));
        stars.check("memberships in them", 207, seats(teams, Team.INSTRUCTIONAL_LEADERSHIP));
        stars.check("teams of teachers", 138L, count(teams, Team.TEACHER_BASED));
        stars.check("memberships in them", 828, seats(teams, Team.TEACHER_BASED));
        stars.check(
                "meetings",
                4_840,
                meetings.values().stream().mapToInt(List::size).sum());
        stars.check("students", 14_200, answers.students());
        stars.check("scores", 85_200L, answers.responses() / Answers.ITEMS);
        stars.check("answers", 2_556_000L, answers.responses());
    }

    private static long count(List<Team> teams, String kind) {
        return teams.stream().filter(team -> team.kindOfTeam().equals(kind)).count();
    }

    private static int seats(List<Team> teams, String kind) {
        return teams.stream()
                .filter(team -> team.kindOfTeam().equals(kind))
                .mapToInt(team -> team.seats().size())
                .sum();
    }
}
