package org.iltlib.examples.maple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/** The school: its grades and departments, and a leadership team of ten. */
final class Grove {
    static final SchoolYear YEAR = SchoolYear.startingIn(2026);
    static final LocalDate FORMED = LocalDate.of(2026, 8, 20);
    static final OrgUnitId SCHOOL = OrgUnitId.of("grove");
    static final PersonId PRINCIPAL = person(1);
    static final PersonId ASSISTANT = person(2);
    static final PersonId COACH = person(3);

    /** The one who teaches English learners. */
    static final PersonId LANGUAGE_TEACHER = person(9);

    /** What each of the seven teachers speaks for. */
    private static final List<List<String>> UNITS = List.of(
            List.of("K", "1", "2"),
            List.of("3", "4"),
            List.of("5"),
            List.of("6", "7", "8"),
            List.of("special education"),
            List.of("EL"),
            List.of("specials"));

    private static final List<Office> DUTIES =
            List.of(Office.RECORDER, Office.PROCESS_CHECKER, Office.REFLECTIVE_QUESTIONER);

    private Grove() {}

    static PersonId person(int number) {
        return PersonId.of(String.format(Locale.ROOT, "p-%03d", number));
    }

    private static OrgUnitId unit(String name) {
        return OrgUnitId.of("grove/" + name.replace(' ', '-'));
    }

    /** The school, nine grades and three departments. */
    static List<OrgUnit> units() {
        OrgUnit school = OrgUnit.of(SCHOOL, OrgLevel.SCHOOL, "Maple Grove");
        List<OrgUnit> units = new ArrayList<>(List.of(school));
        GradeLevel.range(GradeLevel.KINDERGARTEN, GradeLevel.of(8))
                .forEach(grade -> units.add(school.child(unit(grade.code()), OrgLevel.GRADE, grade.toString())));
        List.of("special education", "EL", "specials")
                .forEach(name -> units.add(school.child(unit(name), OrgLevel.DEPARTMENT, name)));
        return units;
    }

    /** Principal, assistant principal, coach and seven teachers. */
    static Team team() {
        List<Seat> seats = new ArrayList<>();
        seats.add(post(PRINCIPAL, StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL));
        seats.add(post(ASSISTANT, StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL));
        seats.add(post(COACH, StakeholderGroup.COACH, Office.FACILITATOR));
        for (int i = 0; i < UNITS.size(); i++) {
            Seat.Builder seat = Seat.builder();
            seat.person(person(4 + i))
                    .group(StakeholderGroup.TEACHER)
                    .units(UNITS.get(i).stream().map(Grove::unit).toList())
                    .offices(i < DUTIES.size() ? Set.of(DUTIES.get(i)) : Set.of())
                    .term(Term.of(YEAR));
            seats.add(seat.build());
        }
        Team.Builder team = Team.builder();
        return team.id(EntryId.of("team"))
                .team(TeamId.of("grove-ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(SCHOOL)
                .name("Maple Grove leadership team")
                .seats(seats)
                .formed(FORMED)
                .build();
    }

    private static Seat post(PersonId person, StakeholderGroup group, Office office) {
        return Seat.of(person, group).toBuilder().addOffices(office).build();
    }

    /** The members, in the order of their seats. */
    static List<PersonId> members() {
        return IntStream.rangeClosed(1, 10).mapToObj(Grove::person).toList();
    }
}
