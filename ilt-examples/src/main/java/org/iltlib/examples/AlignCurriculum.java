package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            out.println(AlignOptions.USAGE);
            return 0;
        }
        try {
            AlignOptions options = AlignOptions.parse(words);
            AlignFindings findings = AlignFindings.of(options);
            write(options.page(), findings);
            out.print(AlignText.of(findings));
            options.page().ifPresent(page -> out.println("\nThe page is in " + page + "."));
            return 0;
        } catch (BrokenPackage e) {
            err.println(e.getMessage());
            err.print(e.report());
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println(String.valueOf(e.getMessage()).replaceAll("\\R+", " "));
        }
        return 2;
    }

    private static void write(Optional<Path> page, AlignFindings findings) {
        if (page.isEmpty()) {
            return;
        }
        try {
            Files.writeString(page.get(), AlignPage.of(findings));
        } catch (IOException e) {
            throw new UsageException(
                    "The page cannot be written to " + page.get() + ". Maybe the folder is missing.", e);
        }
    }
}
