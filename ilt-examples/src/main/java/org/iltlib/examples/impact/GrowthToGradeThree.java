package org.iltlib.examples.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.Step;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.multilevel.MixedDesign;
import org.iltlib.analytics.multilevel.MixedModel;
import org.iltlib.analytics.multilevel.RandomTerm;
import org.iltlib.analytics.quantile.QuantileErrors;
import org.iltlib.analytics.quantile.QuantileFit;
import org.iltlib.analytics.quantile.QuantileRegression;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;

/**
 * Growth from kindergarten to grade 3 by plain gains, a mixed model, quantile regression and growth percentiles, side by
 * side on the same pupils, and why they do not say the same.
 */
final class GrowthToGradeThree implements StarPart {
    private static final String SMALL = "small";
    private static final double[] TAUS = {0.1, 0.25, 0.5, 0.75, 0.9};
    private static final int REPLICATIONS = 200;

    @Override
    public StarSection of(StarData data, StarOptions options) {
        ToGradeThree pupils = ToGradeThree.of(data);
        StarSection section = StarSection.titled("Growth from kindergarten to grade 3, three ways and a fourth")
                .with(String.format(
                        Locale.ROOT,
                        "%,d pupils have a mathematics score in both years; %,d with one in kindergarten have none in"
                                + " grade 3.",
                        pupils.count(),
                        pupils.left()));
        if (pupils.count() < 30) {
            return section.with("These are too few to speak of growth.");
        }
        Table table = Table.captioned("Small classes beside others, mathematics from kindergarten to grade 3")
                .withColumns("Question", "Method", "Small class", "95% interval", "Unit");
        IntervalPlot plot = IntervalPlot.titled("What a small kindergarten class goes with, by method")
                .withUnit("points")
                .withDecimals(1)
                .withReference(0, "no difference");
        for (Line line : lines(pupils, options)) {
            table = table.with(
                    Cell.of(line.question),
                    Cell.of(line.method),
                    EffectsByGrade.told(line.effect.map(Estimate::value), 2),
                    line.effect.isReported() ? Cell.ofInterval(line.effect, 2) : Cell.of("–"),
                    Cell.of(line.unit));
            if (line.unit.equals("points")) {
                plot = plot.with(line.method, line.effect);
            }
        }
        return section.with(table).with(why(pupils)).with(plot);
    }

    private record Line(String question, String method, Measured<Estimate> effect, String unit) {}

    private static List<Line> lines(ToGradeThree pupils, StarOptions options) {
        List<Line> lines = new ArrayList<>();
        FixedEffectsComparison within = FixedEffectsComparison.withDefaults();
        lines.add(new Line(
                "Did they gain more?",
                "plain gains, within schools",
                within.of(comparison(pupils, pupils.gain())).map(TreatmentEffect::points),
                "points"));
        lines.add(new Line("Did they gain more?", "mixed model of both years", mixed(pupils), "points"));
        lines.add(new Line(
                "Where are they in grade 3?",
                "grade 3 alone, within schools",
                within.of(comparison(pupils, pupils.after())).map(TreatmentEffect::points),
                "points"));
        lines.add(new Line(
                "Are they ahead of those who began alike?",
                "mean with the score of kindergarten, within schools",
                within.of(comparison(pupils, pupils.after()).adjustedFor("kindergarten", pupils.before()))
                        .map(TreatmentEffect::points),
                "points"));
        QuantileRegression.withDefaults()
                .withTaus(TAUS)
                .withErrors(QuantileErrors.BOOTSTRAP)
                .withReplications(REPLICATIONS, options.seed())
                .of(
                        pupils.after(),
                        List.of(SMALL, "kindergarten", "mean of the school"),
                        List.of(pupils.marks(), pupils.before(), pupils.meanBeforeOfSchool()),
                        ones(pupils.count()),
                        pupils.room())
                .value()
                .ifPresent(model -> {
                    for (QuantileFit fit : model.fits()) {
                        lines.add(new Line(
                                "Are they ahead of those who began alike?",
                                String.format(Locale.ROOT, "quantile %.2f with the score of kindergarten", fit.tau()),
                                fit.coefficients().get(1).estimate(),
                                "points"));
                    }
                });
        lines.add(new Line(
                "Where do they stand among those?", "growth percentiles, means", percentiles(pupils), "percentiles"));
        return lines;
    }

