package org.iltlib.examples;

import java.io.PrintStream;
import org.iltlib.examples.align.AlignFindings;
import org.iltlib.examples.align.AlignOptions;
import org.iltlib.examples.align.AlignPage;
import org.iltlib.examples.align.AlignText;
import org.iltlib.examples.align.BrokenPackage;

/**
 * Tells how an assessment stands to a framework of standards, from a CASE package: what a blueprint plans, what raters
 * found the items to ask for and how far they agree, which standards nothing asks for, and what a standard rests on; as
 * text and, if asked, as one page of HTML.
 *
 * <pre>{@code
 * java … org.iltlib.examples.AlignCurriculum package.json --blueprint plan.csv --judgements panel.csv --edges steps.csv
 * }</pre>
 */
public final class AlignCurriculum {
    private AlignCurriculum() {}

    /**
     * Analyses; ends with code 0, or with 2: one line of explanation if options or tables cannot be used, the report of
     * the import if the package is broken.
     */
    public static void main(String[] args) {
        Console.exit(args, AlignCurriculum::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            return Console.report(args, out, err, AlignOptions.USAGE, words -> {
                AlignOptions options = AlignOptions.parse(words);
                AlignFindings findings = AlignFindings.of(options);
                return new Console.Report(AlignText.of(findings), options.page(), () -> AlignPage.of(findings));
            });
        } catch (BrokenPackage e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
            err.print(PlainText.of(e.report()));
            return 2;
        }
    }
}
