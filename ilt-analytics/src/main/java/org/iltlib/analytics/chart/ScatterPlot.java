package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Points by two numbers each, such as the items of a test by difficulty and discrimination; some are marked and named.
 * Immutable; drawing takes time in proportion to the points.
 */
public final class ScatterPlot implements Chart {
    private static final double HEIGHT = 300;

    private record Point(String name, double x, double y, String remark) {}

    private record Axes(String x, String y, Optional<Double> across) {}

    private final Frame frame;
    private final Axes axes;
    private final List<Point> points;

    private ScatterPlot(Frame frame, Axes axes, List<Point> points) {
        this.frame = frame;
        this.axes = axes;
        this.points = List.copyOf(points);
    }

    /** A plot without points yet. */
    public static ScatterPlot titled(String title) {
        return new ScatterPlot(Frame.titled(title).withDecimals(2), new Axes("x", "y", Optional.empty()), List.of());
    }

    /** A copy with those names of the axes. */
    public ScatterPlot withAxes(String x, String y) {
        return new ScatterPlot(frame, new Axes(Checks.text(x, "x"), Checks.text(y, "y"), axes.across), points);
    }

    /** A copy that shows so many decimals, 0 to 6; 2 unless set. */
    public ScatterPlot withDecimals(int decimals) {
        return new ScatterPlot(frame.withDecimals(decimals), axes, points);
    }

    /** A copy described in these words instead of a summary made from the points. */
    public ScatterPlot withDescription(String words) {
        return new ScatterPlot(frame.withDescription(words), axes, points);
    }

    /** A copy with a dashed line across at that height. */
    public ScatterPlot withLineAt(double y) {
        return new ScatterPlot(frame, new Axes(axes.x, axes.y, Optional.of(Checks.finite(y, "y"))), points);
    }

    /** A copy with one more point. */
    public ScatterPlot with(String name, double x, double y) {
        return with(name, x, y, "");
    }

    /** A copy with one more point that is marked and named, and why. */
    public ScatterPlot with(String name, double x, double y, String remark) {
        List<Point> more = new ArrayList<>(points);
        more.add(new Point(Checks.text(name, "name"), Checks.finite(x, "x"), Checks.finite(y, "y"), remark));
        return new ScatterPlot(frame, axes, more);
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        if (points.isEmpty()) {
            return frame.describedAs("No points.");
        }
        long marked = points.stream().filter(point -> !point.remark.isEmpty()).count();
        return frame.describedAs(points.size() + " points. " + axes.x + " from "
                + frame.number(points.stream().mapToDouble(Point::x).min().orElse(0)) + " to "
                + frame.number(points.stream().mapToDouble(Point::x).max().orElse(0)) + ", " + axes.y + " from "
                + frame.number(points.stream().mapToDouble(Point::y).min().orElse(0)) + " to "
                + frame.number(points.stream().mapToDouble(Point::y).max().orElse(0)) + "; " + marked + " marked.");
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned(frame.title()).withColumns("Name", axes.x, axes.y, "Remark");
        for (Point point : points) {
            table = table.with(
                    Cell.of(point.name),
                    Cell.of(point.x, frame.unit().decimals()),
                    Cell.of(point.y, frame.unit().decimals()),
                    Cell.of(point.remark));
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        double top = 26;
        double bottom = top + HEIGHT;
        Scale up = Scale.around(least(false), most(false), 7).onto(bottom, top);
        double left = Axis.widthAtLeft(up) + 2;
        double right = width - 16;
        Scale along = Scale.around(least(true), most(true), Axis.mostTicks(right - left, 56))
                .onto(left, right);
        Svg svg = Svg.open(into, this, width, bottom + Axis.NUMBER_HEIGHT, id);
        svg.small(0, 13, axes.y, "start", Ink.MUTED);
        Axis.atLeft(svg, up, left, right);
        Axis.below(svg, along, top, bottom, axes.x);
        axes.across.ifPresent(y -> svg.line(left, up.at(y), right, up.at(y), Ink.TEXT, 1.3, "5 4"));
        for (Point point : points) {
            boolean marked = !point.remark.isEmpty();
            svg.group(point.name + ": " + axes.x + " " + frame.number(point.x) + ", " + axes.y + " "
                    + frame.number(point.y) + (marked ? "; " + point.remark : ""));
            svg.mark(marked ? Mark.DIAMOND : Mark.CIRCLE, along.at(point.x), up.at(point.y), 5, false);
            svg.endGroup();
        }
        List<double[]> taken = new ArrayList<>();
        for (Point point : points) {
            if (!point.remark.isEmpty()) {
                name(svg, point, along.at(point.x), up.at(point.y), taken);
            }
        }
        svg.close();
    }

    /** The name beside the point, at the side and height where it meets no other name; none if there is no room. */
    private static void name(Svg svg, Point point, double x, double y, List<double[]> taken) {
        double wide = TextWidth.of(point.name, Svg.SMALL);
        for (double shift : new double[] {4, -9, 17}) {
            for (boolean before : new boolean[] {false, true}) {
                double from = before ? x - 9 - wide : x + 9;
                boolean free = from >= 0 && from + wide <= svg.width();
                for (double[] other : taken) {
                    free &= from > other[1] || from + wide < other[0] || Math.abs(y + shift - other[2]) > 12;
                }
                if (free) {
                    svg.haloed(from, y + shift, point.name, "start", Ink.TEXT);
                    taken.add(new double[] {from, from + wide, y + shift});
                    return;
                }
            }
        }
    }

    private double least(boolean ofX) {
        return points.stream()
                .mapToDouble(ofX ? Point::x : Point::y)
                .map(v -> ofX ? v : Math.min(v, axes.across.orElse(v)))
                .min()
                .orElse(0);
    }

    private double most(boolean ofX) {
        return points.stream()
                .mapToDouble(ofX ? Point::x : Point::y)
                .map(v -> ofX ? v : Math.max(v, axes.across.orElse(v)))
                .max()
                .orElse(1);
    }
}
