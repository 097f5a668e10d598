package org.iltlib.analytics.multilevel;

import java.util.Locale;
import org.iltlib.base.Explanation;

/** A mixed model's fit in words and arithmetic. */
final class MixedWords {
    private MixedWords() {}

    static Explanation of(MixedFit fit, MixedModel model, MixedDesign design) {
        Explanation why = Explanation.of("outcome ~ %s, %d rows, by %s.", design, design.rows(), model.method());
        for (TermVariance component : fit.components()) {
            for (String column : component.columns()) {
                why = why.because(
                        "%s of %s varies between %d groups with standard deviation %.4g.",
                        column, component.term(), component.groups(), component.deviation(column));
            }
        }
        why = why.because("Within groups the standard deviation is %.4g.", fit.residualDeviation());
        if (fit.isResidualAtBound()) {
            why = why.because(
                    "The error variances given leave nothing for it: they are as large as what varies within.");
        }
        if (fit.isSingular()) {
            why = why.because("A variance is zero: the data show no more of it than chance would.");
        }
        for (FixedEffect effect : fit.fixedEffects()) {
            why = why.because(
                    "%s: %.4g, standard error %.4g, %s (%s).",
                    effect.name(),
                    effect.estimate().value(),
                    effect.estimate().standardError().orElseThrow(),
                    tested(effect),
                    fit.degreesOfFreedom());
        }
        if (fit.degreesOfFreedom() != model.freedom()) {
            why = why.because(
                    "%s are not to be had %s: intervals are too narrow where groups are few.",
                    model.freedom(),
                    design.errorVariances().length > 0 ? "with known error variances" : "for a fit by iteration");
        }
        return why;
    }

    private static String tested(FixedEffect effect) {
        return Double.isInfinite(effect.degreesOfFreedom())
                ? String.format(Locale.ROOT, "z = %.2f", effect.statistic())
                : String.format(
                        Locale.ROOT,
                        "t = %.2f on %.1f degrees of freedom",
                        effect.statistic(),
                        effect.degreesOfFreedom());
    }
}
