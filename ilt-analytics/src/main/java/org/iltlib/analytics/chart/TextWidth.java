package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/** Estimates how wide a text is, from a fixed table, a little on the safe side for the usual sans-serif fonts. */
final class TextWidth {
    private static final String NARROW = "iljI.,:;'|!()[]ft ";
    private static final String WIDE = "mwMW@%—…";

    private TextWidth() {}

    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::ems).sum() * size;
    }

    private static double ems(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.34;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.92;
        }
        return (c > 0x1100 && c < 0x2000) || c > 0x2E80 ? 1.05 : Character.isUpperCase(c) ? 0.71 : 0.585;
    }

    /** The text if it fits, otherwise its beginning and an ellipsis. */
    static String cut(String text, double width, double size) {
        if (of(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && of(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, Math.max(end, 0)).stripTrailing() + "…";
    }

    /** The text broken at blanks into at most so many lines; the last is cut if need be. */
    static List<String> wrap(String text, double width, double size, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] words = text.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || lines.size() == most - 1 || of(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(cut(line, width, size));
                line = words[i];
            }
        }
        lines.add(cut(line, width, size));
        return lines;
    }
}
