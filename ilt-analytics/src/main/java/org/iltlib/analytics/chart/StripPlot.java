package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Many values of the same kind as stacked dots, one of them highlighted: where a school stands among all. Dots that fall
 * on the same place stand on each other. Immutable; drawing takes time in proportion to n log n.
 */
public final class StripPlot implements Chart {
    private static final double DOT = 8.5;

    private record Dot(String name, double value) {}

    private final Frame frame;
    private final List<Dot> dots;
    private final String highlighted;

    private StripPlot(Frame frame, List<Dot> dots, String highlighted) {
        this.frame = frame;
        this.dots = List.copyOf(dots);
        this.highlighted = highlighted;
    }

    /** A plot without values yet. */
    public static StripPlot titled(String title) {
        return new StripPlot(Frame.titled(title), List.of(), "");
    }

    /** A copy with that unit. */
    public StripPlot withUnit(String unit) {
        return new StripPlot(frame.withUnit(unit), dots, highlighted);
    }

    /** A copy that shows so many decimals, 0 to 6; 1 unless set. */
    public StripPlot withDecimals(int decimals) {
        return new StripPlot(frame.withDecimals(decimals), dots, highlighted);
    }

    /** A copy described in these words instead of a summary made from the values. */
    public StripPlot withDescription(String words) {
        return new StripPlot(frame.withDescription(words), dots, highlighted);
    }

    /** A copy with one more value, a finite number. */
    public StripPlot with(String name, double value) {
        List<Dot> more = new ArrayList<>(dots);
        more.add(new Dot(Checks.text(name, "name"), Checks.finite(value, "value")));
        return new StripPlot(frame, more, highlighted);
    }

    /** A copy that highlights the value of that name. If there is none, the description says so. */
    public StripPlot highlighting(String name) {
        return new StripPlot(frame, dots, Checks.text(name, "name"));
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        if (dots.isEmpty()) {
            return frame.describedAs("No values.");
        }
        List<Dot> sorted = sorted();
        return frame.describedAs(sorted.size() + " values from " + frame.number(sorted.get(0).value) + " to "
                + frame.quantity(sorted.get(sorted.size() - 1).value) + ", median "
                + frame.number(median()) + "."
                + (highlighted.isEmpty()
                        ? ""
                        : found().map(dot -> " " + standing(dot) + ".").orElse(" " + highlighted + ": no data.")));
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned(frame.title()).withColumns("Name", frame.valueHead(), "Rank from the top");
        List<Dot> sorted = sorted();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Dot dot = sorted.get(i);
            String mark = dot.name.equals(highlighted) ? " (highlighted)" : "";
            table = table.with(
                    Cell.of(dot.name + mark), Cell.of(dot.value, frame.unit().decimals()), Cell.of(rank(dot)));
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        List<Dot> sorted = sorted();
        double left = 22;
        double right = width - 22;
        Scale scale = (sorted.isEmpty()
                        ? Scale.around(0, 1, 3)
                        : Scale.around(
                                sorted.get(0).value,
                                sorted.get(sorted.size() - 1).value,
                                Axis.mostTicks(right - left, 56)))
                .onto(left, right);
        List<Integer> columns = sorted.stream()
                .map(dot -> (int) Math.floor((scale.at(dot.value) - left) / DOT))
                .toList();
        long highest = columns.stream()
                .mapToLong(c -> columns.stream().filter(c::equals).count())
                .max()
                .orElse(0);
        double top = 48;
        double bottom = top + 12 + Math.max(4, highest) * DOT;
        Svg svg = Svg.open(into, this, width, bottom + Axis.NUMBER_HEIGHT, id);
        Axis.below(svg, scale, top, bottom, frame.unit().name());
        if (!sorted.isEmpty()) {
            double middle = scale.at(median());
            svg.line(middle, 30, middle, bottom, Ink.TEXT, 1.3, "5 4");
            label(svg, middle, 26, "median " + frame.number(median()), Ink.MUTED);
        }
        int previous = Integer.MIN_VALUE;
        double y = bottom;
        Optional<Dot> found = found();
        for (int i = 0; i < sorted.size(); i++) {
            Dot dot = sorted.get(i);
            y = columns.get(i) == previous ? y - DOT : bottom - DOT / 2 - 1;
            previous = columns.get(i);
            double x = left + (previous + 0.5) * DOT;
            boolean chosen = found.filter(dot::equals).isPresent();
            svg.group(dot.name + ": " + frame.quantity(dot.value));
            if (chosen) {
                svg.line(x, 44, x, y, Ink.SECOND, 1.6, "");
                svg.mark(Mark.DIAMOND, x, y, 6, false);
            } else {
                svg.path(Mark.CIRCLE.outline(x, y, DOT / 2 - 0.6), "fill:" + Ink.FIRST.css() + ";fill-opacity:0.55");
            }
            svg.endGroup();
            if (chosen) {
                label(svg, x, 42, standing(dot), Ink.SECOND);
            }
        }
        if (found.isEmpty() && !highlighted.isEmpty()) {
            svg.absent(6, 36);
            svg.small(16, 40, highlighted + ": no data", "start", Ink.MUTED);
        }
        svg.close();
    }

    private static void label(Svg svg, double x, double y, String text, Ink ink) {
        String shown = TextWidth.cut(text, svg.width(), Svg.SMALL);
        double half = TextWidth.of(shown, Svg.SMALL) / 2;
        double middle = Math.max(half, Math.min(svg.width() - half, x));
        svg.haloed(middle, y == 26 ? 14 : 40, shown, "middle", ink);
    }

    private String standing(Dot dot) {
        return dot.name + ": " + frame.number(dot.value) + ", rank " + rank(dot) + " of " + dots.size();
    }

    /** One more than the number of greater values. */
    private long rank(Dot dot) {
        return 1 + dots.stream().filter(other -> other.value > dot.value).count();
    }

    private Optional<Dot> found() {
        return dots.stream().filter(dot -> dot.name.equals(highlighted)).findFirst();
    }

    private double median() {
        List<Dot> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half).value
                : (sorted.get(half - 1).value + sorted.get(half).value) / 2;
    }

    private List<Dot> sorted() {
        return dots.stream()
                .sorted(Comparator.comparingDouble(Dot::value).thenComparing(Dot::name))
                .toList();
    }
}
