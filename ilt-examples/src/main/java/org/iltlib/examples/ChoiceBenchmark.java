package org.iltlib.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.committee.Meek;
import org.iltlib.choice.committee.TransferableVote;
import org.iltlib.choice.format.Pabulib;
import org.iltlib.choice.format.PrefLib;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.examples.benchmark.DrawnElections;
import org.iltlib.examples.benchmark.ReadingRows;
import org.iltlib.examples.benchmark.Row;

/**
 * Times the counting of large elections in one run: wall time and peak heap (garbage included) of each piece of work beside
 * what it should reach. Reading stands beside the bare work of splitting the same bytes into integers. Ballots are drawn
 * from a seed: three blocs of Plackett–Luce voters, who stop after 1 to all ranks.
 *
 * <pre>{@code
 * java … org.iltlib.examples.ChoiceBenchmark --ballots 1000000 --alternatives 20 --pabulib swiecie.pb --orders A15.soi
 * }</pre>
 */
public final class ChoiceBenchmark {
    static final String USAGE = "ChoiceBenchmark [--ballots N] [--alternatives N] [--large N] [--repeats N]"
            + " [--pabulib FILE] [--orders FILE]";

    private static final int REPEATS = 5;
    private static final int SMALL_HEAP = 100;

    private final PrintStream out;
    private final int repeats;
    private int rows;
    private int reached;

    private ChoiceBenchmark(PrintStream out, int repeats) {
        this.out = out;
        this.repeats = repeats;
    }

    /**
     * Prints the table; ends with 0, with 1 if something was short of its reach, or with 2 and one line if it could not
     * run.
     */
    public static void main(String[] args) {
        Console.exit(args, ChoiceBenchmark::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(
                    args, List.of("ballots", "alternatives", "repeats", "pabulib", "orders", "large"));
            ChoiceBenchmark benchmark = new ChoiceBenchmark(out, number(line, "repeats", REPEATS, 1));
            benchmark.drawn(
                    number(line, "ballots", 1_000_000, 1),
                    number(line, "alternatives", 20, 6),
                    number(line, "large", 1_000, 3));
            line.find("orders").map(Path::of).ifPresent(benchmark::kemeny);
            line.find("pabulib").map(Path::of).ifPresent(benchmark::equalShares);
            out.printf(Locale.ROOT, "%nReached: %d of %d.%n", benchmark.reached, benchmark.rows);
            return benchmark.reached == benchmark.rows ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println("The benchmark could not run: " + e);
        }
        return 2;
    }

    private static int number(CommandLine line, String option, int otherwise, int least) {
        long number = line.number(option, otherwise);
        if (number < least || number > Integer.MAX_VALUE) {
            throw new UsageException("Option --" + option + " is " + number + ". Expected at least " + least + ".");
        }
        return (int) number;
    }

    private void drawn(int ballots, int alternatives, int large) throws Exception {
        Path folder = Files.createTempDirectory("choice");
        try {
            out.printf(
                    Locale.ROOT,
                    "Java %s, %d processors; %,d ballots, %d alternatives, seed 42; medians of %d%n%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    ballots,
                    alternatives,
                    repeats);
            Path blt = folder.resolve("ballots.blt");
            Path soi = folder.resolve("ballots.soi");
            DrawnElections.write(ballots, alternatives, blt, soi);
            for (Path file : List.of(blt, soi)) {
                row(ReadingRows.measure(file, repeats));
                row(ReadingRows.measureIn(SMALL_HEAP, file, repeats));
            }
            Profile profile = ReadingRows.profile(soi);
            for (SingleWinnerRule rule : List.of(
                    SingleWinnerRules.IRV,
                    SingleWinnerRules.SCHULZE_WINNING,
                    SingleWinnerRules.RANKED_PAIRS,
                    SingleWinnerRules.BORDA)) {
                time(rule.ruleName() + ", after reading", 150, () -> rule.count(profile));
                time(rule.ruleName() + ", reading included", 1_000, () -> rule.count(ReadingRows.profile(soi)));
            }
            time("scottish-stv, 5 seats", 500, () -> TransferableVote.scottish().count(profile, 5));
            time("meek, 5 seats", 2_000, () -> Meek.withDefaults().count(profile, 5));
            Margins margins = DrawnElections.margins(large);
            time(
                    "schulze, " + large + " alternatives, pairwise given",
                    1_000,
                    () -> SingleWinnerRules.SCHULZE_WINNING.count(margins));
            int size = Math.min(20, alternatives);
            Profile few = DrawnElections.profile(1_000, size, new Random(7));
            time("kemeny, " + size + " alternatives, drawn", 1_000, () -> SingleWinnerRules.KEMENY.count(few));
            ApprovalProfile approvals = DrawnElections.approvals();
            time("pav, 100 voters, 30 alternatives, 10 seats", 10_000, () -> CommitteeRules.PAV.count(approvals, 10));
        } finally {
            delete(folder);
        }
    }

    /** On a real election, of which the first 20 alternatives stand if there are more. */
    private void kemeny(Path file) {
        Profile all = read(file, PrefLib::read).profile();
        Profile profile = all.size() <= 20
                ? all
                : all.retaining(IntStream.range(0, 20).boxed().toList());
        time(
                "kemeny, " + profile.size() + " alternatives of " + file.getFileName(),
                1_000,
                () -> SingleWinnerRules.KEMENY.count(profile));
    }

    private void equalShares(Path file) {
        Pabulib.Instance instance = read(file, Pabulib::read);
        time(
                "equalshares/add1, " + instance.profile().voters() + " voters",
                1_000,
                () -> BudgetRules.EQUAL_SHARES_ADD1.count(instance.profile()));
    }

    private interface Reader<T> {
        T read(InputStream in);
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read. Maybe the path is wrong.", e);
        }
    }

    private void time(String name, double reach, Runnable work) {
        work.run();
        double[] times = new double[repeats];
        long peak = 0;
        for (int i = 0; i < repeats; i++) {
            long before = used();
            List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
            long top = pools.stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            peak = Math.max(peak, top - before);
        }
        Arrays.sort(times);
        row(new Row(name, times[repeats / 2], reach, "ms", "heap at its peak " + (peak >> 20) + " MB more"));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void row(Row row) {
        rows++;
        reached += row.isReached() ? 1 : 0;
        out.println(row);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
