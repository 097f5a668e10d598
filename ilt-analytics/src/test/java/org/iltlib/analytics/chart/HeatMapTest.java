package org.iltlib.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final Measured<Estimate> NONE = Measured.missing(MissingReason.NOT_APPLICABLE, "no utilities");

    private static final HeatMap MAP = HeatMap.titled("Agreement")
            .withUnit("share")
            .withDecimals(2)
            .withColumns(List.of("plurality", "instant runoff"))
            .with("impartial culture", List.of(share(0.62), share(0.9)))
            .with("one axis", List.of(share(1), NONE));

    @Test
    void everyCellSaysItsNumberAndIsTheDarkerTheHigher() {
        for (int width : new int[] {Chart.WIDE, Chart.NARROW}) {
            String svg = MAP.toSvg(width, "map");
            assertThat(svg).contains(">0.62<", ">0.90<", ">1.00<", "fill-opacity:0.26", "fill-opacity:0.42");
            assertThat(svg).contains("impartial culture, plurality: 0.62 share (0.52 to 0.72), n = 100");
        }
    }

    @Test
    void aMissingCellIsMarkedAndSaidInWords() {
        assertThat(MAP.toSvg()).contains("one axis, instant runoff: no data");
        assertThat(MAP.toTable().toText()).contains("no data").contains("0.52 to 0.72");
        assertThat(MAP.toTable().rows()).hasSize(4);
    }

    @Test
    void headsThatDoNotFitStandUpright() {
        assertThat(MAP.toSvg(Chart.NARROW, "map")).doesNotContain("rotate");
        HeatMap many = HeatMap.titled("Many")
                .withColumns(List.of("plurality", "two rounds", "Copeland", "Schulze", "score", "Borda", "Baldwin"));
        assertThat(many.toSvg(Chart.NARROW, "map"))
                .contains("rotate(-90)", ">plurality<")
                .doesNotContain("…");
        assertThat(many.toSvg(Chart.WIDE, "map")).doesNotContain("rotate");
    }

    @Test
    void theRangeSetsWhatIsPaleAndWhatIsDark() {
        assertThat(MAP.withRange(0.62, 0.9).toSvg()).contains("fill-opacity:0\"", "fill-opacity:0.42");
        assertThatThrownBy(() -> MAP.withRange(1, 1)).hasMessageContaining("from 1.0 to 1.0");
    }

    @Test
    void aMapWithoutCellsIsDrawnAndWordsOfItsOwnAreKept() {
        assertThat(HeatMap.titled("Nothing").toSvg()).contains("<svg");
        assertThat(MAP.withDescription("Mostly they agree.").toText()).startsWith("Agreement\nMostly they agree.");
        assertThat(MAP.description()).isNotEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> MAP.with("short", List.of(NONE))).hasMessageContaining("has 1 cells. Expected 2");
        assertThatThrownBy(() -> MAP.withColumns(List.of("late"))).hasMessageContaining("has rows already");
        assertThatThrownBy(() -> HeatMap.titled("x").withColumns(List.of())).hasMessageContaining("columns");
    }

    private static Measured<Estimate> share(double value) {
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - 0.1)
                .upper(value + 0.1)
                .level(0.95)
                .n(100)
                .unit("share")
                .method("by hand")
                .build());
    }
}
