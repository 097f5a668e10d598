package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Values one below the other, each as a point with its interval: results by grade and group, or the effects of several
 * comparisons (a forest plot). Without intervals it is a dot plot. A row may carry a second point to compare with, and
 * the plot a reference line, such as no effect. Immutable; drawing takes time in proportion to the rows.
 */
public final class IntervalPlot implements Chart {
    private static final Measured<Estimate> NOTHING = Measured.missing(MissingReason.NOT_APPLICABLE);
    private static final double ROW = 30;
    private static final double TALL_ROW = 44;
    private static final double HEADING = 30;

    private record Row(
            String label, boolean isHeading, Measured<Estimate> reading, Optional<Measured<Estimate>> comparison) {}

    private record Labels(String reading, String comparison) {}

    private record Reference(double value, String label) {}

    private final Frame frame;
    private final Labels labels;
    private final Optional<Reference> reference;
    private final List<Double> reach;
    private final List<Row> rows;

    private IntervalPlot(
            Frame frame, Labels labels, Optional<Reference> reference, List<Double> reach, List<Row> rows) {
        this.frame = frame;
        this.labels = labels;
        this.reference = reference;
        this.reach = List.copyOf(reach);
        this.rows = List.copyOf(rows);
    }

    /** A plot without rows yet. */
    public static IntervalPlot titled(String title) {
        return new IntervalPlot(Frame.titled(title), new Labels("", ""), Optional.empty(), List.of(), List.of());
    }

    /** A copy whose axis carries that unit. */
    public IntervalPlot withUnit(String unit) {
        return framed(frame.withUnit(unit));
    }

    /** A copy that shows so many decimals, 0 to 6; 1 unless set. */
    public IntervalPlot withDecimals(int decimals) {
        return framed(frame.withDecimals(decimals));
    }

    /** A copy described in these words instead of a summary made from the rows. */
    public IntervalPlot withDescription(String words) {
        return framed(frame.withDescription(words));
    }

    /** A copy whose key says what the points are, and what the comparison points are. */
    public IntervalPlot withKey(String points, String comparisons) {
        return new IntervalPlot(
                frame,
                new Labels(Checks.text(points, "points"), Checks.text(comparisons, "comparisons")),
                reference,
                reach,
                rows);
    }

    /** A copy with a dashed line at that value, a finite number, with a label. */
    public IntervalPlot withReference(double value, String label) {
        Reference line = new Reference(Checks.finite(value, "reference"), Checks.text(label, "label"));
        return new IntervalPlot(frame, labels, Optional.of(line), reach, rows);
    }

    /**
     * A copy whose axis reaches from one value to the other at least, whatever the rows hold: from 0 to 1 for shares.
     *
     * @throws IllegalArgumentException if the first is not the lower
     */
    public IntervalPlot withRange(double low, double high) {
        Checks.require(
                Checks.finite(low, "low") < Checks.finite(high, "high"),
                "The axis goes from %s to %s. Expected the lower first.",
                low,
                high);
        return new IntervalPlot(frame, labels, reference, List.of(low, high), rows);
    }

    /** A copy with a heading above the rows that follow. */
    public IntervalPlot withHeading(String heading) {
        return plus(new Row(Checks.text(heading, "heading"), true, NOTHING, Optional.empty()));
    }

    /** A copy with one more row. */
    public IntervalPlot with(String label, Measured<Estimate> reading) {
        return plus(new Row(Checks.text(label, "label"), false, reading, Optional.empty()));
    }

    /** A copy with one more row that also shows a value to compare with. */
    public IntervalPlot with(String label, Measured<Estimate> reading, Measured<Estimate> comparison) {
        return plus(new Row(Checks.text(label, "label"), false, reading, Optional.of(comparison)));
    }

    /** A copy with one more row. */
    public IntervalPlot with(String label, Estimate reading) {
        return with(label, Measured.of(reading));
    }

    /** A copy with one more row, a point without an interval. */
    public IntervalPlot with(String label, double value) {
        return with(label, Readings.exactly(value));
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs(Readings.summary(
                rows.stream().filter(r -> !r.isHeading()).map(Row::reading).toList(), frame));
    }

