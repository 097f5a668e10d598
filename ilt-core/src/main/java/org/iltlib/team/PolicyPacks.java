package org.iltlib.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.CompositionRule.ConditionalSeat;
import org.iltlib.team.CompositionRule.Exclusion;
import org.iltlib.team.CompositionRule.MinShareWithin;
import org.iltlib.team.CompositionRule.PopulationMirror;
import org.iltlib.team.CompositionRule.Ratio;
import org.iltlib.team.CompositionRule.RequiredOffice;
import org.iltlib.team.CompositionRule.RoleAttendance;
import org.iltlib.team.CompositionRule.Side;
import org.iltlib.team.CompositionRule.SizeRange;
import org.iltlib.team.CompositionRule.TermAndElection;
import org.iltlib.team.CompositionRule.UnitCoverage;

/**
 * The shipped packs. They follow public documents as read in November 2026, in so far as those can be checked on a list
 * of seats; hold them against the current text before relying on them. {@code effectiveFrom} is the day from which the
 * pack may be applied, not the day on which a law came into force.
 */
public final class PolicyPacks {
    private static final LocalDate READ = LocalDate.of(2026, 11, 1);

    /** The figure for Kentucky's minority seat: share of minority students enrolled on 1 October, 0 to 1. */
    public static final String MINORITY_ENROLMENT_SHARE = "minorityEnrolmentShare";

    /** The trait for Kentucky's minority seat; self-declared. */
    public static final String MINORITY = "minority";

    /** The trait of a parent member who works for the school or district. */
    public static final String EMPLOYEE = "employee";

    /** The trait of a parent member who is related to somebody who works there. */
    public static final String RELATIVE_OF_STAFF = "relative of staff";

    /** The figure that is 1 for a high school and 0 for any other. */
    public static final String HIGH_SCHOOL = "highSchool";

    /** The figure that is 1 where a seat for a special educator is practicable in Texas, and 0 where it is not. */
    public static final String SPECIAL_EDUCATOR_PRACTICABLE = "specialEducatorPracticable";

    /** The trait of a professional with responsibility for special education. */
    public static final String SPECIAL_EDUCATOR = "special educator";

    /** The figure for California's advice on who sits on a council: share of English learners, 0 to 1. */
    public static final String ENGLISH_LEARNER_SHARE = "englishLearnerShare";

    /** The trait of a member who comes from a family of English learners; self-declared. */
    public static final String ENGLISH_LEARNER_FAMILY = "family of English learners";

    /**
     * A sound start where no law rules: 5 to 10 members, a principal, somebody for every grade and department, and at
     * least half classroom teachers. Size and members from ASCD, coverage from ACSA; the share of teachers is this
     * library's own.
     */
    public static final PolicyPack DEFAULT = pack(
            "ILT default",
            "ASCD Educational Leadership, \"Bringing intentionality to instructional leadership teams\";"
                    + " ACSA Leadership, January/February 2016, p. 21; share of teachers: ILT",
            new SizeRange(5, 10),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            UnitCoverage.ofGradesAndDepartments(),
            new MinShareWithin(Set.of(), StakeholderGroup.TEACHER, Minimum.atLeast(Fraction.HALF)));

    /** Georgia: principal and every assistant principal at every meeting; somebody for every grade and department. */
    public static final PolicyPack GEORGIA = pack(
            "Georgia High Impact Practices, leadership team, Exemplary",
            "Georgia Department of Education, High Impact Practices rubric, leadership-team self-assessment",
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            UnitCoverage.ofGradesAndDepartments(),
            new RoleAttendance(Who.office(Office.PRINCIPAL), Fraction.ONE),
            new RoleAttendance(Who.office(Office.ASSISTANT_PRINCIPAL), Fraction.ONE));

    /** Ohio: somebody for every grade and department, the principal at every meeting, three duties that rotate. */
    public static final PolicyPack OHIO = pack(
            "Ohio Improvement Process, building leadership team",
            "Ohio Improvement Process, BLT rubric",
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            UnitCoverage.ofGradesAndDepartments(),
            RequiredOffice.duty(Office.RECORDER),
            RequiredOffice.duty(Office.PROCESS_CHECKER),
            RequiredOffice.duty(Office.REFLECTIVE_QUESTIONER),
            new RoleAttendance(Who.office(Office.PRINCIPAL), Fraction.ONE));

