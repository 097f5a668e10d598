package org.iltlib.analytics.quantile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.internal.quantile.DenseQuantiles;
import org.iltlib.analytics.internal.quantile.QuantileProcess;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/** Intervals of fitted coefficients by inverting a rank test. */
final class RankIntervals {
    private static final double CLOSE = Math.cbrt(Math.ulp(1.0) * Math.ulp(1.0));
    private static final double TIE = 1000;
    private static final double[] SHAKES = {1e-12, 1e-10, 1e-8, 1e-6};

    private final QuantileOptions options;
    private final DenseQuantiles design;
    private final double[][] rows;
    private final double[] outcome;
    private final double[] weights;
    private final List<double[]> columns;
    private final QuantileProcess process;
    private final double[][] inverse;

    RankIntervals(
            QuantileOptions options,
            DenseQuantiles design,
            double[] outcome,
            List<double[]> columns,
            double[] weights,
            QuantileProcess process) {
        this.options = options;
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.columns = columns;
        this.process = process;
        this.rows = new double[outcome.length][columns.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = weights[i];
            for (int j = 1; j < rows[i].length; j++) {
                rows[i][j] = weights[i] * columns.get(j - 1)[i];
            }
        }
        double[] squares = Arrays.stream(weights).map(weight -> weight * weight).toArray();
        this.inverse = design.sandwich(squares, squares);
    }

    /** The intervals of all coefficients at one quantile. */
    List<Measured<Estimate>> at(int t) {
        double tau = process.tau(t);
        double[] fitted = process.coefficients(t);
        Optional<RankInversion> found = inversion(tau);
        if (found.isEmpty()) {
            return Collections.nCopies(
                    fitted.length, Measured.missing(MissingReason.UNDEFINED, "too many rows tie on the fit"));
        }
        RankInversion inversion = found.get();
        double[] left =
                options.errors() == QuantileErrors.RANK_NID ? RankInversion.left(rows, densities(tau)) : alike();
        int degrees = outcome.length - fitted.length;
        double size = Distributions.studentQuantile(degrees, 0.5 + options.level() / 2);
        return IntStream.range(0, fitted.length)
                .mapToObj(j -> {
                    double critical = size * Math.sqrt(tau * (1 - tau) * left[j]);
                    OptionalDouble lower = inversion.limit(j, false, critical);
                    OptionalDouble upper = inversion.limit(j, true, critical);
                    if (lower.isEmpty() || upper.isEmpty()) {
                        return Measured.<Estimate>missing(
                                MissingReason.UNDEFINED, "the rank test rejects no value, however far on one side");
                    }
                    return Measured.of(Estimate.builder()
                            .value(fitted[j])
                            .lower(Math.min(fitted[j], lower.getAsDouble()))
                            .upper(Math.max(fitted[j], upper.getAsDouble()))
                            .level(options.level())
                            .n(outcome.length)
                            .unit(options.unit())
                            .method("quantile regression, inverted rank test, " + options.errors())
                            .build());
                })
                .toList();
    }

    private double[] alike() {
        double[] left = new double[inverse.length];
        for (int j = 0; j < left.length; j++) {
            left[j] = 1 / inverse[j][j];
        }
        return left;
    }

    /** At the fit of an outcome that is shaken, always in the same way, by as little as it takes to break ties. */
    private Optional<RankInversion> inversion(double tau) {
        double low = Arrays.stream(outcome).min().orElse(0);
        double high = Arrays.stream(outcome).max().orElse(0);
        for (double size : SHAKES) {
            SplitMix chance = SplitMix.of(1);
            double[] shaken = new double[outcome.length];
            double[] scaled = new double[outcome.length];
            for (int i = 0; i < shaken.length; i++) {
                shaken[i] = outcome[i] + size * (high - low) * (chance.nextDouble() - 0.5);
                scaled[i] = weights[i] * shaken[i];
            }
            double[] vertex = DenseQuantiles.of(shaken, columns, weights)
                    .fit(new double[] {tau}, options.executor())
                    .coefficients(0);
            RankInversion inversion = new RankInversion(rows, scaled, vertex, tau, TIE * size * (high - low));
            if (inversion.isOptimal()) {
                return Optional.of(inversion);
            }
        }
        return Optional.empty();
    }

    private double[] densities(double tau) {
        double half = options.bandwidth().halfWidth(tau, outcome.length);
        while (tau - half <= 0 || tau + half >= 1) {
            half /= 2;
        }
        QuantileProcess beside = design.fit(new double[] {tau - half, tau + half}, options.executor());
        double[] low = beside.coefficients(0);
        double[] high = beside.coefficients(1);
        double[] densities = new double[rows.length];
        for (int i = 0; i < densities.length; i++) {
            double apart = 0;
            for (int j = 0; j < low.length; j++) {
                apart += rows[i][j] * (high[j] - low[j]);
            }
            densities[i] = Math.max(CLOSE, 2 * half / (apart - CLOSE));
        }
        return densities;
    }
}
