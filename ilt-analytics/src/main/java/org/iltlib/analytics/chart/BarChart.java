package org.iltlib.analytics.chart;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * Counts or shares as bars from zero, up to three series side by side, such as two rounds of a vote. The number stands
 * above each bar; a withheld or missing one is said in words. Negative values are not for bars. Immutable.
 */
public final class BarChart implements Chart {
    private static final int MOST_SERIES = 3;
    private static final double HEIGHT = 190;
    private final Frame frame;
    private final List<Series> series;

    private BarChart(Frame frame, List<Series> series) {
        this.frame = frame;
        this.series = series;
    }

    /** A chart without bars yet; numbers are whole unless set otherwise. */
    public static BarChart titled(String title) {
        return new BarChart(Frame.titled(title).withDecimals(0), List.of());
    }

    /** A copy with that unit, what is counted. */
    public BarChart withUnit(String unit) {
        return new BarChart(frame.withUnit(unit), series);
    }

    /** A copy that shows so many decimals, 0 to 6; 0 unless set. */
    public BarChart withDecimals(int decimals) {
        return new BarChart(frame.withDecimals(decimals), series);
    }

    /** A copy described in these words instead of a summary made from the bars. */
    public BarChart withDescription(String words) {
        return new BarChart(frame.withDescription(words), series);
    }

    /**
     * A copy with one more series.
     *
     * @throws IllegalArgumentException for a fourth, or if a value is negative
     */
    public BarChart with(Series one) {
        for (Series.Point point : one.points()) {
            point.reading()
                    .value()
                    .ifPresent(e -> Checks.require(
                            e.value() >= 0,
                            "The bar for \"%s\" is %s. Expected zero or more. Maybe an IntervalPlot shows it better.",
                            point.category(),
                            e.value()));
        }
        return new BarChart(frame, Series.plus(series, one, MOST_SERIES));
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs(Series.summary(series, frame));
    }

    @Override
    public Table toTable() {
        return Series.table(series, frame, false);
    }

    @Override
    public void draw(Markup into, int width, String id) {
        Checks.notEmpty(series, "series");
        List<String> categories = Series.categories(series);
        double most = series.stream()
                .flatMap(one -> one.points().stream())
                .flatMap(point -> point.reading().value().stream())
                .mapToDouble(Estimate::value)
                .max()
                .orElse(1);
        Legend legend = new Legend(width);
        for (int i = 0; i < series.size(); i++) {
            legend.box(series.get(i).name(), i);
        }
        double top = legend.height() + 22;
        double bottom = top + HEIGHT;
        Scale scale = Scale.around(0, most == 0 ? 1 : most, 6).onto(bottom, top);
        double left = Axis.widthAtLeft(scale);
        double step = (width - left) / Math.max(1, categories.size());
        Svg svg = Svg.open(into, this, width, bottom + Axis.CATEGORY_HEIGHT, id);
        hatch(into, id);
        legend.draw(svg);
        svg.small(0, legend.height() + 8, frame.unit().name(), "start", Ink.MUTED);
        Axis.atLeft(svg, scale, left, width);
        Axis.categories(svg, categories, left, step, bottom);
        double bar = Math.min(46, step * 0.76 / series.size());
        for (int c = 0; c < categories.size(); c++) {
            for (int i = 0; i < series.size(); i++) {
                Optional<Measured<Estimate>> reading = series.get(i).find(categories.get(c));
                double x = left + step * (c + 0.5) + (i - series.size() / 2.0) * bar;
                if (reading.isPresent()) {
                    svg.group(series.get(i).name() + ", " + categories.get(c) + ": "
                            + reading.get().value().map(frame::full).orElse(Readings.words(reading.get())));
                    drawBar(svg, reading.get(), i, scale, x, bar, bottom);
                    svg.endGroup();
                }
            }
        }
        svg.close();
    }

    private void drawBar(
            Svg svg, Measured<Estimate> reading, int index, Scale scale, double x, double bar, double bottom) {
        double middle = x + bar / 2;
        Optional<Estimate> shown = reading.value();
        if (shown.isPresent()) {
            double y = scale.at(shown.get().value());
            if (shown.get().value() > 0) {
                svg.rect(x + 1.5, y, bar - 3, bottom - y, 2, style(index, svg.id()));
            }
            svg.haloed(middle, y - 5, frame.number(shown.get().value()), "middle", Ink.TEXT);
        } else {
            svg.absent(middle, bottom - 9);
            String words = Readings.shortWords(reading);
            svg.haloed(middle, bottom - 20 - 14 * index, words, "middle", Ink.MUTED);
        }
    }

    /** The look of the bars of a series: hatched, solid, or an outline. */
    static String style(int index, String id) {
        return switch (index) {
            case 0 -> "fill:" + Ink.FIRST.css() + ";stroke:" + Ink.FIRST.css();
            case 1 -> "fill:url(#" + id + "-h);stroke:" + Ink.SECOND.css() + ";stroke-width:1.4";
            default -> "fill:none;stroke:" + Ink.THIRD.css() + ";stroke-width:2;stroke-dasharray:4 2";
        };
    }

    private static void hatch(Markup markup, String id) {
        markup.open("defs")
                .open(
                        "pattern",
                        "id",
                        id + "-h",
                        "width",
                        6,
                        "height",
                        6,
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .empty("rect", "width", 3, "height", 6, "style", "fill:" + Ink.SECOND.css())
                .close()
                .close();
    }
}
