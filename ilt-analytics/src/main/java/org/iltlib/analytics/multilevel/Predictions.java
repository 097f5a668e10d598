package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/** Predictions of a term's groups with the error that comes from estimated fixed effects and variances. */
final class Predictions {
    private Predictions() {}

    /**
     * The predictions.
     *
     * @param effects the same with conditional errors, group by group, within each by column
     * @param constant the number of fixed coefficients constant within groups, the intercept among them
     * @param common of the solutions for the fixed columns, what is left out
     */
    static Measured<List<RandomEffect>> of(
            List<RandomEffect> effects,
            TermVariance component,
            MixedEngine engine,
            int k,
            double level,
            int constant,
            double[] common) {
        int degrees = component.groups() - constant;
        if (degrees < 1) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    component.groups() + " groups of \"" + component.term() + "\" for " + constant
                            + " coefficients constant within them");
        }
        int q = component.columns().size();
        double[] squares = new double[q];
        double[][] reliability = new double[component.groups()][q];
        for (int c = 0; c < q; c++) {
            double between = component.variance(component.columns().get(c));
            if (!(between > 0)) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "groups of \"" + component.term() + "\" differ no more than chance would have it");
            }
            for (int group = 0; group < reliability.length; group++) {
                double conditional =
                        effects.get(group * q + c).estimate().standardError().orElseThrow();
                double share = Math.max(0, Math.min(1, 1 - conditional * conditional / between));
                reliability[group][c] = share;
                squares[c] += share * share;
            }
        }
        double reach = FixedEffect.quantile(level, degrees);
        List<RandomEffect> predictions = new ArrayList<>();
        for (int group = 0; group < reliability.length; group++) {
            double[][] spread = engine.predictionCovariance(k, group, common);
            for (int c = 0; c < q; c++) {
                double share = reliability[group][c];
                double left = share * (1 - share) * (1 - share);
                double between = component.variance(component.columns().get(c));
                double uncertain = left > 0 ? 2 * between * left / squares[c] * reliability.length / degrees : 0;
                double error = Math.sqrt(Math.max(0, spread[c][c]) + 2 * uncertain);
                RandomEffect effect = effects.get(group * q + c);
                Estimate estimate = effect.estimate();
                predictions.add(new RandomEffect(
                        effect.group(),
                        effect.column(),
                        estimate.toBuilder()
                                .lower(estimate.value() - reach * error)
                                .upper(estimate.value() + reach * error)
                                .standardError(error)
                                .method(estimate.method() + ", error of prediction")
                                .build()));
            }
        }
        return Measured.of(List.copyOf(predictions));
    }
}
