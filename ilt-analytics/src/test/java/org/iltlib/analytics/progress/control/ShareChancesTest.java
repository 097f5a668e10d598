package org.iltlib.analytics.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.Chance;
import org.junit.jupiter.api.Test;

/**
 * Twelve weeks of 612 students give the limits, six are watched; the share is 7 %, or 10 % after a change. The expected
 * values come from R, 200,000 times: rbinom(12, 612, p) for the limits by their formulas, rbinom(6, 612, p) held against
 * them, with p from rbeta where the spread is 1.8.
 */
class ShareChancesTest {
    private static final Offset<Double> SIMULATED = Offset.offset(0.006);
    private static final SharePlan PLAN = SharePlan.builder()
            .baseline(Collections.nCopies(12, 612L))
            .watched(Collections.nCopies(6, 612L))
            .share(0.07)
            .changed(0.10)
            .build();
    private static final SharePlan WIDE = PLAN.toBuilder().spread(1.8).build();

    @Test
    void aPChartOfAShortBaselineErrsAsOftenAsInR() {
        assertThat(ShareChances.of(PLAN).rates().falseAlarm().probability()).isCloseTo(0.02464, SIMULATED);
        assertThat(ShareChances.of(PLAN).rates().miss().probability()).isCloseTo(0.041025, SIMULATED);
    }

    @Test
    void sharesThatScatterMakeAPChartAlarmNearlyEverySecondTimeAndAPPrimeChartRarely() {
        SharePlan laney = PLAN.toBuilder().laney(true).build();
        assertThat(ShareChances.of(WIDE).falseAlarm().probability()).isCloseTo(0.48033, Offset.offset(0.015));
        assertThat(ShareChances.of(laney.toBuilder().spread(1.8).build())
                        .falseAlarm()
                        .probability())
                .isCloseTo(0.10157, Offset.offset(0.009));
        assertThat(ShareChances.of(laney).falseAlarm().probability()).isCloseTo(0.09346, Offset.offset(0.009));
    }

    @Test
    void theSameSeedGivesTheSameSharesOnAnyNumberOfThreads() {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            SharePlan plan = PLAN.toBuilder().seed(9).runs(3_000).build();
            Chance together = ShareChances.of(plan).on(four).falseAlarm();
            Chance alone = ShareChances.of(plan.toBuilder().runs(3_001).build()).falseAlarm();
            assertThat(alone.probability() * 3_001 - together.probability() * 3_000)
                    .as("one more run, the others the same")
                    .isBetween(-1e-6, 1 + 1e-6);
        } finally {
            four.shutdown();
        }
    }

    @Test
    void aBaselineWithoutAnyoneHasALineAtZeroAndNoFault() {
        SharePlan rare = SharePlan.builder()
                .baseline(List.of(3L, 3L))
                .watched(List.of(3L))
                .share(0.001)
                .changed(0.9)
                .laney(true)
                .runs(200)
                .build();
        assertThat(ShareChances.of(rare).miss().probability()).isLessThan(0.05);
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        SharePlan.Builder plan = PLAN.toBuilder();
        assertThatThrownBy(() -> plan.spread(0.5).build()).hasMessageContaining("spread is 0.5");
        assertThatThrownBy(() -> PLAN.toBuilder().share(0).build()).hasMessageContaining("share is 0.0");
        assertThatThrownBy(() -> PLAN.toBuilder().changed(1).build()).hasMessageContaining("changed is 1.0");
        assertThatThrownBy(() -> PLAN.toBuilder().runs(1).build()).hasMessageContaining("runs is 1");
        assertThatThrownBy(() -> PLAN.toBuilder().baseline(List.of(4L)).build())
                .hasMessageContaining("baseline has 1 total(s)");
        assertThatThrownBy(() -> PLAN.toBuilder().watched(List.of(0L)).build()).hasMessageContaining("total is 0");
    }
}
