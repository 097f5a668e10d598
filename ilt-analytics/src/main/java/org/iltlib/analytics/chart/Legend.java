package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/** The key to marks above a chart: items in a row, continued on the next where they do not fit. */
final class Legend {
    private static final double LINE = 20;
    private static final double SYMBOL = 26;

    private interface Symbol {
        void draw(Svg svg, double x, double y);
    }

    private record Item(String label, Symbol symbol) {}

    private final List<Item> items = new ArrayList<>();
    private final int width;

    Legend(int width) {
        this.width = width;
    }

    Legend series(String label, Mark mark, boolean withLine, boolean hollow) {
        return add(label, (svg, x, y) -> {
            if (withLine) {
                svg.line(x, y, x + 22, y, mark.ink(), 2, mark.dash());
            }
            svg.mark(mark, x + 11, y, 4.5, hollow);
        });
    }

    Legend line(String label, Ink ink, String dash) {
        return add(label, (svg, x, y) -> svg.line(x, y, x + 22, y, ink, 1.6, dash));
    }

    Legend absent(String label) {
        return add(label, (svg, x, y) -> svg.absent(x + 11, y));
    }

    Legend box(String label, int series) {
        return add(label, (svg, x, y) -> svg.rect(x + 4, y - 6, 14, 12, 2, BarChart.style(series, svg.id())));
    }

    private Legend add(String label, Symbol symbol) {
        items.add(new Item(TextWidth.cut(label, width - SYMBOL - 8, Svg.SMALL), symbol));
        return this;
    }

    double height() {
        return items.isEmpty() ? 0 : place(null) + LINE + 4;
    }

    void draw(Svg svg) {
        place(svg);
    }

    private double place(@org.jspecify.annotations.Nullable Svg svg) {
        double x = 0;
        double y = 0;
        for (Item item : items) {
            double needed = SYMBOL + TextWidth.of(item.label, Svg.SMALL) + 16;
            if (x > 0 && x + needed - 16 > width) {
                x = 0;
                y += LINE;
            }
            if (svg != null) {
                item.symbol.draw(svg, x, y + 9);
                svg.small(x + SYMBOL + 1, y + 13, item.label, "start", Ink.TEXT);
            }
            x += needed;
        }
        return y;
    }
}
