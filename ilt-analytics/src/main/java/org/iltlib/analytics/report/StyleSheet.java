package org.iltlib.analytics.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.iltlib.analytics.chart.Ink;

/** The style of a page: the colours, and what {@code page.css} says. */
final class StyleSheet {
    private StyleSheet() {}

    static String text() {
        return ":root{" + colours(Ink::light) + "}\n@media screen and (prefers-color-scheme:dark){:root{"
                + colours(Ink::dark) + "}}\n" + rules();
    }

    private static String colours(Function<Ink, String> shade) {
        StringBuilder css = new StringBuilder();
        for (Ink ink : Ink.values()) {
            css.append(ink.property()).append(':').append(shade.apply(ink)).append(';');
        }
        return css.toString();
    }

    private static String rules() {
        try (InputStream in = Objects.requireNonNull(StyleSheet.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
