package org.iltlib.examples;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.iltlib.examples.year.Year;
import org.iltlib.examples.year.YearOptions;

/**
 * One school year of a leadership team, told in order on the data of Project STAR: the team forms, reads the evidence,
 * finds a need, decides, pairs new teachers with mentors, looks again a year later, and judges what small classes did.
 * Prints the story and writes {@code year.html}, one page to look at, and {@code record.jsonl}, the team's record.
 */
public final class SchoolYear {
    private SchoolYear() {}

    /** Tells the year; ends with code 0, or with 2 and one line of explanation if the options or the input are wrong. */
    public static void main(String[] args) {
        Console.exit(args, SchoolYear::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(YearOptions.USAGE);
            return 0;
        }
        long start = System.nanoTime();
        try {
            Year.tell(YearOptions.parse(args)).forEach(out::println);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
        out.printf(Locale.ROOT, "%nTold in %.1f s.%n", (System.nanoTime() - start) / 1e9);
        return 0;
    }
}
