package org.iltlib.examples;

import java.io.PrintStream;
import org.iltlib.examples.growth.GrowthFindings;
import org.iltlib.examples.growth.GrowthPage;
import org.iltlib.examples.growth.GrowthTables;
import org.iltlib.examples.growth.ReportOptions;

/**
 * Tells how far students came, from any long file of scores: growth percentiles of the newest year, by school, as text and,
 * if asked, as one page of HTML with growth charts.
 *
 * <pre>{@code
 * java … org.iltlib.examples.GrowthReport scores.csv --id student --time year --grade grade --score math --school school
 *     --out growth.html
 * }</pre>
 */
public final class GrowthReport {
    private GrowthReport() {}

    /** Analyses; ends with code 0, or with 2 and one line of explanation if options or files cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, GrowthReport::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return Console.report(args, out, err, ReportOptions.USAGE, words -> {
            ReportOptions options = ReportOptions.parse(words);
            GrowthFindings findings = GrowthFindings.of(options);
            String text = new GrowthTables(findings).toText();
            return new Console.Report(text, options.out(), () -> GrowthPage.of(findings));
        });
    }
}
