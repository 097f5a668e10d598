package org.iltlib.examples.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.iltlib.analytics.achievement.coarse.Hetop;
import org.iltlib.analytics.achievement.live.LiveMeasure;
import org.iltlib.analytics.achievement.live.LiveScore;
import org.iltlib.analytics.measurement.CronbachAlpha;
import org.iltlib.analytics.measurement.irt.IrtFit;
import org.iltlib.analytics.measurement.irt.IrtModel;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.RaschCounts;
import org.iltlib.analytics.measurement.irt.ResponsePatterns;
import org.iltlib.analytics.privacy.PrivacyPolicies;
import org.iltlib.analytics.privacy.breakdown.Breakdown;
import org.iltlib.analytics.privacy.breakdown.SafeBreakdown;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.examples.benchmark.Duel.Done;

/** Measurement at the size of a state, each row beside what it should reach and, where there is one, beside a peer. */
public final class MeasurementRows {
    /** Processor seconds for two parameters on 60,000 × 40 as published for TAM 4.3; mirt 1.47 took 5.5. */
    private static final double PEER_SECONDS = 4.2;

    /** Seconds of the R package HETOP 0.2-6 for 200 groups, as published. */
    private static final double HETOP_SECONDS = 37.4;

    private final int repeats;

    private MeasurementRows(int repeats) {
        this.repeats = repeats;
    }

    /** Rows of which each is the median of so many warm runs. */
    public static MeasurementRows of(int repeats) {
        return new MeasurementRows(repeats);
    }

    private <T> T timed(Supplier<T> work, double[] milliseconds) {
        return Warm.median(repeats, work, milliseconds);
    }

