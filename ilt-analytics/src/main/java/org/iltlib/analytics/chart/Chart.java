package org.iltlib.analytics.chart;

/**
 * A picture of some numbers that can also be read: as SVG of any width, as a table, and as a description. Immutable.
 *
 * <p>Implement it to draw something of your own; {@link Markup} keeps the output well formed and {@link Ink} in tune
 * with light, dark and print.
 */
public interface Chart {
    /** The width in pixels that suits a page or a desk: 840. */
    int WIDE = 840;

    /** The width in pixels that suits a phone: 340. */
    int NARROW = 340;

    /** What the chart shows, in a few words. */
    String title();

    /** What there is to see, in a sentence or two, for a reader who cannot see it. */
    String description();

    /** The numbers of the chart as a table; withheld and missing ones in words. */
    Table toTable();

    /**
     * Writes one {@code svg} element with {@code role="img"}, a title and a description.
     *
     * @param into where to write
     * @param width the width in pixels at which text has its natural size, at least 240
     * @param id an id that no other element of the document has; ids inside begin with it
     * @throws IllegalArgumentException if the width is less than 240
     */
    void draw(Markup into, int width, String id);

    /** The SVG text for that width; a document of its own. See {@link #draw}. */
    default String toSvg(int width, String id) {
        Markup markup = new Markup();
        draw(markup, width, id);
        return markup.toString();
    }

    /** The SVG text at the width {@link #WIDE}, with the id {@code chart}. */
    default String toSvg() {
        return toSvg(WIDE, "chart");
    }

    /** Title, description and table as plain text. */
    default String toText() {
        return title() + "\n" + description() + "\n" + toTable().toText();
    }
}
