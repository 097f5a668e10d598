package org.iltlib.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Measured<Estimate> WITHHELD =
            Measured.suppressed(SuppressionReason.SMALL_GROUP, "at least 10");
    private static final Measured<Estimate> MISSING = Measured.missing(MissingReason.NOT_COLLECTED, "flood");

    /** Without a range the axis of .17 and .57 starts above zero; with one it shows both ends. */
    @Test
    void anAxisReachesAsFarAsItIsTold() {
        IntervalPlot plot =
                IntervalPlot.titled("Shares").withDecimals(2).with("A", 0.57).with("B", 0.55);
        assertThat(plot.toSvg()).doesNotContain(">0.0<");
        assertThat(plot.withRange(0, 1).toSvg()).contains(">0.0<", ">1.0<");
        assertThat(plot.withRange(0, 0.1).toSvg()).as("no row is cut off").contains(">0.6<");
        assertThat(plot.withRange(0, 1)
                        .withUnit("share")
                        .withReference(0.5, "half")
                        .toSvg())
                .contains(">0.0<");
        assertThatThrownBy(() -> plot.withRange(1, 0)).hasMessageContaining("Expected the lower first");
    }

    @Test
    void aWithheldValueIsSaidInWordsAndNeverDrawnAsZero() {
        IntervalPlot plot = IntervalPlot.titled("Means").with("Girls", 480).with("Boys", WITHHELD);
        assertThat(plot.toSvg()).contains("withheld").doesNotContain(">0<");
        assertThat(plot.toTable().rows().get(1).get(1)).isEqualTo(new Cell("withheld", Cell.Content.WITHHELD));
        assertThat(plot.description()).isEqualTo("One value, 480.0; 1 withheld.");
        Series series =
                Series.named("School").with("K", WITHHELD).with("1", MISSING).with("2", 3);
        for (Chart chart : new Chart[] {
            LineChart.titled("t").with(series), BarChart.titled("t").with(series)
        }) {
            assertThat(chart.toSvg()).contains(">withheld<").contains(">no data<");
            assertThat(chart.toText()).contains("no data (not collected: flood)");
        }
        assertThat(RunChart.titled("t").with("1", WITHHELD).toSvg()).contains("<title>1: withheld</title>");
    }

    @Test
    void chartsWithoutAnyValueAreDrawn() {
        Series none = Series.named("School").with("K", WITHHELD);
        assertThat(LineChart.titled("t").with(none).description()).isEqualTo("School: No values; 1 withheld.");
        for (Chart chart : new Chart[] {
            LineChart.titled("t").with(none), BarChart.titled("t").with(none), IntervalPlot.titled("t"),
            StripPlot.titled("t").highlighting("School 1"), RunChart.titled("t"), PairDiagram.titled("t"),
            FlowDiagram.titled("t")
        }) {
            ChartProperties.parse(chart.toSvg());
            ChartProperties.parse(chart.toSvg(Chart.NARROW, "n"));
        }
        assertThat(StripPlot.titled("t").highlighting("A").with("B", 1).description())
                .endsWith("A: no data.");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> BarChart.titled("t").with(Series.named("s").with("a", -1)))
                .hasMessageContaining("Maybe an IntervalPlot");
        assertThatThrownBy(() -> IntervalPlot.titled("t").toSvg(100, "x")).hasMessageContaining("at least 240");
        assertThatThrownBy(() -> FlowDiagram.titled("t").withLink("a", "b")).hasMessageContaining("no entry \"a\"");
        assertThatThrownBy(() -> PairDiagram.titled("t").with("a", "b", "").with("c", "b", ""))
                .hasMessageContaining("has a pair already");
        assertThatThrownBy(() -> RunChart.titled("t").withLimits(3, 2, 1)).hasMessageContaining("out of order");
        assertThatThrownBy(() -> Series.named("s").with("a", 1).with("a", 2)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Table.captioned("t").withColumns("a").with(Cell.of(1), Cell.of(2)))
                .hasMessageContaining("2 cells");
        assertThatThrownBy(() -> new Markup().open("a").toString()).hasMessageContaining("still open");
        assertThatThrownBy(() -> new Markup().close()).hasMessageContaining("one close() too many");
        assertThatThrownBy(() -> new Markup().open("a b")).hasMessageContaining("not a name");
        assertThatThrownBy(() -> IntervalPlot.titled("t").with("a", Double.NaN)).hasMessageContaining("finite");
    }

    @Test
    void numbersAreWrittenOneWay() {
        assertThat(Numerals.decimal(-1234567.891, 1)).isEqualTo("−1,234,567.9");
        assertThat(Numerals.decimal(-0.04, 1)).isEqualTo("0.0");
        assertThat(Numerals.decimal(999, 0)).isEqualTo("999");
        assertThat(Numerals.signed(3.2, 1)).isEqualTo("+3.2");
        assertThat(Numerals.signed(0.01, 1)).isEqualTo("0.0");
        assertThat(Numerals.percent(0.955, 1)).isEqualTo("95.5%");
        assertThat(Numerals.coordinate(-0.001)).isEqualTo("0");
    }

    @Test
    void tiesShareARankAndTheMedianOfAnEvenNumberIsHalfWay() {
        StripPlot plot = StripPlot.titled("t")
                .with("A", 1)
                .with("B", 2)
                .with("C", 2)
                .with("D", 0)
                .highlighting("A");
        assertThat(plot.description()).isEqualTo("4 values from 0.0 to 2.0, median 1.5. A: 1.0, rank 3 of 4.");
    }

    @Test
    void theTextOfATableLinesUp() {
        assertThat(Table.captioned("t")
                        .withColumns("Grade", "n")
                        .with(Cell.of("K"), Cell.of(1057))
                        .toText())
                .isEqualTo("Grade  n\nK      1,057");
    }
}
