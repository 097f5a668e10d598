package org.iltlib.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.GapCourse.Status;
import org.iltlib.analytics.progress.MeaningfulChange.Size;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class GapAndChangeTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 2, 28); // 150 days later
    private static final GapPlan PLAN = GapPlan.builder()
            .baseline(reading(-0.60, 0.05))
            .since(OCTOBER)
            .deadline(OCTOBER.plusDays(300))
            .build();

    private static Estimate reading(double value, double error) {
        return Estimate.builder()
                .value(value)
                .lower(value - 1.96 * error)
                .upper(value + 1.96 * error)
                .level(0.95)
                .standardError(error)
                .n(84)
                .unit("standard deviations")
                .method("by hand")
                .build();
    }

    private static GapCourse course(double value, double error) {
        return PLAN.of(reading(value, error), MARCH).value().orElseThrow();
    }

    /** By hand: errors of 0.05 and 0.05 make one of 0.0707, so that a change counts from 0.1386 on. */
    @Test
    void aGapMovesOnlyByMoreThanTheErrorBarsOfBothReadingsAllow() {
        assertThat(course(-0.47, 0.05).status()).isEqualTo(Status.OPEN);
        assertThat(course(-0.46, 0.05).status()).isEqualTo(Status.NARROWING);
        assertThat(course(-0.73, 0.05).status()).isEqualTo(Status.OPEN);
        assertThat(course(-0.74, 0.05).status()).isEqualTo(Status.WIDENED);
        assertThat(course(-0.46, 0.05).change().upper() - 0.14).isCloseTo(0.1386, Offset.offset(5.1e-5));
    }

    @Test
    void aGapIsClosedWhenTheWholeIntervalIsNearEnoughToTheTarget() {
        assertThat(course(0.05, 0.05).status()).as("lower end -0.048").isEqualTo(Status.CLOSED);
        assertThat(course(0.04, 0.05).status()).as("lower end -0.058").isEqualTo(Status.NARROWING);
        assertThat(course(0.00, 0.02).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void theShareOfTheWayIsSetAgainstTheShareOfTheTime() {
        GapCourse course = course(-0.45, 0.05);
        assertThat(course.closed()).isCloseTo(0.25, Offset.offset(1e-12));
        assertThat(course.timeGone()).isEqualTo(0.5);
        assertThat(course.pace()).isCloseTo(0.5, Offset.offset(1e-12));
        assertThat(course.why().toString())
                .startsWith("The gap is narrowing.")
                .contains("Of the way to 0.00, 25 % is gone in 50 % of the time.");
    }

    @Test
    void aGapThatCannotBeJudgedIsMissingOrRefused() {
        Estimate bare = Estimate.builder()
                .value(-0.5)
                .lower(-0.6)
                .upper(-0.4)
                .level(0.95)
                .n(84)
                .unit("standard deviations")
                .method("by hand")
                .build();
        assertThat(PLAN.of(bare, MARCH).toString()).contains("a reading has no standard error");
        assertThatThrownBy(() -> PLAN.of(bare, OCTOBER)).hasMessageContaining("Expected a day after 2026-10-01");
        GapPlan.Builder plan = GapPlan.builder().baseline(reading(0.6, 0.05)).since(OCTOBER);
        assertThatThrownBy(() -> plan.deadline(MARCH).build()).hasMessageContaining("Maybe the gap is turned round");
        assertThatThrownBy(() -> plan.deadline(OCTOBER).build()).hasMessageContaining("Expected a later deadline");
        assertThatThrownBy(() -> plan.deadline(MARCH).target(1).tolerance(-1).build())
                .hasMessageContaining("tolerance is -1.0");
        assertThatThrownBy(() ->
                        plan.deadline(MARCH).target(1).tolerance(0).level(95).build())
                .hasMessageContaining("level is 95.0");
    }

    @Test
    void oneSignificantReadingIsNoChangeAndThreeInARowAre() {
        MeaningfulChange rule = MeaningfulChange.withDefaults();
        Estimate none = reading(0.05, 0.05);
        Estimate clear = reading(0.15, 0.05);
        Estimate large = reading(0.30, 0.05);
        assertThat(rule.of(List.of(clear, large)).isReported()).isFalse();
        assertThat(rule.of(List.of(clear, none, large)).value().orElseThrow().isMeaningful())
                .isFalse();
        MeaningfulChange.Result lasting =
                rule.of(List.of(none, clear, large, large)).value().orElseThrow();
        assertThat(lasting.isMeaningful()).isTrue();
        assertThat(lasting.size()).as("by the smallest of the three").isEqualTo(Size.MEDIUM);
        assertThat(lasting.explain().toString()).startsWith("The change is sustained and medium.");
        assertThat(rule.of(List.of(reading(-0.3, 0.05), reading(-0.3, 0.05), reading(-0.3, 0.05)))
                        .value()
                        .orElseThrow()
                        .sustained())
                .isTrue();
        assertThat(rule.of(List.of(large, large, reading(-0.3, 0.05)))
                        .value()
                        .orElseThrow()
                        .sustained())
                .isFalse();
        Estimate tiny = reading(0.01, 0.001);
        assertThat(rule.of(List.of(tiny, tiny, tiny)).value().orElseThrow().isMeaningful())
                .as("certain, and too small to matter")
                .isFalse();
    }

    /** Twice 0.025 cubed. */
    @Test
    void theChanceOfASustainedChangeOfNothingIsTheProductOfTheTails() {
        assertThat(MeaningfulChange.withDefaults().falseAlarm(0.95).probability())
                .isCloseTo(2 * 0.025 * 0.025 * 0.025, Offset.offset(1e-12));
        assertThat(MeaningfulChange.withDefaults().size(-0.2)).isEqualTo(Size.LARGE);
        assertThatThrownBy(() -> MeaningfulChange.withDefaults().falseAlarm(1)).hasMessageContaining("level is 1.0");
        assertThatThrownBy(() -> new MeaningfulChange(0, 1, 3)).hasMessageContaining("medium is 0.0");
        assertThatThrownBy(() -> new MeaningfulChange(1, 1, 3)).hasMessageContaining("large is 1.0");
        assertThatThrownBy(() -> new MeaningfulChange(1, 2, 1)).hasMessageContaining("once is no pattern");
    }

    /**
     * Normal readings of which any two correlate by one half are all above their mean with a chance of 1/(k + 1), for the
     * baseline's error is as likely to be at any place among theirs; three at 1.96: 0.0016 in R, on either side.
     */
    @Test
    void readingsOfOneBaselineErrTogether() {
        for (int times = 2; times < 6; times++) {
            MeaningfulChange rule = new MeaningfulChange(0.05, 0.2, times);
            assertThat(rule.falseAlarmOfOneBaseline(1e-12, 0.5).probability())
                    .isCloseTo(2.0 / (times + 1), Offset.offset(1e-9));
        }
        MeaningfulChange three = MeaningfulChange.withDefaults();
        assertThat(three.falseAlarmOfOneBaseline(0.95, 0.5).probability()).isCloseTo(0.0032, Offset.offset(1e-4));
        assertThat(three.falseAlarmOfOneBaseline(0.95, 0)).isEqualTo(three.falseAlarm(0.95));
        assertThat(three.falseAlarmOfOneBaseline(0.95, 1).probability()).isCloseTo(0.05, Offset.offset(1e-12));
        Estimate clear = reading(0.15, 0.05);
        assertThat(three.of(List.of(clear, clear, clear))
                        .value()
                        .orElseThrow()
                        .explain()
                        .toString())
                .contains("a chance of at most 0.05000, whatever error the readings share; of 0.003");
    }

    @Test
    void readingsInUnlikeUnitsAreRefused() {
        Estimate clear = reading(0.15, 0.05);
        Estimate points = clear.toBuilder().unit("points").build();
        assertThatThrownBy(() -> MeaningfulChange.withDefaults().of(List.of(clear, points, clear)))
                .hasMessageContaining("A reading is in points. Expected standard deviations");
        assertThatThrownBy(() -> PLAN.of(points, MARCH))
                .hasMessageContaining("The reading is in points. Expected standard deviations");
    }
}
