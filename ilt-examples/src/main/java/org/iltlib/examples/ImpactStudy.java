package org.iltlib.examples;

import java.io.PrintStream;
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
        Console.exit(args, ImpactStudy::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return Console.report(args, out, err, StarOptions.USAGE, words -> {
            StarOptions options = StarOptions.parse(words);
            StarReport report = StarReport.of(options);
            return new Console.Report(report.text(), options.page(), report::html);
        });
    }
}
