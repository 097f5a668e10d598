package org.iltlib.plan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.plan.support.Criterion.Answer;
import org.junit.jupiter.api.Test;

class InterventionTest {
    static final LocalDate START = LocalDate.of(2026, 10, 5);
    private static final Criterion SLOW = Criterion.below("wpm", new BigDecimal("60"), 2);
    private static final Criterion FLUENT = Criterion.atLeast("wpm", new BigDecimal("72.5"), 3);

    static EntryId id(String text) {
        return EntryId.of(text);
    }

    static Intervention.Builder group(String id, String need, String... students) {
        Intervention.Builder builder = Intervention.builder();
        for (String student : students) {
            builder.putStrengths(student, "Tells stories");
        }
        builder.id(id(id))
                .addNeeds(id(need))
                .type(SupportType.SMALL_GROUP)
                .skill("reading aloud")
                .what("Repeated reading")
                .entry(SupportRule.all(SLOW))
                .exit(SupportRule.all(FLUENT))
                .planned(Dosage.of(4, 30))
                .provider(PersonId.of("p-019"))
                .startsOn(START)
                .goal(new GrowthGoal("wpm", new BigDecimal("35"), new BigDecimal("60.0")));
        return builder;
    }

    private static List<Reading> values(String... values) {
        List<Reading> readings = new ArrayList<>();
        for (String value : values) {
            readings.add(new Reading("wpm", START.plusWeeks(readings.size()), new BigDecimal(value)));
        }
        return readings;
    }

    private static SupportWeek week(int week, Map<String, Integer> minutes) {
        return SupportWeek.builder()
                .id(id("w" + week))
                .intervention(id("i"))
                .firstDay(START.plusWeeks(week))
                .putAllMinutes(minutes)
                .build();
    }

