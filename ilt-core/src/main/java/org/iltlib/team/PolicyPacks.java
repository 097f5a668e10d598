package org.iltlib.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.CompositionRule.ConditionalSeat;
import org.iltlib.team.CompositionRule.Exclusion;
import org.iltlib.team.CompositionRule.MinShareWithin;
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
     * students (two at least in a high school) and community organisations stand outside that count.
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

    private PolicyPacks() {}

    /** All shipped packs, the default one first. */
    public static List<PolicyPack> listAll() {
        return List.of(DEFAULT, GEORGIA, OHIO, NEW_YORK_CITY, KENTUCKY);
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