    /**
     * New York City school leadership team: 10 to 17 members, three who must be there, as many parents as staff;
     * students (two at least in a high school) and community organisations stand outside that count. The chapter leader's
     * seat is taken to be one of the teachers, whatever the chapter leader teaches or does.
     */
    public static final PolicyPack NEW_YORK_CITY = pack(
            "New York City school leadership team (A-655)",
            "New York City Public Schools, Chancellor's Regulation A-655",
            new SizeRange(10, 17),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            RequiredOffice.post(Office.PARENT_ASSOCIATION_PRESIDENT, StakeholderGroup.PARENT),
            RequiredOffice.post(Office.UNION_CHAPTER_LEADER, StakeholderGroup.TEACHER),
            new Ratio(List.of(
                    new Side("parents", Set.of(StakeholderGroup.PARENT), 1),
                    new Side(
                            "staff",
                            Set.of(
                                    StakeholderGroup.TEACHER,
                                    StakeholderGroup.ADMINISTRATOR,
                                    StakeholderGroup.COACH,
                                    StakeholderGroup.SPECIALIST,
                                    StakeholderGroup.CLASSIFIED),
                            1))),
            new ConditionalSeat(SchoolCondition.atLeast(HIGH_SCHOOL, 1), Who.group(StakeholderGroup.STUDENT), 2));

    /**
     * Kentucky school council: parents, teachers and the administrator as 2 to 3 to 1; parents neither employees nor
     * relatives; teachers' terms of a year; a minority member where minority enrolment reaches 8 percent.
     */
    public static final PolicyPack KENTUCKY = pack(
            "Kentucky school-based decision making council",
            "KRS 160.345, text through 2024; bills to repeal it existed",
            new SizeRange(6, 24),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            new Ratio(List.of(
                    new Side("parents", Set.of(StakeholderGroup.PARENT), 2),
                    new Side("teachers", Set.of(StakeholderGroup.TEACHER), 3),
                    new Side("administrators", Set.of(StakeholderGroup.ADMINISTRATOR), 1))),
            new Exclusion(Who.group(StakeholderGroup.PARENT), EMPLOYEE),
            new Exclusion(Who.group(StakeholderGroup.PARENT), RELATIVE_OF_STAFF),
            new TermAndElection(StakeholderGroup.TEACHER, 12, Integer.MAX_VALUE),
            new ConditionalSeat(SchoolCondition.atLeast(MINORITY_ENROLMENT_SHARE, 0.08), Who.trait(MINORITY), 1));

    private static final Side CALIFORNIA_STAFF = new Side(
            "staff",
            Set.of(
                    StakeholderGroup.ADMINISTRATOR,
                    StakeholderGroup.TEACHER,
                    StakeholderGroup.COACH,
                    StakeholderGroup.SPECIALIST,
                    StakeholderGroup.CLASSIFIED),
            1);

    /** Partners from outside count as community members: nobody sits on a council who is on no side. */
    private static final Set<StakeholderGroup> CALIFORNIA_COMMUNITY =
            Set.of(StakeholderGroup.PARENT, StakeholderGroup.COMMUNITY, StakeholderGroup.EXTERNAL);

    /** The intent that a council reflects its pupils, by the example of English learners; advice, within a tenth. */
    private static final PopulationMirror CALIFORNIA_PUPILS =
            new PopulationMirror(ENGLISH_LEARNER_FAMILY, ENGLISH_LEARNER_SHARE, 0.1);

    /**
     * California school site council of an elementary school: as many staff as parents and community members, teachers
     * more than half of the staff, at least 10 members as guidance has it. That small schools may share a council, that
     * each group elects its own, and that meetings are public, is not checked here.
     */
    public static final PolicyPack CALIFORNIA_ELEMENTARY = pack(
            "California school site council, elementary",
            "California Education Code 65000-65001; size: school site council guidance",
            SizeRange.atLeast(10),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            new Ratio(List.of(CALIFORNIA_STAFF, new Side("parents and community", CALIFORNIA_COMMUNITY, 1))),
            new MinShareWithin(CALIFORNIA_STAFF.groups(), StakeholderGroup.TEACHER, Minimum.MAJORITY),
            CALIFORNIA_PUPILS);

    /**
     * California school site council of a secondary school: as {@link #CALIFORNIA_ELEMENTARY}, with students on the
     * parents' side, taken here to be as many as parents and community members. Sources differ on whether the smallest
     * council has 10 or 12 members; these proportions make it 12.
     */
    public static final PolicyPack CALIFORNIA_SECONDARY = pack(
            "California school site council, secondary",
            "California Education Code 65000-65001; size: school site council guidance",
            SizeRange.atLeast(10),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            new Ratio(List.of(
                    new Side(CALIFORNIA_STAFF.name(), CALIFORNIA_STAFF.groups(), 2),
                    new Side("parents and community", CALIFORNIA_COMMUNITY, 1),
                    new Side("students", Set.of(StakeholderGroup.STUDENT), 1))),
            new MinShareWithin(CALIFORNIA_STAFF.groups(), StakeholderGroup.TEACHER, Minimum.MAJORITY),
            CALIFORNIA_PUPILS);

