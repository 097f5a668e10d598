package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            out.println(ReportOptions.USAGE);
            return 0;
        }
        try {
            ReportOptions options = ReportOptions.parse(words);
            GrowthFindings findings = GrowthFindings.of(options);
            if (options.out().isPresent()) {
                Files.writeString(options.out().get(), GrowthPage.of(findings));
            }
            out.print(PlainText.of(new GrowthTables(findings).toText()));
            options.out().ifPresent(page -> out.println("\nThe page is in " + page + "."));
            return 0;
        } catch (IOException e) {
            err.println("The page cannot be written. Maybe the folder is missing, or may not be written to.");
        } catch (UsageException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        }
        return 2;
    }
}
