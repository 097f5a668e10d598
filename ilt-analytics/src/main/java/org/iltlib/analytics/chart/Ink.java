package org.iltlib.analytics.chart;

import java.util.Locale;

/**
 * The colours of charts and pages, each for light and for dark surroundings. Text colours reach a contrast of 4.5 : 1 on
 * {@link #PAPER} and {@link #CARD} in both, the others that carry meaning 3 : 1 (WCAG 2.2, criteria 1.4.3 and 1.4.11).
 * Blue and orange stay apart for the common kinds of colour blindness.
 */
public enum Ink {
    /** The background. */
    PAPER("#ffffff", "#12161c"),
    /** The background of boxes. */
    CARD("#f5f7fa", "#1b212a"),
    /** Text. */
    TEXT("#1c2430", "#e8ebef"),
    /** Less important text. */
    MUTED("#535e6c", "#a9b2be"),
    /** Grid lines and frames; carries no meaning. */
    GRID("#dce1e7", "#343e4b"),
    /** The first series, and links. */
    FIRST("#0a5fa5", "#6cb6ff"),
    /** The second series, and what asks for attention. */
    SECOND("#b54708", "#ffa257"),
    /** The third series. */
    THIRD("#00745a", "#4fd1a5"),
    /** The fourth series. */
    FOURTH("#85408a", "#dba4de");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour in light surroundings, as {@code #rrggbb}. */
    public String light() {
        return light;
    }

    /** The colour in dark surroundings, as {@code #rrggbb}. */
    public String dark() {
        return dark;
    }

    /** The name of the CSS custom property: {@code --ilt-first}. */
    public String property() {
        return "--ilt-" + name().toLowerCase(Locale.ROOT);
    }

    /** The colour as CSS: the custom property if the page sets it, otherwise the light colour. */
    public String css() {
        return "var(" + property() + "," + light + ")";
    }
}
