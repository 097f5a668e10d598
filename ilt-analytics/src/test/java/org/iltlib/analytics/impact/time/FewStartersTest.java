package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Thirty units of which few start, and none with an effect; errors carry over from period to period. */
class FewStartersTest {
    private static final int UNITS = 30;
    private static final int[] YEARS = {1, 2, 3, 4, 5, 6, 7};

    private static Panel panel(SplitMix chance, int[] years, int starters, int... starts) {
        int n = UNITS * years.length;
        double[] y = new double[n];
        int[] unit = new int[n];
        int[] period = new int[n];
        int[] start = new int[n];
        for (int u = 0; u < UNITS; u++) {
            double error = 0;
            for (int t = 0; t < years.length; t++) {
                int i = u * years.length + t;
                error = 0.6 * error + chance.nextGaussian();
                y[i] = error;
                unit[i] = u;
                period[i] = years[t];
                start[i] = u / starters < starts.length ? starts[u / starters] : Panel.NEVER;
            }
        }
        return Panel.of(y, unit, period, start);
    }

    private static Measured<GroupTimeResult> effects(Panel panel) {
        return GroupTimeEffects.withDefaults().withDraws(199).of(panel);
    }

    /** Two of thirty: (1/2 + 1/28)² ÷ ((1/2)²/1 + (1/28)²/27) = 1.15. */
    @Test
    void twoStartersAmongThirtyAreRefused() {
        assertThat(effects(panel(SplitMix.of(1), YEARS, 2, 4)))
                .hasToString(
                        "too few values: 1.1 degrees of freedom, at least 4 needed: too few units start, or too few"
                                + " do not");
    }

    /** qbinom(1 - 1e-4, 300, .05) = 31; on units less groups the bands of three starts of three fail 61 times. */
    @Test
    void bandsOverFewStartersSeldomMissZero() {
        for (int starters : new int[] {3, 5}) {
            SplitMix chance = SplitMix.of(44);
            int overall = 0;
            int bands = 0;
            for (int run = 0; run < 300; run++) {
                GroupTimeResult found =
                        effects(panel(chance, YEARS, starters, 4, 5, 6)).value().orElseThrow();
                overall += found.overall().excludes(0) ? 1 : 0;
                bands += found.byEventTime().stream().map(TimedEstimate::band).anyMatch(band -> band.excludes(0))
                        ? 1
                        : 0;
            }
            assertThat(overall).isLessThanOrEqualTo(31);
            assertThat(bands).isLessThanOrEqualTo(31);
        }
    }

    /** Five of twenty: (1/5 + 1/20)² ÷ ((1/5)²/4 + (1/20)²/19), and Student's quantile of that. */
    @Test
    void theIntervalOfOneEffectHasItsOwnDegreesOfFreedom() {
        GroupTimeResult found =
                effects(panel(SplitMix.of(3), YEARS, 5, 4, 6)).value().orElseThrow();
        Estimate effect = found.getEffect(4, 5);
        // R: qt(.975, (1/5 + 1/20)^2 / ((1/5)^2/4 + (1/20)^2/19)) = 2.43077
        assertThat((effect.upper() - effect.value()) / effect.standardError().orElseThrow())
                .isCloseTo(2.430770, within(1e-6));
    }

    @Test
    void eventTimesAreDifferencesOfPeriodsAndGapsAreTold() {
        int[] years = {2015, 2016, 2017, 2020, 2021};
        Panel panel = panel(SplitMix.of(2), years, 10, 2017);
        GroupTimeResult found = effects(panel).value().orElseThrow();
        assertThat(found.byEventTime().stream().map(TimedEstimate::time)).containsExactly(-2, 0, 3, 4);
        assertThat(found.notes()).anyMatch(note -> note.contains("between 2017 and 2020"));
        EventStudyResult study = EventStudy.withDefaults().of(panel).value().orElseThrow();
        assertThat(study.moments().stream().map(EventStudyResult.Moment::time)).containsExactly(-2, 0, 3, 4);
        assertThat(study.why().toString()).contains("between 2017 and 2020");
    }
}
