package org.iltlib.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.form.CanonicalJson;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.RuleFinding.Status;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final OrgUnit SCHOOL = OrgUnit.of(OrgUnitId.of("s"), OrgLevel.SCHOOL, "School");
    private static final SchoolFacts FACTS = SchoolFacts.none()
            .withUnits(IntStream.rangeClosed(1, 4)
                    .mapToObj(i -> SCHOOL.child(unit(i), OrgLevel.GRADE, "Grade " + i))
                    .toList());

    private static OrgUnitId unit(int grade) {
        return OrgUnitId.of("s/" + grade);
    }

    private static Seat seat(String id, StakeholderGroup group, Office... offices) {
        return Seat.of(PersonId.of(id), group).toBuilder().addOffices(offices).build();
    }

    private static Seat teacher(int grade) {
        return seat("t" + grade, StakeholderGroup.TEACHER).toBuilder()
                .addUnits(unit(grade))
                .build();
    }

    private static Team team(Seat... seats) {
        return team(List.of(seats));
    }

    private static Team team(List<Seat> seats) {
        return Team.builder()
                .id(EntryId.of("team"))
                .team(TeamId.of("s-ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(SCHOOL.id())
                .name("ILT")
                .formed(LocalDate.of(2026, 8, 1))
                .seats(seats)
                .build();
    }

    private static PolicyPack pack(CompositionRule... rules) {
        return PolicyPacks.DEFAULT.toBuilder().rules(List.of(rules)).build();
    }

    private static final Seat PRINCIPAL = seat("p", StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL);

    @Test
    void aCompleteTeamPassesAndNeedsNoRepair() {
        CompositionReport report =
                PolicyPacks.DEFAULT.check(team(PRINCIPAL, teacher(1), teacher(2), teacher(3), teacher(4)), FACTS);
        assertThat(report.passes()).isTrue();
        assertThat(report.repair())
                .hasValueSatisfying(changes -> assertThat(changes).isEmpty());
        assertThat(report.explanation().claim()).contains("none of 4 rules fail");
    }

    @Test
    void aUnitWithoutAVoiceIsOneViolationWithOneRepair() {
        CompositionReport report = PolicyPacks.DEFAULT.check(
                team(PRINCIPAL, teacher(1), teacher(2), teacher(3), seat("c", StakeholderGroup.COACH)), FACTS);
        assertThat(report.listFindings(Status.FAIL)).hasSize(1);
        assertThat(report.repair().orElseThrow()).hasSize(1).first().hasToString("add a teacher for s/4");
        assertThat(report.explanation().toString()).contains("Nobody speaks for s/4", "Smallest repair: 1 seat.");
    }

    @Test
    void oneNewSeatMeetsSeveralRulesAtOnce() {
        CompositionReport report =
                PolicyPacks.DEFAULT.check(team(PRINCIPAL, teacher(1), teacher(2), teacher(3)), FACTS);
        assertThat(report.listFindings(Status.FAIL)).hasSize(2);
        assertThat(report.repair().orElseThrow()).hasSize(1);
    }

    @Test
    void inAFullTeamAMemberTakesTheUnitRatherThanAnotherJoining() {
        List<Seat> seats = new ArrayList<>(List.of(PRINCIPAL, teacher(1), teacher(2), teacher(3)));
        IntStream.range(0, 6).forEach(i -> seats.add(seat("x" + i, StakeholderGroup.TEACHER)));
        CompositionReport report = PolicyPacks.DEFAULT.check(team(seats), FACTS);
        assertThat(report.repair().orElseThrow()).hasSize(1);
        assertThat(report.repair().orElseThrow().get(0).before()).isPresent();
    }

    @Test
    void tooFewTeachersTakeAsManyChangesAsTheArithmeticSays() {
        List<Seat> seats = new ArrayList<>(List.of(PRINCIPAL));
        IntStream.range(0, 9).forEach(i -> seats.add(seat("c" + i, StakeholderGroup.COACH)));
        CompositionReport report = pack(
                        new CompositionRule.SizeRange(5, 10),
                        new CompositionRule.MinShareWithin(
                                Set.of(), StakeholderGroup.TEACHER, Minimum.atLeast(Fraction.HALF)))
                .check(team(seats), FACTS);
        // 0 of 10: five seats change hands; giving up would need all of them.
        assertThat(report.repair().orElseThrow()).hasSize(5);
    }

    @Test
    void aTeamTooLargeGivesUpSeats() {
        CompositionReport report =
                pack(new CompositionRule.SizeRange(1, 2)).check(team(teacher(1), teacher(2), teacher(3)), FACTS);
        assertThat(report.repair().orElseThrow())
                .hasSize(1)
                .first()
                .hasToString("give up the seat of t3 (teacher) for s/3");
    }

    @Test
    void aDutyGoesToAMemberAndAPostToSomebodyNew() {
        CompositionReport duty =
                pack(CompositionRule.RequiredOffice.duty(Office.RECORDER)).check(team(teacher(1)), FACTS);
        assertThat(duty.repair().orElseThrow())
                .first()
                .hasToString("give the seat of t1 (teacher) for s/1 the duty of recorder");
        CompositionReport post = pack(CompositionRule.RequiredOffice.post(
                        Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR))
                .check(team(teacher(1)), FACTS);
        assertThat(post.repair().orElseThrow()).first().hasToString("add an administrator as principal");
    }

    @Test
    void dutiesGoToATeacherRatherThanToThePrincipal() {
        Seat coach = seat("c", StakeholderGroup.COACH);
        Seat busy = seat("b", StakeholderGroup.TEACHER, Office.TIMEKEEPER);
        CompositionRule[] duties = {
            CompositionRule.RequiredOffice.duty(Office.RECORDER),
            CompositionRule.RequiredOffice.duty(Office.PROCESS_CHECKER),
            CompositionRule.RequiredOffice.duty(Office.REFLECTIVE_QUESTIONER)
        };
        assertThat(pack(duties)
                        .check(team(PRINCIPAL, coach, busy, teacher(1)), FACTS)
                        .repair()
                        .orElseThrow())
                .singleElement()
                .hasToString("give the seat of t1 (teacher) for s/1 the duties of process checker, recorder and"
                        + " reflective questioner");
        assertThat(first(pack(duties).check(team(PRINCIPAL, busy, coach), FACTS)))
                .isEqualTo(Optional.of(coach));
        assertThat(first(pack(duties).check(team(PRINCIPAL, busy), FACTS))).isEqualTo(Optional.of(busy));
        assertThat(pack(duties).check(team(PRINCIPAL), FACTS).repair().orElseThrow())
                .singleElement()
                .hasToString("give the principal's seat (p) the duties of process checker, recorder and reflective"
                        + " questioner");
    }

    private static Optional<Seat> first(CompositionReport report) {
        return report.repair().orElseThrow().get(0).before();
    }

    @Test
    void changesReadAsPeopleSayThem() {
        Seat p = PRINCIPAL.toBuilder().person(PersonId.of("principal")).build();
        assertThat(new SeatChange(
                        Optional.of(p),
                        Optional.of(p.toBuilder()
                                .addOffices(Office.RECORDER, Office.TIMEKEEPER)
                                .addUnits(unit(1), unit(2))
                                .build())))
                .hasToString("give the principal's seat the duties of recorder and timekeeper, and let its holder speak"
                        + " for s/1 and s/2 too");
        assertThat(new SeatChange(
                        Optional.of(teacher(1)),
                        Optional.of(teacher(1).toBuilder().addUnits(unit(2)).build())))
                .hasToString("let the holder of the seat of t1 (teacher) for s/1 speak for s/2 too");
        assertThat(new SeatChange(Optional.of(PRINCIPAL), Optional.empty()))
                .hasToString("give up the principal's seat (p)");
        assertThat(new SeatChange(Optional.of(teacher(1)), Optional.of(seat("c", StakeholderGroup.COMMUNITY))))
                .hasToString("fill the seat of t1 (teacher) for s/1 with c (community member)");
        assertThat(new SeatChange(
                        Optional.empty(),
                        Optional.of(Seat.builder()
                                .group(StakeholderGroup.EXTERNAL)
                                .addTraits("speaks Spanish")
                                .build())))
                .hasToString("add an external partner (speaks Spanish)");
        assertThat(new SeatChange(
                        Optional.empty(),
                        Optional.of(Seat.builder()
                                .group(StakeholderGroup.of("university"))
                                .build())))
                .hasToString("add a university");
        Seat vacant = Seat.builder().group(StakeholderGroup.CLASSIFIED).build();
        assertThat(new SeatChange(Optional.of(vacant), Optional.of(teacher(1))))
                .hasToString("fill the seat of nobody (classified employee) with t1 (teacher) for s/1");
    }

    @Test
    void reportsSayGroupsAndStatusesInWords() {
        CompositionReport report = pack(
                        new CompositionRule.MinShareWithin(
                                Set.of(), StakeholderGroup.TEACHER, Minimum.atLeast(Fraction.HALF)),
                        new CompositionRule.MinShareWithin(
                                Set.of(StakeholderGroup.TEACHER, StakeholderGroup.ADMINISTRATOR),
                                StakeholderGroup.TEACHER,
                                Minimum.MAJORITY),
                        CompositionRule.RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
                        CompositionRule.RequiredOffice.post(Office.ASSISTANT_PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
                        new CompositionRule.Exclusion(Who.group(StakeholderGroup.TEACHER), "employee"),
                        new CompositionRule.TermAndElection(StakeholderGroup.PARENT, 12, 2),
                        new CompositionRule.PopulationMirror("x", "y", 0.1))
                .check(
                        team(
                                PRINCIPAL,
                                teacher(1),
                                seat("a", StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL)),
                        FACTS);
        assertThat(report.explanation().toString())
                .contains(
                        "Fails: 1 of 3 members are teachers; at least 1/2 is wanted.",
                        "Fails: 1 of 3 administrators and teachers are teachers; more than 1/2 is wanted.",
                        "Passes: There is a principal.",
                        "Passes: There is an assistant principal.",
                        "Passes: 0 of the teachers are \"employee\"; none may be.",
                        "Passes: 0 parents have no term, one that ended before 2026-08-01, or one longer than 12 months, or more than 2 in a row.",
                        "Not checked: ");
    }

    @Test
    void vacantSeatsDoNotCount() {
        Seat vacant =
                Seat.builder().group(StakeholderGroup.TEACHER).addUnits(unit(4)).build();
        assertThat(PolicyPacks.DEFAULT
                        .check(team(PRINCIPAL, teacher(1), teacher(2), teacher(3), vacant), FACTS)
                        .listFindings(Status.FAIL))
                .hasSize(2);
    }

    @Test
    void kentuckyWantsTwoParentsThreeTeachersAndThePrincipal() {
        Term year = Term.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30));
        List<Seat> seats = new ArrayList<>(List.of(PRINCIPAL));
        IntStream.rangeClosed(1, 3)
                .forEach(i -> seats.add(teacher(i).toBuilder().term(year).build()));
        seats.add(seat("m1", StakeholderGroup.PARENT));
        seats.add(seat("m2", StakeholderGroup.PARENT));
        CompositionReport report = PolicyPacks.KENTUCKY.check(team(seats), FACTS);
        assertThat(report.passes()).isTrue();
        assertThat(report.listFindings(Status.NOT_CHECKED)).hasSize(1);
        SchoolFacts diverse = FACTS.withFigure(PolicyPacks.MINORITY_ENROLMENT_SHARE, 0.08);
        CompositionReport minority = PolicyPacks.KENTUCKY.check(team(seats), diverse);
        assertThat(minority.repair().orElseThrow()).hasSize(1);
        assertThat(minority.repair().orElseThrow().get(0).before()).isPresent();
        assertThat(PolicyPacks.KENTUCKY
                        .check(team(seats), FACTS.withFigure(PolicyPacks.MINORITY_ENROLMENT_SHARE, 0.079))
                        .listFindings(Status.NOT_APPLICABLE))
                .hasSize(1);
        seats.set(5, seats.get(5).toBuilder().addTraits(PolicyPacks.EMPLOYEE).build());
        assertThat(PolicyPacks.KENTUCKY.check(team(seats), FACTS).repair().orElseThrow())
                .first()
                .hasToString("fill the seat of m2 (parent) with a parent");
        seats.set(
                1,
                seats.get(1).toBuilder()
                        .term(Term.of(year.first(), year.last().plusDays(1)))
                        .build());
        assertThat(PolicyPacks.KENTUCKY.check(team(seats), FACTS).repair().orElseThrow())
                .hasSize(2);
    }

    @Test
    void newYorkCityCountsParentsAgainstStaff() {
        List<Seat> seats = new ArrayList<>(List.of(
                PRINCIPAL,
                seat("u", StakeholderGroup.TEACHER, Office.UNION_CHAPTER_LEADER),
                seat("a", StakeholderGroup.PARENT, Office.PARENT_ASSOCIATION_PRESIDENT)));
        IntStream.rangeClosed(1, 3).forEach(i -> seats.add(teacher(i)));
        IntStream.rangeClosed(1, 3).forEach(i -> seats.add(seat("m" + i, StakeholderGroup.PARENT)));
        CompositionReport report = PolicyPacks.NEW_YORK_CITY.check(team(seats), FACTS);
        assertThat(report.repair().orElseThrow()).hasSize(1).first().hasToString("add a parent");
    }

    @Test
    void attendanceIsNotRepairedByChangingSeats() {
        Meeting meeting = MeetingTest.meeting(1, 60, 60).toBuilder()
                .addAbsent(PersonId.of("p"))
                .build();
        CompositionReport report = PolicyPacks.OHIO.check(
                team(seat(
                                "p",
                                StakeholderGroup.ADMINISTRATOR,
                                Office.PRINCIPAL,
                                Office.RECORDER,
                                Office.PROCESS_CHECKER,
                                Office.REFLECTIVE_QUESTIONER)
                        .toBuilder()
                        .addUnits(unit(1), unit(2), unit(3), unit(4))
                        .build()),
                FACTS.withMeetings(List.of(meeting)));
        assertThat(report.listFindings(Status.FAIL)).hasSize(1);
        assertThat(report.explanation().toString()).contains("1 of 1 fell short.", "not a matter of seats");
    }

    private static Meeting meeting(int day, List<String> present, List<String> absent) {
        return MeetingTest.meeting(day, 60, 60).toBuilder()
                .addAllPresent(present.stream().map(PersonId::of).toList())
                .addAllAbsent(absent.stream().map(PersonId::of).toList())
                .build();
    }

    @Test
    void attendanceIsJudgedForEveryHolderOfWhomSomethingIsKnown() {
        PolicyPack pack = pack(new CompositionRule.RoleAttendance(Who.group(StakeholderGroup.TEACHER), Fraction.HALF));
        Team team = team(teacher(1), teacher(2), PRINCIPAL);
        List<Meeting> half =
                List.of(meeting(1, List.of("t1", "t2"), List.of("p")), meeting(2, List.of("t2"), List.of("t1", "p")));
        CompositionReport passing = pack.check(team, FACTS.withMeetings(half));
        assertThat(passing.findings().get(0).status()).isEqualTo(Status.PASS);
        assertThat(passing.findings().get(0).explanation().toString())
                .contains("Every teacher is to attend at least 1/2 of the meetings.", "All did.")
                .doesNotContain("t1", "t2", "No attendance");
        List<Meeting> less = new ArrayList<>(half);
        less.add(meeting(3, List.of("t2"), List.of("t1")));
        CompositionReport failing = pack.check(team, FACTS.withMeetings(less));
        assertThat(failing.passes()).isFalse();
        assertThat(failing.findings().get(0).explanation().toString())
                .contains("1 of 2 fell short.")
                .doesNotContain("t1");
        // The first fails and the second passes: the rule fails.
        assertThat(pack.check(team(teacher(2), teacher(1)), FACTS.withMeetings(less))
                        .passes())
                .isFalse();
        CompositionReport unknown = pack.check(team, FACTS.withMeetings(List.of(meeting(1, List.of("p"), List.of()))));
        assertThat(unknown.findings().get(0).status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(unknown.findings().get(0).explanation().toString())
                .contains("No attendance is known.")
                .doesNotContain("came to");
    }

    @Test
    void aMirrorIsNearUpToItsTolerance() {
        PolicyPack mirror = pack(new CompositionRule.PopulationMirror("speaks Spanish", "spanish", 0.25));
        Seat speaks = teacher(1).toBuilder().addTraits("speaks Spanish").build();
        assertThat(mirror.check(team(speaks, teacher(2)), FACTS.withFigure("spanish", 0.25))
                        .findings()
                        .get(0)
                        .explanation()
                        .claim())
                .isEqualTo("\"speaks Spanish\" is 0.25 of the school; the share of the team is near that.");
        assertThat(mirror.check(team(speaks, teacher(2)), FACTS.withFigure("spanish", 0.8))
                        .findings()
                        .get(0)
                        .explanation()
                        .claim())
                .endsWith("is not near that.");
    }

    @Test
    void coverageIsNotCheckedWithoutUnitsAndCountsThemOtherwise() {
        PolicyPack pack = pack(CompositionRule.UnitCoverage.ofGradesAndDepartments());
        assertThat(pack.check(team(teacher(1)), SchoolFacts.none())
                        .findings()
                        .get(0)
                        .status())
                .isEqualTo(Status.NOT_CHECKED);
        assertThat(pack.check(team(teacher(1)), FACTS)
                        .findings()
                        .get(0)
                        .explanation()
                        .claim())
                .isEqualTo("1 of 4 units have somebody who speaks for them.");
        // A class is no grade.
        SchoolFacts classes = FACTS.withUnits(List.of(SCHOOL, SCHOOL.child(unit(1), OrgLevel.GRADE, "Grade 1")));
        assertThat(pack.check(team(teacher(1)), classes).passes()).isTrue();
    }

    @Test
    void aTermOfTheFullLengthAndTheLastAllowedOneAreKept() {
        CompositionRule.TermAndElection rule = new CompositionRule.TermAndElection(StakeholderGroup.TEACHER, 12, 2);
        LocalDate start = LocalDate.of(2026, 7, 1);
        Seat year = teacher(1).toBuilder()
                .term(Term.of(start, start.plusMonths(12).minusDays(1)))
                .termsInARow(2)
                .build();
        assertThat(pack(rule).check(team(year), FACTS).passes()).isTrue();
        assertThat(pack(rule)
                        .check(team(year.toBuilder().termsInARow(3).build()), FACTS)
                        .passes())
                .isFalse();
        assertThat(pack(rule)
                        .check(
                                team(year.toBuilder()
                                        .term(Term.of(start, start.plusMonths(12)))
                                        .build()),
                                FACTS)
                        .passes())
                .isFalse();
        assertThat(pack(rule).check(team(PRINCIPAL, year), FACTS).passes()).isTrue();
    }

    @Test
    void aTraitThatIsWantedComesWithANewMemberOnly() {
        PolicyPack pack = pack(
                new CompositionRule.SizeRange(1, 2),
                new CompositionRule.ConditionalSeat(SchoolCondition.below("f", 1), Who.trait("minority"), 1));
        CompositionReport report = pack.check(team(teacher(1), teacher(2)), FACTS.withFigure("f", 0));
        assertThat(report.repair().orElseThrow())
                .singleElement()
                .hasToString("fill the seat of t1 (teacher) for s/1 with a teacher for s/1 (minority)");
        assertThat(report.findings().get(1).explanation().claim())
                .startsWith("0 members who are \"minority\"; at least 1");
        assertThat(pack.check(team(teacher(1)), FACTS.withFigure("f", 1)).listFindings(Status.NOT_APPLICABLE))
                .hasSize(1);
    }

    @Test
    void aMirrorOnlyAdvises() {
        PolicyPack mirror = pack(new CompositionRule.PopulationMirror("speaks Spanish", "spanish", 0.1));
        assertThat(mirror.check(team(teacher(1)), FACTS).listFindings(Status.NOT_CHECKED))
                .hasSize(1);
        CompositionReport report = mirror.check(team(teacher(1)), FACTS.withFigure("spanish", 0.4));
        assertThat(report.passes()).isTrue();
        assertThat(report.findings().get(0).explanation().claim())
                .contains("is 0.40 of the school", "not near")
                .doesNotContain("0.00");
    }

    @Test
    void conditionsByOfficeAreRepairedByGivingTheOffice() {
        PolicyPack pack = pack(new CompositionRule.ConditionalSeat(
                SchoolCondition.below("enrolment", 300), Who.office(Office.TIMEKEEPER), 1));
        CompositionReport report = pack.check(team(teacher(1)), FACTS.withFigure("enrolment", 299));
        assertThat(report.repair().orElseThrow()).hasSize(1);
        assertThat(report.findings().get(0).explanation().claim()).contains("enrolment below 300");
    }

    /** Found by holding repairs against brute force: only somebody on neither side makes five of two and two. */
    @Test
    void whereTheSidesCannotFillATeamSomebodyOnNoSideDoes() {
        CompositionReport report = pack(
                        new CompositionRule.SizeRange(5, 5),
                        new CompositionRule.Ratio(List.of(
                                new CompositionRule.Side("parents", Set.of(StakeholderGroup.PARENT), 1),
                                new CompositionRule.Side("teachers", Set.of(StakeholderGroup.TEACHER), 1))))
                .check(team(teacher(1), teacher(2)), FACTS);
        assertThat(report.repair().orElseThrow())
                .extracting(SeatChange::toString)
                .containsExactlyInAnyOrder("add a parent", "add a parent", "add a coach");
    }

    @Test
    void rulesThatContradictEachOtherHaveNoRepair() {
        CompositionReport report = pack(
                        new CompositionRule.SizeRange(1, 1),
                        new CompositionRule.Ratio(List.of(
                                new CompositionRule.Side("parents", Set.of(StakeholderGroup.PARENT), 1),
                                new CompositionRule.Side("teachers", Set.of(StakeholderGroup.TEACHER), 1))))
                .check(team(teacher(1)), FACTS);
        assertThat(report.repair()).isEmpty();
        assertThat(report.explanation().toString()).contains("No change of seats was found");
    }

    @Test
    void everyShippedPackIsWrittenAndReadBack() {
        for (PolicyPack pack : PolicyPacks.listAll()) {
            String json = CanonicalJson.write(PolicyPack.FORM.write(pack));
            assertThat(PolicyPack.FORM.read(CanonicalJson.read(json))).isEqualTo(pack);
        }
        CompositionRule mirror = new CompositionRule.PopulationMirror("x", "y", 0.1);
        assertThat(CompositionRule.FORM.read(CompositionRule.FORM.write(mirror)))
                .isEqualTo(mirror);
    }

    @Test
    void senselessRulesAreRefused() {
        assertThatThrownBy(() -> new CompositionRule.SizeRange(5, 4)).hasMessageContaining("swapped");
        assertThatThrownBy(() -> new CompositionRule.Ratio(List.of())).hasMessageContaining("at least two");
        assertThatThrownBy(() -> new SeatChange(Optional.empty(), Optional.empty()))
                .hasMessageContaining("Neither");
    }

    @Test
    void aTeamAndItsCharterAreWrittenAndReadBack() {
        Team team = team(PRINCIPAL, teacher(1));
        assertThat(Team.KIND.read(1, CanonicalJson.read(CanonicalJson.write(Team.KIND.write(team)))))
                .isEqualTo(team);
        assertThat(team.findSeat(PersonId.of("t1"))).contains(teacher(1));
        assertThat(team.basedOn()).isEmpty();
        assertThatThrownBy(() -> team(PRINCIPAL, PRINCIPAL)).hasMessageContaining("twice");
        Charter charter = Charter.builder()
                .id(EntryId.of("charter"))
                .team(team.id())
                .purpose("Lead the improvement of teaching.")
                .addDecisionRights(DecisionRight.of("the plan", DecisionRight.Power.DECIDES))
                .addNorms(Norm.of("time", "We start on time."))
                .addPolicies(PolicyPacks.DEFAULT.name())
                .adopted(LocalDate.of(2026, 8, 1))
                .reviewOn(LocalDate.of(2027, 8, 1))
                .build();
        assertThat(Charter.KIND.read(1, CanonicalJson.read(CanonicalJson.write(Charter.KIND.write(charter)))))
                .isEqualTo(charter);
        assertThat(charter.basedOn()).containsExactly(team.id());
        assertThat(charter.isDue(LocalDate.of(2027, 8, 1))).isTrue();
        assertThatThrownBy(() -> charter.toBuilder().reviewOn(charter.adopted()).build())
                .hasMessageContaining("not after its adoption");
    }
}
