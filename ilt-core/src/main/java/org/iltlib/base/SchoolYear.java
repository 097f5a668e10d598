package org.iltlib.base;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A school year, named by the calendar year in which it starts; it runs from 1 July to 30 June, both included. A school
 * with other dates keeps its own {@link Term terms}.
 *
 * @param start the calendar year of its first day
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {
    /** The written form: {@code 2026-27}. */
    public static final Form<SchoolYear> FORM = Forms.id(SchoolYear::toString, SchoolYear::parse);

    /** Checks the year. */
    public SchoolYear {
        Checks.require(
                start >= 1800 && start <= 9998, "school year starts in %s. Expected a year from 1800 to 9998.", start);
    }

    /** The school year that starts in this calendar year. */
    public static SchoolYear startingIn(int year) {
        return new SchoolYear(year);
    }

    /** The school year to which the date belongs. */
    public static SchoolYear containing(LocalDate date) {
        return new SchoolYear(date.getMonthValue() >= Month.JULY.getValue() ? date.getYear() : date.getYear() - 1);
    }

    /**
     * Reads {@code 2026-27}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static SchoolYear parse(String text) {
        Checks.require(text.matches("\\d{4}-\\d{2}"), "school year is \"%s\". Expected one such as 2026-27.", text);
        SchoolYear year = new SchoolYear(Integer.parseInt(text.substring(0, 4)));
        Checks.require(
                year.toString().equals(text),
                "school year is \"%s\", but the year after %s is another. Maybe %s.",
                text,
                text.substring(0, 4),
                year);
        return year;
    }

    /** The first day, 1 July. */
    public LocalDate firstDay() {
        return LocalDate.of(start, Month.JULY, 1);
    }

    /** The last day, 30 June. */
    public LocalDate lastDay() {
        return LocalDate.of(start + 1, Month.JUNE, 30);
    }

    /** Whether the date belongs to this year. */
    public boolean contains(LocalDate date) {
        return containing(date).equals(this);
    }

    /** The school year after this one. */
    public SchoolYear next() {
        return new SchoolYear(start + 1);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }

    /** {@code 2026-27}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%02d", start, (start + 1) % 100);
    }
}
