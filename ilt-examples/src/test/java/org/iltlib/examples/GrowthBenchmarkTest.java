package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.examples.benchmark.EffectRows;
import org.iltlib.examples.benchmark.NationRows;
import org.iltlib.examples.benchmark.PercentileRows;
import org.iltlib.examples.benchmark.QuantileMemory;
import org.iltlib.examples.benchmark.Row;
import org.junit.jupiter.api.Test;

/** What the benchmark says and refuses; speed is not judged here. Where R is installed, each row has compared with it. */
class GrowthBenchmarkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return GrowthBenchmark.run(args, stream, stream);
    }

    @Test
    void everyRowIsMeasuredOnDrawnScores() throws Exception {
        PercentileRows percentiles = PercentileRows.of(Runnable::run);
        EffectRows effects = EffectRows.of(Runnable::run);
        List<Row> rows = new ArrayList<>(percentiles.quantiles(1_500, 0, 5, 9));
        rows.addAll(percentiles.percentiles(900, 60, 0));
        rows.add(percentiles.joint(900, 60));
        rows.addAll(effects.covariate(2_000, 1));
        rows.addAll(effects.crossed(2_000, 1));
        rows.add(effects.large(2_000, 60));
        rows.add(NationRows.of(4_000, 1, 2, Runnable::run));
        rows.add(QuantileMemory.measureIn(64, 1_000));
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(row -> assertThat(row.value()).isPositive());
        assertThat(rows.toString())
                .contains("100 quantiles, 1,500 × 22", "percentiles of 900 students", "nowhere cross, 900 × 22")
                .contains("value added with covariates, 2,000 rows", "crossed, 2,000 rows")
                .contains("a nation: 4,000 scores in 2 cohorts of 1 states", "in a heap of 64 MB");
    }

    @Test
    void aPartRunsAloneAndTheSumIsTold() {
        assertThat(run("--quick", "--only", "robust"))
                .as(() -> out.toString(StandardCharsets.UTF_8))
                .isBetween(0, 1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("CR2 with degrees of freedom, 3,000 rows, clusters of 100", "Reached: ");
    }

    @Test
    void helpIsPrintedAndUnknownPartsAreRefused() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--quick", "quantiles,percentiles");
        out.reset();
        assertThat(run("--only", "quantiles,speed")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("has \"speed\"", "nation");
        out.reset();
        assertThat(run("--nonsense", "1")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--nonsense");
    }
}
