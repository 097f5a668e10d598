package org.iltlib.examples.told;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.iltlib.base.Measured;

/**
 * The exact values of a story, each told with a star and held against what the library found. A value that is off does
 * not end the story: the lines that are off stand at its end.
 *
 * <pre>{@code
 * stars.check("minutes of instruction", 0.65, 2, measures.instructionalFocus(meetings));
 * stars.check("quorum", 6, quorum);
 * stars.off();   // empty if every value is right
 * }</pre>
 */
public final class Stars {
    private final Story story;
    private final List<String> off = new ArrayList<>();
    private int told;

    /** Stars in that story. */
    public Stars(Story story) {
        this.story = story;
    }

    /** A value that must be equal. */
    public void check(String what, Object expected, Object found) {
        told++;
        if (Objects.equals(expected, found)) {
            story.item("★ %s: %s", what, found);
        } else {
            miss(what, String.valueOf(expected), String.valueOf(found));
        }
    }

    /** A number that must be that to so many decimals. */
    public void check(String what, String expected, double found) {
        int decimals = expected.contains(".") ? expected.length() - expected.indexOf('.') - 1 : 0;
        told++;
        boolean right = Double.isFinite(found)
                && BigDecimal.valueOf(found)
                                .subtract(new BigDecimal(expected))
                                .abs()
                                .movePointRight(decimals)
                                .compareTo(new BigDecimal("0.5000001"))
                        <= 0;
        if (right) {
            story.item("★ %s: %s", what, expected);
        } else {
            miss(what, expected, String.valueOf(found));
        }
    }

    /** A number that must be there, and be that to so many decimals. */
    public void check(String what, String expected, Measured<Double> found) {
        double value = found.value().orElse(Double.NaN);
        if (Double.isNaN(value)) {
            told++;
            miss(what, expected, found.toString());
        } else {
            check(what, expected, value);
        }
    }

    private void miss(String what, String expected, String found) {
        String line = String.format(Locale.ROOT, "off: %s is %s. Expected %s.", what, found, expected);
        story.item("%s", line);
        off.add(line);
    }

    /** How many values were told. */
    public int told() {
        return told;
    }

    /** The lines of the values that are off, in order. */
    public List<String> off() {
        return List.copyOf(off);
    }

    /** Prints the story and what is off; the exit code, 0 or 1. */
    public int end(PrintStream out, PrintStream err) {
        story.lines().forEach(out::println);
        out.println();
        out.printf(Locale.ROOT, "%d of %d exact values are right.%n", told - off.size(), told);
        off.forEach(err::println);
        return off.isEmpty() ? 0 : 1;
    }
}
