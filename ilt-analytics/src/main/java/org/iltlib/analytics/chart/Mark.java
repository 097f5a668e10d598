package org.iltlib.analytics.chart;

/** The look of a series: colour, shape and dash, so that no difference is shown by colour alone. */
enum Mark {
    CIRCLE(Ink.FIRST, ""),
    DIAMOND(Ink.SECOND, "7 4"),
    SQUARE(Ink.THIRD, "2 3"),
    TRIANGLE(Ink.FOURTH, "9 3 2 3");

    private final Ink ink;
    private final String dash;

    Mark(Ink ink, String dash) {
        this.ink = ink;
        this.dash = dash;
    }

    static final int COUNT = 4;

    static Mark of(int series) {
        return values()[series % COUNT];
    }

    Ink ink() {
        return ink;
    }

    String dash() {
        return dash;
    }

    /** The outline of the shape around a point, as path data. */
    String outline(double x, double y, double r) {
        return switch (this) {
            case CIRCLE ->
                "M" + xy(x - r, y) + "a" + xy(r, r) + " 0 1 0 " + xy(2 * r, 0) + "a" + xy(r, r) + " 0 1 0 "
                        + xy(-2 * r, 0) + "z";
            case DIAMOND -> polygon(x, y - r * 1.25, x + r * 1.25, y, x, y + r * 1.25, x - r * 1.25, y);
            case SQUARE -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case TRIANGLE -> polygon(x, y - r * 1.2, x + r * 1.15, y + r * 0.9, x - r * 1.15, y + r * 0.9);
        };
    }

    static String xy(double x, double y) {
        return Numerals.coordinate(x) + " " + Numerals.coordinate(y);
    }

    private static String polygon(double... points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? "M" : "L").append(xy(points[i], points[i + 1]));
        }
        return path.append('z').toString();
    }
}
