package org.iltlib.exchange.casenetwork;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iltlib.base.GradeLevel;

/** Grades as publishers write them: {@code 03}, {@code Grade 3}, {@code 3rd grade}, {@code KG}, {@code 9-12}, {@code HS}. */
final class GradeWords {
    private static final Pattern ONE = Pattern.compile(
            "(?:grades?|gr\\.?)?\\s*(pre-?k|pk|kindergarten|kg|k|0?[1-9]|1[0-2])(?:st|nd|rd|th)?\\.?\\s*(?:grade)?");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*(?:-|\u2013|\\bto\\b)\\s*(.+)");

    private GradeWords() {}

    /** The grades of those words; empty if they are not understood. */
    static Optional<List<GradeLevel>> read(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (text.equals("hs") || text.equals("high school")) {
            return Optional.of(
                    GradeLevel.range(GradeLevel.of(9), GradeLevel.of(12)).toList());
        }
        Optional<GradeLevel> one = one(text);
        if (one.isPresent()) {
            return one.map(List::of);
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        Optional<GradeLevel> last = one(range.group(2));
        return one(range.group(1))
                .flatMap(first -> last.map(end -> GradeLevel.range(first, end).toList()))
                .filter(grades -> !grades.isEmpty());
    }

    private static Optional<GradeLevel> one(String text) {
        Matcher matcher = ONE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String code = matcher.group(1);
        return Optional.of(
                code.startsWith("p")
                        ? GradeLevel.PREKINDERGARTEN
                        : code.startsWith("k") ? GradeLevel.KINDERGARTEN : GradeLevel.parse(code));
    }
}
