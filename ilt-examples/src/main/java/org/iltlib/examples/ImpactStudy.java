package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.examples.impact.StarOptions;
import org.iltlib.examples.impact.StarReport;

/**
 * Re-analyses the Project STAR experiment with small classes, and prints what was published beside what comes out: effects
 * by grade with three kinds of error, a randomisation test, groups of pupils, who left, doubts, a verdict and a tier of
 * evidence; as text and, if asked, as one page of HTML.
 *
 * <pre>{@code
 * java … org.iltlib.examples.ImpactStudy star.csv.gz --page star.html
 * }</pre>
 */
public final class ImpactStudy {
    private ImpactStudy() {}

    /** Analyses; ends with code 0, or with 2 and one line of explanation if options or file cannot be used. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            out.println(StarOptions.USAGE);
            return 0;
        }
        try {
            StarOptions options = StarOptions.parse(words);
            StarReport report = StarReport.of(options);
            write(options.page(), report);
            out.print(PlainText.of(report.text()));
            options.page().ifPresent(page -> out.println("\nThe page is in " + page + "."));
            return 0;
        } catch (UsageException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        }
        return 2;
    }

    private static void write(Optional<Path> page, StarReport report) {
        if (page.isEmpty()) {
            return;
        }
        try {
            Files.writeString(page.get(), report.html());
        } catch (IOException e) {
            throw new UsageException(
                    "The page cannot be written to " + page.get() + ". Maybe the folder is missing.", e);
        }
    }
}
