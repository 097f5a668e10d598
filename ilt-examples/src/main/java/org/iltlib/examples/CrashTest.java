package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.examples.crash.CrashRounds;
import org.iltlib.examples.crash.Subject;
import org.iltlib.examples.crash.Tally;
import org.iltlib.store.StoreException;

/**
 * Kills a process that appends, at random moments, and looks whether the store has kept its word: nothing that was
 * acknowledged is lost, nothing is half there, every chain verifies, the feed has no gap, datasets come back byte for
 * byte. Each round kills one writer on each store; a PostgreSQL server of its own can be killed besides.
 *
 * <pre>{@code
 * java … org.iltlib.examples.CrashTest --rounds 200 --server-kills 20
 * …
 * 200 rounds, 0 lost, 0 torn
 * }</pre>
 */
public final class CrashTest {
    static final String USAGE = "CrashTest --rounds N [--store h2|postgresql|sqlite|all] [--seed S] [--server-kills K]";
    private static final List<String> STORES = List.of("h2", "postgresql", "sqlite");

    private CrashTest() {}

    /**
     * Runs the rounds; ends with code 0 if nothing was lost or torn, with 1 if something was, or with 2 and one line of
     * explanation if the options cannot be used or the database does not start.
     */
    public static void main(String[] args) {
        // What the server of its own has to say while it is killed is kept beside its data, not told here.
        System.setProperty("org.slf4j.simpleLogger.log.io.zonky", "off");
        Console.exit(args, CrashTest::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(args, List.of("rounds", "store", "seed", "server-kills"));
            if (line.find("rounds").isEmpty()) {
                throw new UsageException("Option --rounds is missing. Expected " + USAGE);
            }
            int rounds = count(line, "rounds", 0);
            String store = line.find("store").orElse("all");
            if (!store.equals("all") && !STORES.contains(store)) {
                throw new UsageException("Option --store is \"" + store + "\". Expected one of " + STORES + " or all.");
            }
            int serverKills = count(line, "server-kills", 0);
            if (serverKills > 0 && !store.equals("all") && !store.equals("postgresql")) {
                throw new UsageException("Option --server-kills needs a server. Expected --store postgresql or all.");
            }
            Tally tally = crash(store, line.number("seed", 1), rounds, serverKills, out);
            out.println(tally);
            return tally.isWhole() ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (StoreException e) {
            err.println(String.valueOf(e.getMessage()).replaceAll("\\R+", " "));
        }
        return 2;
    }

    private static int count(CommandLine line, String name, long otherwise) {
        long number = line.number(name, otherwise);
        if (number < 0 || number > 50_000) {
            throw new UsageException("Option --" + name + " is " + number + ". Expected 0 to 50000.");
        }
        return (int) number;
    }

    private static Tally crash(String store, long seed, int rounds, int serverKills, PrintStream out) {
        List<Subject> subjects = new ArrayList<>();
        Path folder;
        try {
            folder = Files.createTempDirectory("ilt-crash");
        } catch (IOException e) {
            throw new UsageException("No temporary folder can be made for the stores.", e);
        }
        try {
            for (String name : store.equals("all") ? STORES : List.of(store)) {
                subjects.add(
                        switch (name) {
                            case "h2" -> Subject.h2(folder);
                            case "sqlite" -> Subject.sqlite(folder);
                            default -> Subject.postgresql(folder);
                        });
            }
            return new CrashRounds(folder, subjects, seed).run(rounds, serverKills, out);
        } finally {
            subjects.forEach(Subject::close);
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the stores cannot be removed.", e);
        }
    }
}
