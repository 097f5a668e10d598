package org.iltlib.analytics.chart;

import java.util.List;

/** Draws axes: ticks and grid lines of numbers, names of categories. */
final class Axis {
    static final double CATEGORY_HEIGHT = 38;
    static final double NUMBER_HEIGHT = 40;

    private Axis() {}

    /** Grid lines from top to bottom, tick labels below, the unit below those. */
    static void below(Svg svg, Scale scale, double top, double bottom, String unit) {
        List<Double> ticks = scale.ticks();
        for (double tick : ticks) {
            double x = scale.at(tick);
            svg.line(x, top, x, bottom, Ink.GRID, 1, "");
            svg.small(x, bottom + 16, scale.label(tick), "middle", Ink.MUTED);
        }
        double middle = (scale.at(ticks.get(0)) + scale.at(ticks.get(ticks.size() - 1))) / 2;
        svg.small(middle, bottom + 32, unit, "middle", Ink.MUTED);
    }

    /** The room that the tick labels of an axis at the left need. */
    static double widthAtLeft(Scale scale) {
        return 10
                + scale.ticks().stream()
                        .mapToDouble(tick -> TextWidth.of(scale.label(tick), Svg.SMALL))
                        .max()
                        .orElse(0);
    }

    /** Grid lines from left to right, tick labels before them. */
    static void atLeft(Svg svg, Scale scale, double left, double right) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.line(left, y, right, y, Ink.GRID, 1, "");
            svg.small(left - 8, y + 4, scale.label(tick), "end", Ink.MUTED);
        }
    }

    /** Names below the middles of equal steps; wrapped in two lines, and only every so many if even a cut would crowd. */
    static void categories(Svg svg, List<String> names, double left, double step, double bottom) {
        int every = Math.max(1, (int) Math.ceil(34 / step));
        for (int i = 0; i < names.size(); i += every) {
            List<String> lines = TextWidth.wrap(names.get(i), step * every - 6, Svg.SMALL, 2);
            double middle = bottom + 12 + (lines.size() - 1) * 7.5;
            svg.block(left + step * (i + 0.5), middle, lines, names.get(i), "middle", Ink.MUTED);
        }
    }

    /** At most so many ticks for that many pixels. */
    static int mostTicks(double pixels, double each) {
        return (int) Math.max(3, Math.min(8, pixels / each));
    }
}
