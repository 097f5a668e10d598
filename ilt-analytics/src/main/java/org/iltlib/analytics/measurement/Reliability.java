package org.iltlib.analytics.measurement;

import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How reliable the total score is.
 *
 * @param alpha Cronbach's alpha with Feldt's interval
 * @param standardErrorOfMeasurement how far a student's total lies from the true one, in points: s·√(1 − alpha);
 *     missing if alpha is missing
 */
public record Reliability(Measured<Estimate> alpha, Measured<Double> standardErrorOfMeasurement) {}