    /** Two parameters, and Rasch, on the same answers. */
    public List<Row> models(int students, int items) {
        ResponseTable table = DrawnDistrict.responses(students, items);
        String size = String.format(Locale.ROOT, "%,d × %d", students, items);
        double[] time = new double[1];
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            IrtFit fit = timed(
                    () -> IrtModel.twoParameters()
                            .withExecutor(pool)
                            .of(ResponsePatterns.of(table))
                            .value()
                            .orElseThrow(),
                    time);
            List<Row> rows = new ArrayList<>();
            rows.add(new Row(
                    "two parameters, " + size + ", two threads",
                    time[0],
                    600,
                    "ms",
                    String.format(Locale.ROOT, "gradient %.1e after %d steps", fit.gradientNorm(), fit.steps())));
            rows.add(new Row(
                    "the same beside TAM's published run",
                    1000 * PEER_SECONDS / time[0],
                    8,
                    "",
                    "4.2 s there, 5.5 s for mirt, of another machine of the class, at 60,000 × 40"));
            IrtFit careful = IrtModel.twoParameters()
                    .withNodes(161, 8)
                    .withTolerance(1e-8, 500)
                    .withExecutor(pool)
                    .of(ResponsePatterns.of(table))
                    .value()
                    .orElseThrow();
            rows.add(new Row(
                    "the same, largest difference to a careful fit",
                    1e4 * difference(fit, careful),
                    1,
                    "e-4",
                    "161 nodes to 8, gradient 1e-8"));
            timed(() -> IrtModel.rasch().of(RaschCounts.of(table)), time);
            rows.add(new Row("Rasch by sufficient statistics, counting included", time[0], 10, "ms", size));
            return rows;
        } finally {
            pool.shutdown();
        }
    }

    private static double difference(IrtFit one, IrtFit other) {
        double largest = 0;
        for (ItemCurve curve : one.curves()) {
            ItemCurve like = other.getCurve(curve.item());
            largest = Math.max(largest, Math.abs(curve.slope() - like.slope()));
            largest = Math.max(
                    largest,
                    Math.abs(curve.intercepts().get(0) - like.intercepts().get(0)));
        }
        return largest;
    }

    /** Alpha, beside the package psych where R has it. */
    public List<Row> alpha(int students, int items) throws IOException {
        ResponseTable table = DrawnDistrict.responses(students, items);
        double[] time = new double[1];
        double alpha = timed(() -> CronbachAlpha.withDefaults().of(table), time)
                .alpha()
                .value()
                .orElseThrow()
                .value();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                String.format(Locale.ROOT, "alpha, %,d × %d", students, items),
                time[0],
                5,
                "ms",
                String.format(Locale.ROOT, "alpha %.6f", alpha)));
        Optional<Rscript> r = Rscript.find("psych");
        if (r.isPresent()) {
            Map<String, Double> theirs = r.get().run("alpha.R", written(table));
            double apart = Math.abs(theirs.getOrDefault("alpha", 0.0) - alpha);
            if (apart > 1e-9) {
                throw new IllegalStateException("R says " + theirs + ", not " + alpha);
            }
            rows.add(new Row(
                    "the same beside psych::alpha in R, the same value",
                    1000 * theirs.getOrDefault("seconds", 0.0) / time[0],
                    100,
                    "",
                    String.format(
                            Locale.ROOT,
                            "psych %.0f ms, bare cov %.0f ms",
                            1000 * theirs.getOrDefault("seconds", 0.0),
                            1000 * theirs.getOrDefault("bare", 0.0))));
        }
        return rows;
    }

    private static Path written(ResponseTable table) throws IOException {
        Path file = Files.createTempFile("ilt-", ".txt");
        file.toFile().deleteOnExit();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.students(); row++) {
            for (int item = 0; item < table.items(); item++) {
                text.append(table.score(row, item));
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }

    /** Groups from counts by level. */
    public List<Row> coarse(int groups) {
        GroupLevels levels = DrawnDistrict.levels(groups);
        double[] time = new double[1];
        timed(() -> Hetop.withDefaults().of(levels), time);
        return List.of(new Row(
                groups + " groups from counts by level",
                time[0],
                10,
                "ms",
                String.format(
                        Locale.ROOT, "HETOP in R, as published: 37.4 s, %,.0f times", 1000 * HETOP_SECONDS / time[0])));
    }

    /** A district broken down, suppressed and audited. */
    public List<Row> breakdown(int students, int measures) {
        double[] time = new double[1];
        SafeBreakdown safe = timed(
                () -> {
                    Breakdown all = DrawnDistrict.breakdown(students, measures);
                    return all.protect(PrivacyPolicies.PTAC_TEN, 2);
                },
                time);
        return List.of(new Row(
                String.format(
                        Locale.ROOT, "breakdown of %,d students, %d measures, drawing included", students, measures),
                time[0],
                5000,
                "ms",
                safe.toString()));
    }

    /** A class of thirty comes in. */
    public List<Row> refresh(int students) {
        LiveMeasure live = DrawnDistrict.live(students);
        List<LiveScore> come = DrawnDistrict.thirty();
        double[] time = new double[1];
        for (int i = 0; i < 200; i++) {
            live.refresh(List.of(), come);
        }
        timed(() -> live.refresh(List.of(), come), time);
        return List.of(new Row("thirty scores refresh a district's counts", time[0], 1, "ms", live.toString()));
    }

    /** Scores from CSV, beside the bare reader that asks for every cell. */
    public List<Row> reading(int rows) throws Exception {
        byte[] text = DrawnDistrict.scores(rows);
        ScoreLayout layout = ScoreLayout.builder()
                .student("id")
                .unit("school")
                .grade("grade")
                .putScores("math", Subject.MATHEMATICS)
                .build();
        ScoreTableReader reader = ScoreTableReader.of(layout);
        Duel duel = Duel.measure(
                1,
                repeats,
                () -> () -> new Done(
                        reader.read(new ByteArrayInputStream(text)).table().rows(), text.length),
                () -> () -> new Done(bare(text), text.length));
        ScoreTable table = reader.read(new ByteArrayInputStream(text)).table();
        return List.of(
                new Row(
                        String.format(Locale.ROOT, "%,d rows of CSV into columns, hashed", rows),
                        duel.ratio(),
                        0.5,
                        "",
                        String.format(Locale.ROOT, "%,.0f rows/s, bare reader %,.0f", duel.ours(), duel.bare())),
                new Row(
                        "the same, heap a row, ids included",
                        (double) table.retainedBytes() / rows,
                        16,
                        "bytes",
                        table.toString()));
    }

    private static long bare(byte[] text) {
        long rows = -1;
        long letters = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))) {
            for (CsvRecord one : records) {
                rows++;
                for (int field = 0; field < one.getFieldCount(); field++) {
                    letters += one.getField(field).length();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters > 0 ? rows : 0;
    }
}
