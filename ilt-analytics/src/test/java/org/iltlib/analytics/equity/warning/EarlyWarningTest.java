package org.iltlib.analytics.equity.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.equity.OpportunityResult;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.policy.IndicatorPacks;
import org.junit.jupiter.api.Test;

/** Expected values by counting, and by R (pROC 1.18, glm) where the test says so. */
class EarlyWarningTest {
    private static final LocalDate READ = LocalDate.of(2022, 11, 1);
    private static final EarlyWarning WARNING = EarlyWarning.of(SuppressionPolicy.NCES_2011_603);

    private static StudentReadings student(int number, boolean absent, boolean suspended, boolean failed, String ses) {
        return new StudentReadings(
                "p-" + number,
                Map.of(
                        "absence share", absent ? Rational.of(36, 180) : Rational.of(35, 180),
                        "suspensions", Rational.of(suspended ? 1 : 0),
                        "mathematics or English failures", Rational.of(failed ? 2 : 0)),
                Map.of("ses", ses));
    }

    private static PastStudent past(int number, int flags, boolean happened, String ses) {
        return new PastStudent(
                student(number, flags > 0, flags > 1, flags > 2, ses),
                READ,
                happened ? PastStudent.Outcome.on(READ.plusDays(100 + flags)) : PastStudent.Outcome.SPARED);
    }

    /** Of 100 without flags it happened to 10, of 60 with one to 20, of 40 with two to 30; even numbers are F. */
    private static List<PastStudent> history() {
        List<PastStudent> history = new ArrayList<>();
        int[] sizes = {100, 60, 40};
        int[] events = {10, 20, 30};
        for (int flags = 0; flags < 3; flags++) {
            for (int i = 0; i < sizes[flags]; i++) {
                history.add(past(history.size(), flags, i < events[flags], i % 2 == 0 ? "F" : "N"));
            }
        }
        return history;
    }

    private static EvaluatedPack evaluated() {
        return WARNING.evaluate(IndicatorPacks.MIDDLE_GRADES, history()).value().orElseThrow();
    }

    private static double value(Measured<Estimate> measured) {
        return measured.value().orElseThrow().value();
    }

    @Test
    void theRatesAreCounted() {
        EvaluatedPack pack = evaluated();
        assertThat(pack.counts(1)).isEqualTo(AlarmCounts.of(50, 10, 50, 90));
        assertThat(pack.counts(2)).isEqualTo(AlarmCounts.of(30, 30, 10, 130));
        AlarmRates rates = pack.rates(1);
        assertThat(value(rates.sensitivity())).isEqualTo(50 / 60.0);
        assertThat(value(rates.specificity())).isEqualTo(90 / 140.0);
        assertThat(value(rates.rightAlarms())).isEqualTo(0.5);
        assertThat(value(rates.rightSilence())).isEqualTo(0.9);
        assertThat(value(rates.falseAlarms())).isCloseTo(50 / 140.0, within(1e-15));
        assertThat(value(pack.shareByFlags().get(1))).isEqualTo(20 / 60.0);
        assertThat(pack.leadDays(1).value().orElseThrow()).isEqualTo(102.0);
        assertThat(value(pack.coverage())).isEqualTo(1);
        assertThatThrownBy(() -> pack.rates(4)).hasMessageContaining("Expected 1 to 3");
    }

    @Test
    void aPackFlagsOnlyOnceItWasEvaluatedAndSaysWithWhatSuccess() {
        EvaluatedPack pack = evaluated();
        Warning two = pack.warn(student(900, true, false, true, "F"));
        assertThat(two.raised()).containsExactly("often absent", "failed mathematics or English");
        assertThat(two.tier()).contains("plan support");
        assertThat(value(two.pastShare())).isEqualTo(0.75);
        Warning none = pack.warn(student(901, false, false, false, "F"));
        assertThat(none.tier()).isEmpty();
        assertThat(value(none.pastShare())).isEqualTo(0.1);
        Warning open = pack.warn(new StudentReadings("p-902", Map.of("suspensions", Rational.of(3)), Map.of()));
        assertThat(open.tier()).contains("look at it together");
        assertThat(open.open()).containsExactly("often absent", "failed mathematics or English");
        assertThat(open.pastShare().isReported()).isFalse();
    }

