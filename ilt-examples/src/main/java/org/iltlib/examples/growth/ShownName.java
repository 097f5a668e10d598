package org.iltlib.examples.growth;

import java.util.Locale;

/**
 * Names as a page may show them. Characters that nobody sees, or that turn the direction of writing, are written out, so
 * that two names that look alike are told apart and none changes the text around it.
 */
final class ShownName {
    private static final int LONGEST = 48;
    private static final int END = 12;

    private ShownName() {}

    /** The whole name: a space of width zero as {@code \}{@code u200b}. */
    static String of(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(point -> {
            int kind = Character.getType(point);
            if (kind == Character.FORMAT || kind == Character.CONTROL || kind == Character.UNASSIGNED) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** At most {@value #LONGEST} characters of it, its end among them, for a column. */
    static String brief(String name) {
        int count = name.codePointCount(0, name.length());
        if (count <= LONGEST) {
            return name;
        }
        int head = name.offsetByCodePoints(0, LONGEST - END - 1);
        int tail = name.offsetByCodePoints(0, count - END);
        return name.substring(0, head) + "…" + name.substring(tail);
    }
}
