package org.iltlib.evidence;

import org.iltlib.base.GradeLevel;
import org.iltlib.evidence.column.Texts;

/** Reads grades as {@link GradeLevel#parse} does, and remembers the ways in which they were written. Not thread-safe. */
final class Grades {
    /** What is no grade. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int LONGEST = 2;

    /** For each text of one or two characters up to {@code DEL}, two more than the grade's number; 0 if not met yet. */
    private final byte[] met = new byte[128 * 128];

    /** The number of the grade that stands there, not empty. */
    int numberOf(byte[] text, int from, int to) {
        int first = text[from];
        int second = to - from == LONGEST ? text[from + 1] : 0;
        if (to - from > LONGEST || first < 0 || second < 0) {
            return parsed(Texts.decoded(text, from, to));
        }
        int at = first * 128 + second;
        if (met[at] == 0) {
            int number = parsed(Texts.decoded(text, from, to));
            if (number == NONE) {
                return NONE;
            }
            met[at] = (byte) (number + 2);
        }
        return met[at] - 2;
    }

    private static int parsed(String text) {
        try {
            return GradeLevel.parse(text).number();
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }
}
