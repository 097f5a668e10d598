package org.iltlib.examples.river;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.AgendaItem.Category;
import org.iltlib.team.AgendaItem.Purpose;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;
import org.iltlib.team.Team;

/** The meetings of every team: ten of the district, eighteen of each school, thirty-two of each team of teachers. */
final class Gatherings {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    private Gatherings() {}

    static int number(Team team) {
        return switch (team.kindOfTeam()) {
            case Team.DISTRICT_LEADERSHIP -> 10;
            case Team.INSTRUCTIONAL_LEADERSHIP -> 18;
            default -> 32;
        };
    }

    /** How many turns are taken in each meeting. */
    static int turns(Team team) {
        return 5 * team.seats().size();
    }

    static Map<Team, List<Meeting>> of(List<Team> teams, long seed) {
        Map<Team, List<Meeting>> all = new LinkedHashMap<>();
        for (Team team : teams) {
            Random random = new Random(seed + team.id().value().hashCode());
            boolean leads = random.nextInt(4) == 0;
            List<Meeting> meetings = new ArrayList<>();
            for (int i = 0; i < number(team); i++) {
                meetings.add(meeting(team, i, leads, random));
            }
            all.put(team, meetings);
        }
        return all;
    }

    private static Meeting meeting(Team team, int number, boolean leads, Random random) {
        Instant start = FIRST.plusDays(8L * number).atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC);
        int instructional = 30 + random.nextInt(20);
        List<PersonId> members = team.listMembers();
        int[] turns = new int[members.size()];
        for (int turn = 0; turn < turns(team); turn++) {
            // Where one leads, that one speaks a little more than the others.
            int who = random.nextInt((leads ? 8 : 1_000) * members.size());
            turns[who < members.size() ? 0 : who % members.size()]++;
        }
        Meeting.Builder meeting = Meeting.builder();
        meeting.id(EntryId.of(team.team() + "/" + (number + 1)))
                .team(team.id())
                .start(start)
                .end(start.plus(Duration.ofHours(1)))
                .addAgenda(
                        AgendaItem.of("student work", Purpose.LEARN, Category.INSTRUCTIONAL, instructional),
                        AgendaItem.of("running matters", Purpose.INFORM, Category.OPERATIONAL, 60 - instructional))
                .addAllPresent(members)
                .agendaPublished(start.minus(Duration.ofHours(20 + random.nextInt(40))))
                .minutesPublished(start.plus(Duration.ofHours(10 + random.nextInt(45))));
        for (int i = 0; i < turns.length; i++) {
            meeting.addContributions(Contribution.of(members.get(i), turns[i], turns[i] * 0.75));
        }
        return meeting.build();
    }
}
