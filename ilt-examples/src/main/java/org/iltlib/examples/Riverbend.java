package org.iltlib.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.iltlib.examples.river.DistrictYear;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/**
 * One year of Riverbend, a made-up district of 23 schools and 14,200 students: its teams, what goes up and down between
 * them, its money, and everything worked out anew from 2,556,000 answers and 4,840 meetings. Every value with a star is
 * exact, and is held against what the library finds; if one is off, the lines that are off stand at the end, and the exit
 * code is 1.
 *
 * <p>{@code Riverbend [--seed N]}
 */
public final class Riverbend {
    private Riverbend() {}

    /** Tells the year; ends with code 0, with 1 if a value is off, or with 2 if the options are wrong. */
    public static void main(String[] args) {
        Console.exit(args, Riverbend::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Story story = new Story();
        Stars stars = new Stars(story);
        double seconds;
        try {
            seconds = DistrictYear.tell(
                    story, stars, CommandLine.parse(args, List.of("seed")).number("seed", 42));
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
        int code = stars.end(out, err);
        out.printf(Locale.ROOT, "The district was worked out anew in %.1f s.%n", seconds);
        return code;
    }
}
