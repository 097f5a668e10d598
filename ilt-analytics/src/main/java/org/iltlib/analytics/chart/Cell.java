package org.iltlib.analytics.chart;

import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * One cell of a table: what it says, and what kind of thing that is.
 *
 * @param text the words or the number as shown; may be empty
 * @param content what the text is
 */
public record Cell(String text, Content content) {
    /** What a cell holds; decides how it is set. */
    public enum Content {
        /** Words. */
        WORDS,
        /** A number. */
        NUMBER,
        /** A number that exists and is not shown. */
        WITHHELD,
        /** No number. */
        MISSING
    }

    /** Words. */
    public static Cell of(String words) {
        return new Cell(words, Content.WORDS);
    }

    /** A whole number. */
    public static Cell of(long number) {
        return new Cell(Numerals.whole(number), Content.NUMBER);
    }

    /** A number with so many decimals. */
    public static Cell of(double number, int decimals) {
        return new Cell(Numerals.decimal(number, decimals), Content.NUMBER);
    }

    /** A number as text that is already written as it should be, such as {@code 480.1 to 495.7}. */
    public static Cell ofNumber(String number) {
        return new Cell(number, Content.NUMBER);
    }

    /** The value of an estimate, or in words why there is none. */
    public static Cell ofValue(Measured<Estimate> reading, int decimals) {
        return reading.value().map(estimate -> of(estimate.value(), decimals)).orElseGet(() -> absent(reading));
    }

    /** The interval of an estimate; a dash if it has none; empty where {@link #ofValue} already says why. */
    public static Cell ofInterval(Measured<Estimate> reading, int decimals) {
        return reading.value()
                .map(estimate -> ofNumber(Numerals.interval(estimate, decimals).orElse("–")))
                .orElse(of(""));
    }

    /** The words for a value that is not shown: {@code withheld}, or {@code no data} with the reason. */
    public static Cell absent(Measured<?> reading) {
        return new Cell(
                Readings.words(reading), reading instanceof Measured.Suppressed ? Content.WITHHELD : Content.MISSING);
    }
}
