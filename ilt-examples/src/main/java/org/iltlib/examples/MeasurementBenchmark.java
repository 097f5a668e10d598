package org.iltlib.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.iltlib.examples.benchmark.MeasurementRows;
import org.iltlib.examples.benchmark.Row;

/**
 * Times measurement at the size of a state in one run: item response models, reliability, groups from coarse counts, a
 * district broken down and made safe, fresh scores, scores from CSV; each beside what it should reach. Where R is
 * installed with the package psych, it runs on the same answers, must agree, and is compared.
 *
 * <pre>{@code
 * java -Xmx3g … org.iltlib.examples.MeasurementBenchmark --students 60000 --items 40 --rows 10000000
 * }</pre>
 */
public final class MeasurementBenchmark {
    static final String USAGE =
            "MeasurementBenchmark [--students N] [--items N] [--groups N] [--district N] [--measures N]"
                    + " [--rows N] [--repeats N]";

    private MeasurementBenchmark() {}

    /**
     * Prints the table; ends with 0, with 1 if something was short of its reach, or with 2 and one line if it could not
     * run.
     */
    public static void main(String[] args) {
        Console.exit(args, MeasurementBenchmark::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(
                    args, List.of("students", "items", "groups", "district", "measures", "rows", "repeats"));
            int students = number(line, "students", 60_000, 100);
            int items = number(line, "items", 40, 3);
            int repeats = number(line, "repeats", 5, 1);
            int groups = number(line, "groups", 200, 3);
            int district = number(line, "district", 14_200, 100);
            int measures = number(line, "measures", 60, 1);
            int rows = number(line, "rows", 10_000_000, 1_000);
            out.printf(
                    Locale.ROOT,
                    "Java %s, %d processors; drawn from a seed; medians of %d%n%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    repeats);
            MeasurementRows all = MeasurementRows.of(repeats);
            int[] reached = new int[2];
            print(all.models(students, items), reached, out);
            print(all.alpha(students, items), reached, out);
            print(all.coarse(groups), reached, out);
            print(all.breakdown(district, measures), reached, out);
            print(all.refresh(district), reached, out);
            print(all.reading(rows), reached, out);
            out.printf(Locale.ROOT, "%nReached: %d of %d.%n", reached[0], reached[1]);
            return reached[0] == reached[1] ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println("The benchmark could not run: " + e);
        }
        return 2;
    }

    private static void print(List<Row> rows, int[] reached, PrintStream out) {
        for (Row row : rows) {
            out.println(row);
            reached[0] += row.isReached() ? 1 : 0;
            reached[1]++;
        }
    }

    private static int number(CommandLine line, String option, int otherwise, int least) {
        long number = line.number(option, otherwise);
        if (number < least || number > Integer.MAX_VALUE) {
            throw new UsageException("Option --" + option + " is " + number + ". Expected at least " + least + ".");
        }
        return (int) number;
    }
}
