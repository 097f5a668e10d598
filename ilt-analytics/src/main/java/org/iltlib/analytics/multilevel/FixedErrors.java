package org.iltlib.analytics.multilevel;

import java.util.Arrays;
import org.iltlib.analytics.internal.mixed.KenwardRoger;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.analytics.internal.mixed.Satterthwaite;

/**
 * The covariance of the fixed effects and their degrees of freedom by the model's rule.
 *
 * @param covariance of the coefficients
 * @param degrees of each coefficient
 * @param rule by which they come in fact
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record FixedErrors(double[][] covariance, double[] degrees, DegreesOfFreedom rule) {
    static FixedErrors of(MixedModel model, MixedDesign design, MixedEngine engine) {
        double[][] covariance = engine.covariance();
        if (normal(model, design, engine)) {
            double[] degrees = new double[covariance.length];
            Arrays.fill(degrees, Double.POSITIVE_INFINITY);
            return new FixedErrors(covariance, degrees, DegreesOfFreedom.NORMAL);
        }
        if (model.freedom() == DegreesOfFreedom.KENWARD_ROGER) {
            KenwardRoger adjusted = KenwardRoger.of(engine, model.executor());
            return new FixedErrors(adjusted.covariance(), adjusted.degrees(), model.freedom());
        }
        double[] degrees = Satterthwaite.of(engine, model.isRestricted(), model.executor());
        return new FixedErrors(covariance, degrees, model.freedom());
    }

    private static boolean normal(MixedModel model, MixedDesign design, MixedEngine engine) {
        return model.freedom() == DegreesOfFreedom.NORMAL || design.errorVariances().length > 0 || engine.isIterative();
    }

    /** Why Kenward and Roger's rule is not to be had; empty if it is. */
    static String refusal(MixedModel model, MixedDesign design) {
        long coefficients = design.terms().stream()
                .mapToLong(term -> (long) term.groups() * term.columns().size())
                .sum();
        if (model.freedom() != DegreesOfFreedom.KENWARD_ROGER) {
            return "";
        } else if (!model.isRestricted()) {
            return "Kenward and Roger's rule is for REML";
        } else if (design.errorVariances().length > 0) {
            return "Kenward and Roger's rule is not for known error variances";
        } else if (coefficients > KenwardRoger.MOST_COEFFICIENTS) {
            return coefficients
                    + " random coefficients are too many for Kenward and Roger's rule; maybe Satterthwaite's";
        }
        return "";
    }
}
