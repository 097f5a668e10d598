package org.iltlib.examples;

import java.io.PrintStream;
import java.util.List;
import org.iltlib.examples.maple.GroveYear;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/**
 * One school year of Maple Grove, a made-up school for kindergarten to grade 8 with 612 students: ten chapters from the
 * charter to the judgement of what the year did. Every value with a star is exact, and is held against what the library
 * finds; if one is off, the lines that are off stand at the end, and the exit code is 1.
 *
 * <p>{@code MapleGrove [--seed N]}
 */
public final class MapleGrove {
    private MapleGrove() {}

    /** Tells the year; ends with code 0, with 1 if a value is off, or with 2 if the options are wrong. */
    public static void main(String[] args) {
        Console.exit(args, MapleGrove::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Story story = new Story();
        Stars stars = new Stars(story);
        try {
            GroveYear.tell(
                    story, stars, CommandLine.parse(args, List.of("seed")).number("seed", 42));
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
        return stars.end(out, err);
    }
}