    @Test
    void anInterventionWithoutTheStrengthsOfItsStudentsIsRefused() {
        assertThatThrownBy(() -> group("i", "n").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected what each student of the group does well");
        assertThatThrownBy(() -> group("i", "n").putStrengths("s-1", " ").build())
                .hasMessageContaining("strengths of s-1 is blank");
        assertThat(group("i", "n", "s-1", "s-2").build().students())
                .containsExactly(PersonId.of("s-1"), PersonId.of("s-2"));
    }

    @Test
    void whatIsNotSaidIsTargetedForSixWeeksAndLookedAtWeekly() {
        Intervention plain = group("i", "n", "s-1").build();
        assertThat(plain.tier()).isEqualTo(Tier.TARGETED);
        assertThat(plain.planned().weeks()).isEqualTo(6);
        assertThat(plain.checkEveryDays()).isEqualTo(7);
        assertThat(plain.endsOn()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(plain.goal()).hasToString("wpm from 35 to 60");
        assertThatThrownBy(() -> new Dosage(4, 30, 13)).hasMessageContaining("Expected 1 to 12");
        assertThatThrownBy(() -> new GrowthGoal("wpm", BigDecimal.ONE, new BigDecimal("1.0")))
                .hasMessageContaining("Expected another value");
    }

    @Test
    void aRuleLooksAtTheLatestValuesInARow() {
        assertThat(SLOW.of(values("70", "59.9", "59"))).isEqualTo(Answer.MET);
        assertThat(SLOW.of(values("50", "59", "60"))).isEqualTo(Answer.NOT_MET);
        assertThat(SLOW.of(values("59"))).isEqualTo(Answer.NOT_KNOWN);
        assertThat(SLOW.of(values("60"))).as("one no is enough").isEqualTo(Answer.NOT_MET);
        assertThat(SLOW.of(List.of())).isEqualTo(Answer.NOT_KNOWN);
        assertThat(FLUENT.of(values("72.4", "72.5", "72.50", "80"))).isEqualTo(Answer.MET);
        List<Reading> mixed = new ArrayList<>(values("50", "59", "80"));
        java.util.Collections.reverse(mixed);
        assertThat(SLOW.of(mixed)).as("days decide, not the order given").isEqualTo(Answer.NOT_MET);
        List<Reading> sameDay = List.of(
                new Reading("wpm", START, new BigDecimal("50")),
                new Reading("wpm", START, new BigDecimal("55")),
                new Reading("wpm", START, new BigDecimal("70")));
        assertThat(Criterion.below("wpm", new BigDecimal("60"), 1).of(sameDay)).isEqualTo(Answer.NOT_MET);
        assertThat(SLOW).hasToString("wpm below 60, 2 in a row");
    }

    @Test
    void soManyCriteriaMustBeMetAndWhatIsMissingCountsNeitherWay() {
        Criterion absent = Criterion.atLeast("absences", new BigDecimal("9"), 1);
        SupportRule any = SupportRule.any(SLOW, absent);
        SupportRule all = SupportRule.all(SLOW, absent);
        assertThat(any.of(values("50", "50")).answer()).isEqualTo(Answer.MET);
        assertThat(all.of(values("50", "50")).answer()).isEqualTo(Answer.NOT_KNOWN);
        assertThat(any.of(values("70")).answer()).isEqualTo(Answer.NOT_KNOWN);
        assertThat(all.of(values("70")).answer()).isEqualTo(Answer.NOT_MET);
        assertThat(all.of(values("50", "50")).explanation()).hasToString("""
                        1 of 2 criteria are met, 2 must be.
                          wpm below 60, 2 in a row: met.
                          absences at least 9: not known.""");
        assertThatThrownBy(() -> new SupportRule(List.of(SLOW), 2)).hasMessageContaining("Expected 1 to 1");
    }

    /** By hand: 120 minutes a week; s-1 got 120 + 60, s-2 0 + 300, of which 240 count: 420 of 480. */
    @Test
    void deliveryCountsWeeksThatAreOverAndNoStudentMakesUpForAnother() {
        Intervention group = group("i", "n", "s-1", "s-2").build();
        List<SupportWeek> weeks = List.of(
                week(0, Map.of("s-1", 120)), week(1, Map.of("s-1", 60, "s-2", 300)), week(2, Map.of("s-1", 120)));
        Delivery twoWeeks = Delivery.of(group, weeks, START.plusWeeks(2));
        assertThat(twoWeeks.planned()).isEqualTo(240);
        assertThat(twoWeeks.share()).isEqualTo(Measured.of(Fraction.of(7, 8)));
        assertThat(twoWeeks.share(PersonId.of("s-1"))).isEqualTo(Measured.of(Fraction.of(3, 4)));
        assertThat(twoWeeks.share(PersonId.of("s-2"))).isEqualTo(Measured.of(Fraction.ONE));
        assertThat(twoWeeks.explanation().toString()).contains("s-1: 180 of 240 minutes.");
        assertThat(Delivery.of(group, weeks, START.plusDays(6)).share().isReported())
                .isFalse();
        assertThat(Delivery.of(group, weeks, START.plusWeeks(40)).planned()).isEqualTo(720);
    }

    @Test
    void aWeekThatIsNotOfTheInterventionOrNamesAStrangerIsRefused() {
        Intervention group = group("i", "n", "s-1").build();
        assertThatThrownBy(() -> Delivery.of(group, List.of(week(6, Map.of())), START))
                .hasMessageContaining("which is no week of an intervention of 6 weeks");
        assertThatThrownBy(() -> Delivery.of(group, List.of(week(0, Map.of()), week(0, Map.of())), START))
                .hasMessageContaining("Expected each once");
        assertThatThrownBy(() -> Delivery.of(group, List.of(week(0, Map.of("s-9", 3))), START))
                .hasMessageContaining("s-9, who is not of the group");
        Delivery delivery = Delivery.of(group, List.of(), START.plusWeeks(1));
        assertThatThrownBy(() -> delivery.share(PersonId.of("s-9"))).hasMessageContaining("not of the group");
    }

    /** The first scenario: progress is too slow, but 45 percent of the plan was delivered. */
    @Test
    void atFortyFivePercentDeliveryIsFixedFirst() {
        SupportRule.Result stays = SupportRule.all(FLUENT).of(values("38", "39", "40", "41"));
        NextStep rule = NextStep.withDefaults();
        NextStep.Advice advice = rule.of(Measured.of(Fraction.percent(45)), stays, Progress.TOO_SLOW);
        assertThat(advice.step()).isEqualTo(NextStep.Step.FIX_DELIVERY_FIRST);
        assertThat(advice.explanation().toString()).startsWith("""
                        Advice: fix delivery first.
                          Delivered: 45.0 % of what was planned; at least 4/5 is needed to judge.""");
        assertThat(rule.of(Measured.of(Fraction.percent(80)), stays, Progress.TOO_SLOW)
                        .step())
                .isEqualTo(NextStep.Step.INTENSIFY);
        assertThat(rule.of(Measured.of(Fraction.percent(79)), stays, Progress.FASTER)
                        .step())
                .isEqualTo(NextStep.Step.FIX_DELIVERY_FIRST);
        assertThat(rule.of(Measured.of(Fraction.ONE), stays, Progress.ON_THE_WAY)
                        .step())
                .isEqualTo(NextStep.Step.GO_ON);
        assertThat(rule.of(Measured.missing(MissingReason.TOO_FEW, "no week is over"), stays, Progress.TOO_SLOW)
                        .step())
                .isEqualTo(NextStep.Step.GO_ON);
        SupportRule.Result leaves = SupportRule.all(FLUENT).of(values("73", "74", "75"));
        assertThat(rule.of(Measured.of(Fraction.percent(45)), leaves, Progress.FASTER)
                        .step())
                .isEqualTo(NextStep.Step.LEAVE);
    }

    @Test
    void anExitByTheRuleIsShown() {
        InterventionEnd.Builder end = InterventionEnd.builder()
                .id(id("e"))
                .intervention(id("i"))
                .student(PersonId.of("s-1"))
                .on(START)
                .reason("fluent")
                .confirmedBy(PersonId.of("p-019"));
        assertThatThrownBy(() -> end.cause(InterventionEnd.Cause.EXIT_RULE).build())
                .hasMessageContaining("without evidence");
        assertThat(end.cause(InterventionEnd.Cause.MOVED).build().basedOn()).containsExactly(id("i"));
    }

    @Test
    void aCoreIsHealthyFromEightyPercentOn() {
        assertThat(new TierShares(80, 15, 5).isCoreHealthy()).isTrue();
        assertThat(new TierShares(799, 150, 51).isCoreHealthy()).isFalse();
        assertThat(new TierShares(799, 150, 51).explanation().claim()).contains("at risk as a system");
        assertThat(new TierShares(1, 3, 0).coreShare()).isEqualTo(Measured.of(Fraction.of(1, 4)));
        assertThat(new TierShares(0, 0, 0).coreShare().isReported()).isFalse();
        assertThat(new TierShares(0, 0, 0).isCoreHealthy()).isFalse();
    }

    @Test
    void equalLimitsAreEqualHoweverTheyAreWritten() {
        Criterion sixty = Criterion.below("wpm", new BigDecimal("60.0"), 2);
        assertThat(sixty).isEqualTo(SLOW).hasToString("wpm below 60, 2 in a row");
        assertThat(Criterion.FORM.read(Criterion.FORM.write(sixty))).isEqualTo(sixty);
        assertThatThrownBy(() -> SupportRule.all(SLOW, sixty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void studentsAreListedInTheOrderOfTheirIds() {
        assertThat(group("i", "n", "s-9", "s-1").build().students())
                .containsExactly(PersonId.of("s-1"), PersonId.of("s-9"));
    }

    @Test
    void noWeekHasMoreMinutesThanAWeekHas() {
        assertThatThrownBy(() -> week(0, Map.of("s-1", 10_081)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10080");
        assertThatThrownBy(() -> new Dosage(Integer.MAX_VALUE, Integer.MAX_VALUE, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10080");
        assertThat(new Dosage(1, 10_080, 12).minutesIn(12)).isEqualTo(120_960);
    }
}
