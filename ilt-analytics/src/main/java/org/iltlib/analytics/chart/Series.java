package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * A named line or set of bars: a reading for some categories, such as grades. Immutable.
 *
 * @param name what it is of
 * @param points the readings in order, each category once
 */
public record Series(String name, List<Point> points) {
    /**
     * A reading in a category.
     *
     * @param category the name of the category
     * @param reading the value, or why there is none
     */
    public record Point(String category, Measured<Estimate> reading) {
        /** Checks the name of the category. */
        public Point {
            Checks.text(category, "category");
        }
    }

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException if the name is blank or a category comes twice
     */
    public Series {
        Checks.text(name, "name");
        points = List.copyOf(points);
        Checks.distinct(points.stream().map(Point::category).toList(), "categories");
    }

    /** A series without points yet. */
    public static Series named(String name) {
        return new Series(name, List.of());
    }

    /** A copy with one more point. */
    public Series with(String category, Measured<Estimate> reading) {
        List<Point> more = new ArrayList<>(points);
        more.add(new Point(category, reading));
        return new Series(name, more);
    }

    /** A copy with one more point. */
    public Series with(String category, Estimate reading) {
        return with(category, Measured.of(reading));
    }

    /** A copy with one more point, without an interval. */
    public Series with(String category, double value) {
        return with(category, Readings.exactly(value));
    }

    /** The reading in that category; absent if the series says nothing of it. */
    public Optional<Measured<Estimate>> find(String category) {
        return points.stream()
                .filter(point -> point.category.equals(category))
                .map(Point::reading)
                .findFirst();
    }

    /** All categories of some series, in the order in which they first come up. */
    static List<String> categories(List<Series> series) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        series.forEach(one -> one.points.forEach(point -> names.put(point.category, true)));
        return List.copyOf(names.keySet());
    }

    /** A row for each category, a column for each series. */
    static Table table(List<Series> series, Frame frame, boolean intervals) {
        List<String> columns = new ArrayList<>(List.of(""));
        for (Series one : series) {
            columns.add(one.name);
            if (intervals) {
                columns.add("Interval");
            }
        }
        Table table = Table.captioned(frame.title()).withColumns(columns.toArray(String[]::new));
        int decimals = frame.unit().decimals();
        for (String category : categories(series)) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(category)));
            for (Series one : series) {
                Optional<Measured<Estimate>> reading = one.find(category);
                cells.add(reading.map(r -> Cell.ofValue(r, decimals)).orElse(Cell.of("–")));
                if (intervals) {
                    cells.add(reading.map(r -> Cell.ofInterval(r, decimals)).orElse(Cell.of("–")));
                }
            }
            table = table.with(cells);
        }
        return table;
    }

    static String summary(List<Series> series, Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Series one : series) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(one.name)
                    .append(": ")
                    .append(Readings.summary(
                            one.points.stream().map(Point::reading).toList(), frame));
        }
        return words.isEmpty() ? "No values." : words.toString();
    }

    static List<Series> plus(List<Series> series, Series one, int most) {
        Checks.require(series.size() < most, "There are %s series already. Expected at most that many.", most);
        List<Series> more = new ArrayList<>(series);
        more.add(one);
        return List.copyOf(more);
    }
}
