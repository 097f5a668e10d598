package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MeasurementBenchmarkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return MeasurementBenchmark.run(args, stream, stream);
    }

    @Test
    void aSmallRunPrintsEveryRow() {
        String[] small = {
            "--students",
            "400",
            "--items",
            "10",
            "--groups",
            "10",
            "--district",
            "400",
            "--measures",
            "2",
            "--rows",
            "20000",
            "--repeats",
            "1"
        };
        assertThat(run(small)).as(() -> out.toString(StandardCharsets.UTF_8)).isBetween(0, 1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("two parameters, 400 × 10", "careful fit", "Rasch by sufficient", "alpha, 400 × 10")
                .contains("10 groups from counts", "breakdown of 400 students", "thirty scores", "20,000 rows of CSV")
                .contains("heap a row", "Reached: ");
    }

    @Test
    void helpIsPrintedAndNumbersOutOfRangeAreRefused() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--students N");
        out.reset();
        assertThat(run("--items", "1")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--items is 1");
        out.reset();
        assertThat(run("--nonsense", "1")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--nonsense");
    }
}