    @Test
    void ratesByGroupShowWhomThePackFails() {
        EvaluatedPack pack = evaluated();
        SortedMap<String, AlarmRates> by = pack.ratesBy("ses", 1);
        assertThat(by.keySet()).containsExactly("F", "N");
        assertThat(value(by.get("F").sensitivity())).isEqualTo(25 / 30.0);
        assertThat(EvaluatedPack.spread(by, AlarmRates::sensitivity).value().orElseThrow())
                .isZero();
        List<PastStudent> more = new ArrayList<>(history());
        for (int i = 0; i < 5; i++) {
            more.add(past(500 + i, 0, true, "other"));
        }
        EvaluatedPack small =
                WARNING.evaluate(IndicatorPacks.MIDDLE_GRADES, more).value().orElseThrow();
        SortedMap<String, AlarmRates> rates = small.ratesBy("ses", 1);
        assertThat(rates.get("other").sensitivity().toString()).contains("suppressed");
        assertThat(rates.values().stream().filter(one -> !one.sensitivity().isReported()))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(small.areaBy("ses").get("other").toString()).contains("suppressed");
        assertThat(small.areaBy("ses").get("F").isReported()).isTrue();
        assertThat(EvaluatedPack.spread(new TreeMap<>(), AlarmRates::sensitivity)
                        .isReported())
                .isFalse();
    }

    @Test
    void withoutEnoughHistoryThereIsNoPackToAsk() {
        List<PastStudent> few = history().subList(60, 110);
        assertThat(WARNING.evaluate(IndicatorPacks.MIDDLE_GRADES, few).toString())
                .contains("20 of each are needed");
        List<PastStudent> twice = new ArrayList<>(history());
        twice.add(twice.get(0));
        assertThatThrownBy(() -> WARNING.evaluate(IndicatorPacks.MIDDLE_GRADES, twice))
                .hasMessageContaining("twice");
        StudentReadings unread = new StudentReadings("p-999", Map.of(), Map.of());
        List<PastStudent> gaps = new ArrayList<>(history());
        gaps.add(new PastStudent(unread, READ, PastStudent.Outcome.SPARED));
        assertThat(value(WARNING.evaluate(IndicatorPacks.MIDDLE_GRADES, gaps)
                        .value()
                        .orElseThrow()
                        .coverage()))
                .isEqualTo(200 / 201.0);
        assertThatThrownBy(() -> new PastStudent(unread, READ, PastStudent.Outcome.on(READ.minusDays(1))))
                .hasMessageContaining("reading first");
        assertThatThrownBy(() -> new PastStudent.Outcome(false, Optional.of(READ)))
                .hasMessageContaining("did not happen");
    }

    /** R: {@code ci.auc(roc(c(rep(1,10),rep(0,15)), c(ev,sp), direction="<"), method="delong")}. */
    @Test
    void theAreaHasDeLongsInterval() {
        double[] events = {3, 2, 2, 1, 3, 0, 2, 1, 2, 3};
        double[] spared = {0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 3, 0, 0, 1};
        Estimate area = AreaUnderCurve.of(events, spared).value().orElseThrow();
        assertThat(area.value()).isCloseTo(0.8266666667, within(1e-9));
        assertThat(area.standardError().orElseThrow()).isCloseTo(0.0867287120, within(1e-9));
        assertThat(area.lower()).isCloseTo(0.6566815147, within(1e-8));
        assertThat(area.upper()).isCloseTo(0.9966518187, within(1e-8));
        assertThat(AreaUnderCurve.of(new double[] {1}, spared).isReported()).isFalse();
        // Newcombe's method 5 by uniroot: 0.3856 for 2 and 2
        Estimate parted = AreaUnderCurve.of(new double[] {3, 3}, new double[] {1, 1})
                .value()
                .orElseThrow();
        assertThat(parted.lower()).isCloseTo(0.385635704497, within(1e-10));
        assertThat(parted.upper()).isEqualTo(1);
        assertThat(parted.standardError()).isEmpty();
        // by pairs: 50·90 right, ties between 20 and 40, 30 and 10, 10 and 90 counted half …
        double right = 20.0 * 90 + 30.0 * 130 + 0.5 * (10 * 90 + 20 * 40 + 30 * 10);
        assertThat(value(evaluated().area())).isCloseTo(right / (60 * 140), within(1e-12));
    }

