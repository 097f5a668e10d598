package org.iltlib.analytics.report;

import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Numerals;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * A number set large, with what it is, its interval and count, and a sentence that says what it means.
 *
 * @param label what it is
 * @param value the number as shown, or the words that it is withheld
 * @param notes below it: the interval and count, then the sentence; either may be empty
 */
public record KeyFigure(String label, String value, Notes notes) {
    /**
     * What stands below the number.
     *
     * @param detail interval and count; may be empty
     * @param sentence what it means; may be empty
     */
    public record Notes(String detail, String sentence) {}

    /** Checks that there is a label and a value. */
    public KeyFigure {
        Checks.text(label, "label");
        Checks.text(value, "value");
    }

    /** A figure already written as it should be, such as {@code 12 of 80}. */
    public static KeyFigure of(String label, String value) {
        return new KeyFigure(label, value, new Notes("", ""));
    }

    /** An estimate with its interval, unit and count; or the words that it is withheld or missing. */
    public static KeyFigure of(String label, Measured<Estimate> reading, int decimals) {
        return reading.value()
                .map(estimate -> {
                    String interval = Numerals.interval(estimate, decimals)
                            .map(text -> Numerals.percent(estimate.level(), 0) + " interval " + text)
                            .orElse("");
                    String count = estimate.n() > 0 ? "n = " + Numerals.whole(estimate.n()) : "";
                    String detail = estimate.unit()
                            + (interval.isEmpty() ? "" : " · " + interval)
                            + (count.isEmpty() ? "" : " · " + count);
                    return new KeyFigure(label, Numerals.decimal(estimate.value(), decimals), new Notes(detail, ""));
                })
                .orElseGet(() -> of(label, Cell.absent(reading).text()));
    }

    /** A copy with a sentence that says what the number means. */
    public KeyFigure saying(String sentence) {
        return new KeyFigure(label, value, new Notes(notes.detail, sentence));
    }
}
