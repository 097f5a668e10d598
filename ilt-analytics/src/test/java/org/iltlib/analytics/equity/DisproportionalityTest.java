package org.iltlib.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.equity.Disproportionality.Cell;
import org.iltlib.analytics.equity.Disproportionality.Counts;
import org.iltlib.analytics.equity.Disproportionality.Standing;
import org.iltlib.analytics.equity.Disproportionality.Year;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.SchoolYear;
import org.iltlib.choice.Rational;
import org.iltlib.finding.policy.DisproportionCategory;
import org.iltlib.finding.policy.DisproportionalityPolicy;
import org.iltlib.finding.policy.RacialGroup;
import org.junit.jupiter.api.Test;

/** Expected values by fractions; 34 CFR 300.647(d) for what follows from them. */
class DisproportionalityTest {
    private static final DisproportionalityPolicy POLICY = DisproportionalityPolicy.builder()
            .name("state plan")
            .source("state plan, section 4")
            .checkedOn(LocalDate.of(2026, 11, 1))
            .minimumCell(10)
            .minimumNumber(30)
            .threshold(new BigDecimal("2.5"))
            .years(3)
            .progress(new BigDecimal("0.1"))
            .build();
    private static final Disproportionality REPORT = Disproportionality.of(POLICY);

    /** The group has {@code happened} of 200; the others 75 of 1,000; the state's others 9,000 of 100,000. */
    private static Year year(int start, long happened, Risk others) {
        Map<RacialGroup, Risk> here =
                Map.of(RacialGroup.BLACK_OR_AFRICAN_AMERICAN, new Risk(happened, 200), RacialGroup.WHITE, others);
        Map<RacialGroup, Risk> state = Map.of(
                RacialGroup.BLACK_OR_AFRICAN_AMERICAN,
                new Risk(3_000, 20_000),
                RacialGroup.WHITE,
                new Risk(9_000, 100_000));
        return new Year(
                SchoolYear.startingIn(start), List.of(new Counts(DisproportionCategory.ANY_DISABILITY, here, state)));
    }

    private static Cell cell(List<Year> years) {
        return REPORT.report(years).stream()
                .filter(cell -> cell.group().equals(RacialGroup.BLACK_OR_AFRICAN_AMERICAN)
                        && cell.category().equals(DisproportionCategory.ANY_DISABILITY))
                .findFirst()
                .orElseThrow();
    }

    private static Standing standing(long... happened) {
        List<Year> years = new ArrayList<>();
        for (long number : happened) {
            years.add(year(2023 + years.size(), number, new Risk(75, 1_000)));
        }
        return REPORT.standing(cell(years));
    }

    @Test
    void sevenGroupsByFourteenCategoriesAreReported() {
        List<Cell> cells = REPORT.report(List.of(year(2025, 40, new Risk(75, 1_000))));
        assertThat(cells).hasSize(98);
        assertThat(cells.stream().filter(cell -> cell.ratios().get(0).isReported()))
                .hasSize(2);
        assertThat(cells.get(0).ratios().get(0).toString()).contains("not calculated: the group is smaller than 30");
        assertThat(cells.get(97).ratios().get(0).toString()).contains("not counted in 2025");
        assertThat(REPORT.standing(cells.get(97))).isEqualTo(Standing.NOT_CALCULATED);
    }

    @Test
    void theRatioIsExactAndTheAlternateOneTakesTheStatesOthers() {
        RiskRatio.Result ratio = cell(List.of(year(2025, 40, new Risk(75, 1_000))))
                .ratios()
                .get(0)
                .value()
                .orElseThrow();
        assertThat(ratio.ratio()).isEqualTo(Rational.of(8, 3));
        assertThat(ratio.alternate()).isFalse();
        RiskRatio.Result alternate = cell(List.of(year(2025, 40, new Risk(9, 25))))
                .ratios()
                .get(0)
                .value()
                .orElseThrow();
        assertThat(alternate.ratio()).isEqualTo(Rational.of(20, 9));
        assertThat(alternate.alternate()).isTrue();
    }

    /** Thirds of the risk .075: 38/200 is 2.533, 40 is 2.667, 42 is 2.8, 44 is 2.933; 37 is 2.467. */
    @Test
    void onlyThreeYearsAboveWithoutProgressAreSignificant() {
        assertThat(standing(40)).isEqualTo(Standing.ABOVE);
        assertThat(standing(40, 40)).isEqualTo(Standing.ABOVE);
        assertThat(standing(40, 40, 40)).isEqualTo(Standing.SIGNIFICANT);
        assertThat(standing(37, 40, 40)).isEqualTo(Standing.ABOVE);
        assertThat(standing(40, 40, 37)).isEqualTo(Standing.WITHIN);
        assertThat(standing(44, 42, 40)).isEqualTo(Standing.ABOVE_WITH_PROGRESS);
        assertThat(standing(44, 40, 40)).isEqualTo(Standing.SIGNIFICANT);
        assertThat(standing(40, 40, 9)).isEqualTo(Standing.NOT_CALCULATED);
    }

    /** (37.5/200) ÷ .075 = 2.5 exactly: as high as the threshold is not above it. */
    @Test
    void asHighAsTheThresholdIsNotAbove() {
        Map<RacialGroup, Risk> here =
                Map.of(RacialGroup.ASIAN, new Risk(75, 400), RacialGroup.WHITE, new Risk(75, 1_000));
        Year year =
                new Year(SchoolYear.startingIn(2025), List.of(new Counts(DisproportionCategory.AUTISM, here, here)));
        Cell cell = REPORT.report(List.of(year)).stream()
                .filter(one ->
                        one.group().equals(RacialGroup.ASIAN) && one.category().equals(DisproportionCategory.AUTISM))
                .findFirst()
                .orElseThrow();
        assertThat(REPORT.standing(cell)).isEqualTo(Standing.WITHIN);
    }

    @Test
    void yearsThatDoNotFollowOneAnotherAreRefused() {
        Year one = year(2023, 40, new Risk(75, 1_000));
        assertThatThrownBy(() -> REPORT.report(List.of())).hasMessageContaining("0 years");
        assertThatThrownBy(() -> REPORT.report(List.of(one, one))).hasMessageContaining("consecutive");
    }
}
