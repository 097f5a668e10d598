package org.iltlib.analytics.multilevel;

import java.util.Arrays;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.analytics.internal.mixed.Satterthwaite;

/**
 * The covariance of the fixed effects and their degrees of freedom by the model's rule.
 *
 * @param covariance of the coefficients
 * @param degrees of each coefficient
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record FixedErrors(double[][] covariance, double[] degrees) {
    static FixedErrors of(MixedModel model, MixedDesign design, MixedEngine engine) {
        double[][] covariance = engine.covariance();
        if (model.freedom() == DegreesOfFreedom.NORMAL || design.errorVariances().length > 0) {
            double[] degrees = new double[covariance.length];
            Arrays.fill(degrees, Double.POSITIVE_INFINITY);
            return new FixedErrors(covariance, degrees);
        }
        return new FixedErrors(covariance, Satterthwaite.of(engine, model.isRestricted(), model.executor()));
    }
}
