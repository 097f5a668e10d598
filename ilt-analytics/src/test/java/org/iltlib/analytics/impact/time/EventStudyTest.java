package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.JointTest;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

class EventStudyTest {
    private static Panel synthetic() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        EventStudyTest.class.getResourceAsStream("/org/iltlib/analytics/impact/did_panel.csv")),
                StandardCharsets.UTF_8))) {
            List<double[]> rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            return Panel.of(
                    rows.stream().mapToDouble(row -> row[4]).toArray(),
                    rows.stream().mapToInt(row -> (int) row[1]).toArray(),
                    rows.stream().mapToInt(row -> (int) row[0]).toArray(),
                    rows.stream().mapToInt(row -> row[2] > 0 ? 4 : Panel.NEVER).toArray());
        }
    }

    // m <- lm(y ~ factor(s) + factor(t) + I(treat*(t==1)) + ...); coef_test(m, "CR2", s); Wald_test(m, leads, HTZ)
    @Test
    void leadsAndLagsEqualClubSandwich() throws IOException {
        EventStudyResult found =
                EventStudy.withDefaults().of(synthetic()).value().orElseThrow();
        double[] values = {
            0.5016318181818307, -0.7973306818181819, 3.419902272727271, -1.0410306818181851, 1.4241306818181796
        };
        double[] errors = {
            1.2415339382343384, 1.1821713576168082, 1.2181571035141103, 1.491930586996753, 1.6964530148250723
        };
        for (int k = 0; k < 5; k++) {
            Coefficient each = found.moments().get(k).difference();
            assertThat(each.value()).isCloseTo(values[k], within(1e-11));
            assertThat(each.standardError()).isCloseTo(errors[k], within(1e-11));
            assertThat(each.degreesOfFreedom()).isCloseTo(14.68688179288203, within(1e-9));
        }
        assertThat(found.moments().stream().map(EventStudyResult.Moment::time)).containsExactly(-3, -2, 0, 1, 2);
        JointTest leads = found.preTrend().value().orElseThrow();
        assertThat(leads.statistic()).isCloseTo(0.4216479019294982, within(1e-11));
        assertThat(leads.denominatorDegrees()).isCloseTo(13.686881792882046, within(1e-9));
        assertThat(leads.pValue()).isCloseTo(0.6642023912157758, within(1e-10));
        assertThat(found.rung()).isEqualTo(ClaimRung.QUASI_EXPERIMENTAL);
        assertThat(found.courseBefore()).contains("show no sign");
        assertThat(DifferenceInDifferences.withDefaults()
                        .of(synthetic())
                        .value()
                        .orElseThrow()
                        .rung())
                .isEqualTo(ClaimRung.QUASI_EXPERIMENTAL);
    }

    @Test
    void refusalsAreTyped() {
        Panel staggered = StaggeredPanels.of(SplitMix.of(1), 12, 1);
        EventStudy study = EventStudy.withDefaults();
        assertThat(study.of(staggered)).asString().contains("start at different times");
        int n = staggered.rows();
        int[] start = new int[n];
        Arrays.fill(start, 4);
        Panel all = Panel.of(staggered.outcomes(), staggered.units(), staggered.periodCodes(), start);
        assertThat(study.of(all)).hasToString("too few values: no untreated unit");
        assertThat(DifferenceInDifferences.withDefaults().of(all)).hasToString("too few values: no untreated unit");
        for (int i = 0; i < n; i++) {
            start[i] = staggered.units()[i] % 2 == 0 ? 1 : Panel.NEVER;
        }
        Panel atOnce = Panel.of(staggered.outcomes(), staggered.units(), staggered.periodCodes(), start);
        assertThat(study.of(atOnce)).hasToString("too few values: no period before the start");
        assertThat(DifferenceInDifferences.withDefaults().of(atOnce))
                .hasToString("too few values: no period before the start");
        Arrays.fill(start, Panel.NEVER);
        Panel none = Panel.of(staggered.outcomes(), staggered.units(), staggered.periodCodes(), start);
        assertThat(study.of(none)).asString().contains("no unit starts");
    }

    @Test
    void onePeriodBeforeLeavesTheCourseUnseen() {
        Panel staggered = StaggeredPanels.of(SplitMix.of(1), 30, 1);
        int[] start = new int[staggered.rows()];
        for (int i = 0; i < start.length; i++) {
            start[i] = staggered.units()[i] % 2 == 0 ? 2 : Panel.NEVER;
        }
        Panel panel = Panel.of(staggered.outcomes(), staggered.units(), staggered.periodCodes(), start);
        EventStudyResult found = EventStudy.withDefaults().of(panel).value().orElseThrow();
        assertThat(found.rung()).isEqualTo(ClaimRung.COMPARED);
        assertThat(found.courseBefore()).contains("cannot be seen: too few values: one period before the start");
    }
}
