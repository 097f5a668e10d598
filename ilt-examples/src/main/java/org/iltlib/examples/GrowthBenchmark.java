package org.iltlib.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.examples.benchmark.EffectRows;
import org.iltlib.examples.benchmark.NationRows;
import org.iltlib.examples.benchmark.PercentileRows;
import org.iltlib.examples.benchmark.QuantileMemory;
import org.iltlib.examples.benchmark.Row;

/**
 * Times growth and impact at the size of a state and of a nation: quantile fits, growth percentiles, fits that do not
 * cross, mixed models, cluster-robust errors, a nation. Where R is installed with the packages, it works on the same data, must
 * agree, and is compared. In full it runs for an hour or two, most of it R and the nation; quickly, under a minute.
 *
 * <pre>{@code
 * java -Xmx4g … org.iltlib.examples.GrowthBenchmark --quick
 * java -Xmx4g … org.iltlib.examples.GrowthBenchmark --only quantiles,nation
 * }</pre>
 */
public final class GrowthBenchmark {
    private interface Part {
        List<Row> rows(boolean quick, Executor threads) throws Exception;
    }

    private static final Map<String, Part> PARTS = parts();

    static final String USAGE = "GrowthBenchmark [--quick] [--only " + String.join(",", PARTS.keySet()) + "]";

    private GrowthBenchmark() {}

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("quantiles", GrowthBenchmark::quantiles);
        parts.put("percentiles", GrowthBenchmark::percentiles);
        parts.put("joint", GrowthBenchmark::joint);
        parts.put("multilevel", GrowthBenchmark::multilevel);
        parts.put("robust", GrowthBenchmark::robust);
        parts.put("nation", GrowthBenchmark::nation);
        return parts;
    }

    /**
     * Prints the table; ends with 0, with 1 if something was short of its reach, or with 2 and one line if it could not
     * run.
     */
    public static void main(String[] args) {
        Console.exit(args, GrowthBenchmark::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(List.of(args));
        if (rest.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        boolean quick = rest.remove("--quick");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CommandLine line = CommandLine.parse(rest.toArray(new String[0]), List.of("only"));
            List<String> chosen = line.find("only")
                    .map(names -> List.of(names.split(",", -1)))
                    .orElse(List.copyOf(PARTS.keySet()));
            for (String name : chosen) {
                if (!PARTS.containsKey(name)) {
                    throw new UsageException("Option --only has \"" + name + "\". Expected some of "
                            + String.join(", ", PARTS.keySet()) + ".");
                }
            }
            out.printf(
                    Locale.ROOT,
                    "Java %s, %d processors; drawn from a seed; wall time, warm%n%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors());
            int reached = 0;
            int all = 0;
            for (String name : chosen) {
                for (Row row : Objects.requireNonNull(PARTS.get(name)).rows(quick, threads)) {
                    out.println(row);
                    reached += row.isReached() ? 1 : 0;
                    all++;
                }
            }
            out.printf(Locale.ROOT, "%nReached: %d of %d.%n", reached, all);
            return reached == all ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println("The benchmark could not run: " + e);
        } finally {
            threads.shutdown();
        }
        return 2;
    }

    private static List<Row> quantiles(boolean quick, Executor threads) throws Exception {
        PercentileRows rows = PercentileRows.of(threads);
        List<Row> all = new ArrayList<>(rows.quantiles(60_000, quick ? 1 : 3, 5, 9));
        if (!quick) {
            all.addAll(rows.quantiles(1_000_000, 0, 10, 20));
            all.add(QuantileMemory.measureIn(133, 1_000_000));
        }
        return all;
    }

    private static List<Row> percentiles(boolean quick, Executor threads) throws Exception {
        return quick
                ? PercentileRows.of(threads).percentiles(3_000, 5, 0)
                : PercentileRows.of(threads).percentiles(60_000, 60, 300);
    }

    private static List<Row> joint(boolean quick, Executor threads) {
        PercentileRows rows = PercentileRows.of(threads);
        return quick ? List.of(rows.joint(5_000, 10)) : List.of(rows.joint(100_000, 20), rows.joint(1_000_000, 120));
    }

    private static List<Row> multilevel(boolean quick, Executor threads) throws Exception {
        EffectRows rows = EffectRows.of(threads);
        List<Row> all = new ArrayList<>(rows.covariate(quick ? 20_000 : 1_000_000, quick ? 5 : 50));
        all.addAll(rows.crossed(quick ? 10_000 : 100_000, quick ? 2 : 10));
        if (!quick) {
            all.add(rows.large(1_000_000, 300));
        }
        return all;
    }

    private static List<Row> robust(boolean quick, Executor threads) throws Exception {
        return EffectRows.of(threads).robust(quick ? 3_000 : 30_000, quick ? 30 : 100, quick ? 20 : 100);
    }

    private static List<Row> nation(boolean quick, Executor threads) {
        return List.of(quick ? NationRows.of(100_000, 2, 2, threads) : NationRows.of(44_000_000, 50, 14, threads));
    }
}
