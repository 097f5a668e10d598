package org.iltlib.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.learning.InductionClock.Progress;
import org.junit.jupiter.api.Test;

class InductionTest {
    private static final LocalDate START = LocalDate.of(2026, 8, 17);
    private static final InductionClock CLOCK = InductionClock.withDefaults();
    private static final EntryId PAIR = EntryId.of("mentorship");

    /** Maple Grove, step 8: one mentor found on day 33. */
    @Test
    void aMatchOnDayThirtyThreeBreaksTheThirtyDayRuleAndOneOnDayThirtyDoesNot() {
        assertThat(CLOCK.breaches(START, new Progress(on(33), on(40), 0), START.plusDays(34)))
                .containsExactly("A mentor: only on day 33; within 30 days is expected.");
        assertThat(CLOCK.breaches(START, new Progress(on(30), on(40), 0), START.plusDays(34)))
                .isEmpty();
    }

    @Test
    void aMinuteBelowAnHourAWeekIsABreachAndAnHourIsNot() {
        LocalDate day = START.plusDays(10 + 7 * 10);
        assertThat(CLOCK.breaches(START, new Progress(on(10), on(40), 600), day))
                .isEmpty();
        assertThat(CLOCK.breaches(START, new Progress(on(10), on(40), 599), day))
                .containsExactly("Mentoring: 599 minutes in 10 weeks; an hour a week on average is expected.");
        assertThatThrownBy(() -> new Progress(on(10), on(40), -1)).hasMessageContaining("minutes is -1");
    }

    @Test
    void sixHoursInOneWeekMakeUpForFiveSilentWeeks() {
        assertThat(CLOCK.breaches(START, new Progress(on(0), on(30), 360), START.plusDays(42)))
                .isEmpty();
    }

    @Test
    void progressCountsWhatHappenedUpToTheDay() {
        List<MentorContact> contacts = List.of(contact(10, 60), contact(17, 45), contact(24, 90));
        Progress progress = Progress.upTo(Optional.of(pair(3)), Optional.of(plan(20)), contacts, START.plusDays(17));
        assertThat(progress).isEqualTo(new Progress(on(3), on(20), 105));
        assertThat(Progress.upTo(Optional.empty(), Optional.empty(), List.of(), START))
                .isEqualTo(new Progress(Optional.empty(), Optional.empty(), 0));
        assertThatThrownBy(() -> Progress.upTo(Optional.empty(), Optional.empty(), contacts, START))
                .hasMessageContaining("Expected one of \"no mentorship\"");
    }

    @Test
    void fourteenSilentDaysWarnAndThirteenDoNot() {
        List<MentorContact> contacts = new ArrayList<>(List.of(contact(20, 60), contact(10, 60), contact(60, 60)));
        Progress progress = new Progress(on(5), on(25), 120);
        assertThat(CLOCK.warnings(START, progress, contacts, START.plusDays(33)))
                .isEmpty();
        assertThat(CLOCK.warnings(START, progress, contacts, START.plusDays(34)))
                .containsExactly(
                        "No contact since 2026-09-06, for 14 days. Maybe mentor and teacher have no time in common.");
        assertThat(CLOCK.warnings(START, progress, List.of(), START.plusDays(19)))
                .as("from the day of pairing on")
                .singleElement()
                .asString()
                .startsWith("No contact since 2026-08-22, for 14 days");
        assertThat(CLOCK.warnings(START, progress, contacts, START.plusYears(2).plusDays(1)))
                .as("induction is over")
                .isEmpty();
    }

    @Test
    void aDeadlineWithinSevenDaysWarnsAndOnePastIsABreachInstead() {
        Progress nothing = new Progress(Optional.empty(), Optional.empty(), 0);
        assertThat(CLOCK.warnings(START, nothing, List.of(), START.plusDays(22)))
                .isEmpty();
        assertThat(CLOCK.warnings(START, nothing, List.of(), START.plusDays(23)))
                .containsExactly("A mentor: missing, and due in 7 days.");
        assertThat(CLOCK.warnings(START, nothing, List.of(), START.plusDays(30)))
                .containsExactly("A mentor: missing, and due in 0 days.");
        assertThat(CLOCK.breaches(START, nothing, START.plusDays(30))).isEmpty();
        assertThat(CLOCK.warnings(START, nothing, List.of(), START.plusDays(31)))
                .isEmpty();
        assertThat(CLOCK.breaches(START, nothing, START.plusDays(31))).hasSize(1);
        assertThat(CLOCK.warnings(START, nothing, List.of(), START.plusDays(55)))
                .containsExactly("Goals of the learning plan: missing, and due in 5 days.");
        assertThatThrownBy(() -> CLOCK.warnings(START, nothing, List.of(), START.minusDays(1)))
                .hasMessageContaining("on or after the start");
    }

    @Test
    void theShareOfAGroupWithAnActivePlanLeavesOutThoseBeforeAndAfter() {
        Set<PersonId> team = Set.of(PersonId.of("p-1"), PersonId.of("p-2"), PersonId.of("p-3"), PersonId.of("p-31"));
        List<IndividualLearningPlan> plans = List.of(plan(20), plan(20));
        assertThat(IndividualLearningPlan.activeShare(plans, team, START.plusDays(20), 4)
                        .value())
                .contains(Fraction.of(1, 4));
        assertThat(IndividualLearningPlan.activeShare(plans, team, START.plusDays(19), 4)
                        .value())
                .contains(Fraction.of(0, 1));
        assertThat(IndividualLearningPlan.activeShare(plans, team, START, 5).isReported())
                .isFalse();
        assertThat(IndividualLearningPlan.activeShare(plans, Set.of(), START, 5).isReported())
                .isFalse();
    }

    private static Optional<LocalDate> on(int day) {
        return Optional.of(START.plusDays(day));
    }

    private static MentorContact contact(int day, int minutes) {
        return MentorContact.builder()
                .id(EntryId.of("contact/" + day))
                .mentorship(PAIR)
                .on(START.plusDays(day))
                .minutes(minutes)
                .build();
    }

    private static Mentorship pair(int day) {
        return Mentorship.builder()
                .id(PAIR)
                .mentor(PersonId.of("p-7"))
                .mentee(PersonId.of("p-31"))
                .term(Term.of(START.plusDays(day), START.plusYears(2)))
                .addReasons("same grade")
                .build();
    }

    private static IndividualLearningPlan plan(int day) {
        return IndividualLearningPlan.builder()
                .id(EntryId.of("plan/" + day))
                .person(PersonId.of("p-31"))
                .term(Term.of(START.plusDays(day), START.plusDays(300)))
                .addGoals("Ask before telling.")
                .build();
    }
}
