package org.iltlib.examples;

import java.io.PrintStream;
import org.iltlib.examples.item.ItemFindings;
import org.iltlib.examples.item.ItemOptions;
import org.iltlib.examples.item.ItemPage;
import org.iltlib.examples.item.ItemText;

/**
 * Tells how the items of a test work, from a file of responses: reliability, difficulty, discrimination, wrong answers,
 * fairness between groups, and concepts; as text and, if asked, as one page of HTML.
 *
 * <pre>{@code
 * java … org.iltlib.examples.ItemAnalysis responses.csv --qmatrix concepts.csv --page items.html
 * }</pre>
 */
public final class ItemAnalysis {
    private ItemAnalysis() {}

    /** Analyses; ends with code 0, or with 2 and one line of explanation if options or files cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, ItemAnalysis::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return Console.report(args, out, err, ItemOptions.USAGE, words -> {
            ItemOptions options = ItemOptions.parse(words);
            ItemFindings findings = ItemFindings.of(options);
            return new Console.Report(ItemText.of(findings), options.page(), () -> ItemPage.of(findings));
        });
    }
}
