package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.alignment.Prerequisite;
import org.iltlib.examples.benchmark.CaseRows;
import org.iltlib.examples.benchmark.DrawnPackage;
import org.iltlib.examples.benchmark.FrameworkRows;
import org.iltlib.examples.benchmark.Row;

/**
 * Times what is done with a large CASE package, drawn from a seed: loading, visiting, saving, comparing with a later
 * version, closing prerequisites and suggesting standards, beside the JSON library alone on the same content; and whether
 * it loads in a small heap. The prerequisites are those of a file, such as the Coherence Map's, or drawn.
 *
 * <pre>{@code
 * java … org.iltlib.examples.CaseBenchmark --items 250000 --associations 1000000
 * }</pre>
 */
public final class CaseBenchmark {
    static final String USAGE =
            "CaseBenchmark [--items N] [--associations N] [--heap MB] [--repeats N] [--seed N] [--edges FILE.csv]";

    private final PrintStream out;
    private int rows;
    private int reached;

    private CaseBenchmark(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the table; ends with 0, with 1 if something was short of its reach, or with 2 and one line if it could not
     * run.
     */
    public static void main(String[] args) {
        Console.exit(args, CaseBenchmark::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line =
                    CommandLine.parse(args, List.of("items", "associations", "heap", "repeats", "seed", "edges"));
            int items = number(line, "items", 250_000, 1);
            int associations = number(line, "associations", 1_000_000, items);
            int heap = number(line, "heap", 512, 16);
            int repeats = number(line, "repeats", 3, 1);
            long seed = line.number("seed", 42);
            List<Prerequisite> steps =
                    line.find("edges").isPresent() ? steps(line.find("edges").get()) : FrameworkRows.drawSteps(seed);
            CaseBenchmark benchmark = new CaseBenchmark(out);
            Path file = Files.createTempFile("drawn", ".json");
            try {
                DrawnPackage.write(file, items, associations, seed);
                out.printf(
                        Locale.ROOT,
                        "Java %s, %d processors; %,d items, %,d associations, %,d bytes, seed %d%n%n",
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        items,
                        associations,
                        Files.size(file),
                        seed);
                benchmark.row(CaseRows.measureIn(heap, file));
                for (Row row : CaseRows.measure(file, repeats)) {
                    benchmark.row(row);
                }
                benchmark.row(FrameworkRows.diff(file, repeats));
                benchmark.row(FrameworkRows.closure(steps, repeats));
                benchmark.row(FrameworkRows.suggestion(file, repeats));
            } finally {
                Files.delete(file);
            }
            out.printf(Locale.ROOT, "%nReached: %d of %d.%n", benchmark.reached, benchmark.rows);
            return benchmark.reached == benchmark.rows ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println("The benchmark could not run: " + e);
        }
        return 2;
    }

    private static List<Prerequisite> steps(String file) {
        try {
            return FrameworkRows.steps(Path.of(file));
        } catch (IOException e) {
            throw new UsageException("The file \"" + file + "\" cannot be read. Maybe the path is wrong.", e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static int number(CommandLine line, String option, int otherwise, int least) {
        long number = line.number(option, otherwise);
        if (number < least || number > Integer.MAX_VALUE) {
            throw new UsageException("Option --" + option + " is " + number + ". Expected at least " + least
                    + " and at most " + Integer.MAX_VALUE + ".");
        }
        return (int) number;
    }

    private void row(Row row) {
        rows++;
        reached += row.isReached() ? 1 : 0;
        out.println(row);
    }
}
