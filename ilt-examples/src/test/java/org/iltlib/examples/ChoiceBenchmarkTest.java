package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChoiceBenchmarkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return ChoiceBenchmark.run(args, stream, stream);
    }

    @Test
    void aSmallRunPrintsEveryRow() {
        assertThat(run("--ballots", "200", "--alternatives", "6", "--repeats", "1", "--large", "20"))
                .isBetween(0, 1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("BLT into a profile", "soi into a profile", "heap of 100 MB", "irv, after", "borda, reading")
                .contains("scottish-stv", "meek", "schulze, 20", "kemeny, 6", "pav, 100", "Reached: ");
    }

    @Test
    void helpIsPrintedAndNumbersOutOfRangeAreRefused() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--ballots N");
        out.reset();
        assertThat(run("--ballots", "0")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--ballots is 0");
    }

    @Test
    void aWrongOptionIsOneLine() {
        assertThat(run("--nonsense", "1")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--nonsense");
    }
}
