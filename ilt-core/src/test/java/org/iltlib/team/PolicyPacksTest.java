package org.iltlib.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.form.FormException;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.RuleFinding.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped packs, each on a team that passes and on one that does not, and packs from files. */
class PolicyPacksTest {
    private static final OrgUnit SCHOOL = OrgUnit.of(OrgUnitId.of("s"), OrgLevel.SCHOOL, "School");
    private static final List<OrgUnit> UNITS = units();
    private static final SchoolFacts FACTS = SchoolFacts.none().withUnits(UNITS);

    /** Twelve units: kindergarten, grades 1 to 8, special education, English learners, specials. */
    private static List<OrgUnit> units() {
        List<OrgUnit> units = new ArrayList<>();
        for (String grade : List.of("k", "1", "2", "3", "4", "5", "6", "7", "8")) {
            units.add(SCHOOL.child(OrgUnitId.of("s/" + grade), OrgLevel.GRADE, "Grade " + grade));
        }
        for (String department : List.of("sped", "el", "specials")) {
            units.add(SCHOOL.child(OrgUnitId.of("s/" + department), OrgLevel.DEPARTMENT, department));
        }
        return units;
    }

    private static Seat seat(String id, StakeholderGroup group, Office... offices) {
        return Seat.of(PersonId.of(id), group).toBuilder().addOffices(offices).build();
    }

