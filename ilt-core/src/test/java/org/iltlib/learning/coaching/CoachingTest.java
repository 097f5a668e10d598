package org.iltlib.learning.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class CoachingTest {
    private static final PersonId COACH = PersonId.of("p-11");
    private static final PersonId TEACHER = PersonId.of("p-04");
    private static final PersonId PRINCIPAL = PersonId.of("p-01");
    private static final LocalDate START = LocalDate.of(2026, 10, 5);
    private static final ActionStepForGrowth WAIT = new ActionStepForGrowth("wait three seconds", START.plusDays(14));
    private static final ActionStepForGrowth REPEAT = new ActionStepForGrowth("ask a third", START.plusDays(28));
    private static final CoachingClock CLOCK = CoachingClock.withDefaults();

    private static final CoachingJournal JOURNAL = CoachingJournal.of(
            cycle(),
            List.of(
                    contact("c2", 7).note("nine spoke").step(WAIT).build(),
                    contact("c1", 0).note("the goal").build(),
                    contact("c3", 14)
                            .mastered(true)
                            .after(EntryId.of("c2"))
                            .step(REPEAT)
                            .build()));

    @Test
    void coachAndTeacherReadTheContentAndNobodyElseDoes() {
        CoachingContent content = JOURNAL.findContent(TEACHER).orElseThrow();
        assertThat(content.goal()).isEqualTo("students explain");
        assertThat(content.notes()).containsExactly("the goal", "nine spoke");
        assertThat(content.openStep()).contains(REPEAT);
        assertThat(content.mastered()).containsExactly(WAIT);
        assertThat(JOURNAL.findContent(COACH)).isPresent();
        assertThat(JOURNAL.findContent(PRINCIPAL)).isEmpty();
        assertThat(cycle().findGoal(COACH)).contains("students explain");
        assertThat(cycle().findGoal(PRINCIPAL)).isEmpty();
        assertThat(JOURNAL.isCheckBackDue(TEACHER, START.plusDays(27))).contains(false);
        assertThat(JOURNAL.isCheckBackDue(TEACHER, START.plusDays(28))).contains(true);
        assertThat(JOURNAL.isCheckBackDue(PRINCIPAL, START.plusDays(28))).isEmpty();
    }

    @Test
    void theActivityHasDatesAndCountsAndNoWordOfTheContent() {
        CoachingActivity activity = JOURNAL.activity();
        assertThat(activity.contacts()).containsExactly(START, START.plusDays(7), START.plusDays(14));
        assertThat(activity.minutes()).isEqualTo(45);
        String written = CanonicalJson.write(CoachingActivity.FORM.write(activity));
        assertThat(written
                        + activity
                        + JOURNAL
                        + cycle()
                        + contact("c", 0).note("secret").build()
                        + JOURNAL.findContent(COACH).orElseThrow())
                .doesNotContain("nine spoke", "students explain", "wait three", "the goal", "ask a third", "secret");
    }

    @Test
    void aSecondStepIsRefusedUntilAContactSaysWhatBecameOfTheFirst() {
        CoachingContact first = contact("c1", 0).step(WAIT).build();
        assertThatThrownBy(() -> CoachingJournal.of(
                        cycle(), List.of(first, contact("c2", 7).step(REPEAT).build())))
                .hasMessageContaining("Contact c2 agrees on a step while that of \"c1\" is open");
        CoachingJournal given = CoachingJournal.of(
                cycle(),
                List.of(
                        first,
                        contact("c2", 7)
                                .mastered(false)
                                .after(first.id())
                                .step(REPEAT)
                                .build()));
        assertThat(given.findContent(COACH).orElseThrow().mastered()).isEmpty();
        assertThat(given.findContent(COACH).orElseThrow().openStep()).contains(REPEAT);
        assertThatThrownBy(() -> CoachingJournal.of(
                        cycle(),
                        List.of(contact("c2", 7)
                                .mastered(true)
                                .after(first.id())
                                .build())))
                .hasMessageContaining("Expected that of the open one: none is open");
        assertThatThrownBy(() -> contact("c2", 7).mastered(true).build())
                .hasMessageContaining("does not say which. Maybe set after");
    }

    @Test
    void onOneDayAStepIsClosedBeforeTheNextIsOpenedWhateverTheirIdsAre() {
        CoachingContact first = contact("c1", 0).step(WAIT).build();
        CoachingContact closes =
                contact("z", 7).mastered(true).after(first.id()).build();
        CoachingContact opens = contact("a", 7).step(REPEAT).build();
        CoachingContact closesAgain =
                contact("0", 7).mastered(false).after(opens.id()).step(REPEAT).build();
        CoachingContact closesLast =
                contact("00", 7).mastered(true).after(closesAgain.id()).build();
        CoachingContact stays = contact("000", 7).step(WAIT).build();
        CoachingContent two = CoachingJournal.of(cycle(), List.of(first, closes, opens))
                .findContent(COACH)
                .orElseThrow();
        assertThat(two.openStep()).contains(REPEAT);
        assertThat(two.mastered()).containsExactly(WAIT);
        CoachingContent many = CoachingJournal.of(
                        cycle(), List.of(first, closes, opens, closesAgain, closesLast, stays))
                .findContent(COACH)
                .orElseThrow();
        assertThat(many.openStep()).contains(WAIT);
        assertThat(many.mastered()).containsExactly(WAIT, REPEAT);
        assertThatThrownBy(() -> CoachingJournal.of(cycle(), List.of(first, opens)))
                .hasMessageContaining("Contact a agrees on a step while that of \"c1\" is open");
    }

    @Test
    void contactsOfAnotherCycleOrBeforeTheStartAreRefused() {
        assertThatThrownBy(() -> CoachingJournal.of(
                        cycle(),
                        List.of(contact("c1", 0).cycle(EntryId.of("other")).build())))
                .hasMessageContaining("is of \"other\"");
        assertThatThrownBy(() ->
                        CoachingJournal.of(cycle(), List.of(contact("c1", -1).build())))
                .hasMessageContaining("none before the start");
        assertThatThrownBy(() -> contact("c1", 14).step(WAIT).build()).hasMessageContaining("a day after the contact");
        assertThatThrownBy(() -> contact("c1", 0).minutes(0).build()).hasMessageContaining("minutes are 0");
        assertThatThrownBy(() -> CoachingCycle.builder()
                        .id(EntryId.of("x"))
                        .coach(COACH)
                        .teacher(COACH)
                        .start(START)
                        .goal("g")
                        .build())
                .hasMessageContaining("Expected two people");
    }

    @Test
    void theNextContactIsDueSoonThreeDaysBeforeFourteenDaysAndOverdueAfterThem() {
        CoachingActivity activity = JOURNAL.activity();
        LocalDate last = START.plusDays(14);
        assertThat(CLOCK.dueOn(activity, last)).isEqualTo(last.plusDays(14));
        assertThat(CLOCK.standing(activity, last.plusDays(10))).isEqualTo(CoachingStanding.ON_TRACK);
        assertThat(CLOCK.standing(activity, last.plusDays(11))).isEqualTo(CoachingStanding.DUE_SOON);
        assertThat(CLOCK.standing(activity, last.plusDays(14))).isEqualTo(CoachingStanding.DUE_SOON);
        assertThat(CLOCK.standing(activity, last.plusDays(15))).isEqualTo(CoachingStanding.OVERDUE);
        assertThat(CLOCK.standing(activity, START.plusWeeks(6))).isEqualTo(CoachingStanding.OVERDUE);
        assertThat(CLOCK.standing(activity, START.plusWeeks(6).plusDays(1))).isEqualTo(CoachingStanding.ENDED);
        assertThat(CLOCK.standing(activity, START.plusDays(3)))
                .as("what comes later is not known yet")
                .isEqualTo(CoachingStanding.ON_TRACK);
        assertThatThrownBy(() -> new CoachingClock(14, 14)).hasMessageContaining("soon is 14. Expected 0 to 13");
    }

    @Test
    void contactsMoreThanFourteenDaysApartAreNamed() {
        CoachingActivity activity = JOURNAL.activity();
        assertThat(CLOCK.gaps(activity, START.plusDays(28))).isEmpty();
        assertThat(CLOCK.gaps(activity, START.plusDays(29)))
                .singleElement()
                .asString()
                .contains("from 2026-10-19 to 2026-11-03: 15 days; one at least every 14");
        assertThat(CLOCK.gaps(activity, START.plusYears(1)).get(0).claim()).contains("to 2026-11-16: 28 days");
    }

    @Test
    void theLoadOfACoachCountsRunningCyclesAndThoseOverdue() {
        CoachingActivity idle = CoachingActivity.builder()
                .id(EntryId.of("a2"))
                .coach(COACH)
                .teacher(PersonId.of("p-05"))
                .start(START)
                .end(START.plusWeeks(6))
                .minutes(0)
                .build();
        List<CoachingActivity> both = List.of(JOURNAL.activity(), idle);
        assertThat(CoachLoad.of(both, CLOCK, START.plusDays(20))).containsEntry(COACH, new CoachLoad(2, 1, 45));
        assertThat(CoachLoad.of(both, CLOCK, START.plusDays(14))).containsEntry(COACH, new CoachLoad(2, 0, 45));
        assertThat(CoachLoad.of(both, CLOCK, START.plusDays(35))).containsEntry(COACH, new CoachLoad(2, 2, 45));
        assertThat(CoachLoad.of(both, CLOCK, START.minusDays(1))).isEmpty();
        assertThat(CoachLoad.of(both, CLOCK, START.plusDays(60))).isEmpty();
    }

    @Test
    void feedbackThatIsSoonAndSpecificWithOneStepAndAnAnswerHasNoRemarks() {
        TeacherFeedback good = feedback(2)
                .evidence("nine of 22 spoke")
                .addSteps(WAIT)
                .response("I will try")
                .build();
        FeedbackRule rule = FeedbackRule.withDefaults();
        assertThat(rule.remarks(good)).isEmpty();
        TeacherFeedback poor = feedback(3).addSteps(WAIT, REPEAT).build();
        assertThat(rule.remarks(poor))
                .hasSize(4)
                .contains("It came 3 days after the visit; at most 2 are expected.")
                .contains("It asks for 2 steps; one at a time is expected.");
        assertThat(rule.timely(List.of(good, poor)).value()).contains(Rational.of(1, 2));
        assertThat(rule.timely(List.of()).isReported()).isFalse();
        assertThat(good).hasToString("feedback f of " + START.plusDays(2));
        assertThatThrownBy(() -> feedback(-1).build()).hasMessageContaining("on or after the visit");
    }

    private static TeacherFeedback.Builder feedback(int days) {
        TeacherFeedback.Builder builder = TeacherFeedback.builder();
        builder.id(EntryId.of("f"));
        builder.teacher(TEACHER);
        builder.giver(COACH);
        builder.visitedOn(START);
        builder.givenOn(START.plusDays(days));
        builder.seen("Students compared two ways.");
        return builder;
    }

    private static CoachingCycle cycle() {
        return CoachingCycle.builder()
                .id(EntryId.of("cycle"))
                .coach(COACH)
                .teacher(TEACHER)
                .start(START)
                .goal("students explain")
                .build();
    }

    private static CoachingContact.Builder contact(String id, int day) {
        CoachingContact.Builder builder = CoachingContact.builder();
        builder.id(EntryId.of(id));
        builder.cycle(EntryId.of("cycle"));
        builder.on(START.plusDays(day));
        builder.minutes(15);
        builder.stage(CoachingStage.FEEDBACK);
        return builder;
    }
}
