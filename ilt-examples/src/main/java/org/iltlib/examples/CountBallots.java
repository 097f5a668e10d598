package org.iltlib.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts a file of ballots by a rule: winners, rounds, ties and why, in words or as JSON.
 *
 * <pre>{@code
 * java … org.iltlib.examples.CountBallots plans.blt --rule scottish-stv --seats 3 --ties previous-rounds,lot:2026
 * }</pre>
 */
public final class CountBallots {
    static final String USAGE = "CountBallots FILE --rule RULE [--seats N] [--ties POLICY] [--json | --insight], or"
            + " CountBallots --rules. POLICY: all, or some of order, file, previous-rounds, earliest-rounds, first-preferences,"
            + " head-to-head, lot:SEED, between commas.";

    private CountBallots() {}

    /** Counts; ends with code 0, or with 2 and one line of explanation if options or file cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, CountBallots::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        if (words.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        if (words.contains("--rules")) {
            BallotRules.names().forEach(out::println);
            return 0;
        }
        try {
            boolean json = words.removeIf("--json"::equals);
            boolean insight = words.removeIf("--insight"::equals);
            if (json && insight) {
                throw new UsageException("Options --json and --insight are both given. Expected one of them.");
            }
            if (words.isEmpty() || words.get(0).startsWith("--")) {
                throw new UsageException("A file of ballots is missing. Expected " + USAGE);
            }
            String file = words.remove(0);
            CommandLine line = CommandLine.parse(words.toArray(String[]::new), List.of("rule", "seats", "ties"));
            String rule = line.find("rule")
                    .orElseThrow(() -> new UsageException("Option --rule is missing. Expected " + USAGE));
            Optional<BallotRules> found = BallotRules.find(rule);
            if (found.isEmpty()) {
                throw new UsageException("There is no rule \"" + rule + "\". See --rules. "
                        + BallotRules.nearest(rule)
                                .map(name -> "Maybe " + name + ".")
                                .orElse(""));
            }
            BallotFile ballots = BallotFile.read(Path.of(file));
            Optional<Integer> seats = line.find("seats").map(text -> seats(line));
            TiePolicy ties = TiePolicy.parse(line.find("ties").orElse("all"), ballots);
            BallotReport report = found.get().count(ballots, seats, ties);
            String more = insight ? found.get().insight(ballots) : "";
            out.print(json ? report.json() + "\n" : report.text() + more);
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException e) {
            err.println(String.valueOf(e.getMessage()).replaceAll("\\R+", " "));
        }
        return 2;
    }

    private static int seats(CommandLine line) {
        long seats = line.number("seats", 1);
        if (seats < 1 || seats > Integer.MAX_VALUE) {
            throw new UsageException("Option --seats is " + seats + ". Expected at least 1.");
        }
        return (int) seats;
    }
}
