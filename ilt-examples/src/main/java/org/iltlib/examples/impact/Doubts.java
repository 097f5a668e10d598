package org.iltlib.examples.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.MinimumDetectableEffect;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.impact.doubt.Benchmark;
import org.iltlib.analytics.impact.doubt.EValue;
import org.iltlib.analytics.impact.doubt.HiddenConfounder;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;

/** What could explain the kindergarten effect away, if the lot had not been kept. */
final class Doubts implements StarPart {
    @Override
    public StarSection of(StarData data, StarOptions options) {
        StarData rows = data.grade("K");
        double[] free = rows.is("ses", "F");
        double[] girl = rows.is("sx", "F");
        Measured<TreatmentEffect> classical = FixedEffectsComparison.withDefaults()
                .withErrors(ErrorRule.CLASSICAL)
                .of(rows.comparison(Subject.MATHEMATICS)
                        .adjustedFor("free lunch", free)
                        .adjustedFor("girl", girl));
        StarSection section = StarSection.titled("What could explain it away")
                .with(
                        "The lot rules hidden causes out; these figures say how strong one would have to be if it had not been"
                                + " kept.");
        if (classical.value().isEmpty()) {
            return section.with("There is no effect to doubt: " + classical + ".");
        }
        TreatmentEffect effect = classical.value().get();
        HiddenConfounder doubt = HiddenConfounder.of(effect);
        EValue value = EValue.ofStandardized(effect.standardized());
        Table table = Table.captioned("Kindergarten mathematics, if a cause were left out that is as strong as …")
                .withColumns("Cause", "Of the treatment, %", "Of the outcome, %", "Effect left", "95% interval");
        double[] score = rows.scores(Subject.MATHEMATICS);
        int[] known = IntStream.range(0, rows.rows())
                .filter(i -> !Double.isNaN(score[i] + free[i] + girl[i]))
                .toArray();
        Measured<List<Benchmark>> benchmarks = Benchmark.of(
                pick(score, known),
                pick(treatment(rows), known),
                Arrays.stream(known).map(i -> rows.schools()[i]).toArray(),
                List.of("free lunch", "girl"),
                List.of(pick(free, known), pick(girl, known)));
        for (Benchmark benchmark : benchmarks.orElse(List.of())) {
            for (int times : new int[] {1, 3}) {
                Measured<Estimate> left = benchmark
                        .times(times)
                        .map(strength -> doubt.adjusted(
                                strength, 0.95, "points", effect.points().n()));
                table = table.with(
                        Cell.of((times == 1 ? "" : times + " times ") + benchmark.name()),
                        EffectsByGrade.number(
                                benchmark.times(times).map(strength -> 100 * strength.withTreatment()), 3),
                        EffectsByGrade.number(benchmark.times(times).map(strength -> 100 * strength.withOutcome()), 1),
                        Cell.ofValue(left, 2),
                        Cell.ofInterval(left, 2));
            }
        }
        int classes = (int) Arrays.stream(rows.classes()).distinct().count();
        int schools = (int) Arrays.stream(rows.schools()).distinct().count();
        section = section.with(String.format(
                        Locale.ROOT,
                        "%s As a risk ratio with both (E-value) it would need %.2f, and %.2f to move the interval to no effect.",
                        doubt.why().claim(),
                        value.point(),
                        value.limit()))
                .with(table);
        if (classes < schools + 2) {
            return section;
        }
        MinimumDetectableEffect rule = MinimumDetectableEffect.withDefaults().withTreatedShare(0.4);
        MinimumDetectableEffect.Precision design =
                rule.clustersInBlocks(classes, schools, Math.max(1, known.length / classes), 0.15);
        return section.with(String.format(
                Locale.ROOT,
                "A study of %d classes in %d schools, planned with an intraclass correlation of 0.15 within schools and four in"
                        + " ten small, finds an effect of %.3f standard deviations in eight cases of ten; one of 0.20 in %.1f of"
                        + " a hundred.",
                classes,
                schools,
                rule.of(design),
                100 * rule.power(design, 0.20)));
    }

    private static double[] treatment(StarData rows) {
        boolean[] small = rows.small();
        double[] treatment = new double[small.length];
        for (int i = 0; i < small.length; i++) {
            treatment[i] = small[i] ? 1 : 0;
        }
        return treatment;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
