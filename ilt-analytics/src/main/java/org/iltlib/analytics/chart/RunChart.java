package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * A series in time with its centre, the limits of routine variation, and lines where a new phase began. A point outside
 * the limits is drawn as a diamond. Centre and limits are given, not computed here. Immutable.
 */
public final class RunChart implements Chart {
    private static final double HEIGHT = 220;

    private record Limits(double lower, double centre, double upper) {}

    private record Phase(int before, String label) {}

    private final Frame frame;
    private final Series series;
    private final Optional<Limits> limits;
    private final List<Phase> phases;

    private RunChart(Frame frame, Series series, Optional<Limits> limits, List<Phase> phases) {
        this.frame = frame;
        this.series = series;
        this.limits = limits;
        this.phases = List.copyOf(phases);
    }

    /** A chart without points yet. */
    public static RunChart titled(String title) {
        return new RunChart(Frame.titled(title), Series.named(title), Optional.empty(), List.of());
    }

    /** A copy with that unit. */
    public RunChart withUnit(String unit) {
        return new RunChart(frame.withUnit(unit), series, limits, phases);
    }

    /** A copy that shows so many decimals, 0 to 6; 1 unless set. */
    public RunChart withDecimals(int decimals) {
        return new RunChart(frame.withDecimals(decimals), series, limits, phases);
    }

    /** A copy described in these words instead of a summary made from the points. */
    public RunChart withDescription(String words) {
        return new RunChart(frame.withDescription(words), series, limits, phases);
    }

    /** A copy with one more point in time; each time once. */
    public RunChart with(String time, Measured<Estimate> reading) {
        return new RunChart(frame, series.with(time, reading), limits, phases);
    }

    /** A copy with one more point in time; each time once. */
    public RunChart with(String time, double value) {
        return new RunChart(frame, series.with(time, value), limits, phases);
    }

    /**
     * A copy with a centre (the median or mean of the baseline) and limits around it.
     *
     * @throws IllegalArgumentException if they are not finite or out of order
     */
    public RunChart withLimits(double lower, double centre, double upper) {
        Checks.finite(lower, "lower");
        Checks.finite(upper, "upper");
        Checks.require(lower <= centre && centre <= upper, "Limits %s, %s, %s are out of order.", lower, centre, upper);
        return new RunChart(frame, series, Optional.of(new Limits(lower, centre, upper)), phases);
    }

    /** A copy in which a phase of that name begins with the next point. */
    public RunChart withPhase(String label) {
        List<Phase> more = new ArrayList<>(phases);
        more.add(new Phase(series.points().size(), Checks.text(label, "label")));
        return new RunChart(frame, series, limits, more);
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs(Readings.summary(
                        series.points().stream().map(Series.Point::reading).toList(), frame)
                + limits.map(l -> " Centre " + frame.number(l.centre) + ", limits " + frame.number(l.lower) + " to "
                                + frame.number(l.upper) + ".")
                        .orElse(""));
    }

    @Override
    public Table toTable() {
        return Series.table(List.of(series), frame, false);
    }

    @Override
    public void draw(Markup into, int width, String id) {
        List<Series.Point> points = series.points();
        double[] numbers = DoubleStream.concat(
                        Readings.numbers(
                                points.stream().map(Series.Point::reading).toList()),
                        limits.stream().flatMapToDouble(l -> DoubleStream.of(l.lower, l.upper)))
                .sorted()
                .toArray();
        Scale raw =
                numbers.length == 0 ? Scale.around(0, 1, 3) : Scale.around(numbers[0], numbers[numbers.length - 1], 6);
        Legend legend = new Legend(width);
        if (limits.isPresent()) {
            legend.line("centre", Ink.THIRD, "").line("limits", Ink.THIRD, "2 3");
            legend.series("outside the limits", Mark.DIAMOND, false, false);
        }
        if (points.stream().anyMatch(point -> !point.reading().isReported())) {
            legend.absent("withheld or no data");
        }
        double left = Axis.widthAtLeft(raw);
        double top = legend.height() + (phases.isEmpty() ? 20 : 40);
        double bottom = top + HEIGHT;
        double step = (width - left) / Math.max(1, points.size());
        Scale scale = raw.onto(bottom, top);
        Svg svg = Svg.open(into, this, width, bottom + Axis.CATEGORY_HEIGHT, id);
        legend.draw(svg);
        svg.small(0, legend.height() + 10, frame.unit().name(), "start", Ink.MUTED);
        Axis.atLeft(svg, scale, left, width);
        Axis.categories(svg, points.stream().map(Series.Point::category).toList(), left, step, bottom);
        limits.ifPresent(l -> {
            svg.line(left, scale.at(l.centre), width, scale.at(l.centre), Ink.THIRD, 1.8, "");
            Stream.of(l.lower, l.upper)
                    .forEach(y -> svg.line(left, scale.at(y), width, scale.at(y), Ink.THIRD, 1.4, "2 3"));
        });
        double free = left;
        for (Phase phase : phases) {
            double x = left + step * phase.before;
            svg.line(x, top - 16, x, bottom, Ink.MUTED, 1.2, "5 4");
            String shown = TextWidth.cut(phase.label, width - Math.max(x, free) - 6, Svg.SMALL);
            svg.haloed(Math.max(x, free) + 5, top - 8, shown, "start", Ink.TEXT);
            free = Math.max(x, free) + 12 + TextWidth.of(shown, Svg.SMALL);
        }
        drawPoints(svg, points, scale, left, step, bottom);
        svg.close();
    }

    private void drawPoints(Svg svg, List<Series.Point> points, Scale scale, double left, double step, double bottom) {
        Optional<Estimate> previous = Optional.empty();
        for (int i = 1; i < points.size(); i++) {
            previous = points.get(i - 1).reading().value();
            Optional<Estimate> next = points.get(i).reading().value();
            if (previous.isPresent() && next.isPresent()) {
                double x = left + step * (i - 0.5);
                svg.line(
                        x,
                        scale.at(previous.get().value()),
                        x + step,
                        scale.at(next.get().value()),
                        Ink.FIRST,
                        1.8,
                        "");
            }
        }
        for (int i = 0; i < points.size(); i++) {
            Measured<Estimate> reading = points.get(i).reading();
            double x = left + step * (i + 0.5);
            svg.group(points.get(i).category() + ": "
                    + reading.value().map(frame::full).orElse(Readings.words(reading)));
            if (reading.value().isPresent()) {
                double value = reading.value().get().value();
                boolean outside =
                        limits.filter(l -> value < l.lower || value > l.upper).isPresent();
                svg.mark(outside ? Mark.DIAMOND : Mark.CIRCLE, x, scale.at(value), outside ? 5.5 : 4.2, false);
            } else {
                svg.absent(x, bottom - 9);
            }
            svg.endGroup();
        }
    }
}
