package org.iltlib.examples.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Ink;
import org.iltlib.analytics.chart.Markup;
import org.iltlib.analytics.chart.Numerals;
import org.iltlib.analytics.chart.Table;

/**
 * A growth chart: for each score of the year before, the scores that 5, 25, 50, 75 and 95 of a hundred such students stay
 * below, as lines; and students, if any were named.
 */
final class GrowthCurves implements Chart {
    static final List<Integer> PERCENTILES = List.of(5, 25, 50, 75, 95);

    private static final double HEIGHT = 320;
    private static final double LEFT = 52;
    private static final double APART = 13;
    private static final double TOP = 12;
    private static final double FOOT = TOP + HEIGHT;

    /**
     * The scores that parts such students.
     *
     * @param prior the score before
     * @param cuts by percentile, as in {@link #PERCENTILES}
     */
    record Point(double prior, List<Double> cuts) {}

    /**
     * A student to mark.
     *
     * @param id who
     * @param prior the score before
     * @param score the newest
     */
    record Student(String id, double prior, double score) {}

    private final String title;
    private final List<Point> points;
    private final List<Student> students;

    GrowthCurves(String title, List<Point> points, List<Student> students) {
        this.title = title;
        this.points = List.copyOf(points);
        this.students = List.copyOf(students);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        Point low = points.get(0);
        Point high = points.get(points.size() - 1);
        return String.format(
                Locale.ROOT,
                "Half of the students who scored %s before reach %s or more, half of those who scored %s reach %s.",
                Numerals.decimal(low.prior(), 0),
                Numerals.decimal(low.cuts().get(2), 0),
                Numerals.decimal(high.prior(), 0),
                Numerals.decimal(high.cuts().get(2), 0));
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned("Scores that so many of a hundred stay below, by the score before")
                .withColumns("Score before", "5", "25", "50", "75", "95");
        int step = Math.max(1, (points.size() - 1) / 6);
        for (int at = 0; at < points.size(); at += step) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(points.get(at).prior(), 0)));
            points.get(at).cuts().forEach(cut -> cells.add(Cell.of(cut, 0)));
            table = table.with(cells);
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        double right = width - 40;
        double low = points.get(0).prior();
        double high = points.get(points.size() - 1).prior();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            least = Math.min(least, point.cuts().get(0));
            most = Math.max(most, point.cuts().get(point.cuts().size() - 1));
        }
        for (Student student : students) {
            low = Math.min(low, student.prior());
            high = Math.max(high, student.prior());
            least = Math.min(least, student.score());
            most = Math.max(most, student.score());
        }
        Place place = new Place(new Ends(low, high), new Ends(least, most), right);
        into.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "id",
                id,
                "role",
                "img",
                "aria-labelledby",
                id + "-t " + id + "-d",
                "viewBox",
                "0 0 " + width + " " + (int) (FOOT + 44),
                "width",
                width,
                "height",
                (int) (FOOT + 44),
                "font-family",
                "system-ui, sans-serif",
                "font-size",
                12);
        into.element("title", title(), "id", id + "-t");
        into.element("desc", description(), "id", id + "-d");
        axes(into, place, right);
        double[] heights = labels(place);
        for (int line = 0; line < PERCENTILES.size(); line++) {
            curve(into, place, line, heights[line]);
        }
        for (Student student : students) {
            double x = place.x(student.prior());
            double y = place.y(student.score());
            into.empty("circle", "cx", xy(x), "cy", xy(y), "r", 5, "style", "fill:" + Ink.SECOND.css());
            words(into, x + 8, y + 4, student.id(), "start", Ink.TEXT);
        }
        into.close();
    }

    private static void axes(Markup into, Place place, double right) {
        for (double tick : ticks(place.up().low(), place.up().high())) {
            line(into, new double[] {LEFT, place.y(tick), right, place.y(tick)});
            words(into, LEFT - 6, place.y(tick) + 4, Numerals.decimal(tick, 0), "end", Ink.MUTED);
        }
        for (double tick : ticks(place.across().low(), place.across().high())) {
            line(into, new double[] {place.x(tick), TOP, place.x(tick), FOOT});
            words(into, place.x(tick), FOOT + 16, Numerals.decimal(tick, 0), "middle", Ink.MUTED);
        }
        words(into, (LEFT + right) / 2, FOOT + 36, "score the time before", "middle", Ink.MUTED);
    }

    /** Where the lines' names stand: at their ends, but never one on another. */
    private double[] labels(Place place) {
        List<Double> cuts = points.get(points.size() - 1).cuts();
        double[] heights = new double[cuts.size()];
        for (int line = 0; line < heights.length; line++) {
            double own = place.y(cuts.get(line)) + 4;
            heights[line] = line == 0 ? own : Math.min(own, heights[line - 1] - APART);
        }
        double above = TOP + APART - heights[heights.length - 1];
        for (int line = heights.length - 1; line >= 0 && above > 0; line--) {
            heights[line] += above;
            above = line == 0 ? 0 : heights[line] + APART - heights[line - 1];
        }
        return heights;
    }

    private void curve(Markup into, Place place, int line, double height) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(xy(place.x(point.prior())))
                    .append(' ')
                    .append(xy(place.y(point.cuts().get(line))));
        }
        boolean median = line == PERCENTILES.size() / 2;
        into.empty(
                "path",
                "d",
                path.toString(),
                "style",
                "fill:none;stroke:" + Ink.FIRST.css() + ";stroke-width:" + (median ? "2.6" : "1.3")
                        + (line == 0 || line == 4 ? ";stroke-dasharray:5 4" : ""));
        Point last = points.get(points.size() - 1);
        words(into, place.x(last.prior()) + 6, height, PERCENTILES.get(line).toString(), "start", Ink.TEXT);
    }

    private static void line(Markup into, double[] ends) {
        into.empty(
                "line",
                "x1",
                xy(ends[0]),
                "y1",
                xy(ends[1]),
                "x2",
                xy(ends[2]),
                "y2",
                xy(ends[3]),
                "style",
                "stroke:" + Ink.GRID.css());
    }

    private static void words(Markup into, double x, double y, String text, String anchor, Ink ink) {
        into.element("text", text, "x", xy(x), "y", xy(y), "text-anchor", anchor, "style", "fill:" + ink.css());
    }

    private static String xy(double value) {
        return Numerals.decimal(value, 1);
    }

    /** Some four round numbers between those. */
    static List<Double> ticks(double low, double high) {
        double raw = (high - low) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(raw, 1e-9))));
        double step =
                raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : raw / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step) * step; tick <= high + step / 1e6; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /**
     * Where numbers stand on the paper.
     *
     * @param across the scores before
     * @param up the newest scores
     * @param right the right end
     */
    private record Place(Ends across, Ends up, double right) {
        double x(double prior) {
            return LEFT + (right - LEFT) * across.share(prior);
        }

        double y(double score) {
            return FOOT - HEIGHT * up.share(score);
        }
    }

    private record Ends(double low, double high) {
        double share(double value) {
            return (value - low) / Math.max(1e-9, high - low);
        }
    }
}
