package org.iltlib.analytics.suggestion;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sorts of quantities in a text: {@code 3/4} is a fraction, {@code 0.5} a decimal, {@code 9:30} a time, {@code $4} an
 * amount of money, {@code 37} a number of two digits, {@code ÷} a division, {@code x} a variable. What a mathematical text
 * asks for lies in these, and their values do not matter. One pass, linear.
 */
final class Quantities {
    private final String text;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int at;

    private Quantities(String text) {
        this.text = text;
    }

    /** How often each sort stands in the text, by name, in the order of names. */
    static Map<String, Integer> of(String text) {
        Quantities quantities = new Quantities(text);
        quantities.read();
        return quantities.counts;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                number(false);
            } else if (Character.isLetter(c)) {
                letters();
            } else {
                sign(c);
                at++;
            }
        }
    }

    private void number(boolean negative) {
        int start = at;
        boolean money = start > 0 && "$€£".indexOf(text.charAt(start - 1)) >= 0;
        int digits = digits();
        while (is(',') && digitsFrom(at + 1) == 3) {
            at += 4;
            digits += 3;
        }
        String sort = "number of " + (digits == 1 ? "1 digit" : Math.min(digits, 7) + " digits");
        if (is('.') && digitsFrom(at + 1) > 0) {
            at++;
            digits();
            sort = "decimal";
        } else if (is(':') && digitsFrom(at + 1) == 2) {
            at += 3;
            sort = "time";
        } else if (is('/') && digitsFrom(at + 1) > 0) {
            at++;
            digits();
            sort = "fraction";
        }
        if (is('%')) {
            at++;
            sort = "percentage";
        }
        add(money ? "money" : negative ? "negative number" : sort);
    }

    private void letters() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at - start == 1 && "bcdefghjklmnopqrstuvwxyz".indexOf(text.charAt(start)) >= 0) {
            boolean possessive = start > 0 && "'’".indexOf(text.charAt(start - 1)) >= 0;
            if (!possessive) {
                add("variable");
            }
            return;
        }
        if (start > 0 && text.charAt(start - 1) == '\\') {
            switch (text.substring(start, at)) {
                case "frac" -> add("fraction");
                case "sqrt" -> add("root");
                case "times", "cdot" -> add("multiplication");
                case "div" -> add("division");
                case "le", "ge", "leq", "geq" -> add("comparison");
                default -> {
                    // Other commands say how to print.
                }
            }
        }
    }

    private void sign(char c) {
        switch (c) {
            case '+' -> add("addition");
            case '-', '–', '−' -> minus();
            case '×', '·' -> add("multiplication");
            case '*' -> star();
            case '÷' -> add("division");
            case '=' -> add("equation");
            case '<', '>', '≤', '≥' -> add("comparison");
            case '√' -> add("root");
            case '^' -> add("power");
            case '°' -> add("degree");
            default -> {
                // Not a sign of arithmetic.
            }
        }
    }

    private void minus() {
        boolean spaceBefore = at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
        boolean spaceAfter = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        if (spaceBefore && digitsFrom(at + 1) > 0) {
            at++;
            number(true);
            at--;
        } else if (spaceBefore && spaceAfter && at > 0 && text.charAt(at - 1) == ' ') {
            add("subtraction");
        }
    }

    /** One star multiplies; two and more print in bold. */
    private void star() {
        boolean alone =
                (at == 0 || text.charAt(at - 1) != '*') && !(at + 1 < text.length() && text.charAt(at + 1) == '*');
        if (alone && at > 0 && text.charAt(at - 1) != '\n') {
            add("multiplication");
        }
    }

    private int digits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    private int digitsFrom(int from) {
        int end = from;
        while (end < text.length() && end - from < 8 && isDigit(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(String sort) {
        counts.merge(sort, 1, Integer::sum);
    }
}
