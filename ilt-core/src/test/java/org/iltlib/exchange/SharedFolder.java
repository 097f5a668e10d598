package org.iltlib.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of public test data, next to the repository or named by ILT_SHARED. */
public final class SharedFolder {
    private SharedFolder() {}

    /** The path below the data folder; skips the test where there is none. */
    public static Path path(String below) {
        Optional<Path> found = Stream.of(
                        Path.of("../../shared/data"),
                        Path.of(Optional.ofNullable(System.getenv("ILT_SHARED")).orElse("none"), "data"),
                        Path.of(Optional.ofNullable(System.getenv("ILT_SHARED")).orElse("none")))
                .map(root -> root.resolve(below))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no test data: set ILT_SHARED to the folder that holds it");
        return found.orElseThrow();
    }
}
