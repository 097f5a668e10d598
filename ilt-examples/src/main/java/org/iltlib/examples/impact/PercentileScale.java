package org.iltlib.examples.impact;

import java.util.Arrays;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;

/** The effect on the scale of Krueger (1999): percentiles among the pupils of regular classes, averaged over subjects. */
final class PercentileScale implements StarPart {
    @Override
    public StarSection of(StarData data, StarOptions options) {
        Table table = Table.captioned("Percentile points, within schools, CR2 by class")
                .withColumns("Grade", "Effect", "Standard error", "95% interval");
        for (String grade : StarData.GRADES) {
            StarData rows = data.grade(grade);
            if (rows.rows() > 0) {
                Measured<TreatmentEffect> effect = effect(rows);
                table = table.with(
                        Cell.of(StarData.name(grade)),
                        EffectsByGrade.told(effect.map(found -> found.points().value()), 2),
                        EffectsByGrade.number(
                                effect.map(
                                        found -> found.points().standardError().orElse(0.0)),
                                2),
                        effect.isReported() ? Cell.ofInterval(effect.map(TreatmentEffect::points), 2) : Cell.of("–"));
            }
        }
        return StarSection.titled("On the scale of Krueger (1999)")
                .with(
                        "Published (A. B. Krueger, Quarterly Journal of Economics 114, 497–532, doi:10.1162/003355399556052):"
                                + " four percentile points in the first year in a small class, about one more in each year after"
                                + " that; aides make little difference; minority pupils and those on free lunch gain more.")
                .with(
                        "Commonly told from its table V: 5.37 points (standard error 1.26) in kindergarten with fixed effects"
                                + " of schools. Krueger averaged all parts of the test; here are mathematics and reading alone.")
                .with(table);
    }

    static Measured<TreatmentEffect> effect(StarData rows) {
        double[] mathematics = percentiles(rows, Subject.MATHEMATICS);
        double[] reading = percentiles(rows, Subject.READING);
        double[] mean = new double[mathematics.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Double.isNaN(mathematics[i])
                    ? reading[i]
                    : Double.isNaN(reading[i]) ? mathematics[i] : (mathematics[i] + reading[i]) / 2;
        }
        Comparison comparison =
                Comparison.of(mean, rows.small()).within(rows.schools()).clusteredBy(rows.classes());
        return FixedEffectsComparison.withDefaults()
                .withUnit("percentile points")
                .of(comparison);
    }

    /** The share of pupils in classes of regular size, with an aide or not, who score below, ties half; in hundredths. */
    private static double[] percentiles(StarData rows, Subject subject) {
        double[] scores = rows.scores(subject);
        boolean[] small = rows.small();
        double[] norm = new double[scores.length];
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!small[i] && !Double.isNaN(scores[i])) {
                norm[n++] = scores[i];
            }
        }
        norm = Arrays.copyOf(norm, n);
        Arrays.sort(norm);
        double[] percentiles = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            percentiles[i] = Double.isNaN(scores[i]) || n == 0
                    ? Double.NaN
                    : 50.0 * (below(norm, scores[i]) + below(norm, Math.nextUp(scores[i]))) / n;
        }
        return percentiles;
    }

    private static int below(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
