package org.iltlib.analytics.quantile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.internal.quantile.DenseQuantiles;
import org.iltlib.analytics.internal.quantile.QuantileProcess;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/** Standard errors and intervals of fitted coefficients, by the rule that was asked for. */
final class CoefficientErrors {
    private static final double CLOSE = Math.sqrt(Math.ulp(1.0));
    private static final double ROUGHLY = 1e-6;
    private static final int DRAWS = 20;

    private final QuantileOptions options;
    private final DenseQuantiles design;
    private final double[] outcome;
    private final List<double[]> columns;
    private final double[] weights;
    private final int[] clusters;
    private final QuantileProcess process;
    private final List<Measured<double[]>> errors;

    CoefficientErrors(
            QuantileOptions options,
            DenseQuantiles design,
            double[] outcome,
            List<double[]> columns,
            double[] weights,
            int[] clusters,
            QuantileProcess process) {
        this.options = options;
        this.design = design;
        this.outcome = outcome;
        this.columns = columns;
        this.weights = weights;
        this.clusters = clusters;
        this.process = process;
        errors = switch (options.errors()) {
            case NONE, RANK_IID, RANK_NID -> none();
            case IID -> alike();
            case NID -> uneven();
            case BOOTSTRAP -> resampled();
        };
    }

    /** The estimates of all coefficients at one quantile. */
    List<Measured<Estimate>> estimates(int t) {
        return switch (options.errors()) {
            case RANK_IID, RANK_NID -> new RankIntervals(options, design, outcome, columns, weights, process).at(t);
            default ->
                IntStream.rangeClosed(0, columns.size())
                        .mapToObj(j -> estimate(t, j))
                        .toList();
        };
    }

    private Measured<Estimate> estimate(int t, int j) {
        return errors.get(t).map(all -> estimate(process.coefficients(t)[j], all[j]));
    }

    private Estimate estimate(double value, double error) {
        int degrees = outcome.length - columns.size() - 1;
        double reach = error
                * (options.errors() == QuantileErrors.BOOTSTRAP
                        ? Distributions.normalQuantile(0.5 + options.level() / 2)
                        : Distributions.studentQuantile(degrees, 0.5 + options.level() / 2));
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(options.level())
                .standardError(error)
                .n(outcome.length)
                .unit(options.unit())
                .method("quantile regression, errors " + options.errors())
                .build();
    }

    private List<Measured<double[]>> none() {
        List<Measured<double[]>> none = new ArrayList<>();
        for (int t = 0; t < process.size(); t++) {
            none.add(Measured.missing(MissingReason.NOT_APPLICABLE, "no errors were asked for"));
        }
        return none;
    }

    private double predict(double[] coefficients, int row) {
        double sum = coefficients[0];
        for (int j = 1; j < coefficients.length; j++) {
            sum += coefficients[j] * columns.get(j - 1)[row];
        }
        return sum;
    }

    private double[] squaredWeights() {
        return Arrays.stream(weights).map(weight -> weight * weight).toArray();
    }

    private static Measured<double[]> roots(double[][] covariance, double factor) {
        double[] roots = new double[covariance.length];
        for (int j = 0; j < roots.length; j++) {
            roots[j] = Math.sqrt(factor * covariance[j][j]);
            if (!Double.isFinite(roots[j])) {
                return Measured.missing(MissingReason.UNDEFINED, "a variance is not finite");
            }
        }
        return roots.length == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no density could be told from zero")
                : Measured.of(roots);
    }

    private List<Measured<double[]>> alike() {
        double[] squares = squaredWeights();
        double[][] inverse = design.sandwich(squares, squares);
        List<Measured<double[]>> all = new ArrayList<>();
        for (int t = 0; t < process.size(); t++) {
            double tau = process.tau(t);
            all.add(sparsity(t).flatMap(s -> roots(inverse, s * s * tau * (1 - tau))));
        }
        return all;
    }

