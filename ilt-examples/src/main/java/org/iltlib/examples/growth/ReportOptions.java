package org.iltlib.examples.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iltlib.evidence.CsvRows;
import org.iltlib.examples.CommandLine;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** What the user asked for. */
@Value.Immutable
public abstract class ReportOptions {
    /** One line for each option. */
    public static final String USAGE = """
        GrowthReport SCORES.csv: a row for each student and test, an empty score is a missing one.

          --id COLUMN        student ids
          --time COLUMN      when: whole numbers such as years, or grades (K, 1, 2 …) where each is sat once
          --score COLUMN     the scores
          --school COLUMN    where the test was sat
          --grade COLUMN     the grade that was tested: one cohort a grade of the newest year
          --csem COLUMN      standard error of measurement of each score, for intervals
          --simex COUNT      percentiles corrected for that error too, by so many replicates, such as 20
          --orders COUNT     how many earlier scores to use at most (3)
          --fewest COUNT     the fewest students on whom growth is fitted (250)
          --target COUNT     the percentile that counts as target (50)
          --smallest COUNT   schools with fewer students are withheld (10)
          --students IDS     students to mark on the charts, between commas; nobody unless named
          --out FILE         writes the report as one page of HTML
          --help             this text\
        """;

    private static final List<String> NAMES = List.of(
            "id",
            "time",
            "score",
            "school",
            "grade",
            "csem",
            "simex",
            "orders",
            "fewest",
            "target",
            "smallest",
            "students",
            "out");

    ReportOptions() {}

    /** The file of scores. */
    public abstract Path scores();

    /** The column of students. */
    public abstract String id();

    /** The column of times. */
    public abstract String time();

    /** The column of scores. */
    public abstract String score();

    /** The column of schools. */
    public abstract String school();

    /** The column of grades. */
    public abstract Optional<String> grade();

    /** The column of errors of measurement. */
    public abstract Optional<String> csem();

    /** Replicates of the correction; 0 for none. */
    public abstract int simex();

    /** The most earlier scores. */
    public abstract int orders();

    /** The fewest students of a fit. */
    public abstract int fewest();

    /** The percentile to reach. */
    public abstract int target();

    /** The smallest school that is shown. */
    public abstract int smallest();

    /** Students to mark. */
    public abstract List<String> students();

    /** Where to write the page. */
    public abstract Optional<Path> out();

    /**
     * Reads the command line.
     *
     * @throws UsageException with one line that says what was expected
     */
    public static ReportOptions parse(List<String> words) {
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            throw new UsageException("A file of scores is missing. Expected GrowthReport SCORES.csv; see --help.");
        }
        CommandLine line = CommandLine.parse(words.subList(1, words.size()).toArray(String[]::new), NAMES);
        Path file = path(words.get(0), "scores");
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("The file of scores, \"" + words.get(0)
                    + "\", cannot be read. Maybe the path is relative to another folder.");
        }
        Optional<Path> out = line.find("out").map(text -> path(text, "out"));
        out.ifPresent(page -> checkPage(page, file));
        int simex = number(line, "simex", 0, 0, 1000);
        if (simex > 0 && line.find("csem").isEmpty()) {
            throw new UsageException("Option --simex is given without --csem. Expected both.");
        }
        return new Builder()
                .scores(file)
                .id(column(line, "id"))
                .time(column(line, "time"))
                .score(column(line, "score"))
                .school(column(line, "school"))
                .grade(line.find("grade").map(CsvRows::label))
                .csem(line.find("csem").map(CsvRows::label))
                .simex(simex)
                .orders(number(line, "orders", 3, 1, 12))
                .fewest(number(line, "fewest", 250, 1, Integer.MAX_VALUE))
                .target(number(line, "target", 50, 1, 99))
                .smallest(number(line, "smallest", 10, 1, Integer.MAX_VALUE))
                .students(line.find("students").map(text -> List.of(text.split(",", -1))).orElse(List.of()).stream()
                        .map(CsvRows::label)
                        .toList())
                .out(out)
                .build();
    }

    private static void checkPage(Path page, Path scores) {
        if (Files.isDirectory(page)) {
            throw new UsageException(
                    "Option --out names the folder \"" + page + "\". Expected a file, such as growth.html.");
        }
        try {
            if (Files.exists(page) && Files.isSameFile(page, scores)) {
                throw new UsageException(
                        "Option --out names the file of scores itself. Expected another file, such as growth.html.");
            }
        } catch (IOException e) {
            throw new UsageException("The path of out, \"" + page + "\", cannot be looked at.", e);
        }
    }

    private static String column(CommandLine line, String name) {
        return line.find(name)
                .map(CsvRows::label)
                .orElseThrow(() -> new UsageException(
                        "Option --" + name + " is missing. Expected the name of a column; see --help."));
    }

    private static int number(CommandLine line, String name, int otherwise, int least, int most) {
        long value = line.number(name, otherwise);
        if (value < least || value > most) {
            throw new UsageException("Option --" + name + " is " + value + ". Expected " + least
                    + (most == Integer.MAX_VALUE ? " or more." : " to " + most + "."));
        }
        return (int) value;
    }

    private static Path path(String text, String name) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("The path of " + name + ", \"" + text + "\", is no path here.", e);
        }
    }

    static final class Builder extends ImmutableReportOptions.Builder {
        Builder() {}
    }
}
