package org.iltlib.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartProperties {
    static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(xml, e);
        }
    }

    @Property(tries = 200)
    void noTextBreaksAnyChart(@ForAll String any) {
        Assume.that(!any.isBlank());
        Series series = Series.named(any).with(any, 1);
        List<Chart> charts = List.of(
                IntervalPlot.titled(any)
                        .withUnit(any)
                        .withHeading(any)
                        .with(any, 1)
                        .withReference(0, any),
                LineChart.titled(any).with(series),
                BarChart.titled(any).with(series),
                StripPlot.titled(any).with(any, 1).highlighting(any),
                RunChart.titled(any).with(any, 1).withPhase(any),
                PairDiagram.titled(any).with(any, any, any).withUnpaired(any),
                FlowDiagram.titled(any).with(any, any, any).withLink(any, any));
        for (Chart chart : charts) {
            parse(chart.toSvg());
            parse(chart.toSvg(Chart.NARROW, "x"));
            assertThat(chart.toText()).contains(any);
        }
    }

    @Property
    void ticksAreFewRiseAndHoldTheNumbers(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other,
            @ForAll @IntRange(min = 3, max = 9) int most) {
        double min = Math.min(one, other);
        double max = Math.max(one, other);
        List<Double> ticks = Scale.around(min, max, most).ticks();
        assertThat(ticks).hasSizeBetween(2, most).isSorted().doesNotHaveDuplicates();
        double slack = 1e-6 * (1 + Math.abs(max) + Math.abs(min));
        assertThat(ticks.get(0)).isLessThanOrEqualTo(min + slack);
        assertThat(ticks.get(ticks.size() - 1)).isGreaterThanOrEqualTo(max - slack);
    }

    @Property
    void greaterNumbersStandFurtherAlong(
            @ForAll @DoubleRange(min = 0, max = 1) double a, @ForAll @DoubleRange(min = 0, max = 1) double b) {
        Scale scale = Scale.around(0, 1, 6).onto(10, 200);
        assertThat(Double.compare(scale.at(a), scale.at(b))).isEqualTo(Double.compare(a, b) == 0 ? 0 : a < b ? -1 : 1);
    }

    @Property
    void aCutTextFits(@ForAll String text, @ForAll @IntRange(min = 30, max = 300) int width) {
        String cut = TextWidth.cut(text, width, 12);
        assertThat(TextWidth.of(cut, 12)).isLessThanOrEqualTo(width);
    }
}
