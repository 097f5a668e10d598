package org.iltlib.examples;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.iltlib.choice.Ranking;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.committee.Meek;
import org.iltlib.choice.committee.TransferableVote;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.Pabulib;
import org.iltlib.choice.format.PrefLib;
import org.iltlib.choice.format.RankedElection;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/**
 * Times the counting of large elections in one run, beside the bare work of reading the same bytes and splitting them
 * into integers. Ballots are drawn from a seed: three blocs of Plackett–Luce voters, who stop after 1 to all ranks.
 *
 * <pre>{@code
 * java … org.iltlib.examples.ChoiceBenchmark --ballots 1000000 --alternatives 20 --pabulib assen.pb
 * }</pre>
 */
public final class ChoiceBenchmark {
    private static final int REPEATS = 5;

    private final PrintStream out;
    private final int repeats;

    private ChoiceBenchmark(PrintStream out, int repeats) {
        this.out = out;
        this.repeats = repeats;
    }

    /** Prints the table; ends with code 0, or with 2 and one line if an option cannot be used. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            CommandLine line =
                    CommandLine.parse(args, List.of("ballots", "alternatives", "repeats", "pabulib", "large"));
            int repeats = (int) Math.max(1, line.number("repeats", REPEATS));
            int large = (int) Math.max(3, line.number("large", 1_000));
            new ChoiceBenchmark(out, repeats)
                    .run(
                            (int) Math.max(1, line.number("ballots", 1_000_000)),
                            (int) Math.max(6, line.number("alternatives", 20)),
                            large,
                            line.find("pabulib").map(Path::of).stream().toList());
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void run(int ballots, int alternatives, int large, List<Path> budgets) {
        Path folder = temporary();
        try {
            out.printf(Locale.ROOT, "%,d ballots, %d alternatives, seed 42%n", ballots, alternatives);
            out.printf(Locale.ROOT, "%-52s %12s %10s  %s%n", "work", "median", "ratio", "reach");
            Path blt = folder.resolve("ballots.blt");
            Path soi = folder.resolve("ballots.soi");
            write(ballots, alternatives, blt, soi);
            reading("BLT into a profile", blt, Blt::read);
            reading("soi into a profile", soi, PrefLib::read);
            Profile profile = profile(soi, PrefLib::read);
            memory(soi);
            for (SingleWinnerRule rule : List.of(
                    SingleWinnerRules.IRV,
                    SingleWinnerRules.SCHULZE_WINNING,
                    SingleWinnerRules.RANKED_PAIRS,
                    SingleWinnerRules.BORDA)) {
                time(rule.ruleName() + ", after reading", "0.15 s", () -> rule.count(profile));
                time(rule.ruleName() + ", reading included", "1 s", () -> rule.count(profile(soi, PrefLib::read)));
            }
            time(
                    "scottish-stv, 5 seats",
                    "0.5 s",
                    () -> TransferableVote.scottish().count(profile, 5));
            time("meek, 5 seats", "2 s", () -> Meek.withDefaults().count(profile, 5));
            Margins margins = margins(large);
            time("schulze, " + large + " alternatives", "1 s", () -> SingleWinnerRules.SCHULZE_WINNING.count(margins));
            kemeny(alternatives);
            ApprovalProfile approvals = approvals();
            time("pav, 100 voters, 30 alternatives, 10 seats", "10 s", () -> CommitteeRules.PAV.count(approvals, 10));
            for (Path file : budgets) {
                Pabulib.Instance instance = read(file, Pabulib::read);
                time(
                        "equalshares/add1, " + instance.profile().voters() + " voters",
                        "1 s",
                        () -> BudgetRules.EQUAL_SHARES_ADD1.count(instance.profile()));
            }
        } finally {
            delete(folder);
        }
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

    private static Profile profile(Path file, ElectionReader reader) {
        return read(file, in -> reader.read(in).profile());
    }

    private interface ElectionReader {
        RankedElection read(InputStream in);
    }

    /** Bare and library by turns, so that both meet the same machine. */
    private void reading(String name, Path file, ElectionReader reader) {
        double[] bare = new double[repeats];
        double[] full = new double[repeats];
        for (int i = -1; i < repeats; i++) {
            double one = seconds(() -> split(file));
            double other = seconds(() -> profile(file, reader));
            if (i >= 0) {
                bare[i] = one;
                full[i] = other;
            }
        }
        row(name + " (bare " + format(median(bare)) + ")", median(full), median(bare) / median(full), "0.5 of bare");
    }

