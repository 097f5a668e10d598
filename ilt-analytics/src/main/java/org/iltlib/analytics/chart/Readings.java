package org.iltlib.analytics.chart;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/** Values on their way into a chart. */
final class Readings {
    private Readings() {}

    /** A number without an interval and without a count. */
    static Measured<Estimate> exactly(double value) {
        Checks.finite(value, "value");
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value)
                .upper(value)
                .level(0.95)
                .n(0)
                .unit("as given")
                .method("as given")
                .build());
    }

    static boolean hasInterval(Estimate estimate) {
        return estimate.lower() < estimate.upper();
    }

    /** All numbers that are shown, interval ends included. */
    static DoubleStream numbers(Collection<Measured<Estimate>> readings) {
        return readings.stream()
                .map(Measured::value)
                .flatMap(Optional::stream)
                .flatMapToDouble(e -> DoubleStream.of(e.lower(), e.value(), e.upper()));
    }

    /** In a word or two what a mark without a value means. */
    static String shortWords(Measured<?> reading) {
        return reading instanceof Measured.Suppressed ? "withheld" : "no data";
    }

    /** Why there is no value; to a reader all reasons to withhold look alike. */
    static String words(Measured<?> reading) {
        return reading instanceof Measured.Missing<?> missing
                ? "no data (" + missing.reason() + (missing.detail().isEmpty() ? ")" : ": " + missing.detail() + ")")
                : shortWords(reading);
    }

    /** Such as {@code 3 values, from 4.0 to 7.2; 1 withheld}. */
    static String summary(Collection<Measured<Estimate>> readings, Frame frame) {
        long withheld =
                readings.stream().filter(r -> r instanceof Measured.Suppressed).count();
        long missing =
                readings.stream().filter(r -> r instanceof Measured.Missing).count();
        double[] values = readings.stream()
                .map(Measured::value)
                .flatMap(Optional::stream)
                .mapToDouble(Estimate::value)
                .sorted()
                .toArray();
        return (values.length == 0
                        ? "No values"
                        : values.length == 1
                                ? "One value, " + frame.quantity(values[0])
                                : values.length + " values, from " + frame.number(values[0]) + " to "
                                        + frame.quantity(values[values.length - 1]))
                + (withheld > 0 ? "; " + withheld + " withheld" : "")
                + (missing > 0 ? "; " + missing + " without data" : "")
                + ".";
    }
}
