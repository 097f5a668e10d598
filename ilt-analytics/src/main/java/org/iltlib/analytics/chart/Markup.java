package org.iltlib.analytics.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.iltlib.base.Checks;

/**
 * Writes well-formed markup (SVG, or HTML that is also XML): every text is escaped, every element closed, characters
 * that XML forbids are left out. Mutable; one per document; not for use by several threads.
 *
 * <p>Attributes are pairs of a name and a value; a {@code double} is written with at most two decimals. Names of
 * elements and attributes come from code and are checked only for their characters.
 *
 * <pre>{@code
 * new Markup().open("p", "class", "lead").text("Growth").close().toString();   // <p class="lead">Growth</p>
 * }</pre>
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();

    /** An empty document. */
    public Markup() {}

    /** Opens an element. */
    public Markup open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(new Element(name));
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        Checks.require(!open.isEmpty(), "There is no open element. Maybe one close() too many.");
        Element element = open.pop();
        if (element.holdsElements && !element.holdsText) {
            newLine();
        }
        out.append("</").append(element.name).append('>');
        return this;
    }

    /** An element without content, closed at once: {@code <br/>}. */
    public Markup empty(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds only text. */
    public Markup element(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Text, escaped. */
    public Markup text(String text) {
        if (!open.isEmpty()) {
            open.element().holdsText = true;
        }
        escape(text, false);
        return this;
    }

    /**
     * The document so far.
     *
     * @throws IllegalArgumentException if an element is still open
     */
    @Override
    public String toString() {
        Checks.require(
                open.isEmpty(),
                "<%s> is still open. Maybe a close() is missing.",
                open.isEmpty() ? "" : open.element().name);
        return out + "\n";
    }

    private void start(String name, Object... attributes) {
        Checks.require(attributes.length % 2 == 0, "An attribute of <%s> has no value. Expected pairs.", name);
        if (!open.isEmpty()) {
            Element parent = open.element();
            parent.holdsElements = true;
            if (!parent.holdsText) {
                newLine();
            }
        }
        out.append('<').append(name(name));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(name(attributes[i].toString())).append("=\"");
            Object value = attributes[i + 1];
            escape(value instanceof Double number ? Numerals.coordinate(number) : value.toString(), true);
            out.append('"');
        }
    }

    private void newLine() {
        out.append('\n').append(" ".repeat(open.size()));
    }

    private static String name(String name) {
        Checks.require(
                name.matches("[A-Za-z][A-Za-z0-9:-]*"), "\"%s\" is not a name of an element or attribute.", name);
        return name;
    }

    private void escape(String text, boolean inAttribute) {
        text.codePoints().filter(Markup::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(inAttribute ? ' ' : (char) c);
                default -> out.appendCodePoint(c);
            }
        });
    }

    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !surrogate && !noncharacter;
    }

    private static final class Element {
        private final String name;
        private boolean holdsText;
        private boolean holdsElements;

        Element(String name) {
            this.name = name;
        }
    }
}