    /**
     * Texas campus committee: two thirds of the professional staff are classroom teachers, a special educator where
     * practicable, and two parents as districts have it.
     */
    public static final PolicyPack TEXAS = pack(
            "Texas campus-level planning committee",
            "Texas Education Code 11.251; two parents: district guidance",
            new MinShareWithin(
                    Set.of(StakeholderGroup.TEACHER, StakeholderGroup.COACH, StakeholderGroup.SPECIALIST),
                    StakeholderGroup.TEACHER,
                    Minimum.TWO_THIRDS),
            new ConditionalSeat(
                    SchoolCondition.atLeast(SPECIAL_EDUCATOR_PRACTICABLE, 1), Who.trait(SPECIAL_EDUCATOR), 1),
            ConditionalSeat.always(Who.group(StakeholderGroup.PARENT), 2));

    /**
     * Seattle building leadership team: the principal and at least five others, one classified, two if more than 7. That
     * these five are elected staff is not checked here: students and partners count towards the six.
     */
    public static final PolicyPack SEATTLE = pack(
            "Seattle building leadership team",
            "Seattle Public Schools, collective bargaining agreement, building leadership teams",
            SizeRange.atLeast(6),
            RequiredOffice.post(Office.PRINCIPAL, StakeholderGroup.ADMINISTRATOR),
            ConditionalSeat.always(Who.group(StakeholderGroup.CLASSIFIED), 1),
            new ConditionalSeat(
                    SchoolCondition.atLeast(SchoolCondition.TEAM_SIZE, 8), Who.group(StakeholderGroup.CLASSIFIED), 2));

    /** Who coordinates positive behavioral interventions and supports. */
    public static final Office TFI_COORDINATOR = Office.of("coordinator");

    /** What members of a team for positive behavioral interventions and supports know, between them. */
    public static final List<String> TFI_EXPERTISE = List.of(
            "behavioral expertise", "coaching expertise", "knowledge of student patterns", "knowledge of operations");

    /**
     * Tiered Fidelity Inventory, item 1.1, highest score: a coordinator, an administrator, a family member, four kinds of
     * expertise, a student in a high school, and each of these roles at four of five meetings.
     */
    public static final PolicyPack TFI = tfi();

    private PolicyPacks() {}

    /** All shipped packs, the default one first. */
    public static List<PolicyPack> listAll() {
        return List.of(
                DEFAULT,
                GEORGIA,
                OHIO,
                NEW_YORK_CITY,
                KENTUCKY,
                CALIFORNIA_ELEMENTARY,
                CALIFORNIA_SECONDARY,
                TEXAS,
                SEATTLE,
                TFI);
    }

    private static PolicyPack tfi() {
        List<Who> roles = new ArrayList<>(List.of(
                Who.office(TFI_COORDINATOR),
                Who.group(StakeholderGroup.ADMINISTRATOR),
                Who.group(StakeholderGroup.PARENT)));
        TFI_EXPERTISE.forEach(expertise -> roles.add(Who.trait(expertise)));
        List<CompositionRule> rules = new ArrayList<>();
        roles.forEach(role -> rules.add(
                role.by() == Who.By.OFFICE ? RequiredOffice.duty(TFI_COORDINATOR) : ConditionalSeat.always(role, 1)));
        rules.add(new ConditionalSeat(SchoolCondition.atLeast(HIGH_SCHOOL, 1), Who.group(StakeholderGroup.STUDENT), 1));
        roles.add(Who.group(StakeholderGroup.STUDENT));
        roles.forEach(role -> rules.add(new RoleAttendance(role, Fraction.of(4, 5))));
        return pack(
                "Tiered Fidelity Inventory, item 1.1",
                "PBIS School-wide Tiered Fidelity Inventory 3.0, item 1.1",
                rules.toArray(new CompositionRule[0]));
    }

    private static PolicyPack pack(String name, String source, CompositionRule... rules) {
        return PolicyPack.builder()
                .name(name)
                .source(source)
                .effectiveFrom(READ)
                .checkedOn(READ)
                .addRules(rules)
                .build();
    }
}
