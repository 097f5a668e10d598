package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.analytics.measurement.irt.check.LikelihoodRatioDif;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

/** Several groups on one scale. */
class IrtGroupsTest {
    private static Map<String, ResponsePatterns> planted() {
        ResponseTable all = Tables.shared("dif_items.csv", 0);
        int group = all.getItem("group");
        List<String> items = IntStream.rangeClosed(1, 12).mapToObj(i -> "i" + i).toList();
        return Map.of(
                "reference",
                        ResponsePatterns.of(
                                all.select(row -> all.score(row, group) == 0).selectItems(items)),
                "focal",
                        ResponsePatterns.of(
                                all.select(row -> all.score(row, group) == 1).selectItems(items)));
    }

    // by optim(method = "BFGS") on the log-likelihood of both groups written out on 61 nodes
    @Test
    void twoGroupsOfRaschEqualADirectMaximum() {
        double[] d = {
            1.680934484,
            1.262564827,
            1.008153022,
            0.371236726,
            0.505911145,
            0.164849851,
            -0.013294167,
            -0.318099692,
            -0.406814513,
            -0.906188004,
            -1.254413878,
            -1.484776441
        };
        IrtFit fit = IrtModel.rasch().of("reference", planted()).value().orElseThrow();
        assertThat(fit.groups()).containsExactly("reference", "focal");
        assertThat(fit.logLikelihood()).isCloseTo(-8472.097974977, within(1e-5));
        assertThat(fit.distribution().mean()).isZero();
        assertThat(fit.distribution().standardDeviation()).isCloseTo(0.958807870, within(1e-5));
        assertThat(fit.distribution("focal").mean()).isCloseTo(-0.383752925, within(1e-5));
        assertThat(fit.distribution("focal").standardDeviation()).isCloseTo(1.012630248, within(1e-5));
        for (int item = 0; item < 12; item++) {
            assertThat(fit.curves("focal").get(item).intercepts().get(0)).isCloseTo(d[item], within(1e-5));
        }
        IrtErrors errors = fit.errors().value().orElseThrow();
        assertThat(errors.getEstimate("focal", IrtErrors.MEAN).excludes(0)).isTrue();
        assertThat(errors.parameters()).hasSize(15);
        assertThat(fit.freeParameters()).isEqualTo(15);
    }

    // the same with the intercept of item 4 free: twice the gain 24.174973, shift 0.665006208
    @Test
    void theItemPlantedAgainstTheFocalGroupIsFound() {
        List<LikelihoodRatioDif.Line> lines =
                LikelihoodRatioDif.of(IrtModel.rasch(), "reference", planted(), List.of("i4", "i7"));
        assertThat(lines.get(0).test().value().orElseThrow().statistic()).isCloseTo(24.174973, within(1e-4));
        assertThat(lines.get(0).test().value().orElseThrow().degrees()).isEqualTo(1);
        assertThat(lines.get(0).shift().value().orElseThrow()).isCloseTo(0.665006208, within(1e-4));
        assertThat(lines.get(1).test().value().orElseThrow().probability()).isGreaterThan(0.05);
    }

    @Test
    void oneSlopeForAllTellsTheSameModelOnAnotherScale() {
        IrtFit rasch = IrtModel.rasch().of("reference", planted()).value().orElseThrow();
        IrtFit common = IrtModel.of(ItemModel.ONE_PARAMETER)
                .of("reference", planted())
                .value()
                .orElseThrow();
        double unit = rasch.distribution().standardDeviation();
        assertThat(common.logLikelihood()).isEqualTo(rasch.logLikelihood());
        assertThat(common.distribution().standardDeviation()).isCloseTo(1, within(1e-12));
        assertThat(common.getCurve("i4").slope()).isCloseTo(unit, within(1e-12));
        assertThat(common.distribution("focal").mean())
                .isCloseTo(rasch.distribution("focal").mean() / unit, within(1e-12));
        IrtErrors errors = common.errors().value().orElseThrow();
        IrtErrors others = rasch.errors().value().orElseThrow();
        assertThat(errors.getEstimate("all items", IrtErrors.SLOPE).standardError())
                .isEqualTo(others.getEstimate("reference", IrtErrors.DEVIATION).standardError());
        // the variance of a ratio, from the covariances of its parts
        IrtErrors.Parameter mean = new IrtErrors.Parameter("focal", IrtErrors.MEAN);
        IrtErrors.Parameter spread = new IrtErrors.Parameter("reference", IrtErrors.DEVIATION);
        double ratio = rasch.distribution("focal").mean() / unit;
        double variance = (others.covariance(mean, mean)
                        - 2 * ratio * others.covariance(mean, spread)
                        + ratio * ratio * others.covariance(spread, spread))
                / (unit * unit);
        assertThat(errors.covariance(mean, mean)).isCloseTo(variance, within(1e-12));
    }

    @Test
    void groupsOnTwoFormsAreLinkedByTheAnchors() {
        List<ItemCurve> curves = Tables.twoParameters(24, 11);
        AbilityDistribution higher = new AbilityDistribution(0.6, 1.3);
        ResponseTable one = Tables.drawn(curves.subList(0, 16), AbilityDistribution.STANDARD, 4000, 1);
        ResponseTable two = Tables.drawn(curves.subList(8, 24), higher, 4000, 2);
        IrtFit fit = IrtModel.twoParameters()
                .of("one", Map.of("one", ResponsePatterns.of(one), "two", ResponsePatterns.of(two)))
                .value()
                .orElseThrow();
        assertThat(fit.distribution("two").mean()).isCloseTo(0.6, within(0.12));
        assertThat(fit.distribution("two").standardDeviation()).isCloseTo(1.3, within(0.15));
        assertThat(fit.curves("two")).hasSize(16);
        assertThat(fit.scale("two").distribution()).isEqualTo(fit.distribution("two"));
    }

    @Test
    void groupsWithoutACommonItemAreNotLinked() {
        ResponseTable one = Tables.drawn(Tables.twoParameters(5, 1), AbilityDistribution.STANDARD, 100, 1);
        List<ItemCurve> others = new ArrayList<>();
        for (ItemCurve curve : Tables.twoParameters(5, 1)) {
            others.add(ItemCurve.builder().from(curve).item("x" + curve.item()).build());
        }
        ResponseTable two = Tables.drawn(others, AbilityDistribution.STANDARD, 100, 2);
        Map<String, ResponsePatterns> groups = Map.of("a", ResponsePatterns.of(one), "b", ResponsePatterns.of(two));
        assertThat(IrtModel.rasch().of("a", groups))
                .hasToString("undefined: group b shares no item with a, directly or through others");
        Measured<IrtFit> allFree = IrtModel.rasch()
                .withFreeItems(one.itemNames())
                .of("a", Map.of("a", ResponsePatterns.of(one), "b", ResponsePatterns.of(one)));
        assertThat(allFree).hasToString("undefined: group b shares no item with a, directly or through others");
        assertThatThrownBy(() -> IrtModel.rasch().of("c", groups)).hasMessageContaining("[a, b]");
    }
}
