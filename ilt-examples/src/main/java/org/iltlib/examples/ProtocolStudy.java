package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.chart.Chart;

/**
 * Lets the same simulated teams decide by every procedure, and the same simulated voters by every rule; prints what came of
 * it with intervals, and writes {@code study.html} (one page to look at), {@code protocols.csv} and {@code rules.csv}. It
 * shows what follows from its assumptions, not what schools do.
 *
 * <pre>{@code
 * java … org.iltlib.examples.ProtocolStudy --teams 2000 --seed 1785 --out study
 * }</pre>
 */
public final class ProtocolStudy {
    static final String USAGE = """
            Compares ways to decide on the same simulated teams, and writes study.html, protocols.csv and rules.csv.

              --teams N     how many teams, 100 to 100,000 (2,000)
              --seed S      the seed of chance; the same seed gives the same bytes (1785)
              --out DIR     the folder to write into; made if absent (study)
              --threads T   on how many threads, 1 to 64 (as many as there are processors)
              --help        this text""";

    private static final int MOST_TEAMS = 100_000;
    private static final int MOST_THREADS = 64;

    private ProtocolStudy() {}

    /** Runs the study; ends with code 0, or with 2 and one line of explanation if the options cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, ProtocolStudy::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(args, List.of("teams", "seed", "out", "threads"));
            int teams = between(line, "teams", 2_000, 100, MOST_TEAMS);
            long seed = line.number("seed", 1785);
            int threads = between(
                    line,
                    "threads",
                    Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                    1,
                    MOST_THREADS);
            Path folder = folder(line.find("out").orElse("study"));
            StudyFindings findings = find(teams, seed, threads);
            StudyCharts charts = new StudyCharts(findings);
            for (Chart chart : charts.all()) {
                out.println(chart.title());
                out.println(chart.toTable().toText());
                out.println();
            }
            write(folder, "study.html", new StudyPage(findings, charts).toHtml());
            write(folder, "protocols.csv", findings.teams().toCsv());
            write(folder, "rules.csv", findings.rulesCsv());
            out.println("A simulation shows what follows from its assumptions, not what schools do.");
            out.println("Written: study.html, protocols.csv and rules.csv in " + folder);
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static StudyFindings find(int teams, long seed, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return StudyFindings.of(teams, seed, pool);
        } finally {
            pool.shutdown();
        }
    }

    private static int between(CommandLine line, String option, long otherwise, int least, int most) {
        long number = line.number(option, otherwise);
        if (number < least || number > most) {
            throw new UsageException(
                    "Option --" + option + " is " + number + ". Expected " + least + " to " + most + ".");
        }
        return (int) number;
    }

    private static Path folder(String text) {
        try {
            Path folder = Path.of(text);
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new UsageException("Option --out is \"" + folder + "\", which is a file. Expected a folder.");
            }
            Files.createDirectories(folder);
            return folder;
        } catch (InvalidPathException e) {
            throw new UsageException("Option --out is not a path on this system: " + e.getReason() + ".", e);
        } catch (IOException e) {
            throw new UsageException("The folder \"" + text + "\" cannot be made. Maybe choose another.", e);
        }
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UsageException(
                    "The file " + name + " cannot be written in \"" + folder + "\". Maybe choose another folder.", e);
        }
    }
}
