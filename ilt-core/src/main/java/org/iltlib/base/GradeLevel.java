package org.iltlib.base;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A grade of school: prekindergarten, kindergarten, or grade 1 to 12. Ordered from youngest to oldest.
 *
 * @param number −1 for prekindergarten, 0 for kindergarten, otherwise the grade's number
 */
public record GradeLevel(int number) implements Comparable<GradeLevel> {
    /** Prekindergarten. */
    public static final GradeLevel PREKINDERGARTEN = new GradeLevel(-1);

    /** Kindergarten. */
    public static final GradeLevel KINDERGARTEN = new GradeLevel(0);

    /** The written form: {@code PK}, {@code K}, {@code 1} … {@code 12}. */
    public static final Form<GradeLevel> FORM = Forms.id(GradeLevel::code, GradeLevel::parse);

    /** Checks the number. */
    public GradeLevel {
        Checks.require(
                number >= -1 && number <= 12,
                "grade is %s. Expected -1 (prekindergarten), 0 (kindergarten) or 1 to 12.",
                number);
    }

    /** The grade of that number. */
    public static GradeLevel of(int number) {
        return new GradeLevel(number);
    }

    /**
     * Reads {@code PK}, {@code K}, {@code KG} or a number from 1 to 12, leading zero allowed; case does not matter.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static GradeLevel parse(String text) {
        String code = text.strip();
        if (code.equalsIgnoreCase("PK")) {
            return PREKINDERGARTEN;
        }
        if (code.equalsIgnoreCase("K") || code.equalsIgnoreCase("KG")) {
            return KINDERGARTEN;
        }
        Checks.require(
                code.matches("0?[1-9]|1[0-2]"), "grade is \"%s\". Expected PK, K or a number from 1 to 12.", text);
        return new GradeLevel(Integer.parseInt(code));
    }

    /** All grades from the first to the last, both included; empty if the last lies before the first. */
    public static Stream<GradeLevel> range(GradeLevel first, GradeLevel last) {
        return IntStream.rangeClosed(first.number, last.number).mapToObj(GradeLevel::new);
    }

    /** Whether there is a grade after this one. */
    public boolean hasNext() {
        return number < 12;
    }

    /**
     * The next grade.
     *
     * @throws IllegalArgumentException after grade 12
     */
    public GradeLevel next() {
        return new GradeLevel(number + 1);
    }

    /** {@code PK}, {@code K}, {@code 1} … {@code 12}. */
    public String code() {
        return number == -1 ? "PK" : number == 0 ? "K" : Integer.toString(number);
    }

    @Override
    public int compareTo(GradeLevel other) {
        return Integer.compare(number, other.number);
    }

    /** In words: {@code kindergarten}, {@code grade 3}. */
    @Override
    public String toString() {
        return number == -1 ? "prekindergarten" : number == 0 ? "kindergarten" : "grade " + number;
    }
}
