package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures everything and that both sides do the same; how fast, is for no test to say. */
class StoreBenchmarkTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return StoreBenchmark.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void aSmallRunHasEveryRowWithItsReachAndLeavesNothing() throws IOException {
        assertThat(run("--quick", "yes", "--folder", folder.toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isBetween(0, 1);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        for (String start : List.of(
                "PostgreSQL, batches of 100 appended, hashing included",
                "PostgreSQL, batches of 100 appended, sealed before",
                "PostgreSQL, 8 writers and a reader of the feed, beside no reader",
                "PostgreSQL, 8 writers and a reader of the feed, beside JDBC by hand",
                "H2 file, batches of 100 appended, hashing included",
                "H2 file, batches of 100 appended, sealed before",
                "H2 file, 8 writers and a reader of the feed, beside no reader",
                "H2 file, 8 writers and a reader of the feed, beside JDBC by hand",
                "heap, a year of 2,000 entries loaded, a decision traced",
                "H2 file, a year of 2,000 entries loaded, a decision traced",
                "a chain of 2,000 entries verified",
                "PostgreSQL, 2,000 entries streamed",
                "H2 file, 2,000 entries streamed",
                "SQLite, 2,000 entries streamed")) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith(start + " "))
                    .as(start)
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).containsPattern(" (>= 0\\.\\d|< 10 ms) +(ok|short) "));
        }
        assertThat(lines).anyMatch(line -> line.contains("fsync=on, synchronous_commit=on"));
        assertThat(lines.get(lines.size() - 1)).matches("\\d+ of 14 reached, in \\d+ s\\.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void optionsThatThereAreNotAreRefused() {
        assertThat(run("--scale", "2")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Option --scale is 2. Expected more than 0");
        assertThat(run("--scale", "much")).isEqualTo(2);
        assertThat(run("--fast", "yes")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void aFolderThatCannotBeUsedIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(run("--quick", "yes", "--folder", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The benchmark could not run: ");
    }
}
