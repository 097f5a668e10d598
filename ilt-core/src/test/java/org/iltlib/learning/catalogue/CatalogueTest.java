package org.iltlib.learning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.iltlib.choice.Rational;
import org.iltlib.finding.NeedArea;
import org.iltlib.learning.ActivityType;
import org.iltlib.learning.ContentType;
import org.iltlib.learning.LearningFeature;
import org.iltlib.learning.ProfessionalLearning;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final LocalDate START = LocalDate.of(2026, 10, 6);
    private static final EntryId GOAL = EntryId.of("goal/fractions");

    /** Maple Grove, step 8: three workshops and four rounds of coaching of two hours each, for nine teachers. */
    @Test
    void threeWorkshopsAndFourCoachingRoundsOfTwoHoursAreFourteenHoursForNineTeachersAndSustained() {
        Dosage dosage = Dosage.of(mapleGrove());
        assertThat(dosage.contactHours()).isEqualTo(Rational.of(14));
        assertThat(dosage.people()).isEqualTo(9);
        assertThat(dosage.atLeast(14 * 60)).isEqualTo(9);
        assertThat(dosage.hoursOf(PersonId.of("p-1"))).isEqualTo(Rational.of(14));
        assertThat(dosage.dates()).hasSize(7);
        assertThat(dosage.isSustained()).isTrue();
    }

    @Test
    void fourDatesOrMoreThanSevenDaysAreSustainedAndExactlySevenDaysAreNot() {
        assertThat(Dosage.of(List.of(session("a", 0), session("b", 7))).isSustained())
                .isFalse();
        assertThat(Dosage.of(List.of(session("a", 0), session("b", 8))).isSustained())
                .isTrue();
        assertThat(Dosage.of(List.of(session("a", 0), session("b", 1), session("c", 2)))
                        .isSustained())
                .isFalse();
        assertThat(Dosage.of(List.of(session("a", 0), session("b", 1), session("c", 2), session("d", 3)))
                        .isSustained())
                .isTrue();
        assertThat(Dosage.of(List.of()).isSustained()).isFalse();
        assertThat(Dosage.of(List.of()).spanDays()).isZero();
    }

    @Test
    void whoWasEnrolledAndNeverCameHasNoMinutesAndWhoIsUnknownHasNone() {
        LearningSession session = LearningSession.builder()
                .id(EntryId.of("s"))
                .learning(EntryId.of("l"))
                .on(START)
                .minutes(45)
                .addEnrolled(PersonId.of("p-1"), PersonId.of("p-2"))
                .addAttended(PersonId.of("p-2"))
                .build();
        Dosage dosage = Dosage.of(List.of(session));
        assertThat(dosage.minutesOf()).containsEntry(PersonId.of("p-1"), 0L).containsEntry(PersonId.of("p-2"), 45L);
        assertThat(dosage.people()).isEqualTo(1);
        assertThat(dosage.hoursOf(PersonId.of("p-2"))).isEqualTo(Rational.of(3, 4));
        assertThat(dosage.hoursOf(PersonId.of("p-9"))).isEqualTo(Rational.ZERO);
        assertThatThrownBy(() -> Dosage.of(List.of(session, session))).hasMessageContaining("twice");
    }

    @Test
    void theSixCriteriaAreCountedFromSessionsAndReadFromTheDesign() {
        ProfessionalLearning learning = learning("l")
                .addFeatures(LearningFeature.JOB_EMBEDDED, LearningFeature.COLLABORATIVE)
                .build();
        CriteriaReport report = SixCriteria.withDefaults().of(learning, mapleGrove());
        assertThat(report.met()).isEqualTo(4);
        assertThat(report.unmet()).containsExactly("data-driven", "classroom-focused");
        assertThat(report.explanation().toString())
                .contains("4 of six criteria")
                .contains("840 minutes: intensive.")
                .contains("By design: collaborative, job-embedded.");
        CriteriaReport planned = SixCriteria.withDefaults().of(learning("l").build(), List.of());
        assertThat(planned.met()).isZero();
        assertThat(planned.unmet()).hasSize(6).startsWith("sustained", "intensive");
        assertThat(SixCriteria.withDefaults()
                        .of(learning("l").build(), mapleGrove().subList(0, 6))
                        .intensive())
                .as("twelve hours")
                .isFalse();
        assertThatThrownBy(() -> SixCriteria.withDefaults().of(learning("other").build(), mapleGrove()))
                .hasMessageContaining("is of \"l\". Expected one of \"other\"");
    }

    @Test
    void aNeedIsTriangulatedByTwoSourcesThatRestOnDifferentEvidence() {
        NeedSignal self = new NeedSignal(NeedSource.SELF_REPORT, EntryId.of("survey"), "They say so.");
        NeedSignal again = new NeedSignal(NeedSource.SELF_REPORT, EntryId.of("survey-2"), "They say so again.");
        NeedSignal sameEntry = new NeedSignal(NeedSource.OBSERVATION_TREND, EntryId.of("survey"), "The survey.");
        NeedSignal results = new NeedSignal(NeedSource.STUDENT_RESULTS, EntryId.of("winter"), "139 of 340.");
        assertThat(need("n", 1, 1, 1).addSignals(self).build().isTriangulated()).isFalse();
        assertThat(need("n", 1, 1, 1).addSignals(self, again).build().isTriangulated())
                .isFalse();
        assertThat(need("n", 1, 1, 1).addSignals(self, sameEntry).build().isTriangulated())
                .isFalse();
        TeacherNeed need =
                need("n", 1, 1, 1).addSignals(self, sameEntry, results).build();
        assertThat(need.isTriangulated()).isTrue();
        assertThat(need.basedOn()).containsExactly(EntryId.of("survey"), EntryId.of("winter"));
        assertThat(need.sources())
                .containsExactly(NeedSource.SELF_REPORT, NeedSource.OBSERVATION_TREND, NeedSource.STUDENT_RESULTS);
    }

    @Test
    void needsAreRankedBySeverityTimesReachTimesChangeabilityAndThoseOfOneSourceComeLast() {
        TeacherNeed small = both("small", 5, 2, 5);
        TeacherNeed large = both("large", 4, 6, 5);
        TeacherNeed equal = both("equal", 5, 6, 4);
        TeacherNeed single = need("single", 5, 9, 5)
                .addSignals(new NeedSignal(NeedSource.SELF_REPORT, EntryId.of("survey"), "They say so."))
                .build();
        List<PriorityTeacherNeed> ranked = PriorityTeacherNeed.rank(List.of(single, small, large, equal));
        assertThat(ranked)
                .extracting(one -> one.need().id().value())
                .containsExactly("equal", "large", "small", "single");
        assertThat(ranked).extracting(PriorityTeacherNeed::rank).containsExactly(1, 1, 3, 4);
        assertThat(ranked.get(1).explanation().toString())
                .contains("Severity 4 × 6 teachers of 9 × changeability 5 = 120.");
        assertThat(ranked.get(3).explanation().toString()).contains("Only one source");
        assertThat(PriorityTeacherNeed.rank(List.of())).isEmpty();
    }

    @Test
    void aNeedWithNumbersOutOfRangeIsRefused() {
        assertThatThrownBy(() -> both("n", 6, 1, 1)).hasMessageContaining("severity is 6. Expected 1 to 5");
        assertThatThrownBy(() -> both("n", 1, 1, 0)).hasMessageContaining("changeability is 0");
        assertThatThrownBy(() -> both("n", 1, 10, 1)).hasMessageContaining("asked is 9, concerned is 10");
        assertThatThrownBy(() -> need("n", 1, 1, 1).build()).hasMessageContaining("signals is empty");
    }

    @Test
    void anOfferingFitsANeedByTopicOrByNameAndNeverForOtherGrades() {
        TeacherNeed need = both("need", 3, 3, 3).toBuilder()
                .addTopics("fractions", "number line")
                .addSubjects(Subject.MATHEMATICS)
                .addGrades(GradeLevel.of(5))
                .build();
        ProfessionalLearning exact = learning("exact")
                .addTopics("fractions")
                .addSubjects(Subject.MATHEMATICS)
                .addGrades(GradeLevel.of(5))
                .build();
        ProfessionalLearning open =
                learning("open").addTopics("fractions", "number line").build();
        ProfessionalLearning other = learning("other")
                .addTopics("fractions")
                .addGrades(GradeLevel.of(1))
                .build();
        ProfessionalLearning made = learning("made").addBasedOn(need.id()).build();
        ProfessionalLearning none = learning("none").addTopics("poetry").build();
        List<OfferingMatch> matches = OfferingMatching.withDefaults().of(need, List.of(none, made, other, open, exact));
        assertThat(matches)
                .extracting(match -> match.learning() + " " + match.points())
                .containsExactly("open 100", "exact 80", "made 60");
        assertThat(matches.get(1).explanation().toString())
                .contains("Topic fractions: 40")
                .contains("Subjects: 20");
        assertThat(OfferingMatching.withDefaults()
                        .of(need.toBuilder().area(NeedArea.WORKLOAD).build(), List.of(exact)))
                .isEmpty();
    }

    @Test
    void uptakeIsTheShareOfThoseToWhomItWasRecommendedAndCame() {
        EntryId learning = EntryId.of("l");
        Map<EntryId, Set<PersonId>> recommended = new HashMap<>();
        recommended.put(learning, people(1, 12));
        recommended.put(EntryId.of("m"), people(1, 2));
        recommended.put(EntryId.of("n"), Set.of());
        Map<EntryId, Measured<Uptake>> uptake = Uptake.of(recommended, mapleGrove(), 5);
        assertThat(uptake.get(learning).value()).contains(new Uptake(12, 9));
        assertThat(uptake.get(learning).value().orElseThrow().share()).hasToString("3/4");
        assertThat(uptake.get(EntryId.of("m"))).hasToString("suppressed (fewer than 5 people)");
        assertThat(uptake.get(EntryId.of("n")).isReported()).isFalse();
    }

    @Test
    void leadersAreCountedAsWellAndSmallGroupsAreNotShown() {
        Map<PersonId, StakeholderGroup> groups = new HashMap<>();
        people(1, 10).forEach(person -> groups.put(person, StakeholderGroup.TEACHER));
        groups.put(PersonId.of("p-90"), StakeholderGroup.ADMINISTRATOR);
        var shown = Participation.of(mapleGrove(), groups, 5);
        assertThat(shown.get(StakeholderGroup.TEACHER).value()).contains(new Participation(10, 9, 9 * 840));
        assertThat(shown.get(StakeholderGroup.ADMINISTRATOR).isReported()).isFalse();
        assertThat(Participation.of(mapleGrove(), groups, 1)
                        .get(StakeholderGroup.ADMINISTRATOR)
                        .value())
                .contains(new Participation(1, 0, 0));
    }

    @Test
    void theShareOfHoursThatServeAGoalIsExactAndOrphansAreNamed() {
        ProfessionalLearning serves = learning("l")
                .addBasedOn(GOAL)
                .addContents(ContentType.SUBJECT_CONTENT, ContentType.SUBJECT_PEDAGOGY, ContentType.EQUITY)
                .addTopics("fractions")
                .proposedBy(StakeholderGroup.TEACHER)
                .build();
        ProfessionalLearning orphan = learning("m").build();
        ProfessionalLearning neverMet =
                learning("n").addBasedOn(GOAL).addTopics("poetry").build();
        List<LearningSession> sessions = new ArrayList<>(mapleGrove());
        sessions.add(session("x", "m", 0, 120));
        ProgramReport report = ProgramReport.of(List.of(orphan, serves, neverMet), sessions, Set.of(GOAL));
        assertThat(report.alignedShare().value()).contains(Rational.of(840, 960));
        assertThat(report.proposedByTeachersShare().value()).contains(Rational.of(7, 8));
        assertThat(report.orphans()).containsExactly(EntryId.of("m"));
        assertThat(report.aligned()).containsExactly(EntryId.of("l"), EntryId.of("n"));
        assertThat(report.minutesByContent())
                .hasSize(5)
                .containsEntry(ContentType.EQUITY, Rational.of(280))
                .containsEntry(ContentType.TECHNOLOGY, Rational.ZERO);
        assertThat(report.minutesWithoutContent()).isEqualTo(120);
        assertThat(report.minutesByTopic()).containsEntry("fractions", 840L).containsEntry("poetry", 0L);
        assertThat(report.uncovered(List.of("technology", "fractions", "poetry")))
                .containsExactly("technology", "poetry");
        assertThat(report.explanation().toString())
                .contains("840 of 960 minutes serve a goal.")
                .contains("m serves no goal: 120 minutes");
        assertThat(ProgramReport.of(List.of(orphan), List.of(), Set.of())
                        .alignedShare()
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> ProgramReport.of(List.of(orphan), mapleGrove(), Set.of()))
                .hasMessageContaining("\"l\", which is not in the catalogue");
    }

    private static List<LearningSession> mapleGrove() {
        return IntStream.range(0, 7)
                .mapToObj(i -> session("s" + i, "l", 14 * i, 120))
                .toList();
    }

    private static LearningSession session(String id, int day) {
        return session(id, "l", day, 60);
    }

    private static LearningSession session(String id, String learning, int day, int minutes) {
        return LearningSession.builder()
                .id(EntryId.of(id))
                .learning(EntryId.of(learning))
                .on(START.plusDays(day))
                .minutes(minutes)
                .addAllAttended(people(1, 9))
                .build();
    }

    private static Set<PersonId> people(int first, int last) {
        return new TreeSet<>(IntStream.rangeClosed(first, last)
                .mapToObj(i -> PersonId.of("p-" + i))
                .toList());
    }

    private static TeacherNeed both(String id, int severity, int concerned, int changeability) {
        return need(id, severity, concerned, changeability)
                .addSignals(
                        new NeedSignal(NeedSource.SELF_REPORT, EntryId.of("survey"), "They say so."),
                        new NeedSignal(NeedSource.STUDENT_RESULTS, EntryId.of("winter"), "139 of 340."))
                .build();
    }

    private static TeacherNeed.Builder need(String id, int severity, int concerned, int changeability) {
        return TeacherNeed.builder()
                .id(EntryId.of(id))
                .area(NeedArea.CONTENT)
                .statement("Fractions are hard to teach.")
                .severity(severity)
                .concerned(concerned)
                .asked(9)
                .changeability(changeability);
    }

    private static ProfessionalLearning.Builder learning(String id) {
        return ProfessionalLearning.builder()
                .id(EntryId.of(id))
                .title("Offering " + id)
                .type(ActivityType.WORKSHOP)
                .hours(14)
                .addDates(START);
    }

    @Test
    void theNeedOfATeacherLiesInAnAreaOfTeachers() {
        assertThatThrownBy(() -> need("n", 3, 6, 3)
                        .addSignals(both("n", 3, 6, 3).signals().get(0))
                        .area(NeedArea.LANGUAGE)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The area of a teacher's need is LANGUAGE. Expected one of [SKILL, CONTENT,");
    }
}
