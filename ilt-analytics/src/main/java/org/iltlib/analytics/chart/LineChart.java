package org.iltlib.analytics.chart;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * Series over ordered categories, such as growth from kindergarten to grade 3, with intervals as whiskers. A line stops
 * where there is no value; a mark at the foot of the chart says that one is withheld or missing. Immutable.
 */
public final class LineChart implements Chart {
    private static final double HEIGHT = 260;
    private final Frame frame;
    private final List<Series> series;

    private LineChart(Frame frame, List<Series> series) {
        this.frame = frame;
        this.series = series;
    }

    /** A chart without series yet. */
    public static LineChart titled(String title) {
        return new LineChart(Frame.titled(title), List.of());
    }

    /** A copy with that unit. */
    public LineChart withUnit(String unit) {
        return new LineChart(frame.withUnit(unit), series);
    }

    /** A copy that shows so many decimals, 0 to 6; 1 unless set. */
    public LineChart withDecimals(int decimals) {
        return new LineChart(frame.withDecimals(decimals), series);
    }

    /** A copy described in these words instead of a summary made from the series. */
    public LineChart withDescription(String words) {
        return new LineChart(frame.withDescription(words), series);
    }

    /**
     * A copy with one more series; the categories stand in the order in which they first come up.
     *
     * @throws IllegalArgumentException for a fifth
     */
    public LineChart with(Series one) {
        return new LineChart(frame, Series.plus(series, one, Mark.COUNT));
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
        return Series.table(series, frame, true);
    }

    @Override
    public void draw(Markup into, int width, String id) {
        Checks.notEmpty(series, "series");
        List<String> categories = Series.categories(series);
        List<Measured<Estimate>> readings = series.stream()
                .flatMap(one -> one.points().stream())
                .map(Series.Point::reading)
                .toList();
        Legend legend = new Legend(width);
        for (int i = 0; i < series.size(); i++) {
            legend.series(series.get(i).name(), Mark.of(i), true, i > 0);
        }
        if (readings.stream().anyMatch(reading -> !reading.isReported())) {
            legend.absent("withheld or no data");
        }
        double[] numbers = Readings.numbers(readings).sorted().toArray();
        Scale raw =
                numbers.length == 0 ? Scale.around(0, 1, 3) : Scale.around(numbers[0], numbers[numbers.length - 1], 7);
        double top = legend.height() + 24;
        double foot = top + HEIGHT;
        double bottom = foot + (readings.stream().allMatch(Measured::isReported) ? 0 : 4 + 18 * series.size());
        double left = Axis.widthAtLeft(raw);
        double step = (width - left) / Math.max(1, categories.size());
        Svg svg = Svg.open(into, this, width, bottom + Axis.CATEGORY_HEIGHT, id);
        legend.draw(svg);
        svg.small(0, legend.height() + 10, frame.unit().name(), "start", Ink.MUTED);
        Scale scale = raw.onto(foot, top);
        Axis.atLeft(svg, scale, left, width);
        Axis.categories(svg, categories, left, step, bottom);
        for (int i = series.size() - 1; i >= 0; i--) {
            double shift = (i - (series.size() - 1) / 2.0) * Math.min(8, step / 6);
            drawLine(svg, i, categories, scale, left + shift, step);
            drawPoints(svg, i, categories, scale, left + shift, step, foot + 13 + 18 * i);
        }
        svg.close();
    }

    private void drawLine(Svg svg, int index, List<String> categories, Scale scale, double left, double step) {
        StringBuilder path = new StringBuilder();
        boolean broken = true;
        for (int c = 0; c < categories.size(); c++) {
            Optional<Estimate> estimate =
                    series.get(index).find(categories.get(c)).flatMap(Measured::value);
            if (estimate.isPresent()) {
                double y = scale.at(estimate.get().value());
                path.append(broken ? "M" : "L").append(Mark.xy(left + step * (c + 0.5), y));
            }
            broken = estimate.isEmpty();
        }
        Mark mark = Mark.of(index);
        String dash = mark.dash().isEmpty() ? "" : ";stroke-dasharray:" + mark.dash();
        svg.path(
                path.isEmpty() ? "M0 0" : path.toString(),
                "fill:none;stroke:" + mark.ink().css() + ";stroke-width:2.4" + dash);
    }

    private void drawPoints(
            Svg svg, int index, List<String> categories, Scale scale, double left, double step, double absentY) {
        Series one = series.get(index);
        Mark mark = Mark.of(index);
        for (int c = 0; c < categories.size(); c++) {
            Optional<Measured<Estimate>> reading = one.find(categories.get(c));
            if (reading.isEmpty()) {
                continue;
            }
            double x = left + step * (c + 0.5);
            Optional<Estimate> shown = reading.get().value();
            svg.group(one.name() + ", " + categories.get(c) + ": "
                    + shown.map(frame::full).orElse(Readings.words(reading.get())));
            if (shown.isPresent()) {
                Estimate estimate = shown.get();
                if (Readings.hasInterval(estimate)) {
                    double low = scale.at(estimate.lower());
                    double high = scale.at(estimate.upper());
                    svg.line(x, low, x, high, mark.ink(), 1.4, "");
                    svg.line(x - 4, low, x + 4, low, mark.ink(), 1.4, "");
                    svg.line(x - 4, high, x + 4, high, mark.ink(), 1.4, "");
                }
                svg.mark(mark, x, scale.at(estimate.value()), 5, index > 0);
            } else {
                String words = Readings.shortWords(reading.get());
                boolean fits = TextWidth.of(words, Svg.SMALL) + 24 <= step;
                double half = fits ? (TextWidth.of(words, Svg.SMALL) + 12) / 2 : 0;
                svg.absent(x - half, absentY);
                if (fits) {
                    svg.small(x - half + 9, absentY + 4, words, "start", mark.ink());
                }
            }
            svg.endGroup();
        }
    }
}