    /** How far apart neighbouring quantiles of the residuals lie: the slope of the sorted residuals nearest to zero. */
    private Measured<Double> sparsity(int t) {
        int n = outcome.length;
        int p = columns.size() + 1;
        double[] coefficients = process.coefficients(t);
        double[] residuals = new double[n];
        double[] sizes = new double[n];
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = weights[i] * (outcome[i] - predict(coefficients, i));
            sizes[i] = Math.abs(residuals[i]);
            zeros += sizes[i] < CLOSE ? 1 : 0;
        }
        int width = (int) Math.max(p + 1, Math.ceil(n * options.bandwidth().halfWidth(process.tau(t), n)));
        if (zeros + width + 1 > n) {
            return Measured.missing(
                    MissingReason.TOO_FEW, n + " rows, " + zeros + " on the fit, for a stretch of " + width);
        }
        double[] near = Replicated.nearest(residuals, zeros, width + 1);
        double[] places = new double[near.length];
        double[] ones = new double[near.length];
        for (int i = 0; i < near.length; i++) {
            places[i] = (zeros + 1.0 + i) / (n - p);
            ones[i] = 1;
        }
        return Measured.of(DenseQuantiles.of(near, List.of(places), ones)
                .fit(new double[] {0.5}, Runnable::run)
                .coefficients(0)[1]);
    }

    private List<Measured<double[]>> uneven() {
        int n = outcome.length;
        double[] halves = new double[process.size()];
        TreeSet<Double> beside = new TreeSet<>();
        for (int t = 0; t < halves.length; t++) {
            double tau = process.tau(t);
            halves[t] = options.bandwidth().halfWidth(tau, n);
            while (tau - halves[t] <= 0 || tau + halves[t] >= 1) {
                halves[t] /= 2;
            }
            beside.add(tau - halves[t]);
            beside.add(tau + halves[t]);
        }
        double[] taus = beside.stream().mapToDouble(tau -> tau).toArray();
        QuantileProcess fits = design.fit(taus, options.executor());
        List<Measured<double[]>> all = new ArrayList<>();
        double[] squares = squaredWeights();
        for (int t = 0; t < halves.length; t++) {
            double tau = process.tau(t);
            int above = Arrays.binarySearch(taus, tau + halves[t]);
            int below = Arrays.binarySearch(taus, tau - halves[t]);
            if (!fits.proved(above, ROUGHLY) || !fits.proved(below, ROUGHLY)) {
                all.add(Measured.missing(MissingReason.UNDEFINED, "rounding keeps the fits beside from being found"));
                continue;
            }
            double[] high = fits.coefficients(above);
            double[] low = fits.coefficients(below);
            double[] densities = new double[n];
            for (int i = 0; i < n; i++) {
                double apart = weights[i] * (predict(high, i) - predict(low, i)) - CLOSE;
                densities[i] = apart > 0 ? squares[i] * 2 * halves[t] / apart : 0;
            }
            all.add(roots(design.sandwich(densities, squares), tau * (1 - tau)));
        }
        return all;
    }

    private List<Measured<double[]>> resampled() {
        TreeMap<Integer, Integer> codes = new TreeMap<>();
        int[] members = new int[clusters.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = codes.computeIfAbsent(clusters[i], code -> codes.size());
        }
        double[] taus = options.taus().stream().mapToDouble(tau -> tau).toArray();
        List<Measured<double[][]>> runs = Replications.of(
                options.replications(),
                options.seed(),
                options.executor(),
                chance -> run(chance, members, codes.size(), taus));
        List<Measured<double[]>> all = new ArrayList<>();
        for (int t = 0; t < taus.length; t++) {
            all.add(Replicated.spread(runs, t));
        }
        return all;
    }

    /** One sample; drawn again if its columns cannot be told apart or rounding keeps its fit from being found. */
    private Measured<double[][]> run(SplitMix chance, int[] members, int count, double[] taus) {
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] drawn = new int[count];
            for (int k = 0; k < count; k++) {
                drawn[chance.nextInt(count)]++;
            }
            double[] factors =
                    Arrays.stream(members).mapToDouble(member -> drawn[member]).toArray();
            DenseQuantiles sample = design.times(factors);
            if (sample.deficientColumn().isEmpty()) {
                QuantileProcess fits = sample.fit(taus, Runnable::run);
                double[][] coefficients = new double[taus.length][];
                boolean proved = true;
                for (int t = 0; t < taus.length; t++) {
                    coefficients[t] = fits.coefficients(t);
                    proved &= fits.proved(t, ROUGHLY);
                }
                if (proved) {
                    return Measured.of(coefficients);
                }
            }
        }
        return Measured.missing(MissingReason.UNDEFINED, "samples of the rows have columns that determine each other");
    }
}
