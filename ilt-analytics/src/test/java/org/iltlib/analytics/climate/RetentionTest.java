package org.iltlib.analytics.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgTree;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.Staffing;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final SchoolYear FIRST = SchoolYear.startingIn(2026);

    private static List<StaffYear> posts(int number, StaffYear.Outcome outcome, double years, String subject) {
        List<StaffYear> posts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            posts.add(StaffYear.builder()
                    .school("school-%02d".formatted(i % 23))
                    .outcome(outcome)
                    .yearsOfExperience(years)
                    .subject(subject)
                    .build());
        }
        return posts;
    }

    private static double value(Measured<Estimate> rate) {
        return rate.map(Estimate::value).orElse(Double.NaN);
    }

    private static StaffFlow district() {
        List<StaffYear> posts = new ArrayList<>(posts(882, StaffYear.Outcome.STAYED, 8, "mathematics"));
        posts.addAll(posts(63, StaffYear.Outcome.MOVED_WITHIN, 2, "science"));
        posts.addAll(posts(105, StaffYear.Outcome.LEFT, 1, "science"));
        return new StaffFlow(posts);
    }

    /** Fixture: 1,050 = 882 + 63 + 105; closed form 882/1050 and 945/1050. */
    @Test
    void ofARiverDistrictEightyFourPercentStayInTheirSchoolAndNinetyInTheDistrict() {
        RetentionReport report = Retention.withDefaults().of(district());
        assertThat(value(report.school())).isCloseTo(0.84, within(1e-12));
        assertThat(value(report.district())).isCloseTo(0.90, within(1e-12));
        assertThat(value(report.teaching())).isCloseTo(0.90, within(1e-12));
        assertThat(report.stayers() + report.moversWithin() + report.moversBeyond() + report.leavers())
                .isEqualTo(report.start())
                .isEqualTo(1050);
        assertThat(report.explain().toString())
                .contains("School: 882 of 1050, 84.0 %.")
                .contains("District: 882 + 63 of 1050, 90.0 %.");
        assertThat(report.bySchool()).hasSize(23);
        assertThat(value(report.byExperience().get("under 3"))).isZero();
        assertThat(value(report.byExperience().get("3 to under 10"))).isEqualTo(1);
        assertThat(new TurnoverCost(new BigDecimal("12000"), "own books").ofDistrict(report))
                .isEqualByComparingTo("1260000");
        assertThat(TurnoverCost.LARGE_DISTRICT.ofSchools(report)).isEqualByComparingTo("4200000");
        assertThat(TurnoverCost.LARGE_DISTRICT.explain(report).toString()).contains("105 posts at 25000 each");
    }

    @Test
    void aRateIsDescribedAndNeverExplained() {
        RetentionReport report = Retention.withDefaults().of(district());
        assertThat(report.sentence("84.0 % stayed.")).isEqualTo("84.0 % stayed. [described]");
        assertThatThrownBy(() -> report.sentence("Coaching led to staying.")).hasMessageContaining("says \"led to\"");
    }

    @Test
    void aSubjectOfFourIsWithheldTogetherWithTheNextSmallest() {
        List<StaffYear> posts = new ArrayList<>(posts(20, StaffYear.Outcome.STAYED, 8, "mathematics"));
        posts.addAll(posts(9, StaffYear.Outcome.STAYED, 8, "science"));
        posts.addAll(posts(4, StaffYear.Outcome.LEFT, 8, "music"));
        RetentionReport report = Retention.withDefaults().of(new StaffFlow(posts));
        assertThat(report.bySubject().get("music")).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.bySubject().get("science")).isInstanceOf(Measured.Suppressed.class);
        assertThat(value(report.bySubject().get("mathematics"))).isEqualTo(1);
        assertThat(report.reasons().get(ExitReason.UNKNOWN)).isInstanceOf(Measured.Suppressed.class);
        RetentionReport open = Retention.withDefaults()
                .withPolicy(SuppressionPolicy.PUBLIC_DATA)
                .withBands(5)
                .of(new StaffFlow(posts));
        assertThat(open.reasons()).containsExactly(Map.entry(ExitReason.UNKNOWN, Measured.of(4L)));
        assertThat(open.byExperience()).containsOnlyKeys("5 or more");
    }

    /** By hand: all eight with under 3 years are in science, and science has ten; less the eight that is two people. */
    @Test
    void aGroupingIsWithheldIfItsTableWithTheOthersHasASmallCell() {
        List<StaffYear> posts = new ArrayList<>(posts(20, StaffYear.Outcome.STAYED, 8, "mathematics"));
        posts.addAll(posts(8, StaffYear.Outcome.LEFT, 1, "science"));
        posts.addAll(posts(2, StaffYear.Outcome.STAYED, 8, "science"));
        RetentionReport report = Retention.withDefaults().of(new StaffFlow(posts));
        assertThat(report.byExperience().get("under 3").isReported()).isTrue();
        assertThat(report.bySubject())
                .containsOnlyKeys("mathematics", "science")
                .allSatisfy((subject, rate) -> assertThat(rate).isInstanceOf(Measured.Suppressed.class));
        RetentionReport open = Retention.withDefaults()
                .withPolicy(SuppressionPolicy.PUBLIC_DATA)
                .of(new StaffFlow(posts));
        assertThat(value(open.bySubject().get("science"))).isEqualTo(0.2);
    }

    @Test
    void anEmptyStaffHasNoRate() {
        RetentionReport report = Retention.withDefaults().of(new StaffFlow(List.of()));
        assertThat(report.school()).isInstanceOf(Measured.Missing.class);
        assertThat(RetentionLink.of(new StaffFlow(List.of()), post -> true).probability())
                .isInstanceOf(Measured.Missing.class);
        assertThat(RetentionLink.of(new StaffFlow(List.of()), post -> true).difference())
                .isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> Retention.withDefaults().withBands(3, 3)).hasMessageContaining("Limit 3 follows 3");
        assertThatThrownBy(() -> StaffYear.builder()
                        .school("s")
                        .outcome(StaffYear.Outcome.STAYED)
                        .reason(ExitReason.STUDY)
                        .build())
                .hasMessageContaining("stayed, and there is a reason for leaving: STUDY");
    }

    /** Newcombe (1998), table II: 56/70 against 48/80, method 10: 0.0524 to 0.3339. */
    @Test
    void havingAMentorGoesWithStayingAndSaysNoMore() {
        RetentionLink link = new RetentionLink(new RetentionLink.Side(56, 70), new RetentionLink.Side(48, 80));
        Estimate difference = link.difference().value().orElseThrow();
        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
        assertThat(link.rung()).isEqualTo(ClaimRung.ASSOCIATED);
        assertThat(link.sentence("A mentor is associated with staying.")).endsWith("[associated]");
        assertThatThrownBy(() -> link.sentence("Mentoring caused the staying.")).hasMessageContaining("caused");
    }

    /** The lady tasting tea, Fisher (1935): 3 of 4 and 1 of 4, two-sided 34/70. */
    @Test
    void theProbabilityIsFishersAndExact() {
        RetentionLink link = new RetentionLink(new RetentionLink.Side(3, 4), new RetentionLink.Side(1, 4));
        assertThat(link.probability().orElse(0.0)).isCloseTo(34.0 / 70, within(1e-12));
    }

    @Test
    void aFlowComesFromTwoStaffLists() {
        OrgUnit top = OrgUnit.of(OrgUnitId.of("district"), OrgLevel.DISTRICT, "District");
        OrgUnit north = top.child(OrgUnitId.of("north"), OrgLevel.SCHOOL, "North");
        OrgUnit south = top.child(OrgUnitId.of("south"), OrgLevel.SCHOOL, "South");
        OrgUnit grade = north.child(OrgUnitId.of("north-3"), OrgLevel.GRADE, "Grade 3");
        OrgTree tree = OrgTree.of(List.of(top, north, south, grade));
        List<Staffing> start = List.of(
                post("p-1", "north-3", StakeholderGroup.TEACHER),
                post("p-2", "north", StakeholderGroup.TEACHER),
                post("p-3", "south", StakeholderGroup.TEACHER),
                post("p-4", "south", StakeholderGroup.TEACHER),
                post("p-5", "south", StakeholderGroup.ADMINISTRATOR));
        List<Staffing> next =
                List.of(post("p-1", "north", StakeholderGroup.COACH), post("p-2", "south", StakeholderGroup.TEACHER));
        StaffFlow flow = StaffFlow.between(
                start,
                next,
                tree,
                StakeholderGroup.TEACHER,
                Map.of(PersonId.of("p-3"), ExitReason.RETIREMENT, PersonId.of("p-1"), ExitReason.STUDY),
                Set.of(PersonId.of("p-4")));
        assertThat(flow.posts())
                .extracting(StaffYear::outcome)
                .containsExactly(
                        StaffYear.Outcome.STAYED,
                        StaffYear.Outcome.MOVED_WITHIN,
                        StaffYear.Outcome.LEFT,
                        StaffYear.Outcome.MOVED_BEYOND);
        assertThat(flow.posts().get(0).school()).isEqualTo("north");
        assertThat(flow.posts().get(0).subject()).isEqualTo("mathematics");
        assertThat(flow.posts().get(2).reason()).isEqualTo(Optional.of(ExitReason.RETIREMENT));
        assertThatThrownBy(() -> StaffFlow.between(
                        List.of(post("p-9", "district", StakeholderGroup.TEACHER)),
                        next,
                        tree,
                        StakeholderGroup.TEACHER,
                        Map.of(),
                        Set.of()))
                .hasMessageContaining("The unit district is in no school");
    }

    private static Staffing post(String person, String unit, StakeholderGroup group) {
        return Staffing.builder()
                .person(PersonId.of(person))
                .unit(OrgUnitId.of(unit))
                .group(group)
                .year(FIRST)
                .addSubjects(Subject.MATHEMATICS)
                .build();
    }
}
