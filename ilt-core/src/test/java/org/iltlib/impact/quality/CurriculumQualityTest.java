package org.iltlib.impact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.junit.jupiter.api.Test;

class CurriculumQualityTest {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 5);
    private static final EntryId COURSE = EntryId.of("course");
    private static final EntryId WALK = EntryId.of("walk");

    private static TechnologyActivity activity(String purpose, String characteristic, String level) {
        TechnologyActivity.Builder one =
                TechnologyActivity.builder().activity("Charts").purpose(purpose).level(level);
        return (characteristic.isEmpty() ? one : one.characteristic(characteristic)).build();
    }

    private static TechnologyReview.Builder technology(TechnologyScale scale, TechnologyActivity... activities) {
        return TechnologyReview.builder()
                .id(EntryId.of("technology"))
                .about(COURSE)
                .on(DAY)
                .scale(scale)
                .addActivities(activities);
    }

    @Test
    void aReviewOfUsageSaysThatItShowsNoEffect() {
        TechnologyReview usage = technology(TechnologyScale.TIM, activity("create", "active", "entry"))
                .build();
        assertThat(usage.hasUsageOnly()).isTrue();
        assertThat(usage.explain().claim()).contains("Usage only", "no effect on learning is shown");
        TechnologyReview effect =
                usage.toBuilder().addEffects(EntryId.of("study")).build();
        assertThat(effect.hasUsageOnly()).isFalse();
        assertThat(effect.explain().claim()).contains("[study]");
        assertThat(effect.basedOn()).containsExactly(COURSE, EntryId.of("study"));
    }

    @Test
    void activitiesStandInTheTwentyFiveCellsOfTheMatrix() {
        TechnologyReview review = technology(
                        TechnologyScale.TIM,
                        activity("create", "active", "entry"),
                        activity("practice", "active", "entry"),
                        activity("create", "goal-directed", "transformation"))
                .build();
        assertThat(review.cells())
                .hasSize(5)
                .allSatisfy((row, cells) -> assertThat(cells).hasSize(5));
        assertThat(review.cells().get("active")).containsEntry("entry", 2).containsEntry("adoption", 0);
        assertThat(review.byPurpose()).isEqualTo(Map.of("create", 2, "practice", 1));
        TechnologyReview samr = technology(TechnologyScale.SAMR, activity("create", "", "augmentation"))
                .build();
        assertThat(samr.cells().get("all")).containsEntry("augmentation", 1).hasSize(4);
    }

    @Test
    void levelsOfAnotherScaleAreRefused() {
        refused(
                () -> technology(TechnologyScale.TIM, activity("create", "active", "redefinition"))
                        .build(),
                "TIM has no level \"redefinition\"");
        refused(
                () -> technology(TechnologyScale.TIM, activity("create", "", "entry"))
                        .build(),
                "has the characteristic none");
        refused(
                () -> technology(TechnologyScale.TIM, activity("create", "shiny", "entry"))
                        .build(),
                "no characteristic \"shiny\"");
        refused(
                () -> technology(TechnologyScale.SAMR, activity("create", "active", "augmentation"))
                        .build(),
                "has the characteristic active");
        refused(() -> new TechnologyScale("x", List.of("one"), List.of()), "Expected two or more");
        refused(() -> DeviceAccess.of("all", 10, 11, 3), "11 of 10 students have a device");
        refused(() -> DeviceAccess.of("all", 10, 9, 11), "11 of 10 students are connected");
    }

    private static StudentCentredReview.Builder centred() {
        return StudentCentredReview.builder()
                .id(EntryId.of("centred"))
                .about(COURSE)
                .on(DAY)
                .leastLessons(2);
    }

    @Test
    void whatObserversSeeAndStudentsSayStandSideBySide() {
        PersonId one = PersonId.of("p-001");
        PersonId two = PersonId.of("p-002");
        StudentCentredReview review = centred()
                .addSightings(
                        LessonSighting.of(one, "a", StudentPart.AGENCY, StudentPart.VOICE),
                        LessonSighting.of(two, "a", StudentPart.AGENCY),
                        LessonSighting.of(one, "b"))
                .addSays(StudentSay.of(StudentPart.VOICE, 8, 20), StudentSay.of(StudentPart.CHOICE, 3, 9))
                .build();
        assertThat(review.seen(StudentPart.AGENCY)).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(review.seen(StudentPart.CHOICE)).isEqualTo(Measured.of(Fraction.of(0, 1)));
        assertThat(review.said(StudentPart.VOICE)).isEqualTo(Measured.of(Fraction.of(2, 5)));
        assertThat(review.said(StudentPart.CHOICE))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10 respondents"));
        assertThat(review.said(StudentPart.AGENCY))
                .isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "no student was asked about agency"));
        // Lesson a: the two agree on agency and choice, not on voice.
        assertThat(review.agreement()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(review.explain().toString())
                .contains("voice: seen in 1/3, said by 2/5.")
                .doesNotContain("p-00");
    }

    @Test
    void oneObserverOrOneLessonShowsNothing() {
        PersonId one = PersonId.of("p-001");
        StudentCentredReview alone = centred()
                .addSightings(LessonSighting.of(one, "a"), LessonSighting.of(one, "b"))
                .build();
        assertThat(alone.seen(StudentPart.VOICE))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "1 observers in 2 lessons, 2 and 2 are needed"));
        assertThat(alone.agreement().isReported()).isFalse();
        StudentCentredReview same = centred()
                .addSightings(LessonSighting.of(one, "a"), LessonSighting.of(PersonId.of("p-002"), "a"))
                .build();
        assertThat(same.seen(StudentPart.VOICE).isReported()).isFalse();
        refused(
                () -> centred()
                        .addSightings(LessonSighting.of(one, "a"), LessonSighting.of(one, "a"))
                        .build(),
                "twice");
        refused(() -> StudentSay.of(StudentPart.VOICE, 8, 7), "8 of 7 students");
    }

    private static FutureReadiness.Builder future() {
        return FutureReadiness.builder()
                .id(EntryId.of("future"))
                .about(COURSE)
                .on(DAY)
                .lastReviewed(LocalDate.of(2024, 5, 5))
                .reviewEveryMonths(36);
    }

    private static HorizonItem.Builder horizon(String id, HorizonItem.Answer answer) {
        return HorizonItem.builder()
                .id(id)
                .change("The sea rises")
                .source("the county")
                .answer(answer);
    }

    @Test
    void aCurriculumIsOverdueTheDayAfterItsReviewIsDue() {
        FutureReadiness onTime = future().build();
        assertThat(onTime.ageInMonths()).isEqualTo(36);
        assertThat(onTime.due()).isEqualTo(DAY);
        assertThat(onTime.isOverdue()).isFalse();
        assertThat(onTime.toBuilder().on(DAY.plusDays(1)).build().isOverdue()).isTrue();
        refused(() -> future().lastReviewed(DAY.plusDays(1)).build(), "Maybe the two are swapped");
        refused(() -> future().reviewEveryMonths(0).build(), "reviewEveryMonths is 0");
    }

    @Test
    void whatIsSeenComingIsAnsweredOrOpen() {
        FutureReadiness future = future().addHorizon(
                        horizon("h1", HorizonItem.Answer.TAUGHT)
                                .addUnits("tides")
                                .build(),
                        horizon("h2", HorizonItem.Answer.WATCHED).build(),
                        horizon("h3", HorizonItem.Answer.PLANNED)
                                .addUnits("maps")
                                .build(),
                        horizon("h4", HorizonItem.Answer.LEFT_OUT)
                                .reason("it passes")
                                .build())
                .addIndicators(ReadinessIndicator.of("on track", 61, 84), ReadinessIndicator.of("credits", 4, 8))
                .build();
        assertThat(future.listOpen()).extracting(HorizonItem::id).containsExactly("h2");
        assertThat(future.indicators().get(0).share()).isEqualTo(Measured.of(Fraction.of(61, 84)));
        assertThat(future.explain().toString())
                .contains("in time. Of 4 changes on the horizon 1 are open")
                .contains("taught in [tides]", "planned in [maps]", "watched", "left out, it passes")
                .contains("on track: 61/84.", "credits: suppressed (cohort of fewer than 10).");
        refused(() -> horizon("h", HorizonItem.Answer.TAUGHT).build(), "names 0 unit(s)");
        refused(() -> horizon("h", HorizonItem.Answer.WATCHED).addUnits("u").build(), "names 1 unit(s)");
        refused(() -> horizon("h", HorizonItem.Answer.LEFT_OUT).build(), "left out without a reason");
        refused(() -> ReadinessIndicator.of("on track", 85, 84), "85 students reach");
    }

    private static GradeEvidence.Builder grade(int grade) {
        return GradeEvidence.builder().grade(GradeLevel.of(grade)).addClasses(grade + "-1", grade + "-2");
    }

    private static GradeCheck.Builder grades() {
        return GradeCheck.builder()
                .id(EntryId.of("grades"))
                .unit(OrgUnitId.of("maple"))
                .on(DAY)
                .addExpected(GradeLevel.of(4), GradeLevel.of(5), GradeLevel.of(6));
    }

    @Test
    void aSchoolIsNotCompleteBecauseMostOfItsGradesAre() {
        GradeEvidence whole = grade(4).addStrengths(WALK)
                .addRigor(WALK)
                .addSeenIn("4-1", "4-2")
                .build();
        GradeEvidence part = grade(5).addStrengths(WALK).addSeenIn("5-2").build();
        GradeCheck check = grades().addGrades(whole, part).build();
        assertThat(check.isComplete()).isFalse();
        assertThat(check.listWithoutStrength()).containsExactly(GradeLevel.of(6));
        assertThat(check.listWithoutRigor()).containsExactly(GradeLevel.of(5), GradeLevel.of(6));
        assertThat(check.listUnseenClasses()).isEqualTo(Map.of(GradeLevel.of(5), List.of("5-1")));
        assertThat(check.basedOn()).containsExactly(WALK);
        assertThat(check.explain().toString())
                .contains("Grade 5: strengths 1, rigor 0, classes missing [5-1].", "Grade 6: nothing.");
        assertThat(grades().expected(List.of(GradeLevel.of(4)))
                        .addGrades(whole)
                        .build()
                        .isComplete())
                .isTrue();
        refused(() -> grade(4).addSeenIn("9-9").build(), "Grade 4 has no class \"9-9\"");
        refused(
                () -> grades().addGrades(grade(7).build()).build(),
                "There is evidence of grade 7. Expected one of [4, 5, 6]");
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
