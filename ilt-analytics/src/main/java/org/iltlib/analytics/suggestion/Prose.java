package org.iltlib.analytics.suggestion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.iltlib.curriculum.version.CodePolicy;

/** A text as words, with the codes of standards that stand in it kept apart. One pass, linear. */
final class Prose {
    private static final UnaryOperator<String> SPELLING = CodePolicy.COMMON_CORE.normaliser();

    /** Segments of a code are short: {@code HSA-APR.D.6}, {@code 6.NS.C.7.c}, {@code MS-LS1-2}. */
    private static final int LONGEST_SEGMENT = 4;

    private static final int MOST_SEGMENTS = 7;

    /** English words that tell how, not what: articles, pronouns, prepositions, conjunctions, auxiliaries. */
    private static final Set<String> FUNCTION_WORDS = Set.of("""
            a about above after again all also am an and any are as at be because been before being below between both
            but by can could did do does doing down during each either for from further had has have having he her here
            hers him his how i if in into is it its itself just like may me might more most my no nor not now of off on
            once only or other our out over own s same she should so some such t than that the their them then there
            these they this those through to too under until up very was we were what when where which while who whom why
            will with would you your""".strip().split("\\s+", -1));

    private final List<String> words = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();

    private Prose(String text) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && belongs(text, at)) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at == start) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                chunk(text.substring(start, at));
            }
        }
    }

    /** A text, read. */
    static Prose of(String text) {
        return new Prose(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** The words in lower case, in order; a word is a run of letters. */
    List<String> words() {
        return words;
    }

    /** The codes, each once, as {@link #codeKey}. */
    Set<String> codes() {
        return codes;
    }

    /** Whether that word tells how, not what. */
    static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word);
    }

    /** A code in its one spelling. */
    static String codeKey(String code) {
        return SPELLING.apply(code);
    }

    /** Sentences, cut after a full stop, question or exclamation mark before a blank, and at ends of lines. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = (c == '.' || c == '?' || c == '!')
                    && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
            if (stop || c == '\n' || c == '\r') {
                sentences.add(text.substring(start, i));
                start = i + 1;
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    private static boolean belongs(String text, int at) {
        int c = text.codePointAt(at);
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '.'
                || c == '-';
    }

    private void chunk(String chunk) {
        int start = 0;
        int end = chunk.length();
        while (start < end && isJoint(chunk.charAt(start))) {
            start++;
        }
        while (end > start && isJoint(chunk.charAt(end - 1))) {
            end--;
        }
        if (isCode(chunk, start, end)) {
            codes.add(codeKey(chunk.substring(start, end)));
        } else {
            letters(chunk);
        }
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == '-';
    }

    /** Three to seven short segments with a capital and a digit among them. */
    private static boolean isCode(String chunk, int start, int end) {
        if (end - start > (LONGEST_SEGMENT + 1) * MOST_SEGMENTS) {
            return false;
        }
        int segments = 1;
        int length = 0;
        boolean capital = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            char c = chunk.charAt(i);
            if (isJoint(c)) {
                if (length == 0) {
                    return false;
                }
                segments++;
                length = 0;
            } else {
                length++;
                capital |= Character.isUpperCase(c);
                digit |= Character.isDigit(c);
                if (length > LONGEST_SEGMENT) {
                    return false;
                }
            }
        }
        return segments >= 3 && segments <= MOST_SEGMENTS && capital && digit;
    }

    private void letters(String chunk) {
        int at = 0;
        while (at < chunk.length()) {
            int start = at;
            while (at < chunk.length() && isLetter(chunk.codePointAt(at))) {
                at += Character.charCount(chunk.codePointAt(at));
            }
            if (at > start) {
                words.add(chunk.substring(start, at).toLowerCase(Locale.ROOT));
            } else {
                at += Character.charCount(chunk.codePointAt(at));
            }
        }
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
