package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            out.println(ItemOptions.USAGE);
            return 0;
        }
        try {
            ItemOptions options = ItemOptions.parse(words);
            ItemFindings findings = ItemFindings.of(options);
            write(options.page(), findings);
            out.print(PlainText.of(ItemText.of(findings)));
            options.page().ifPresent(page -> out.println("\nThe page is in " + page + "."));
            return 0;
        } catch (UsageException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        }
        return 2;
    }

    private static void write(Optional<Path> page, ItemFindings findings) {
        if (page.isEmpty()) {
            return;
        }
        try {
            Files.writeString(page.get(), ItemPage.of(findings));
        } catch (IOException e) {
            throw new UsageException(
                    "The page cannot be written to " + page.get() + ". Maybe the folder is missing.", e);
        }
    }
}
