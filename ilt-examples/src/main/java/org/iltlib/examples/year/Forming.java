package org.iltlib.examples.year;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.examples.told.Story;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Charter;
import org.iltlib.team.CompositionReport;
import org.iltlib.team.DecisionRight;
import org.iltlib.team.Norm;
import org.iltlib.team.Office;
import org.iltlib.team.PolicyPacks;
import org.iltlib.team.RuleFinding;
import org.iltlib.team.SchoolFacts;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * Chapter 1: the team forms. The first list names the most experienced teachers; a composition policy shows whom it
 * forgets; the second list has one representative a grade and a mentor-level teacher, and gives out the duties.
 */
final class Forming {
    /** Not in the data; labelled so wherever it is shown. */
    static final PersonId PRINCIPAL = PersonId.of("principal");

    /** Not in the data; labelled so wherever it is shown. */
    static final PersonId COACH = PersonId.of("coach");

    private static final int FIRST_LIST = 4;
    private static final int SMALLEST = 5;
    private static final List<Office> DUTIES =
            List.of(Office.RECORDER, Office.PROCESS_CHECKER, Office.REFLECTIVE_QUESTIONER);

    private final Study study;
    private final Story story;
    private final Memory memory;

    Forming(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    /**
     * What came of it.
     *
     * @param team the team as it works this year
     * @param reports what each policy said of each list, in order
     */
    record Result(Team team, List<CompositionReport> reports) {}

    Result tell() {
        story.chapter("The team forms");
        LocalDate day = LocalDate.of(study.year().start(), Month.AUGUST, 22);
        SchoolFacts facts = SchoolFacts.none().withUnits(units());

        Team first = team("team/first-list", day, firstList());
        CompositionReport firstReport = PolicyPacks.DEFAULT.check(first, facts);
        story.say(
                "%s, school year %s. The study names %d teachers of the school in %s. It names neither principal nor"
                        + " coach: where they appear below, they are ours.",
                study.schoolName(), study.year(), study.teachers().size(), grades());
        story.say("The first list: the principal, the coach and the most experienced teachers.");
        tell(firstReport);

        Team second = team("team/second-list", day, secondList()).toBuilder()
                .replaces(first.id())
                .build();
        CompositionReport secondReport = PolicyPacks.DEFAULT.check(second, facts);
        story.say(
                "The second list: for each grade its most experienced teacher, a mentor-level teacher, principal, coach.");
        second.seats().forEach(seat -> story.item("%s", words(seat)));
        tell(secondReport);
        CompositionReport duties = PolicyPacks.OHIO.check(second, facts);
        tell(duties);

        Team team = withDuties(second, day);
        CompositionReport last = PolicyPacks.OHIO.check(team, facts);
        story.say("The duties are given out; they rotate from meeting to meeting.");
        tell(last);

        Charter charter = charter(team, day);
        memory.write(day, PRINCIPAL, first, second, team, charter);
        return new Result(team, List.of(firstReport, secondReport, duties, last));
    }

    private void tell(CompositionReport report) {
        story.say("%s:", report.policy().name());
        for (RuleFinding finding : report.findings()) {
            story.item("%s: %s", finding.status(), finding.explanation().claim());
        }
        report.repair().filter(changes -> !changes.isEmpty()).ifPresent(changes -> {
            story.say("The smallest repair, %d seat%s:", changes.size(), changes.size() == 1 ? "" : "s");
            changes.forEach(change -> story.item("%s", change));
        });
    }

    /** The school and its grades, as the policies need them. */
    private List<OrgUnit> units() {
        OrgUnit school = OrgUnit.of(study.school(), OrgLevel.SCHOOL, study.schoolName());
        List<OrgUnit> units = new ArrayList<>(List.of(school));
        study.grades().forEach(grade -> units.add(school.child(unit(grade), OrgLevel.GRADE, grade.toString())));
        return units;
    }

    private OrgUnitId unit(GradeLevel grade) {
        return OrgUnitId.of(study.school() + "/" + grade.code());
    }

    private List<Seat> firstList() {
        List<Seat> seats = new ArrayList<>(ours());
        study.teachers().stream()
                .sorted(Teacher.BY_EXPERIENCE)
                .limit(FIRST_LIST)
                .forEach(teacher -> seats.add(seat(teacher)));
        return seats;
    }

    private List<Seat> secondList() {
        List<Seat> seats = new ArrayList<>(ours());
        Set<Teacher> seated = new HashSet<>();
        for (GradeLevel grade : study.grades()) {
            study.teachers().stream()
                    .filter(teacher -> teacher.grade().equals(grade))
                    .min(Teacher.BY_EXPERIENCE)
                    .ifPresent(teacher -> {
                        seated.add(teacher);
                        seats.add(seat(teacher));
                    });
        }
        mentorLevel(seated).ifPresent(teacher -> {
            seated.add(teacher);
            seats.add(seat(teacher));
        });
        study.teachers().stream()
                .filter(teacher -> !seated.contains(teacher))
                .sorted(Teacher.BY_EXPERIENCE)
                .limit(Math.max(0, SMALLEST - seats.size()))
                .forEach(teacher -> seats.add(seat(teacher)));
        return seats;
    }

    /** The highest on the career ladder who is not seated yet; among equals the most experienced. */
    private Optional<Teacher> mentorLevel(Set<Teacher> seated) {
        return study.teachers().stream()
                .filter(teacher -> !seated.contains(teacher))
                .min(Comparator.comparingInt((Teacher teacher) -> -teacher.step())
                        .thenComparing(Teacher.BY_EXPERIENCE));
    }

    private List<Seat> ours() {
        return List.of(
                Seat.of(PRINCIPAL, StakeholderGroup.ADMINISTRATOR).toBuilder()
                        .addOffices(Office.PRINCIPAL)
                        .build(),
                Seat.of(COACH, StakeholderGroup.COACH).toBuilder()
                        .addOffices(Office.FACILITATOR)
                        .build());
    }

    private Seat seat(Teacher teacher) {
        return Seat.of(teacher.person(), StakeholderGroup.TEACHER).toBuilder()
                .addUnits(unit(teacher.grade()))
                .term(Term.of(study.year()))
                .build();
    }

    private Team team(String id, LocalDate day, List<Seat> seats) {
        return Team.builder()
                .id(EntryId.of(id))
                .team(teamId(study))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(study.school())
                .name(study.schoolName() + " leadership team")
                .addAllSeats(seats)
                .formed(day)
                .build();
    }

    /** The team with the recorder's and the other duties given to its teachers in turn. */
    private static Team withDuties(Team team, LocalDate day) {
        List<Seat> seats = new ArrayList<>(team.seats());
        int duty = 0;
        for (int i = 0; i < seats.size() && duty < DUTIES.size(); i++) {
            if (seats.get(i).group().equals(StakeholderGroup.TEACHER)) {
                seats.set(
                        i,
                        seats.get(i).toBuilder().addOffices(DUTIES.get(duty++)).build());
            }
        }
        return team.toBuilder()
                .id(EntryId.of("team"))
                .seats(seats)
                .replaces(team.id())
                .formed(day)
                .build();
    }

    private static Charter charter(Team team, LocalDate day) {
        return Charter.builder()
                .id(EntryId.of("charter"))
                .team(team.id())
                .purpose("See what our students know, decide together what to change, and check whether it worked.")
                .addDecisionRights(
                        DecisionRight.of("how reading and mathematics are taught", DecisionRight.Power.DECIDES),
                        DecisionRight.of("hiring", DecisionRight.Power.IS_CONSULTED))
                .addNorms(
                        Norm.of("voice", "Everybody speaks once before anybody speaks twice."),
                        Norm.of("evidence", "We say on which rows a sentence rests."))
                .addPolicies(PolicyPacks.DEFAULT.name(), PolicyPacks.OHIO.name())
                .adopted(day)
                .reviewOn(day.plusYears(1))
                .build();
    }

    static TeamId teamId(Study study) {
        return TeamId.of("school-" + study.school() + "-ilt");
    }

    private String words(Seat seat) {
        String duties = seat.offices().isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ", seat.offices().stream().map(Office::value).toList()) + ")";
        return seat.person()
                        .flatMap(person -> study.teachers().stream()
                                .filter(teacher -> teacher.person().equals(person))
                                .findFirst())
                        .map(Teacher::words)
                        .orElse(seat.person().map(PersonId::value).orElse("vacant") + ", not in the data")
                + duties;
    }

    private String grades() {
        return String.join(
                ", ", study.grades().stream().map(GradeLevel::toString).toList());
    }
}
