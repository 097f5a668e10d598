package org.iltlib.team.meeting;

import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * A number and why it is so.
 *
 * @param name what it is
 * @param value the number; missing where there is nothing to divide by
 * @param explanation the counts behind it, and what went wrong where something did
 */
public record Figure(String name, Measured<Double> value, Explanation explanation) {

    /** A part of a whole, as a share. */
    static Figure share(String name, long part, long whole, String unit) {
        return of(name, part, whole, "%s: %d of %d %s.".formatted(name, part, whole, unit));
    }

    /** A number of things by the hour. */
    static Figure perHour(String name, long things, long minutes) {
        return of(name, 60 * things, minutes, "%s: %d in %d minutes.".formatted(name, things, minutes));
    }

    /** A figure that would be that of one person, and is not told. */
    static Figure ofOne(String name) {
        String why = "that of one person is not told";
        return new Figure(name, Measured.missing(MissingReason.TOO_FEW, why), Explanation.of("%s: %s.", name, why));
    }

    private static Figure of(String name, long part, long whole, String claim) {
        return new Figure(
                name,
                whole == 0
                        ? Measured.missing(MissingReason.UNDEFINED, "nothing to divide by")
                        : Measured.of((double) part / whole),
                Explanation.of(claim));
    }

    /** A copy with one more reason. */
    Figure because(String template, Object... arguments) {
        return new Figure(name, value, explanation.because(template, arguments));
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explanation.toString();
    }
}
