package org.iltlib.examples.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.growth.percentile.GrowthModel;

/** What a hundred quantiles need in memory: the same fit in a process whose whole heap is small. */
public final class QuantileMemory {
    private QuantileMemory() {}

    /** Whether a process whose whole heap has that size fits the quantiles of so many students; drawing included. */
    public static Row measureIn(int megabytes, int students) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuantileMemory.class.getName(),
                        Integer.toString(students)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean done = process.waitFor() == 0;
        return new Row(
                String.format(Locale.ROOT, "100 quantiles, %,d × 22, in a heap of %d MB", students, megabytes),
                done ? 1 : 0,
                1,
                "",
                done ? said : "failed: " + said.lines().findFirst().orElse(""));
    }

    /** Draws, fits and prints what it took; for the process with a small heap. */
    public static void main(String[] args) throws Exception {
        var cohort = PercentileRows.cohort(PercentileRows.drawn(Integer.parseInt(args[0]), 0));
        long start = System.nanoTime();
        double gap = GrowthModel.withDefaults()
                .fit(cohort, cohort.priors())
                .value()
                .orElseThrow()
                .certificate()
                .orElseThrow()
                .gap();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.1f s on one thread, not warm; gap %.1e%s%n", seconds, gap, peak());
    }

    /** The most memory the process had, where the system tells it. */
    private static String peak() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> "; process " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB at most")
                .findFirst()
                .orElse("");
    }
}
