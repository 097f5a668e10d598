package org.iltlib.examples.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.doubt.ClusterCorrection;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;

/** Kindergarten, small against regular classes: the plain difference, and what is left of its certainty in clusters. */
final class FirstLook implements StarPart {
    private static final double CORRELATION = 0.20;

    @Override
    public StarSection of(StarData data, StarOptions options) {
        StarData kindergarten = data.grade("K").smallAndRegular();
        Moments small = moments(kindergarten.classType("small"));
        Moments regular = moments(kindergarten.classType("reg"));
        StarSection section =
                StarSection.titled("A first look: kindergarten, mathematics, small against regular classes");
        Measured<Estimate> g = HedgesG.withDefaults().of(small, regular);
        if (g.value().isEmpty()) {
            return section.with("There is nothing to compare: " + g + ".");
        }
        double n = (double) small.n() + regular.n();
        double d = g.value().get().value() / HedgesG.smallSampleFactor(n);
        double t = d / Math.sqrt(n / ((double) small.n() * regular.n()));
        int classes = (int) Arrays.stream(kindergarten.classes()).distinct().count();
        ClusterCorrection.Corrected mended = ClusterCorrection.of(small.n(), regular.n(), classes, CORRELATION)
                .correct(d, t);
        Table table = Table.captioned("Mean scores")
                .withColumns("Classes", "Pupils", "Mean", "Standard deviation")
                .with(row("small", small))
                .with(row("regular", regular));
        return section.with(String.format(
                        Locale.ROOT,
                        "Pupils in small classes stand %.4f standard deviations higher (Hedges' g %.4f; t = %.2f if pupils were"
                                + " independent).",
                        d,
                        g.value().get().value(),
                        t))
                .with(String.format(
                        Locale.ROOT,
                        "They were not: with %d classes and an intraclass correlation of %.2f the same difference has t ="
                                + " %.2f (p = %.3f). The lot fell within schools, so the next section, which compares within"
                                + " them, can tell far more.",
                        classes,
                        CORRELATION,
                        mended.statistic(),
                        mended.pValue()))
                .with(table);
    }

    private static Moments moments(StarData data) {
        Moments moments = Moments.EMPTY;
        for (double score : data.scores(Subject.MATHEMATICS)) {
            moments = Double.isNaN(score) ? moments : moments.with(score);
        }
        return moments;
    }

    private static List<Cell> row(String name, Moments moments) {
        return List.of(
                Cell.of(name),
                Cell.of(moments.n()),
                Cell.of(moments.mean(), 2),
                Cell.of(moments.standardDeviation().orElse(0), 2));
    }
}
