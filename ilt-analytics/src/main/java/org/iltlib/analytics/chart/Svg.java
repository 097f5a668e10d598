package org.iltlib.analytics.chart;

import java.util.List;
import org.iltlib.base.Checks;

/** Draws lines, words and marks; the one place that knows how they are styled. */
final class Svg {
    static final double SIZE = 13;
    static final double SMALL = 12;
    private static final String FONT =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    private final Markup markup;
    private final int width;
    private final String id;

    private Svg(Markup markup, int width, String id) {
        this.markup = markup;
        this.width = width;
        this.id = id;
    }

    static Svg open(Markup markup, Chart chart, int width, double height, String id) {
        Checks.require(width >= 240, "width is %s. Expected at least 240 pixels.", width);
        Checks.id(id, "id");
        markup.open(
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
                "0 0 " + width + " " + Numerals.coordinate(height),
                "width",
                width,
                "height",
                height,
                "font-family",
                FONT,
                "font-size",
                SIZE);
        markup.element("title", chart.title(), "id", id + "-t");
        markup.element("desc", chart.description(), "id", id + "-d");
        return new Svg(markup, width, id);
    }

    void close() {
        markup.close();
    }

    int width() {
        return width;
    }

    String id() {
        return id;
    }

    /** Whether the drawing is for a phone. */
    static boolean isNarrow(int width) {
        return width < 480;
    }

    void group(String hover) {
        markup.open("g").element("title", hover);
    }

    void endGroup() {
        markup.close();
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, String dash) {
        String style = "stroke:" + ink.css() + ";stroke-width:" + Numerals.coordinate(thickness)
                + (dash.isEmpty() ? "" : ";stroke-dasharray:" + dash);
        markup.empty("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "style", style);
    }

    void path(String data, String style) {
        markup.empty("path", "d", data, "style", style);
    }

    void rect(double x, double y, double w, double h, double radius, String style) {
        markup.empty("rect", "x", x, "y", y, "width", w, "height", h, "rx", radius, "style", style);
    }

    void mark(Mark mark, double x, double y, double r, boolean hollow) {
        mark(mark, x, y, r, mark.ink(), hollow);
    }

    void mark(Mark mark, double x, double y, double r, Ink ink, boolean hollow) {
        path(
                mark.outline(x, y, r),
                "fill:" + (hollow ? Ink.PAPER : ink).css() + ";stroke:" + (hollow ? ink : Ink.PAPER).css()
                        + ";stroke-width:" + (hollow ? "1.8" : "1.2"));
    }

    /** A circle with a bar: nothing to show here. */
    void absent(double x, double y) {
        path(Mark.CIRCLE.outline(x, y, 4.5), "fill:none;stroke:" + Ink.MUTED.css() + ";stroke-width:1.4");
        line(x - 3.2, y + 3.2, x + 3.2, y - 3.2, Ink.MUTED, 1.4, "");
    }

    void bold(double x, double y, String text, String anchor, Ink ink) {
        styled(x, y, text, anchor, ink, ";font-weight:600");
    }

    void small(double x, double y, String text, String anchor, Ink ink) {
        styled(x, y, text, anchor, ink, ";font-size:" + Numerals.coordinate(SMALL) + "px");
    }

    /** Words with a rim of paper, legible on lines. */
    void haloed(double x, double y, String text, String anchor, Ink ink) {
        styled(
                x,
                y,
                text,
                anchor,
                ink,
                ";font-size:" + Numerals.coordinate(SMALL) + "px;paint-order:stroke;stroke:" + Ink.PAPER.css()
                        + ";stroke-width:4px;stroke-linejoin:round");
    }

    private void styled(double x, double y, String text, String anchor, Ink ink, String more) {
        markup.element("text", text, "x", x, "y", y, "text-anchor", anchor, "style", "fill:" + ink.css() + more);
    }

    /** Lines of small text below each other around a middle; the whole in a hover if it had to be cut. */
    void block(double x, double middle, List<String> lines, String whole, String anchor, Ink ink) {
        boolean cut = !String.join(" ", lines).equals(whole.strip().replaceAll("\\s+", " "));
        if (cut) {
            group(whole);
        }
        double y = middle - (lines.size() - 1) * 7.5 + 4.2;
        for (String line : lines) {
            small(x, y, line, anchor, ink);
            y += 15;
        }
        if (cut) {
            endGroup();
        }
    }
}
