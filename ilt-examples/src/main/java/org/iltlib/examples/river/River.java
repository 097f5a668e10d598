package org.iltlib.examples.river;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/** The district: 14 elementary, 5 middle and 4 high schools, with their teams. */
final class River {
    static final int SCHOOLS = 23;
    static final int TEACHER_TEAMS = 6;
    static final LocalDate FORMED = LocalDate.of(2026, 8, 17);
    static final OrgUnit DISTRICT = OrgUnit.of(OrgUnitId.of("river"), OrgLevel.DISTRICT, "Riverbend");

    private static final int ELEMENTARY = 14;
    private static final int MIDDLE = 5;
    private static final List<String> DEPARTMENTS = List.of("special education", "EL");

    private River() {}

    /** How many students that school has: 450, 700 or 1,100. */
    static int students(int school) {
        if (school < ELEMENTARY) {
            return 450;
        }
        return school < ELEMENTARY + MIDDLE ? 700 : 1_100;
    }

    static List<GradeLevel> grades(int school) {
        if (school < ELEMENTARY) {
            return GradeLevel.range(GradeLevel.KINDERGARTEN, GradeLevel.of(5)).toList();
        }
        return school < ELEMENTARY + MIDDLE
                ? GradeLevel.range(GradeLevel.of(6), GradeLevel.of(8)).toList()
                : GradeLevel.range(GradeLevel.of(9), GradeLevel.of(12)).toList();
    }

    static OrgUnitId school(int number) {
        return OrgUnitId.of(String.format(Locale.ROOT, "school-%02d", number + 1));
    }

    /** The school, its grades, and two departments. */
    static List<OrgUnit> units(int number) {
        OrgUnit school = DISTRICT.child(school(number), OrgLevel.SCHOOL, "school " + (number + 1));
        List<OrgUnit> units = new ArrayList<>(List.of(DISTRICT, school));
        grades(number)
                .forEach(
                        grade -> units.add(school.child(unit(number, grade.code()), OrgLevel.GRADE, grade.toString())));
        DEPARTMENTS.forEach(name -> units.add(school.child(unit(number, name), OrgLevel.DEPARTMENT, name)));
        return units;
    }

    private static OrgUnitId unit(int school, String name) {
        return OrgUnitId.of(school(school) + "/" + name.replace(' ', '-'));
    }

    static PersonId person(int school, int number) {
        return PersonId.of(String.format(Locale.ROOT, "p-%02d-%03d", school + 1, number));
    }

    /** Principal, assistant principal, coach and six teachers who speak for every grade and department. */
    static Team leadership(int school) {
        List<Seat> seats = new ArrayList<>();
        seats.add(post(person(school, 1), StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL));
        seats.add(post(person(school, 2), StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL));
        seats.add(post(person(school, 3), StakeholderGroup.COACH, Office.FACILITATOR));
        List<OrgUnitId> covered = units(school).stream()
                .filter(unit -> unit.level() == OrgLevel.GRADE || unit.level() == OrgLevel.DEPARTMENT)
                .map(OrgUnit::id)
                .toList();
        for (int i = 0; i < 6; i++) {
            int teacher = i;
            Seat.Builder seat = Seat.builder();
            seats.add(seat.person(person(school, 4 + i))
                    .group(StakeholderGroup.TEACHER)
                    .units(covered.stream()
                            .filter(unit -> covered.indexOf(unit) % 6 == teacher)
                            .toList())
                    .build());
        }
        return team("ilt-" + (school + 1), Team.INSTRUCTIONAL_LEADERSHIP, school(school), seats);
    }

    /** Six teachers; those of the first team begin with the fourth person of the school. */
    static Team teachers(int school, int number) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seats.add(Seat.of(person(school, 4 + 6 * number + i), StakeholderGroup.TEACHER));
        }
        return team("tbt-" + (school + 1) + "-" + (number + 1), Team.TEACHER_BASED, school(school), seats);
    }

    /** The district's own team: three of its office, fourteen principals. */
    static Team district() {
        List<Seat> seats = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            seats.add(Seat.of(PersonId.of("p-00-00" + i), StakeholderGroup.ADMINISTRATOR));
        }
        for (int school = 0; school < 14; school++) {
            seats.add(Seat.of(person(school, 1), StakeholderGroup.ADMINISTRATOR));
        }
        return team("dlt", Team.DISTRICT_LEADERSHIP, DISTRICT.id(), seats);
    }

    /** All 162 teams: the district's, then school by school. */
    static List<Team> teams() {
        List<Team> teams = new ArrayList<>(List.of(district()));
        for (int school = 0; school < SCHOOLS; school++) {
            teams.add(leadership(school));
            for (int number = 0; number < TEACHER_TEAMS; number++) {
                teams.add(teachers(school, number));
            }
        }
        return teams;
    }

    private static Team team(String id, String kind, OrgUnitId unit, List<Seat> seats) {
        Team.Builder team = Team.builder();
        return team.id(EntryId.of("team-" + id))
                .team(TeamId.of(id))
                .kindOfTeam(kind)
                .unit(unit)
                .name(id)
                .seats(seats)
                .formed(FORMED)
                .build();
    }

    private static Seat post(PersonId person, StakeholderGroup group, Office office) {
        Seat.Builder seat = Seat.builder();
        return seat.person(person).group(group).offices(Set.of(office)).build();
    }
}