    @Override
    public Table toTable() {
        boolean compares = rows.stream().anyMatch(row -> row.comparison.isPresent());
        Table table = Table.captioned(frame.title());
        table = compares
                ? table.withColumns("Row", frame.valueHead(), "Interval", "n", comparisonLabel())
                : table.withColumns("Row", frame.valueHead(), "Interval", "n");
        String heading = "";
        for (Row row : rows) {
            if (row.isHeading()) {
                heading = row.label + ": ";
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(heading + row.label),
                    Cell.ofValue(row.reading, frame.unit().decimals()),
                    Cell.ofInterval(row.reading, frame.unit().decimals()),
                    count(row.reading)));
            if (compares) {
                cells.add(row.comparison
                        .map(c -> Cell.ofValue(c, frame.unit().decimals()))
                        .orElse(Cell.of("")));
            }
            table = table.with(cells);
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        boolean narrow = Svg.isNarrow(width);
        double labelWidth =
                narrow ? 0 : Math.min(width * 0.34, widest(rows.stream().map(Row::label)) + 14);
        double valueWidth = narrow ? 0 : widest(rows.stream().map(this::valueText)) + 12;
        double left = labelWidth + 12;
        double right = width - valueWidth - 14;
        Legend legend = legend(width);
        double top = legend.height() + (reference.isPresent() ? 20 : 4);
        double rowHeight = narrow ? TALL_ROW : ROW;
        double bottom = top
                + rows.stream()
                        .mapToDouble(row -> row.isHeading() ? HEADING : rowHeight)
                        .sum()
                + 4;
        Scale scale = scale(right - left).onto(left, right);
        Svg svg = Svg.open(into, this, width, bottom + Axis.NUMBER_HEIGHT, id);
        legend.draw(svg);
        Axis.below(svg, scale, top, bottom, frame.unit().name());
        reference.ifPresent(line -> {
            double x = scale.at(line.value);
            svg.line(x, top - 3, x, bottom, Ink.TEXT, 1.3, "5 4");
            double half = TextWidth.of(line.label, Svg.SMALL) / 2;
            double middle = Math.max(half, Math.min(width - half, x));
            svg.haloed(middle, top - 8, TextWidth.cut(line.label, width, Svg.SMALL), "middle", Ink.TEXT);
        });
        double y = top;
        for (Row row : rows) {
            if (row.isHeading()) {
                svg.line(0, y + 5, width, y + 5, Ink.GRID, 1, "");
                svg.bold(0, y + 22, TextWidth.cut(row.label, width, 14), "start", Ink.TEXT);
                y += HEADING;
                continue;
            }
            double middle = narrow ? y + 31 : y + rowHeight / 2;
            if (narrow) {
                double room = width - TextWidth.of(valueText(row), Svg.SMALL) - 12;
                svg.haloed(0, y + 15, TextWidth.cut(row.label, room, Svg.SMALL), "start", Ink.TEXT);
                svg.haloed(width, y + 15, valueText(row), "end", Ink.MUTED);
            } else {
                svg.block(0, middle, TextWidth.wrap(row.label, labelWidth, Svg.SMALL, 2), row.label, "start", Ink.TEXT);
                svg.small(width, middle + 4, valueText(row), "end", Ink.MUTED);
            }
            drawRow(svg, row, scale, middle, left);
            y += rowHeight;
        }
        svg.close();
    }

    private void drawRow(Svg svg, Row row, Scale scale, double y, double left) {
        Optional<Estimate> shown = row.reading.value();
        svg.group(row.label + ": " + shown.map(frame::full).orElse(Readings.words(row.reading)));
        row.comparison.flatMap(Measured::value).ifPresent(comparison -> {
            svg.mark(Mark.DIAMOND, scale.at(comparison.value()), y, 4.5, true);
        });
        if (shown.isPresent()) {
            Estimate estimate = shown.get();
            if (Readings.hasInterval(estimate)) {
                double from = scale.at(estimate.lower());
                double to = scale.at(estimate.upper());
                svg.line(from, y, to, y, Ink.FIRST, 2.4, "");
                svg.line(from, y - 4, from, y + 4, Ink.FIRST, 1.6, "");
                svg.line(to, y - 4, to, y + 4, Ink.FIRST, 1.6, "");
            }
            svg.mark(Mark.CIRCLE, scale.at(estimate.value()), y, 5.5, false);
        } else {
            svg.absent(left + 6, y);
            svg.haloed(left + 16, y + 4, Readings.shortWords(row.reading), "start", Ink.MUTED);
        }
        svg.endGroup();
    }

    private Scale scale(double pixels) {
        List<Measured<Estimate>> shown = rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.reading), row.comparison.stream()))
                .toList();
        double[] numbers = DoubleStream.concat(
                        Readings.numbers(shown),
                        Stream.concat(reference.stream().map(Reference::value), reach.stream())
                                .mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
        return numbers.length == 0
                ? Scale.around(0, 1, 3)
                : Scale.around(numbers[0], numbers[numbers.length - 1], Axis.mostTicks(pixels, 56));
    }

    private Legend legend(int width) {
        Legend legend = new Legend(width);
        if (!labels.reading.isEmpty()) {
            legend.series(labels.reading, Mark.CIRCLE, true, false);
        }
        if (rows.stream().anyMatch(row -> row.comparison.isPresent())) {
            legend.series(comparisonLabel(), Mark.DIAMOND, false, true);
        }
        return legend;
    }

    private String comparisonLabel() {
        return labels.comparison.isEmpty() ? "for comparison" : labels.comparison;
    }

    private String valueText(Row row) {
        return row.reading
                .value()
                .map(e -> frame.number(e.value()) + (e.n() > 0 ? "  (n " + Numerals.whole(e.n()) + ")" : ""))
                .orElse("");
    }

    private static Cell count(Measured<Estimate> reading) {
        return reading.value()
                .filter(estimate -> estimate.n() > 0)
                .map(estimate -> Cell.of(estimate.n()))
                .orElse(Cell.of(""));
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, Svg.SMALL)).max().orElse(0);
    }

    private IntervalPlot framed(Frame other) {
        return new IntervalPlot(other, labels, reference, reach, rows);
    }

    private IntervalPlot plus(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new IntervalPlot(frame, labels, reference, reach, more);
    }
}
