package org.iltlib.analytics.measurement.irt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.measurement.irt.Ability;
import org.iltlib.analytics.measurement.irt.AbilityDistribution;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.ItemModel;
import org.iltlib.analytics.measurement.irt.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkingTest {
    private static List<ItemCurve> items(double[] slopes, double[] difficulties) {
        List<ItemCurve> curves = new ArrayList<>();
        for (int j = 0; j < slopes.length; j++) {
            curves.add(Tables.curve("i" + j, ItemModel.TWO_PARAMETER, slopes[j], -slopes[j] * difficulties[j]));
        }
        return curves;
    }

    // mean(), sd with n, and optim() of the criteria written anew in R, on 61 nodes with normal weights
    @ParameterizedTest
    @CsvSource({
        "MEAN_MEAN, 1.11392405063, 0.355696202532",
        "MEAN_SIGMA, 1.16956216067, 0.358478108033",
        "HAEBARA, 1.1330652390, 0.3780562852",
        "STOCKING_LORD, 1.1343321743, 0.3791745733"
    })
    void fourItemsEqualAFormulaWrittenAnew(Linking method, double scale, double shift) {
        List<ItemCurve> from = items(new double[] {0.8, 1.2, 1.5, 0.9}, new double[] {-1, 0.2, 0.9, -0.3});
        List<ItemCurve> to = items(new double[] {0.7, 1.0, 1.45, 0.8}, new double[] {-0.9, 0.7, 1.3, 0.1});
        ScaleLink link = method.link(from, to).value().orElseThrow();
        assertThat(link.scale()).isCloseTo(scale, within(1e-6));
        assertThat(link.shift()).isCloseTo(shift, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Linking.class)
    void aKnownTransformationIsRecovered(Linking method) {
        List<ItemCurve> from = new ArrayList<>(Tables.twoParameters(10, 6));
        from.add(Tables.curve("g", ItemModel.GRADED, 1.3, 1, 0.2, -1));
        from.add(Tables.curve("p", ItemModel.GENERALIZED_PARTIAL_CREDIT, 0.8, 1, 1.2, -0.3));
        from.add(ItemCurve.builder()
                .item("t")
                .model(ItemModel.THREE_PARAMETER)
                .slope(1.1)
                .addIntercepts(0.3)
                .lowerAsymptote(0.2)
                .build());
        List<ItemCurve> to = new ArrayList<>();
        from.forEach(curve -> to.add(curve.rescaled(1.37, -0.62)));
        to.add(Tables.curve("other", ItemModel.RASCH, 1, 0));
        ScaleLink link = method.link(from, to).value().orElseThrow();
        assertThat(link.scale()).isCloseTo(1.37, within(1e-7));
        assertThat(link.shift()).isCloseTo(-0.62, within(1e-7));
        assertThat(link.curve(from.get(0)).slope()).isCloseTo(to.get(0).slope(), within(1e-6));
        assertThat(link.inverse().ability(link.ability(0.7))).isCloseTo(0.7, within(1e-12));
        assertThat(link.ability(new Ability(1, 0.5)).standardError()).isCloseTo(0.685, within(1e-6));
        assertThat(link.distribution(AbilityDistribution.STANDARD).mean()).isCloseTo(-0.62, within(1e-7));
    }

    @Test
    void noCommonItemIsMissingAndAnotherModelIsRefused() {
        List<ItemCurve> from = Tables.twoParameters(3, 1);
        assertThat(Linking.HAEBARA.link(from, List.of(Tables.curve("x", ItemModel.RASCH, 1, 0))))
                .hasToString("too few values: no common item");
        assertThat(Linking.MEAN_SIGMA.link(from.subList(0, 1), from.subList(0, 1)))
                .asString()
                .startsWith("undefined");
        assertThatThrownBy(() -> Linking.MEAN_MEAN.link(from, List.of(Tables.curve("i1", ItemModel.GRADED, 1, 0))))
                .hasMessageContaining("graded response");
        assertThatThrownBy(() -> new ScaleLink(-1, 0)).hasMessageContaining("scale is -1.0");
    }
}
