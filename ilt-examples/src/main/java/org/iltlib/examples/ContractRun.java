package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iltlib.store.Store;
import org.iltlib.store.contract.Section;
import org.iltlib.store.contract.StoreCheck;
import org.iltlib.store.contract.StoreContract;
import org.iltlib.store.contract.StoreUnderTest;

/**
 * Holds a store that lives in a folder against the contract, from the command line: a line for each sentence, ticked or
 * crossed, and a total.
 *
 * @param name the name of the store
 * @param open opens the store that is kept in a folder
 */
record ContractRun(String name, Function<Path, Store> open) {
    /** What every store that outlives its process must honour. */
    static final Set<Section> SECTIONS =
            EnumSet.of(Section.RECORDS, Section.TENANTS, Section.LIFECYCLE, Section.REOPEN);

    /** Runs the checks in {@code --folder}, else in a temporary folder; returns the exit code: 0 if all hold, 1, or 2. */
    int run(String[] args, PrintStream out, PrintStream err) {
        try {
            CommandLine line = CommandLine.parse(args, List.of("folder"));
            if (line.find("folder").isPresent()) {
                return run(Files.createDirectories(Path.of(line.find("folder").get())), out);
            }
            Path folder = Files.createTempDirectory("ilt-contract");
            try {
                return run(folder, out);
            } finally {
                delete(folder);
            }
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The folder cannot be used: " + e.getMessage());
        }
        return 2;
    }

    private int run(Path folder, PrintStream system) {
        PrintStream out = new PrintStream(system, true, StandardCharsets.UTF_8);
        StoreUnderTest store = in(folder);
        List<StoreCheck> checks = StoreContract.checks(SECTIONS).toList();
        int held = 0;
        for (StoreCheck check : checks) {
            try {
                check.verify(store);
                held++;
                out.println("✓ " + check.name());
            } catch (AssertionError e) {
                out.println("✗ " + check.name() + "\n  " + e.getMessage());
            }
        }
        out.println(held + " of " + checks.size() + " sentences hold for " + name + ".");
        return held == checks.size() ? 0 : 1;
    }

    /** The store as the checks open it: each time in a new folder inside of that one, and the last one again. */
    StoreUnderTest in(Path folder) {
        Path[] last = new Path[1];
        return StoreUnderTest.of(
                () -> {
                    try {
                        last[0] = Files.createTempDirectory(folder, "store");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return open.apply(last[0]);
                },
                () -> open.apply(last[0]));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
