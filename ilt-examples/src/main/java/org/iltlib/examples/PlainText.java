package org.iltlib.examples;

import java.util.Locale;

/**
 * Texts as they may go to a terminal: control characters, and the marks that turn the direction of writing, are written
 * as {@code \}{@code u001b}, so that no name in a file can clear a screen or forge a line.
 */
public final class PlainText {
    private static final int LONGEST = 2000;

    private PlainText() {}

    /** That text; line breaks and tabs stay. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || !isHidden(c)) {
                plain.append(c);
            } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return plain.toString();
    }

    /** That text as one line of a bounded length: a message. */
    public static String line(String text) {
        String line = of(text.replaceAll("\\s*\\R\\s*", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
