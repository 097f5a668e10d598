package org.iltlib.base;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Argument checks whose messages name the argument and its value, say what was expected and suggest. Each returns its
 * argument, so that it reads inline.
 */
public final class Checks {
    private static final int LONGEST_ID = 200;

    private Checks() {}

    /**
     * A text with something in it.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public static String text(String value, String name) {
        require(!value.isBlank(), "%s is blank. Expected some words.", name);
        return value;
    }

    /**
     * The text of an id: 1 to 200 characters, no control characters, no blank at either end.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static String id(String value, String name) {
        if (!isPlainId(value)) {
            refuseUnlessId(value, name);
        }
        return value;
    }

    /** Whether it is an id of the usual characters, in one pass; if not, it may be one all the same. */
    private static boolean isPlainId(String value) {
        int length = value.length();
        if (length == 0 || length > LONGEST_ID || value.charAt(0) == ' ' || value.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void refuseUnlessId(String value, String name) {
        require(!value.isBlank(), "%s is blank. Expected an id of 1 to %s characters.", name, LONGEST_ID);
        require(
                value.length() <= LONGEST_ID,
                "%s has %s characters. Expected at most %s. Maybe it is a description rather than an id.",
                name,
                value.length(),
                LONGEST_ID);
        require(value.strip().length() == value.length(), "%s begins or ends with a blank. Maybe strip it.", name);
        require(
                value.chars().noneMatch(Character::isISOControl),
                "%s holds a control character (a line break, say). Expected printable characters only.",
                name);
        require(wellFormed(value), "%s holds half of a surrogate pair. Maybe a text was cut in the middle.", name);
    }

    /**
     * A number in [0, 1].
     *
     * @throws IllegalArgumentException otherwise
     */
    public static double share(double value, String name) {
        require(
                value >= 0 && value <= 1,
                "%s is %s. Expected a share between 0 and 1. Maybe it is a percentage: divide by 100.",
                name,
                value);
        return value;
    }

    /**
     * A finite number.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static double finite(double value, String name) {
        require(
                Double.isFinite(value),
                "%s is %s. Expected a finite number. Maybe a division by zero; an unknown value is Measured.missing.",
                name,
                value);
        return value;
    }

    /**
     * A number of at least zero.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static long notNegative(long value, String name) {
        require(value >= 0, "%s is %s. Expected zero or more.", name, value);
        return value;
    }

    /**
     * A number of at least one.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static long positive(long value, String name) {
        require(value > 0, "%s is %s. Expected at least 1.", name, value);
        return value;
    }

    /**
     * A collection with something in it.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static <C extends Collection<?>> C notEmpty(C values, String name) {
        require(!values.isEmpty(), "%s is empty. Expected at least one.", name);
        return values;
    }

    /**
     * A collection in which nothing stands twice.
     *
     * @throws IllegalArgumentException naming the first value that does
     */
    public static <C extends Collection<?>> C distinct(C values, String name) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            require(seen.add(value), "%s has \"%s\" twice. Expected each once.", name, value);
        }
        return values;
    }

    /**
     * A condition on arguments; the template takes {@code %s} for each argument.
     *
     * @throws IllegalArgumentException if the condition does not hold
     */
    public static void require(boolean condition, String template, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(template.formatted(arguments));
        }
    }

    private static boolean wellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
