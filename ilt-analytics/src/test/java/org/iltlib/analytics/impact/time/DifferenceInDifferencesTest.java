package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.regression.ErrorRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A synthetic panel of 24 units in 6 periods (did_panel.csv), against clubSandwich 0.5.8. */
class DifferenceInDifferencesTest {
    private double[] y;
    private boolean[] group;
    private boolean[] after;
    private int[] unit;
    private int[] period;

    @BeforeEach
    void readThePanel() throws IOException {
        List<double[]> rows;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/org/iltlib/analytics/impact/did_panel.csv")),
                StandardCharsets.UTF_8))) {
            rows = reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
        int n = rows.size();
        y = rows.stream().mapToDouble(row -> row[4]).toArray();
        period = rows.stream().mapToInt(row -> (int) row[0]).toArray();
        unit = rows.stream().mapToInt(row -> (int) row[1]).toArray();
        group = new boolean[n];
        after = new boolean[n];
        for (int i = 0; i < n; i++) {
            group[i] = rows.get(i)[2] > 0;
            after[i] = rows.get(i)[3] > 0;
        }
    }

    private Panel panel(double[] outcome) {
        int[] start = new int[outcome.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = group[i] ? 4 : Panel.NEVER;
        }
        return Panel.of(outcome, unit, period, start);
    }

    private static DifferenceInDifferences by(ErrorRule rule) {
        return DifferenceInDifferences.withDefaults()
                .withComparison(FixedEffectsComparison.withDefaults().withErrors(rule));
    }

    // lm(y ~ treat * post); coef_test(m, vcov = vcovCR(m, cluster = s, type = ...), test = "Satterthwaite")
    @ParameterizedTest
    @CsvSource({
        "CLASSICAL, 1.0931668632996083, 788",
        "CR0, 0.8608572634610377, 15.177244638638488",
        "CR1, 0.8793724410867754, 15.17724463863849",
        "CR1S, 0.8810447832143629, 15.177244638638488",
        "CR2, 0.9030387005431095, 14.686881792881916",
        "CR3, 0.9478900800069472, 14.189877766925568"
    })
    void theTwoByTwoEqualsClubSandwich(ErrorRule rule, double error, double degrees) {
        TreatmentEffect found =
                by(rule).of(y, group, after, unit).value().orElseThrow().effect();
        assertThat(found.points().value()).isCloseTo(1.3662337121212365, within(1e-10));
        assertThat(found.points().standardError().orElseThrow()).isCloseTo(error, within(1e-10));
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, within(1e-8));
        assertThat(found.clusters()).isEqualTo(24);
    }

    @Test
    void itsPValueEqualsClubSandwich() {
        TreatmentEffect found = by(ErrorRule.CR2)
                .of(y, group, after, unit)
                .value()
                .orElseThrow()
                .effect();
        assertThat(found.pValue()).isCloseTo(0.15151623443793627, within(1e-9));
        assertThat(found.statistic()).isCloseTo(1.5129293033615836, within(1e-9));
    }

    // lm(y ~ I(treat * post) + factor(s) + factor(t)), clustered by s
    @ParameterizedTest
    @CsvSource({"CR1S, 0.8959496560769898, 15.17724463863838", "CR2, 0.9030387005431151, 14.68688179288182"})
    void thePanelEqualsClubSandwich(ErrorRule rule, double error, double degrees) {
        TreatmentEffect found = by(rule).of(panel(y)).value().orElseThrow().effect();
        assertThat(found.points().value()).isCloseTo(1.3662337121212567, within(1e-10));
        assertThat(found.points().standardError().orElseThrow()).isCloseTo(error, within(1e-10));
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, within(1e-7));
        assertThat(found.strata()).isEqualTo(24);
    }

    @Test
    void aPeriodWithoutOutcomesChangesNothing() {
        double[] holes = y.clone();
        for (int i = 0; i < holes.length; i++) {
            holes[i] = period[i] == 1 ? Double.NaN : holes[i];
        }
        assertThat(by(ErrorRule.CR2).of(panel(holes)).isReported()).isTrue();
    }

    @Test
    void anEmptyCellIsRefused() {
        assertThat(by(ErrorRule.CR2).of(y, group, group, unit))
                .hasToString(
                        "undefined: the covariate \"after\" is determined by the strata and the covariates before it");
    }

    @Test
    void lengthsMustAgree() {
        assertThatThrownBy(() -> by(ErrorRule.CR2).of(y, group, new boolean[2], unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 time marks");
        assertThatThrownBy(() -> Panel.of(y, unit, new int[3], unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 periods");
    }
}