    private static List<Seat> seats(int count, StakeholderGroup group) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> seat(group + "-" + i, group))
                .toList();
    }

    private static Seat speaker(String id, String... units) {
        Seat.Builder seat = seat(id, StakeholderGroup.TEACHER).toBuilder();
        for (String unit : units) {
            seat.addUnits(OrgUnitId.of("s/" + unit));
        }
        return seat.build();
    }

    private static final Seat PRINCIPAL = seat("p", StakeholderGroup.ADMINISTRATOR, Office.PRINCIPAL);

    @SafeVarargs
    private static Team team(List<Seat>... parts) {
        Team.Builder team = Team.builder()
                .id(EntryId.of("team"))
                .team(TeamId.of("s-ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(SCHOOL.id())
                .name("ILT")
                .formed(LocalDate.of(2026, 8, 1));
        for (List<Seat> part : parts) {
            team.addAllSeats(part);
        }
        return team.build();
    }

    private static List<String> repair(PolicyPack pack, Team team, SchoolFacts facts) {
        return pack.check(team, facts).repair().orElseThrow().stream()
                .map(SeatChange::toString)
                .toList();
    }

    /** Ten members: principal, assistant principal, coach and seven teachers. */
    private static List<Seat> mapleGrove() {
        return List.of(
                PRINCIPAL,
                seat("a", StakeholderGroup.ADMINISTRATOR, Office.ASSISTANT_PRINCIPAL),
                seat("c", StakeholderGroup.COACH, Office.PROCESS_CHECKER),
                speaker("k2", "k", "1", "2").toBuilder()
                        .addOffices(Office.RECORDER)
                        .build(),
                speaker("34", "3", "4").toBuilder()
                        .addOffices(Office.REFLECTIVE_QUESTIONER)
                        .build(),
                speaker("5", "5"),
                speaker("68", "6", "7", "8"),
                speaker("sped", "sped"),
                speaker("el", "el"),
                speaker("specials", "specials"));
    }

    @Test
    void twelveUnitsAreCoveredAndWithoutTheTeacherOfEnglishLearnersOneRuleFailsWithOneRepair() {
        PolicyPack pack = PolicyPacks.GEORGIA.and(PolicyPacks.OHIO);
        assertThat(UNITS).hasSize(12);
        CompositionReport whole = pack.check(team(mapleGrove()), FACTS);
        assertThat(whole.passes()).isTrue();
        assertThat(whole.explanation().toString()).contains("12 of 12 units have somebody");
        List<Seat> fewer = new ArrayList<>(mapleGrove());
        fewer.remove(8);
        CompositionReport report = pack.check(team(fewer), FACTS);
        assertThat(report.listFindings(Status.FAIL)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isInstanceOf(CompositionRule.UnitCoverage.class);
            assertThat(finding.explanation().toString()).contains("Nobody speaks for s/el.");
        });
        assertThat(report.repair().orElseThrow()).singleElement().hasToString("add a teacher for s/el");
    }

    @Test
    void twoPacksTogetherHaveEachRuleOnceAndTheStricterDates() {
        PolicyPack older = PolicyPacks.OHIO.toBuilder()
                .effectiveFrom(LocalDate.of(2020, 1, 1))
                .checkedOn(LocalDate.of(2020, 1, 2))
                .build();
        PolicyPack both = PolicyPacks.GEORGIA.and(older);
        assertThat(both.rules()).hasSize(4 + 6 - 3);
        assertThat(both.effectiveFrom()).isEqualTo(PolicyPacks.GEORGIA.effectiveFrom());
        assertThat(both.checkedOn()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(older.and(PolicyPacks.GEORGIA).checkedOn()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(older.and(PolicyPacks.GEORGIA).effectiveFrom()).isEqualTo(PolicyPacks.GEORGIA.effectiveFrom());
        assertThat(both.source()).contains("Georgia", "; Ohio");
    }

    @Test
    void inCaliforniaStaffAndParentsAreAsManyAndTeachersMostOfTheStaff() {
        PolicyPack pack = PolicyPacks.CALIFORNIA_ELEMENTARY;
        List<Seat> staff = new ArrayList<>(seats(3, StakeholderGroup.TEACHER));
        staff.add(PRINCIPAL);
        staff.add(seat("x", StakeholderGroup.CLASSIFIED));
        List<Seat> parents = new ArrayList<>(seats(4, StakeholderGroup.PARENT));
        parents.add(seat("n", StakeholderGroup.COMMUNITY));
        assertThat(pack.check(team(staff, parents), SchoolFacts.none()).passes())
                .isTrue();
        assertThat(repair(pack, team(staff, parents.subList(0, 4)), SchoolFacts.none()))
                .containsExactly("add a community member");
        staff.set(0, seat("y", StakeholderGroup.SPECIALIST));
        CompositionReport report = pack.check(team(staff, parents), SchoolFacts.none());
        assertThat(report.explanation().toString()).contains("2 of 5", "more than 1/2");
        assertThat(report.repair().orElseThrow()).hasSize(1);
    }

    @Test
    void inASecondarySchoolOfCaliforniaStudentsAreAsManyAsParentsAndTheSmallestCouncilHasTwelve() {
        PolicyPack pack = PolicyPacks.CALIFORNIA_SECONDARY;
        List<Seat> staff = new ArrayList<>(seats(5, StakeholderGroup.TEACHER));
        staff.add(PRINCIPAL);
        List<Seat> parents = seats(3, StakeholderGroup.PARENT);
        List<Seat> students = seats(3, StakeholderGroup.STUDENT);
        assertThat(pack.check(team(staff, parents, students), SchoolFacts.none())
                        .passes())
                .isTrue();
        assertThat(repair(pack, team(staff, parents, students.subList(0, 2)), SchoolFacts.none()))
                .containsExactly("add a student");
        assertThat(repair(pack, team(staff.subList(2, 6), parents.subList(0, 2), students.subList(0, 2)), FACTS))
                .hasSize(4);
    }

    @Test
    void thatACouncilReflectsItsPupilsIsAdviceAndNeverFails() {
        List<Seat> staff = new ArrayList<>(seats(4, StakeholderGroup.TEACHER));
        staff.add(PRINCIPAL);
        Team team = team(staff, seats(5, StakeholderGroup.PARENT));
        CompositionReport report =
                PolicyPacks.CALIFORNIA_ELEMENTARY.check(team, FACTS.withFigure(PolicyPacks.ENGLISH_LEARNER_SHARE, 0.9));
        assertThat(report.passes()).isTrue();
        assertThat(report.listFindings(Status.ADVISORY)).hasSize(1);
        assertThat(report.repair().orElseThrow()).isEmpty();
        assertThat(PolicyPacks.CALIFORNIA_ELEMENTARY.check(team, FACTS).listFindings(Status.NOT_CHECKED))
                .hasSize(1);
    }

    @Test
    void inNewYorkCityStudentsStandOutsideTheCountOfParentsAndStaff() {
        List<Seat> staff = new ArrayList<>(seats(3, StakeholderGroup.TEACHER));
        staff.add(PRINCIPAL);
        staff.add(seat("u", StakeholderGroup.TEACHER, Office.UNION_CHAPTER_LEADER));
        List<Seat> parents = new ArrayList<>(seats(4, StakeholderGroup.PARENT));
        parents.add(seat("pa", StakeholderGroup.PARENT, Office.PARENT_ASSOCIATION_PRESIDENT));
        List<Seat> students = seats(2, StakeholderGroup.STUDENT);
        SchoolFacts high = FACTS.withFigure(PolicyPacks.HIGH_SCHOOL, 1);
        assertThat(PolicyPacks.NEW_YORK_CITY
                        .check(team(staff, parents, students), high)
                        .passes())
                .isTrue();
        assertThat(repair(PolicyPacks.NEW_YORK_CITY, team(staff, parents, students.subList(0, 1)), high))
                .containsExactly("add a student");
        // Twelve are within 10 to 17; without students the ten that are left are too.
        assertThat(PolicyPacks.NEW_YORK_CITY
                        .check(team(staff, parents), FACTS.withFigure(PolicyPacks.HIGH_SCHOOL, 0))
                        .passes())
                .isTrue();
    }

    @Test
    void inGeorgiaEveryAssistantPrincipalComesToEveryMeeting() {
        CompositionReport report =
                PolicyPacks.GEORGIA.check(team(mapleGrove()), FACTS.withMeetings(attended("a", 17, 18)));
        assertThat(report.listFindings(Status.FAIL))
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanation().toString())
                        .contains("Every assistant principal is to attend all meetings.", "1 of 1 fell short."));
        assertThat(PolicyPacks.GEORGIA
                        .check(team(mapleGrove()), FACTS.withMeetings(attended("a", 18, 18)))
                        .passes())
                .isTrue();
    }

    @Test
    void whoHasNoTermIsGivenOneRatherThanReplaced() {
        List<Seat> seats = new ArrayList<>(seats(2, StakeholderGroup.PARENT));
        seats.add(PRINCIPAL);
        seats.addAll(seats(3, StakeholderGroup.TEACHER));
        assertThat(repair(PolicyPacks.KENTUCKY, team(seats), FACTS))
                .containsExactly(
                        "give the seat of teacher-1 (teacher) a term of at most 12 months",
                        "give the seat of teacher-2 (teacher) a term of at most 12 months",
                        "give the seat of teacher-3 (teacher) a term of at most 12 months");
    }

    @Test
    void aSearchThatGaveUpSaysSo() {
        CompositionReport report =
                PolicyPacks.CALIFORNIA_SECONDARY.check(team(seats(13, StakeholderGroup.TEACHER)), FACTS);
        assertThat(report.repair()).isEmpty();
        assertThat(report.explanation().toString()).contains("the search ended at its limit, and there may be one.");
    }

    @Test
    void onePersonCannotHoldThePostsOfThreeGroups() {
        List<Seat> seats = new ArrayList<>(seats(5, StakeholderGroup.TEACHER));
        seats.addAll(seats(4, StakeholderGroup.PARENT));
        seats.add(seat(
                "x",
                StakeholderGroup.PARENT,
                Office.PRINCIPAL,
                Office.PARENT_ASSOCIATION_PRESIDENT,
                Office.UNION_CHAPTER_LEADER));
        CompositionReport report = PolicyPacks.NEW_YORK_CITY.check(team(seats), FACTS);
        assertThat(report.listFindings(Status.FAIL)).hasSize(2);
        assertThat(report.explanation().toString())
                .contains(
                        "The principal sits as a parent; an administrator is wanted.",
                        "The union chapter leader sits as a parent; a teacher is wanted.");
    }

    @Test
    void aTermThatEndedIsNoTerm() {
        List<Seat> seats = new ArrayList<>(seats(2, StakeholderGroup.PARENT));
        seats.add(PRINCIPAL);
        Term year = Term.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30));
        for (Seat teacher : seats(3, StakeholderGroup.TEACHER)) {
            seats.add(teacher.toBuilder().term(year).build());
        }
        PolicyPack pack = PolicyPacks.KENTUCKY;
        Team team = team(seats);
        assertThat(pack.check(team, FACTS).passes()).isTrue();
        assertThat(pack.check(team, FACTS, LocalDate.of(2027, 6, 30)).passes()).isTrue();
        CompositionReport later = pack.check(team, FACTS, LocalDate.of(2027, 7, 1));
        assertThat(later.explanation().toString())
                .contains("3 teachers have no term, one that ended before 2027-07-01");
        assertThat(later.passes()).isFalse();
        Team old = team.toBuilder().formed(LocalDate.of(2027, 8, 1)).build();
        assertThat(pack.check(old, FACTS).passes()).isFalse();
    }

    @Test
    void whoIsNotedNeitherAsPresentNorAsAbsentDoesNotCountAsThere() {
        List<Meeting> meetings = new ArrayList<>(attended("p", 9, 9));
        meetings.set(0, meetings.get(0).toBuilder().addPresent(PersonId.of("a")).build());
        CompositionReport report = PolicyPacks.GEORGIA.check(team(mapleGrove()), FACTS.withMeetings(meetings));
        assertThat(report.passes()).isTrue();
        assertThat(report.listFindings(Status.NOT_CHECKED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanation().toString())
                        .contains("Of 1 of 1 it is not known: at some of the 9 meetings"));
        assertThat(report.explanation().toString())
                .doesNotContain("a came", "p came")
                .contains("All did.");
    }

    @Test
    void inTexasTwoThirdsOfTheProfessionalStaffTeach() {
        SchoolFacts practicable = FACTS.withFigure(PolicyPacks.SPECIAL_EDUCATOR_PRACTICABLE, 1);
        List<Seat> others = new ArrayList<>(seats(2, StakeholderGroup.COACH));
        others.set(
                0,
                others.get(0).toBuilder()
                        .addTraits(PolicyPacks.SPECIAL_EDUCATOR)
                        .build());
        others.add(PRINCIPAL);
        List<Seat> parents = seats(2, StakeholderGroup.PARENT);
        // 4 of 6 is two thirds exactly.
        assertThat(PolicyPacks.TEXAS
                        .check(team(seats(4, StakeholderGroup.TEACHER), others, parents), practicable)
                        .passes())
                .isTrue();
        Team three = team(seats(3, StakeholderGroup.TEACHER), others, parents);
        assertThat(repair(PolicyPacks.TEXAS, three, practicable)).containsExactly("add a teacher");
        Team without = team(seats(4, StakeholderGroup.TEACHER), List.of(PRINCIPAL), parents.subList(0, 1));
        assertThat(PolicyPacks.TEXAS.check(without, practicable).listFindings(Status.FAIL))
                .hasSize(2);
        // One parent who is a special educator meets both.
        assertThat(repair(PolicyPacks.TEXAS, without, practicable)).containsExactly("add a parent (special educator)");
        assertThat(PolicyPacks.TEXAS
                        .check(without, FACTS.withFigure(PolicyPacks.SPECIAL_EDUCATOR_PRACTICABLE, 0))
                        .listFindings(Status.NOT_APPLICABLE))
                .hasSize(1);
    }

    @Test
    void inSeattleATeamOfMoreThanSevenHasTwoClassifiedMembers() {
        List<Seat> classified = seats(1, StakeholderGroup.CLASSIFIED);
        Team seven = team(List.of(PRINCIPAL), seats(5, StakeholderGroup.TEACHER), classified);
        CompositionReport fine = PolicyPacks.SEATTLE.check(seven, FACTS);
        assertThat(fine.passes()).isTrue();
        assertThat(fine.listFindings(Status.NOT_APPLICABLE)).hasSize(1);
        assertThat(fine.explanation().toString()).contains("7 members; at least 6 are wanted.");
        Team eight = team(List.of(PRINCIPAL), seats(6, StakeholderGroup.TEACHER), classified);
        CompositionReport report = PolicyPacks.SEATTLE.check(eight, FACTS);
        assertThat(report.listFindings(Status.FAIL)).hasSize(1);
        assertThat(repair(PolicyPacks.SEATTLE, eight, FACTS)).containsExactly("add a classified employee");
        assertThat(repair(PolicyPacks.SEATTLE, team(seats(3, StakeholderGroup.TEACHER)), FACTS))
                .hasSize(3);
    }

    @Test
    void giveUpASeatWhereThatIsTheSmallerRepair() {
        PolicyPack pack = PolicyPacks.DEFAULT.toBuilder()
                .rules(List.of(new CompositionRule.ConditionalSeat(
                        SchoolCondition.atLeast(SchoolCondition.TEAM_SIZE, 3),
                        Who.group(StakeholderGroup.CLASSIFIED),
                        2)))
                .build();
        assertThat(repair(pack, team(seats(3, StakeholderGroup.TEACHER)), FACTS))
                .containsExactly("give up the seat of teacher-3 (teacher)");
    }

    private static List<Seat> tfiTeam() {
        List<Seat> seats = new ArrayList<>(List.of(
                seat("a", StakeholderGroup.ADMINISTRATOR),
                seat("f", StakeholderGroup.PARENT),
                seat("t", StakeholderGroup.TEACHER, PolicyPacks.TFI_COORDINATOR)));
        for (String expertise : PolicyPacks.TFI_EXPERTISE) {
            seats.add(seat("t" + seats.size(), StakeholderGroup.TEACHER).toBuilder()
                    .addTraits(expertise)
                    .build());
        }
        return seats;
    }

    @Test
    void theTieredFidelityInventoryWantsSevenRolesAndEachAtFourOfFiveMeetings() {
        List<Seat> seats = tfiTeam();
        assertThat(PolicyPacks.TFI.check(team(seats), FACTS).passes()).isTrue();
        assertThat(repair(PolicyPacks.TFI, team(seats.subList(0, 6)), FACTS))
                .containsExactly("add a teacher (knowledge of operations)");
        assertThat(repair(PolicyPacks.TFI, team(seats), FACTS.withFigure(PolicyPacks.HIGH_SCHOOL, 1)))
                .containsExactly("add a student");
        List<Meeting> meetings = attended("f", 4, 5);
        assertThat(PolicyPacks.TFI
                        .check(team(seats), FACTS.withMeetings(meetings))
                        .passes())
                .isTrue();
        CompositionReport absent = PolicyPacks.TFI.check(team(seats), FACTS.withMeetings(attended("f", 3, 4)));
        assertThat(absent.listFindings(Status.FAIL))
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanation().toString())
                        .contains("Every parent is to attend at least 4/5 of the meetings.", "1 of 1 fell short."));
        assertThat(absent.repair().orElseThrow()).isEmpty();
    }

    private static List<Meeting> attended(String person, int present, int of) {
        return IntStream.range(0, of)
                .mapToObj(i -> {
                    Meeting.Builder meeting = MeetingTest.meeting(i, 30, 60).toBuilder();
                    return (i < present
                                    ? meeting.addPresent(PersonId.of(person))
                                    : meeting.addAbsent(PersonId.of(person)))
                            .build();
                })
                .toList();
    }

    @Test
    void everyShapeOfRuleIsUsedByAPackThatIsShipped() {
        Set<String> used = new TreeSet<>();
        PolicyPacks.listAll()
                .forEach(pack ->
                        pack.rules().forEach(rule -> used.add(rule.getClass().getSimpleName())));
        Set<String> all = new TreeSet<>();
        for (Class<?> shape : CompositionRule.class.getPermittedSubclasses()) {
            all.add(shape.getSimpleName());
        }
        assertThat(used).isEqualTo(all).hasSize(10);
        assertThat(PolicyPacks.listAll()).hasSize(10).allSatisfy(pack -> {
            assertThat(pack.source()).isNotBlank();
            assertThat(pack.checkedOn()).isAfterOrEqualTo(LocalDate.of(2026, 11, 1));
        });
    }

    private static Team named(String id, String kind, List<Seat> seats) {
        return team(seats).toBuilder()
                .id(EntryId.of("team/" + id))
                .team(TeamId.of(id))
                .kindOfTeam(kind)
                .build();
    }

    @Test
    void ofTwentyThreeTeamsFourFailTwoForCoverageOneForSizeOneForAttendance() {
        PolicyPack pack = PolicyPacks.DEFAULT.toBuilder()
                .name("Riverbend")
                .rules(List.of(
                        new CompositionRule.SizeRange(6, 12),
                        CompositionRule.UnitCoverage.ofGradesAndDepartments(),
                        new CompositionRule.RoleAttendance(Who.office(Office.PRINCIPAL), Fraction.of(4, 5))))
                .build();
        List<Team> teams = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            List<Seat> seats = new ArrayList<>(mapleGrove());
            if (i == 3 || i == 8) {
                seats.remove(8);
            } else if (i == 11) {
                seats.addAll(seats(3, StakeholderGroup.COACH));
            }
            teams.add(named("s" + i, Team.INSTRUCTIONAL_LEADERSHIP, seats));
        }
        List<Meeting> often = attended("p", 16, 20);
        List<Meeting> seldom = attended("p", 20, 27); // 74 %
        CompositionSurvey survey =
                pack.checkAll(teams, team -> FACTS.withMeetings(team.team().equals(TeamId.of("s20")) ? seldom : often));
        assertThat(survey.reports()).hasSize(23);
        assertThat(survey.listFailing().stream().map(TeamId::value)).containsExactly("s3", "s8", "s11", "s20");
        assertThat(survey.listPassing()).hasSize(19);
        assertThat(survey.explanation().toString())
                .startsWith("4 of 23 teams fail.")
                .contains(
                        "s11: Riverbend: 1 of 3 rules fail.",
                        "13 members",
                        "1 of 1 fell short.",
                        "Nobody speaks for s/el");
        assertThatThrownBy(() -> pack.checkAll(List.of(teams.get(0), teams.get(0)), team -> FACTS))
                .hasMessageContaining("teams has \"s1\" twice");
    }

    @Test
    void aCouncilStandsUnderAnotherPackThanTheLeadershipTeamOfTheSameSchool() {
        List<Seat> staff = new ArrayList<>(seats(4, StakeholderGroup.TEACHER));
        staff.add(PRINCIPAL);
        staff.addAll(seats(5, StakeholderGroup.PARENT));
        List<Team> teams = List.of(
                named("s-ilt", Team.INSTRUCTIONAL_LEADERSHIP, mapleGrove()),
                named("s-council", Team.SCHOOL_COUNCIL, staff));
        CompositionSurvey survey = CompositionSurvey.of(
                teams,
                team -> team.kindOfTeam().equals(Team.SCHOOL_COUNCIL)
                        ? PolicyPacks.CALIFORNIA_ELEMENTARY
                        : PolicyPacks.OHIO,
                team -> FACTS);
        assertThat(survey.listFailing()).isEmpty();
        assertThat(survey.explanation()).hasToString("0 of 2 teams fail.");
        assertThat(PolicyPacks.OHIO.check(teams.get(1), FACTS).passes()).isFalse();
    }

    private static final String DISTRICT = """
            {
              "name": "Riverbend leadership teams",
              "source": "Board policy 2.14",
              "effectiveFrom": "2026-08-01",
              "checkedOn": "2026-07-15",
              "rules": [
                {"rule": "sizeRange", "min": 6, "max": 12},
                {"rule": "unitCoverage", "levels": ["GRADE", "DEPARTMENT"]},
                {"rule": "minShareWithin", "among": [], "group": "teacher",
                 "minimum": {"share": "1/2", "exceeded": false}}
              ]
            }
            """;

    @Test
    void aDistrictWritesAPackOfItsOwn(@TempDir Path folder) {
        PolicyPack pack = PolicyPackFile.parse(DISTRICT);
        assertThat(pack.rules()).hasSize(3);
        assertThat(pack.check(team(mapleGrove()), FACTS).passes()).isTrue();
        Path file = folder.resolve("pack.json");
        PolicyPackFile.write(pack, file);
        assertThat(PolicyPackFile.read(file)).isEqualTo(pack);
        assertThat(PolicyPackFile.print(pack))
                .contains("\n      \"rule\": \"sizeRange\"")
                .endsWith("}\n");
        for (PolicyPack shipped : PolicyPacks.listAll()) {
            assertThat(PolicyPackFile.parse(PolicyPackFile.print(shipped))).isEqualTo(shipped);
        }
    }

    @Test
    void whatIsWrongInAFileIsToldWithItsPlace(@TempDir Path folder) {
        assertThatThrownBy(() -> PolicyPackFile.parse(DISTRICT.replace("\"min\": 6", "\"min\": \"six\"")))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("/rules/0/min")
                .hasMessageContaining("expected a number");
        assertThatThrownBy(() -> PolicyPackFile.parse(DISTRICT.replace("sizeRange", "sizeRnge")))
                .hasMessageContaining("/rules/0")
                .hasMessageContaining("expected one of");
        assertThatThrownBy(() -> PolicyPackFile.parse(DISTRICT.replace("\"min\": 6,", "\"min\": 6, \"most\": 7,")))
                .hasMessageContaining("\"most\" in the object at \"/rules/0\" is not known");
        assertThatThrownBy(() -> PolicyPackFile.parse(DISTRICT.replace("\"min\": 6", "\"min\": 16")))
                .hasMessageContaining("max is 12, below min 16");
        assertThatThrownBy(() -> PolicyPackFile.parse(DISTRICT.replace("\"source\": \"Board policy 2.14\",", "")))
                .hasMessageContaining("/source")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> PolicyPackFile.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> PolicyPackFile.write(PolicyPacks.OHIO, folder))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Collections.frequency(PolicyPacks.listAll(), PolicyPacks.TFI))
                .isEqualTo(1);
    }
}