    /** Reads the bytes and adds up their integers. */
    private static long split(Path file) {
        long sum = 0;
        long number = -1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    int digit = buffer[i] - '0';
                    if (digit >= 0 && digit <= 9) {
                        number = Math.max(0, number) * 10 + digit;
                    } else if (number >= 0) {
                        sum += number;
                        number = -1;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private void memory(Path file) {
        long before = used();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Profile profile = profile(file, PrefLib::read);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long kept = used() - before;
        out.printf(
                Locale.ROOT,
                "%-52s %9d MB %10s  100 MB; heap at its peak, garbage included, %d MB%n",
                "the profile in memory, " + String.format(Locale.ROOT, "%,d distinct", profile.distinct()),
                kept >> 20,
                "",
                (peak - before) >> 20);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void kemeny(int alternatives) {
        int size = Math.min(20, alternatives);
        Profile profile = drawn(1_000, size, new Random(7));
        time("kemeny, " + size + " alternatives", "1 s", () -> SingleWinnerRules.KEMENY.count(profile));
    }

    private void time(String name, String reach, Runnable work) {
        work.run();
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            times[i] = seconds(work);
        }
        row(name, median(times), Double.NaN, reach);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void row(String name, double seconds, double ratio, String reach) {
        String share = Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
        out.printf(Locale.ROOT, "%-52s %12s %10s  %s%n", name, format(seconds), share, reach);
    }

    private static String format(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static void write(int ballots, int alternatives, Path blt, Path soi) {
        Random random = new Random(42);
        Blocs blocs = new Blocs(alternatives, random);
        try (OutputStream first = new BufferedOutputStream(Files.newOutputStream(blt), 1 << 16);
                OutputStream second = new BufferedOutputStream(Files.newOutputStream(soi), 1 << 16)) {
            print(first, alternatives + " 5\n");
            print(second, "# NUMBER ALTERNATIVES: " + alternatives + "\n# DATA TYPE: soi\n");
            for (int x = 1; x <= alternatives; x++) {
                print(second, "# ALTERNATIVE NAME " + x + ": a" + x + "\n");
            }
            StringBuilder line = new StringBuilder();
            for (int b = 0; b < ballots; b++) {
                int[] ranks = blocs.draw(random);
                line.setLength(0);
                for (int x : ranks) {
                    line.append(x + 1).append(' ');
                }
                print(first, "1 " + line + "0\n");
                print(second, "1: " + line.toString().strip().replace(" ", ", ") + "\n");
            }
            print(first, "0\n");
            for (int x = 1; x <= alternatives; x++) {
                print(first, "\"a" + x + "\"\n");
            }
            print(first, "\"Drawn\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Profile drawn(int ballots, int alternatives, Random random) {
        Profile.Builder builder = Profile.builder(
                IntStream.range(0, alternatives).mapToObj(x -> "a" + x).toList());
        Blocs blocs = new Blocs(alternatives, random);
        for (int b = 0; b < ballots; b++) {
            builder.add(Ranking.of(blocs.draw(random)), 1);
        }
        return builder.build();
    }

    private static Margins margins(int alternatives) {
        Random random = new Random(3);
        long[][] above = new long[alternatives][alternatives];
        for (int x = 0; x < alternatives; x++) {
            for (int y = 0; y < x; y++) {
                above[x][y] = random.nextInt(1_001);
                above[y][x] = 1_000 - above[x][y];
            }
        }
        return Margins.ofMatrix(
                IntStream.range(0, alternatives).mapToObj(x -> "a" + x).toList(), above);
    }

    private static ApprovalProfile approvals() {
        Random random = new Random(5);
        ApprovalProfile.Builder builder = ApprovalProfile.builder(
                IntStream.range(0, 30).mapToObj(x -> "a" + x).toList());
        for (int voter = 0; voter < 100; voter++) {
            List<Integer> approved = new ArrayList<>();
            for (int x = 0; x < 30; x++) {
                if (random.nextInt(5) == 0) {
                    approved.add(x);
                }
            }
            builder.add(1, approved);
        }
        return builder.build();
    }

    /** Three blocs of voters, each with its own strengths of the alternatives. */
    private static final class Blocs {
        private final double[][] strengths;

        Blocs(int alternatives, Random random) {
            strengths = new double[3][alternatives];
            for (double[] bloc : strengths) {
                for (int x = 0; x < alternatives; x++) {
                    bloc[x] = 2 * random.nextGaussian();
                }
            }
        }

        /** A ranking by falling strength plus a Gumbel variable: Plackett–Luce; cut off anywhere. */
        int[] draw(Random random) {
            double[] bloc = strengths[random.nextInt(strengths.length)];
            double[] keys = new double[bloc.length];
            for (int x = 0; x < keys.length; x++) {
                keys[x] = bloc[x] - Math.log(-Math.log(random.nextDouble() + 1e-18));
            }
            int length = 1 + random.nextInt(bloc.length);
            return IntStream.range(0, bloc.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(x -> -keys[x]))
                    .limit(length)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("choice");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
