package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What programs have in common: output in UTF-8, an exit code, help, and one line for what cannot be used. */
final class Console {
    private Console() {}

    /** A program that prints where it is told to and returns its exit code. */
    interface Program {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    /**
     * What comes of a file.
     *
     * @param text to be printed
     * @param page where a page is asked for
     * @param html the page
     */
    record Report(String text, Optional<Path> page, Supplier<String> html) {}

    /** Runs it and ends with its exit code. */
    static void exit(String[] args, Program program) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(program.run(args, out, err));
    }

    /**
     * Prints a report and writes its page; 2 and one line if options or files cannot be used.
     *
     * @param usage what {@code --help} prints
     * @param maker makes the report from the words of the command line
     */
    static int report(
            String[] args, PrintStream out, PrintStream err, String usage, Function<List<String>, Report> maker) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            out.println(usage);
            return 0;
        }
        try {
            Report report = maker.apply(words);
            if (report.page().isPresent()) {
                write(report.page().get(), report.html().get());
            }
            out.print(PlainText.of(report.text()));
            report.page().ifPresent(page -> out.println("\nThe page is in " + page + "."));
            return 0;
        } catch (UsageException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        }
        return 2;
    }

    private static void write(Path page, String html) {
        try {
            Files.writeString(page, html);
        } catch (IOException e) {
            throw new UsageException(
                    "The page cannot be written to " + page
                            + ". Maybe the folder is missing, or may not be written to.",
                    e);
        }
    }
}
