package org.iltlib.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScatterPlotTest {
    private static final ScatterPlot PLOT = ScatterPlot.titled("Items")
            .withAxes("difficulty", "discrimination")
            .withLineAt(0.15)
            .with("q1", 0.9, 0.3)
            .with("q2", 0.5, 0.4)
            .with("q3", 0.51, 0.05, "weak");

    @Test
    void markedPointsAreNamedAndAllSayTheirNumbers() {
        for (int width : new int[] {Chart.WIDE, Chart.NARROW}) {
            String svg = PLOT.toSvg(width, "items");
            assertThat(svg).contains("q1: difficulty 0.90, discrimination 0.30", "0.05; weak", ">q3<");
            assertThat(svg).doesNotContain(">q1<");
        }
    }

    @Test
    void theTableHasThePointsAndTheDescriptionTheirRange() {
        assertThat(PLOT.toTable().toText()).contains("q3", "weak", "0.51");
        assertThat(PLOT.description())
                .isEqualTo("3 points. difficulty from 0.50 to 0.90, discrimination from 0.05 to 0.40; 1 marked.");
        assertThat(PLOT.withDescription("Three items.").description()).isEqualTo("Three items.");
        assertThat(PLOT.withDecimals(1).toTable().toText()).contains("0.9").doesNotContain("0.90");
        assertThat(ScatterPlot.titled("None").toSvg()).contains("No points.");
        assertThat(PLOT.title()).isEqualTo("Items");
    }

    @Test
    void namesThatWouldCoverEachOtherAreMovedOrLeftOut() {
        ScatterPlot crowd = ScatterPlot.titled("Crowd");
        for (int i = 0; i < 20; i++) {
            crowd = crowd.with("item-" + i, 0.5, 0.5, "same");
        }
        String svg = crowd.toSvg();
        assertThat(svg).contains(">item-0<", ">item-5<").doesNotContain(">item-19<");
        assertThat(svg).contains("item-19: x 0.50");
        assertThatIllegalArgumentException().isThrownBy(() -> PLOT.with("q", Double.NaN, 1));
    }
}
