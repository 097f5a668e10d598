package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.iltlib.examples.benchmark.Row;
import org.iltlib.examples.benchmark.Sizes;
import org.iltlib.examples.benchmark.StoreMeasurements;

/**
 * How fast the stores are beside the bare driver, measured in one run on this machine: PostgreSQL (a server of its own,
 * started and removed), H2 in a file, SQLite and the heap. Prints a table; the ratios in it depend little on the machine.
 * The whole takes up to ten minutes and 3 GB of heap ({@code -Xmx3g}).
 */
public final class StoreBenchmark {
    static final String USAGE = "StoreBenchmark [--scale 1.0] [--quick yes] [--folder DIR]";
    private static final double QUICK = 0.002;

    private StoreBenchmark() {}

    /** Measures and prints; ends with 0, with 1 if something was short of its reach, or with 2 if it could not run. */
    public static void main(String[] args) {
        Console.exit(args, StoreBenchmark::run);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(args, List.of("scale", "quick", "folder"));
            Path parent =
                    Files.createDirectories(Path.of(line.find("folder").orElse(System.getProperty("java.io.tmpdir"))));
            Path folder = Files.createTempDirectory(parent, "ilt-benchmark");
            try {
                return run(folder, new Sizes(scale(line)), out);
            } finally {
                delete(folder);
            }
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println("The benchmark could not run: " + e);
        }
        return 2;
    }

    private static double scale(CommandLine line) {
        if (line.find("quick").isPresent()) {
            return QUICK;
        }
        String text = line.find("scale").orElse("1");
        try {
            double scale = Double.parseDouble(text);
            if (scale > 0 && scale <= 1) {
                return scale;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("Option --scale is \"" + text + "\". Expected a number such as 0.05.", e);
        }
        throw new UsageException("Option --scale is " + text + ". Expected more than 0 and at most 1.");
    }

    private static int run(Path folder, Sizes sizes, PrintStream out) throws Exception {
        long start = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "Java %s, %d processors, scale %s. Each ratio: our rate by the other's, median of runs by turns.%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                sizes.scale());
        List<Row> rows = new ArrayList<>();
        StoreMeasurements.run(folder, sizes, row -> {
            rows.add(row);
            out.println(row);
        });
        long reached = rows.stream().filter(Row::isReached).count();
        out.printf(
                Locale.ROOT,
                "%n%d of %d reached, in %.0f s.%n",
                reached,
                rows.size(),
                (System.nanoTime() - start) / 1e9);
        return reached == rows.size() ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
