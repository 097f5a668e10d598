package org.iltlib.examples.impact;

import java.util.Locale;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.RandomIntercept;
import org.iltlib.analytics.impact.RandomizationResult;
import org.iltlib.analytics.impact.RandomizationTest;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;

/** The effect within schools in every grade, by three ways that should agree. */
final class EffectsByGrade implements StarPart {
    @Override
    public StarSection of(StarData data, StarOptions options) {
        StarSection section = StarSection.titled("Small classes against all others within schools, grade by grade")
                .with(
                        "Each pupil is compared with those of the same school. Three ways to tell chance from effect stand"
                                + " side by side: fixed effects of schools with CR2 errors by class, a mixed model with schools at"
                                + " random, and a randomisation test that deals whole classes anew within schools.")
                .with(
                        "Finn and Achilles (1990, doi:10.3102/00028312027003557) are commonly told to have found about a fifth"
                                + " of a standard deviation.");
        IntervalPlot plot = IntervalPlot.titled("Effect of small classes, in standard deviations")
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "no effect");
        for (Subject subject : StarData.SUBJECTS) {
            Table table = Table.captioned("Effects in " + StarData.name(subject) + ", points of the scale score")
                    .withColumns(
                            "Grade",
                            "n",
                            "Effect",
                            "CR2 by class",
                            "df",
                            "CR2 by school",
                            "g",
                            "Mixed model",
                            "Lot: p");
            for (String grade : StarData.GRADES) {
                StarData rows = data.grade(grade);
                if (rows.rows() == 0) {
                    continue;
                }
                Comparison comparison = rows.comparison(subject);
                Measured<TreatmentEffect> byClass =
                        FixedEffectsComparison.withDefaults().of(comparison);
                Measured<TreatmentEffect> bySchool =
                        FixedEffectsComparison.withDefaults().of(comparison.clusteredBy(rows.schools()));
                Measured<Estimate> mixed = RandomIntercept.withDefaults()
                        .of(comparison)
                        .map(model -> model.getCoefficient(RandomIntercept.TREATMENT));
                Measured<RandomizationResult> lot = RandomizationTest.withDefaults()
                        .withDraws(options.draws())
                        .withSeed(options.seed())
                        .withWholeClusters()
                        .of(comparison);
                table = table.with(
                        Cell.of(StarData.name(grade)),
                        number(byClass.map(effect -> (double) effect.points().n()), 0),
                        told(byClass.map(effect -> effect.points().value()), 2),
                        number(byClass.map(EffectsByGrade::error), 2),
                        number(byClass.map(TreatmentEffect::degreesOfFreedom), 1),
                        number(bySchool.map(EffectsByGrade::error), 2),
                        number(byClass.map(effect -> effect.standardized().value()), 3),
                        number(mixed.map(Estimate::value), 2),
                        number(lot.map(RandomizationResult::pValue), 4));
                plot = plot.with(
                        StarData.name(subject) + ", " + StarData.name(grade),
                        byClass.map(TreatmentEffect::standardized));
            }
            section = section.with(table);
        }
        return section.with(String.format(
                        Locale.ROOT, "The test draws %d assignments, seed %d.", options.draws(), options.seed()))
                .with(plot);
    }

    private static double error(TreatmentEffect effect) {
        return effect.points().standardError().orElse(0.0);
    }

    /** The number, or a dash. */
    static Cell number(Measured<Double> value, int decimals) {
        return value.value().map(found -> Cell.of(found, decimals)).orElseGet(() -> Cell.of("–"));
    }

    /** The number, or why there is none. */
    static Cell told(Measured<Double> value, int decimals) {
        return value.value().map(found -> Cell.of(found, decimals)).orElseGet(() -> Cell.absent(value));
    }
}
