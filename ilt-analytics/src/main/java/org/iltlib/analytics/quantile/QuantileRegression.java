package org.iltlib.analytics.quantile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.quantile.DenseQuantiles;
import org.iltlib.analytics.internal.quantile.QuantileProcess;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Fits quantiles of an outcome on any columns, exactly. Immutable options; {@link #of(double[], List, List)} fits. In R:
 * {@code quantreg::rq(y ~ x, tau, weights)}.
 *
 * <p>The least of the weighted sum of τ·r over residuals r above zero and (τ − 1)·r over those below is found by a search
 * over vertices from a smoothed start, and is given only with a proof, see {@link FitCertificate}. About O(n·p) a
 * quantile for n rows and p columns, once the first is found. Results are the same bits on any number of threads.
 * Source: Koenker &amp; Bassett (1978), doi:10.2307/1913643; Koenker (2005), Quantile Regression,
 * doi:10.1017/CBO9780511754098.
 */
public final class QuantileRegression {
    /** The name of the first coefficient. */
    public static final String INTERCEPT = "(Intercept)";

    private final QuantileOptions options;

    private QuantileRegression(QuantileOptions options) {
        this.options = options;
    }

    /** The median, 95 % intervals that allow for uneven spread, the outcome in points, in the caller's thread. */
    public static QuantileRegression withDefaults() {
        return new QuantileRegression(
                ImmutableQuantileOptions.builder().addTaus(0.5).build());
    }

    private ImmutableQuantileOptions.Builder copy() {
        return ImmutableQuantileOptions.builder().from(options);
    }

    private static QuantileRegression with(ImmutableQuantileOptions.Builder options) {
        return new QuantileRegression(options.build());
    }

    /**
     * A copy for these quantiles.
     *
     * @throws IllegalArgumentException unless each lies between 0 and 1, both excluded, and they ascend
     */
    public QuantileRegression withTaus(double... taus) {
        Checks.require(taus.length > 0, "taus is empty. Expected at least one quantile, such as 0.5.");
        for (int t = 0; t < taus.length; t++) {
            Checks.require(
                    taus[t] > 0 && taus[t] < 1,
                    "tau is %s. Expected between 0 and 1, both excluded, such as 0.5.",
                    taus[t]);
            Checks.require(
                    t == 0 || taus[t] > taus[t - 1],
                    "tau %s does not come after %s. Expected ascending quantiles, each once.",
                    taus[t],
                    taus[Math.max(0, t - 1)]);
        }
        return with(copy().taus(Arrays.stream(taus).boxed().toList()));
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public QuantileRegression withLevel(double level) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        return with(copy().level(level));
    }

    /** A copy that finds errors by that rule. */
    public QuantileRegression withErrors(QuantileErrors errors) {
        return with(copy().errors(errors));
    }

    /** A copy that estimates densities over stretches of that width. */
    public QuantileRegression withBandwidth(Bandwidth bandwidth) {
        return with(copy().bandwidth(bandwidth));
    }

    /**
     * A copy whose bootstrap draws so many samples from that seed.
     *
     * @throws IllegalArgumentException if there are fewer than two samples
     */
    public QuantileRegression withReplications(int replications, long seed) {
        Checks.require(replications >= 2, "replications is %s. Expected at least 2, such as 400.", replications);
        return with(copy().replications(replications).seed(seed));
    }

    /** A copy that names the unit of the outcome in words. */
    public QuantileRegression withUnit(String unit) {
        return with(copy().unit(Checks.text(unit, "unit")));
    }

    /** A copy that works on the threads of that executor; results are the same on any. */
    public QuantileRegression withExecutor(Executor executor) {
        return with(copy().executor(executor));
    }

    /** {@link #of(double[], List, List, double[], int[])} with every weight 1 and every row a cluster of its own. */
    public Measured<QuantileModel> of(double[] outcome, List<String> names, List<double[]> columns) {
        double[] weights = new double[outcome.length];
        Arrays.fill(weights, 1);
        return of(outcome, names, columns, weights);
    }

    /** {@link #of(double[], List, List, double[], int[])} with every row a cluster of its own. */
    public Measured<QuantileModel> of(double[] outcome, List<String> names, List<double[]> columns, double[] weights) {
        return of(
                outcome,
                names,
                columns,
                weights,
                IntStream.range(0, outcome.length).toArray());
    }

    /**
     * The fits. Missing, with the reason, if there are no more rows than coefficients, if the outcome is constant, if a
     * column follows from those before it, or if rounding keeps the proof from closing.
     *
     * @param outcome one finite number a row
     * @param names the columns' names, the intercept not among them; may be empty
     * @param columns the columns, finite, in the order of the names
     * @param weights one number a row, zero or more; a row of weight 2 counts as two rows in the fit, and a row of weight
     *     0 not at all. Errors take weights as R does: they scale the row, they do not count it
     * @param clusters one code a row; the bootstrap draws whole clusters, other errors do not look at them
     * @throws IllegalArgumentException if lengths differ, a number is not finite or a weight is negative
     */
    public Measured<QuantileModel> of(
            double[] outcome, List<String> names, List<double[]> columns, double[] weights, int[] clusters) {
        int n = outcome.length;
        Checks.require(
                names.size() == columns.size(), "There are %s names for %s columns.", names.size(), columns.size());
        finite(outcome, n, "outcome");
        for (int j = 0; j < names.size(); j++) {
            finite(columns.get(j), n, names.get(j));
        }
        finite(weights, n, "weights");
        Checks.require(clusters.length == n, "clusters has %s codes for %s rows.", clusters.length, n);
        for (double weight : weights) {
            Checks.require(weight >= 0, "A weight is %s. Expected zero or more.", weight);
        }
        int[] kept = IntStream.range(0, n).filter(i -> weights[i] > 0).toArray();
        if (kept.length <= names.size() + 1) {
            return Measured.missing(
                    MissingReason.TOO_FEW, kept.length + " rows for " + (names.size() + 1) + " coefficients");
        }
        List<double[]> used = new ArrayList<>();
        for (double[] column : columns) {
            used.add(kept(column, kept));
        }
        int[] codes = Arrays.stream(kept).map(i -> clusters[i]).toArray();
        return fit(kept(outcome, kept), names, used, kept(weights, kept), codes);
    }

    private static void finite(double[] values, int n, String name) {
        Checks.require(values.length == n, "%s has %s numbers for %s rows.", name, values.length, n);
        for (double value : values) {
            Checks.finite(value, name);
        }
    }

    private static double[] kept(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    private Measured<QuantileModel> fit(
            double[] outcome, List<String> names, List<double[]> columns, double[] weights, int[] clusters) {
        if (Arrays.stream(outcome).allMatch(value -> value == outcome[0])) {
            return Measured.missing(MissingReason.UNDEFINED, "the outcome is " + outcome[0] + " in every row");
        }
        DenseQuantiles design = DenseQuantiles.of(outcome, columns, weights);
        OptionalInt deficient = design.deficientColumn();
        if (deficient.isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "\"" + names.get(deficient.getAsInt() - 1) + "\" is determined by what stands before it");
        }
        double[] taus = options.taus().stream().mapToDouble(tau -> tau).toArray();
        QuantileProcess process = design.fit(taus, options.executor());
        for (int t = 0; t < taus.length; t++) {
            if (!process.proved(t, FitCertificate.WIDEST)) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "rounding keeps the quantile " + taus[t] + " from being proved the best"
                                + (Double.isFinite(process.gap(t)) ? ": it leaves a gap of " + process.gap(t) : ""));
            }
        }
        CoefficientErrors errors = new CoefficientErrors(options, design, outcome, columns, weights, clusters, process);
        List<QuantileFit> fits = new ArrayList<>();
        for (int t = 0; t < taus.length; t++) {
            fits.add(fit(process, t, names, errors, outcome.length));
        }
        return Measured.of(new QuantileModel(fits, outcome.length));
    }

    private QuantileFit fit(QuantileProcess process, int t, List<String> names, CoefficientErrors errors, int n) {
        FitCertificate certificate = new FitCertificate(process.gap(t), process.violation(t), process.zeros(t));
        QuantileFit.Builder fit = QuantileFit.builder()
                .tau(process.tau(t))
                .objective(process.objective(t))
                .certificate(certificate);
        Explanation why = Explanation.of(
                        "No coefficients reach less than %.6g at the quantile %s.",
                        process.objective(t), process.tau(t))
                .because(
                        "%d rows, %d of them exactly on the fit; the dual solution leaves a gap of %.1e of the"
                                + " objective.",
                        n, certificate.zeros(), certificate.gap());
        double[] coefficients = process.coefficients(t);
        List<Measured<Estimate>> estimates = errors.estimates(t);
        for (int j = 0; j < coefficients.length; j++) {
            String name = j == 0 ? INTERCEPT : names.get(j - 1);
            Measured<Estimate> estimate = estimates.get(j);
            if (j > 0) {
                String unit = options.unit() + " per unit of " + name;
                estimate = estimate.map(plain -> plain.toBuilder().unit(unit).build());
            }
            fit.addCoefficients(new QuantileCoefficient(name, coefficients[j], estimate));
            why = why.because("%s: %.6g.", name, coefficients[j]);
        }
        return fit.why(why).build();
    }
}
