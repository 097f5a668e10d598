package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * A table of values whose cells are the darker the higher the value: shares by rule and model, say. Every cell also says
 * its number, so that nothing is shown by colour alone; intervals are in the table. Immutable; drawing takes time in
 * proportion to the cells.
 */
public final class HeatMap implements Chart {
    private static final double CELL = 34;
    private static final double DARKEST = 0.42;

    private record Row(String label, List<Measured<Estimate>> cells) {}

    private record Range(double low, double high) {}

    private final Frame frame;
    private final Range range;
    private final List<String> columns;
    private final List<Row> rows;

    private HeatMap(Frame frame, Range range, List<String> columns, List<Row> rows) {
        this.frame = frame;
        this.range = range;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** A map without columns yet, for values from 0 to 1. */
    public static HeatMap titled(String title) {
        return new HeatMap(Frame.titled(title), new Range(0, 1), List.of(), List.of());
    }

    /** A copy that names the unit of the values. */
    public HeatMap withUnit(String unit) {
        return new HeatMap(frame.withUnit(unit), range, columns, rows);
    }

    /** A copy that shows so many decimals, 0 to 6; 1 unless set. */
    public HeatMap withDecimals(int decimals) {
        return new HeatMap(frame.withDecimals(decimals), range, columns, rows);
    }

    /** A copy described in these words instead of a summary made from the cells. */
    public HeatMap withDescription(String words) {
        return new HeatMap(frame.withDescription(words), range, columns, rows);
    }

    /**
     * A copy that is palest at one value and below, and darkest at the other and above.
     *
     * @throws IllegalArgumentException if the first is not the lower
     */
    public HeatMap withRange(double low, double high) {
        Checks.finite(low, "low");
        Checks.finite(high, "high");
        Checks.require(low < high, "The range goes from %s to %s. Expected the lower first.", low, high);
        return new HeatMap(frame, new Range(low, high), columns, rows);
    }

    /**
     * A copy with these columns, short names best.
     *
     * @throws IllegalArgumentException if there are none, or rows already
     */
    public HeatMap withColumns(List<String> names) {
        Checks.notEmpty(names, "columns");
        names.forEach(name -> Checks.text(name, "column"));
        Checks.require(rows.isEmpty(), "The map has rows already. Maybe name the columns first.");
        return new HeatMap(frame, range, names, rows);
    }

    /**
     * A copy with one more row.
     *
     * @throws IllegalArgumentException if there is not one cell for each column
     */
    public HeatMap with(String label, List<Measured<Estimate>> cells) {
        Checks.require(
                cells.size() == columns.size(),
                "The row %s has %s cells. Expected %s, one for each column.",
                label,
                cells.size(),
                columns.size());
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(Checks.text(label, "label"), List.copyOf(cells)));
        return new HeatMap(frame, range, columns, more);
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs(Readings.summary(
                rows.stream().flatMap(row -> row.cells.stream()).toList(), frame));
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned(frame.title()).withColumns("Row", "Column", frame.valueHead(), "Interval");
        int decimals = frame.unit().decimals();
        for (Row row : rows) {
            for (int c = 0; c < columns.size(); c++) {
                table = table.with(
                        Cell.of(row.label),
                        Cell.of(columns.get(c)),
                        Cell.ofValue(row.cells.get(c), decimals),
                        Cell.ofInterval(row.cells.get(c), decimals));
            }
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        boolean narrow = Svg.isNarrow(width);
        double labels = narrow
                ? 0
                : Math.min(width * 0.4, widest(rows.stream().map(Row::label).toList()) + 14);
        double step = (width - labels) / Math.max(1, columns.size());
        boolean upright = columns.stream().anyMatch(column -> isCut(column, step));
        double head = upright ? Math.min(160, widest(columns) + 10) : 36;
        double rowHeight = CELL + (narrow ? 22 : 0);
        Svg svg = Svg.open(into, this, width, head + rows.size() * rowHeight + 2, id);
        for (int c = 0; c < columns.size(); c++) {
            double middle = labels + step * (c + 0.5);
            if (upright) {
                into.open("g", "transform", "translate(" + Mark.xy(middle + 4, head - 6) + ") rotate(-90)");
                svg.small(0, 0, TextWidth.cut(columns.get(c), head - 8, Svg.SMALL), "start", Ink.MUTED);
                into.close();
            } else {
                List<String> lines = TextWidth.wrap(columns.get(c), step - 4, Svg.SMALL, 2);
                svg.block(middle, head / 2, lines, columns.get(c), "middle", Ink.MUTED);
            }
        }
        double y = head;
        for (Row row : rows) {
            if (narrow) {
                svg.small(0, y + 15, TextWidth.cut(row.label, width, Svg.SMALL), "start", Ink.TEXT);
                y += 22;
            } else {
                svg.block(
                        0, y + CELL / 2, TextWidth.wrap(row.label, labels, Svg.SMALL, 2), row.label, "start", Ink.TEXT);
            }
            for (int c = 0; c < columns.size(); c++) {
                drawCell(svg, row, c, labels + step * c, y, step);
            }
            y += CELL;
        }
        svg.close();
    }

    private void drawCell(Svg svg, Row row, int column, double x, double y, double step) {
        Measured<Estimate> cell = row.cells.get(column);
        double middle = x + step / 2;
        svg.group(row.label + ", " + columns.get(column) + ": "
                + cell.value().map(frame::full).orElse(Readings.words(cell)));
        if (cell.value().isPresent()) {
            double value = cell.value().get().value();
            double share = Math.min(1, Math.max(0, (value - range.low) / (range.high - range.low)));
            svg.rect(
                    x + 1,
                    y + 1,
                    step - 2,
                    CELL - 2,
                    3,
                    "fill:" + Ink.FIRST.css() + ";fill-opacity:" + Numerals.coordinate(share * DARKEST));
            svg.small(middle, y + CELL / 2 + 4, frame.number(value), "middle", Ink.TEXT);
        } else {
            svg.absent(middle, y + CELL / 2);
        }
        svg.endGroup();
    }

    private static boolean isCut(String column, double step) {
        return TextWidth.wrap(column, step - 4, Svg.SMALL, 2).stream().anyMatch(line -> line.endsWith("…"));
    }

    private static double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> TextWidth.of(text, Svg.SMALL))
                .max()
                .orElse(0);
    }
}
