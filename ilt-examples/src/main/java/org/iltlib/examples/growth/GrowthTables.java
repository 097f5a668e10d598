package org.iltlib.examples.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Numerals;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Intake;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.percentile.ScorePredictor;
import org.iltlib.analytics.growth.summary.GroupGrowth;
import org.iltlib.analytics.growth.summary.GroupReading;
import org.iltlib.analytics.growth.summary.RankBand;
import org.iltlib.analytics.stats.Quantiles;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** The numbers of the report, as tables and sentences. */
public final class GrowthTables {
    private static final int PLACES = 40;
    private static final double TAIL = 0.02;

    private final GrowthFindings findings;

    /** Of those findings. */
    public GrowthTables(GrowthFindings findings) {
        this.findings = findings;
    }

    /** What the report is about, one sentence a line. */
    List<String> about() {
        long scored = findings.cohorts().stream()
                .mapToInt(one -> one.growth().scored())
                .sum();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Growth of %d %s in %d %s, from %s.",
                scored,
                scored == 1 ? "student" : "students",
                findings.schools().size(),
                findings.isOneSchool() ? "school" : "schools",
                findings.options().scores().getFileName()));
        lines.add(
                "A growth percentile says how many of a hundred students who scored alike before a student left behind;"
                        + " the mean of all students here is " + Numerals.decimal(findings.mean(), 1) + ".");
        for (CohortFindings one : findings.cohorts()) {
            lines.addAll(about(one));
        }
        return lines;
    }

    /** What a cohort is and how it was fitted, one sentence a line. */
    static List<String> about(CohortFindings one) {
        List<String> lines = new ArrayList<>();
        Intake intake = one.growth().cohort().intake();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d rows belong to it, %d without a score, %d of students twice in one time, %d of another"
                        + " grade; %d students, %d without a score before, %d without the newest.",
                one.name(),
                intake.taken(),
                intake.rows(),
                intake.noScore(),
                intake.duplicates(),
                intake.otherGrade(),
                intake.students(),
                intake.withoutPrior(),
                intake.withoutCurrent()));
        int order = 0;
        for (Measured<CoefficientMatrix> matrix : one.growth().matrices()) {
            order++;
            String scores = order == 1 ? "1 earlier score" : order + " earlier scores";
            lines.add(matrix.value()
                    .map(found -> String.format(
                            Locale.ROOT,
                            "%s, %s: fitted on %d students, proved the best to %s.",
                            one.name(),
                            scores,
                            found.n(),
                            found.certificate()
                                    .map(proof -> String.format(Locale.ROOT, "%.0e", Math.max(1e-16, proof.gap())))
                                    .orElse("an unknown gap")))
                    .orElse(one.name() + ", " + scores + ": not fitted, " + matrix + "."));
        }
        one.check()
                .value()
                .ifPresent(check -> lines.add(String.format(
                        Locale.ROOT,
                        "%s: at no level of earlier scores is a tenth of percentiles off by more than %.3f.",
                        one.name(),
                        check.largestDeviation())));
        one.corrected()
                .filter(corrected -> !corrected.isReported())
                .ifPresent(corrected -> lines.add(one.name() + ": not corrected for error, " + corrected + "."));
        return lines;
    }

    /** The schools by name. */
    Table schools() {
        boolean corrected = findings.options().simex() > 0;
        List<String> heads = new ArrayList<>(
                List.of("School", "Students", "Mean", "95% interval", "Median", "Shrunken", "At target", "Ranks"));
        if (corrected) {
            heads.add(4, "Corrected mean");
        }
        Table table = Table.captioned("Growth percentiles by school").withColumns(heads.toArray(String[]::new));
        for (GroupGrowth school : findings.schools()) {
            Optional<GroupReading> reading = school.reading().value();
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(ShownName.brief(school.name()))));
            if (reading.isEmpty()) {
                for (int i = 1; i < heads.size(); i++) {
                    cells.add(Cell.absent(school.reading()));
                }
            } else {
                cells.add(Cell.of(reading.get().n()));
                cells.add(Cell.ofValue(reading.get().mean(), 1));
                cells.add(Cell.ofInterval(reading.get().mean(), 1));
                reading.get().corrected().ifPresent(mean -> cells.add(Cell.ofValue(mean, 1)));
                cells.add(Cell.ofValue(reading.get().median(), 1));
                cells.add(Cell.ofValue(reading.get().shrunken(), 1));
                cells.add(Cell.ofValue(reading.get().atTarget(), 2));
                Measured<RankBand> ranks = findings.isOneSchool()
                        ? Measured.missing(MissingReason.NOT_APPLICABLE, "there is one school")
                        : reading.get().rank();
                cells.add(ranks.value()
                        .map(rank -> Cell.of(
                                rank.best() == rank.worst()
                                        ? Integer.toString(rank.best())
                                        : rank.best() + "–" + rank.worst()))
                        .orElseGet(() -> Cell.absent(ranks)));
            }
            table = table.with(cells);
        }
        return table;
    }

    /** The growth chart of a cohort; empty if nothing was fitted on one earlier score. */
    Optional<GrowthCurves> curves(CohortFindings one) {
        GrowthPercentiles growth = one.growth();
        return growth.matrices().get(0).value().map(matrix -> {
            ScorePredictor predictor = ScorePredictor.of(matrix);
            double[] priors = growth.cohort().allPrior(1);
            double low = Quantiles.of(priors, TAIL).orElseThrow();
            double high = Quantiles.of(priors, 1 - TAIL).orElseThrow();
            List<GrowthCurves.Point> points = new ArrayList<>();
            for (int i = 0; i <= PLACES; i++) {
                double prior = low + (high - low) * i / PLACES;
                double[] curve = predictor.fitted(prior);
                Arrays.sort(curve);
                points.add(new GrowthCurves.Point(
                        prior,
                        GrowthCurves.PERCENTILES.stream()
                                .map(percent -> matrix.scale().clip(curve[percent]))
                                .toList()));
            }
            List<GrowthCurves.Student> students = new ArrayList<>();
            GrowthCohort cohort = growth.cohort();
            for (int place = 0; place < cohort.size(); place++) {
                if (growth.percentile(place) > 0
                        && !findings.isWithheld(cohort, place)
                        && findings.options().students().contains(cohort.student(place))) {
                    students.add(new GrowthCurves.Student(
                            ShownName.of(cohort.student(place)),
                            cohort.findPrior(place, 1).orElseThrow(),
                            cohort.findCurrent(place).orElseThrow()));
                }
            }
            return new GrowthCurves("Growth chart: " + one.name(), points, students);
        });
    }

    /** The named students. */
    List<String> students() {
        List<String> lines = new ArrayList<>();
        for (CohortFindings one : findings.cohorts()) {
            GrowthCohort cohort = one.growth().cohort();
            for (int place = 0; place < cohort.size(); place++) {
                if (findings.options().students().contains(cohort.student(place))) {
                    lines.add(ShownName.of(cohort.student(place)) + ", " + one.name() + ": "
                            + (findings.isWithheld(cohort, place)
                                    ? "withheld, as the school is"
                                    : percentile(one.growth(), place)));
                }
            }
        }
        return lines;
    }

    /** The percentile, and that on one earlier score where the chart shows another. */
    private static String percentile(GrowthPercentiles growth, int place) {
        String all = growth.of(place).toString();
        if (growth.percentile(place) == 0 || growth.order(place) < 2 || growth.percentile(place, 1) == 0) {
            return all;
        }
        return all + "; on one, as in the chart, " + growth.percentile(place, 1);
    }

    /** The report as text. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        about().forEach(line -> text.append(line).append('\n'));
        for (CohortFindings one : findings.cohorts()) {
            curves(one)
                    .ifPresent(chart -> text.append('\n').append(chart.toText()).append('\n'));
        }
        text.append('\n')
                .append(schools().caption())
                .append('\n')
                .append(schools().toText())
                .append('\n');
        text.append(
                findings.isOneSchool()
                        ? "All students are of one school: its mean says nothing of how it did against others.\n"
                        : "Ranks are bands: schools whose intervals overlap cannot be told apart.\n");
        List<String> students = students();
        if (!students.isEmpty()) {
            text.append('\n');
            students.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