    private static Comparison comparison(ToGradeThree pupils, double[] outcome) {
        return Comparison.of(outcome, pupils.small()).within(pupils.school()).clusteredBy(pupils.room());
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** score ~ grade + small + small × grade + (1 | pupil) + (1 | school): the last coefficient. */
    private static Measured<Estimate> mixed(ToGradeThree pupils) {
        int n = pupils.count();
        double[] score = new double[2 * n];
        double[] third = new double[2 * n];
        double[] small = new double[2 * n];
        double[] both = new double[2 * n];
        int[] pupil = new int[2 * n];
        int[] school = new int[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            int one = i % n;
            score[i] = i < n ? pupils.before()[one] : pupils.after()[one];
            third[i] = i < n ? 0 : 1;
            small[i] = pupils.small()[one] ? 1 : 0;
            both[i] = small[i] * third[i];
            pupil[i] = one;
            school[i] = pupils.school()[one];
        }
        return MixedModel.withDefaults()
                .withUnit("points")
                .of(MixedDesign.of(score)
                        .withColumn("grade 3", third)
                        .withColumn(SMALL, small)
                        .withColumn("small in grade 3", both)
                        .withRandom(RandomTerm.intercept("pupil", pupil))
                        .withRandom(RandomTerm.intercept("school", school)))
                .map(fit -> fit.getFixedEffect("small in grade 3").estimate());
    }

    /** Mean growth percentiles, within schools. */
    private static Measured<Estimate> percentiles(ToGradeThree pupils) {
        Progression grades = new Progression(
                Subject.MATHEMATICS,
                List.of(new Step(1986, GradeLevel.KINDERGARTEN), new Step(1989, GradeLevel.of(3))));
        GrowthPercentiles growth =
                GrowthModel.withDefaults().of(GrowthCohort.of(grades, pupils.after(), List.of(pupils.before())));
        double[] percentile = new double[pupils.count()];
        for (int place = 0; place < percentile.length; place++) {
            int found = growth.percentile(place);
            percentile[place] = found == 0 ? Double.NaN : found;
        }
        return FixedEffectsComparison.withDefaults()
                .withUnit("percentiles")
                .of(comparison(pupils, percentile))
                .map(TreatmentEffect::points);
    }

    private static Explanation why(ToGradeThree pupils) {
        Moments before = Moments.EMPTY;
        Moments after = Moments.EMPTY;
        double cross = 0;
        for (int i = 0; i < pupils.count(); i++) {
            before = before.with(pupils.before()[i]);
            after = after.with(pupils.after()[i]);
        }
        for (int i = 0; i < pupils.count(); i++) {
            cross += (pupils.before()[i] - before.mean()) * (pupils.after()[i] - after.mean());
        }
        double slope = cross / ((before.n() - 1) * before.variance().orElse(0));
        return Explanation.of("They do not say the same, because they do not ask the same.")
                .because(
                        "The lot decided on the class in kindergarten: so what it did by grade 3 is told by grade 3 alone."
                                + " The others set off a score that the class had already changed.")
                .because(
                        "The test of kindergarten was taken after a year in the small class: what that year gave is part of"
                                + " the start. A gain counts only what was added later, or lost.")
                .because(
                        "Scores spread by %.1f points in kindergarten and by %.1f in grade 3: a lead that keeps its place"
                                + " shrinks in points, so plain gains and the mixed model turn it into a loss.",
                        Math.sqrt(before.variance().orElse(0)),
                        Math.sqrt(after.variance().orElse(0)))
                .because(
                        "A point more in kindergarten goes with %.2f points more in grade 3, not with one: gains take a"
                                + " whole point off, the other methods that share.",
                        slope)
                .because(
                        "Quantiles tell low and high scorers of grade 3 apart; a mean hides them. They hold the school's"
                                + " mean equal instead of comparing within schools, and errors go together within classes.")
                .because(
                        "Growth percentiles are the same comparison freed from the scale: only the order among pupils who"
                                + " began alike counts.")
                .because("All leave out who left: %,d of %,d.", pupils.left(), pupils.left() + pupils.count());
    }
}