    /** R: glm(y ~ qlogis(p), family=binomial); mean((p-y)^2). */
    @Test
    void calibrationIsThatOfALogisticRegressionOnTheLogits() {
        double[] p = {.1, .2, .3, .4, .5, .6, .7, .8, .15, .25, .35, .45, .55, .65, .75, .85};
        int[] y = {0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1};
        boolean[] happened = new boolean[16];
        for (int i = 0; i < 16; i++) {
            happened[i] = y[i] == 1;
        }
        Calibration.Result result = new Calibration(4, SuppressionPolicy.PUBLIC_DATA)
                .of(p, happened)
                .value()
                .orElseThrow();
        Calibration.Line line = result.line().value().orElseThrow();
        assertThat(line.slope().value()).isCloseTo(1.3128374259, within(1e-8));
        assertThat(line.slope().standardError().orElseThrow()).isCloseTo(0.6865137124, within(1e-7));
        assertThat(line.intercept().value()).isCloseTo(0.1610890195, within(1e-8));
        assertThat(line.intercept().standardError().orElseThrow()).isCloseTo(0.6045888185, within(1e-7));
        assertThat(result.brier()).isCloseTo(0.17875, within(1e-10));
        assertThat(result.bins()).hasSize(4);
        assertThat(result.bins().get(0).predicted()).isCloseTo((.1 + .15 + .2 + .25) / 4, within(1e-12));
        assertThat(value(result.bins().get(3).happened())).isEqualTo(0.75);
        assertThat(Calibration.of(SuppressionPolicy.PUBLIC_DATA)
                        .of(new double[] {.2, .2}, new boolean[] {true, false})
                        .value()
                        .orElseThrow()
                        .line()
                        .isReported())
                .isFalse();
        assertThat(Calibration.of(SuppressionPolicy.NCES_2011_603)
                        .of(new double[0], new boolean[0])
                        .isReported())
                .isFalse();
        assertThatThrownBy(
                        () -> Calibration.of(SuppressionPolicy.PUBLIC_DATA).of(new double[] {1}, new boolean[] {true}))
                .hasMessageContaining("prediction is 1.0");
    }

    /** The same history again: it happened as often as was said, so slope 1 and intercept 0 but for the halves. */
    @Test
    void whatHeldForOneYearIsHeldAgainstTheNext() {
        Calibration.Result again = evaluated().holdsFor(history()).value().orElseThrow();
        assertThat(again.bins()).hasSize(3);
        assertThat(again.line().value().orElseThrow().slope().value()).isCloseTo(1, within(0.05));
        assertThat(again.line().value().orElseThrow().intercept().value()).isCloseTo(0, within(0.03));
    }

    @Test
    void readinessIsToldByGroupWithItsCoverage() {
        List<StudentReadings> students = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Rational> readings = new TreeMap<>();
            readings.put("credits", Rational.of(i % 3 == 0 ? 4 : 6));
            if (i >= 12) {
                readings.put("core semester failures", Rational.of(1));
            }
            students.add(new StudentReadings("p-" + i, readings, Map.of("ses", i < 30 ? "F" : "N")));
        }
        OpportunityResult result = OnTrack.of(IndicatorPacks.CHICAGO_ON_TRACK, SuppressionPolicy.NCES_2011_603)
                .against("ses", "N", students);
        // of the 30 F, 12 lack a reading; 4 of those are off track by credits alone, 8 cannot be told
        assertThat(value(result.coverage().get("F"))).isEqualTo(22 / 30.0);
        assertThat(value(result.shares().get("F"))).isEqualTo(12 / 22.0);
        assertThat(value(result.shares().get("N"))).isEqualTo(20 / 30.0);
    }
}
