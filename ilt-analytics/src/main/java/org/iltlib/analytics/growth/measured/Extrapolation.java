package org.iltlib.analytics.growth.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.Step;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.ScorePredictor;
import org.iltlib.analytics.internal.Levels;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** The perturbed fits of one order, and what their predictions come to without error. */
final class Extrapolation {
    private static final int WIDTH = CoefficientMatrix.QUANTILES;

    private final SimexOptions options;
    private final GrowthCohort cohort;
    private final int order;
    private final Progression progression;
    private final boolean sampled;
    private final int[] places;
    private final Levels[] levels;
    private final double[][] errors;

    Extrapolation(SimexOptions options, GrowthCohort cohort, int order) {
        this.options = options;
        this.cohort = cohort;
        this.order = order;
        List<Step> steps = cohort.progression().steps();
        progression =
                new Progression(cohort.progression().subject(), steps.subList(steps.size() - order - 1, steps.size()));
        int[] able = cohort.withOrder(order);
        sampled = able.length > options.sample();
        places = sampled ? able : IntStream.range(0, cohort.size()).toArray();
        levels = new Levels[order];
        errors = new double[order][];
        for (int k = 0; k < order; k++) {
            levels[k] = Levels.of(cohort.prior(k + 1, places));
            errors[k] = options.errors().get(k).at(levels[k].toArray());
        }
    }

    Measured<CorrectedPredictions> from(CoefficientMatrix plain) {
        List<Double> lambdas = new ArrayList<>(List.of(0.0));
        lambdas.addAll(options.lambdas());
        double[] weights = weights(lambdas, options.quadratic() ? 2 : 1);
        double[] intercepts = new double[WIDTH];
        double[][] parts = new double[order][];
        for (int k = 0; k < order; k++) {
            parts[k] = new double[levels[k].size() * WIDTH];
        }
        add(ScorePredictor.of(plain), weights[0], scores(), intercepts, parts);
        int fits = 0;
        for (int at = 1; at < weights.length; at++) {
            double lambda = lambdas.get(at);
            List<CompletableFuture<Measured<CoefficientMatrix>>> runs = IntStream.range(0, options.replicates())
                    .mapToObj(b -> CompletableFuture.supplyAsync(() -> fit(lambda, b), options.executor()))
                    .toList();
            List<Measured<CoefficientMatrix>> found =
                    runs.stream().map(Extrapolation::joined).toList();
            long fitted = found.stream().filter(Measured::isReported).count();
            if (fitted == 0) {
                return found.get(0).flatMap(matrix -> Measured.missing(MissingReason.UNDEFINED));
            }
            fits += (int) fitted;
            for (int b = 0; b < found.size(); b++) {
                if (found.get(b) instanceof Measured.Reported<CoefficientMatrix> matrix) {
                    add(ScorePredictor.of(matrix.get()), weights[at] / fitted, perturbed(lambda, b), intercepts, parts);
                }
            }
        }
        return Measured.of(new CorrectedPredictions(intercepts, levels, parts, fits));
    }

    private static <T> T joined(CompletableFuture<T> run) {
        try {
            return run.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void add(
            ScorePredictor predictor, double weight, double[][] scores, double[] intercepts, double[][] parts) {
        double[] added = predictor.intercepts();
        for (int tau = 0; tau < WIDTH; tau++) {
            intercepts[tau] += weight * added[tau];
        }
        for (int k = 0; k < parts.length; k++) {
            double[] table = predictor.parts(k + 1, scores[k]);
            for (int i = 0; i < table.length; i++) {
                parts[k][i] += weight * table[i];
            }
        }
    }

    private double[][] scores() {
        double[][] scores = new double[order][];
        Arrays.setAll(scores, k -> levels[k].toArray());
        return scores;
    }

    private Measured<CoefficientMatrix> fit(double lambda, int replicate) {
        int[] sample = sample(replicate);
        double[][] moved = perturbed(lambda, replicate);
        List<double[]> priors = new ArrayList<>();
        for (int k = 0; k < order; k++) {
            double[] scores = cohort.prior(k + 1, sample);
            for (int i = 0; i < scores.length; i++) {
                if (!Double.isNaN(scores[i])) {
                    scores[i] = moved[k][levels[k].place(scores[i])];
                }
            }
            priors.add(scores);
        }
        return options.model()
                .withExecutor(Runnable::run)
                .fit(GrowthCohort.of(progression, cohort.current(sample), priors), order);
    }

    /** Each different score with the error of that replicate; the deviate depends on the score and the replicate alone. */
    double[][] perturbed(double lambda, int replicate) {
        double[][] moved = new double[order][];
        for (int k = 0; k < order; k++) {
            long stream = SplitMix.of(options.seed() + 31L * replicate).nextLong() + k;
            long seed = SplitMix.of(stream).nextLong();
            moved[k] = levels[k].toArray();
            for (int i = 0; i < moved[k].length; i++) {
                double scale = Math.sqrt(lambda) * errors[k][i];
                double chance = SplitMix.at(seed, Double.doubleToLongBits(moved[k][i]));
                moved[k][i] += scale * Distributions.normalQuantile(Math.max(chance, 0x1.0p-54));
            }
        }
        return moved;
    }

    /** The students whose chance, which depends on the id and the replicate alone, is among the smallest. */
    private int[] sample(int replicate) {
        if (!sampled) {
            return places;
        }
        long seed = SplitMix.of(~options.seed() + 31L * replicate).nextLong();
        double[] chances = new double[places.length];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = SplitMix.at(seed, key(cohort.student(places[i])));
        }
        double[] sorted = chances.clone();
        Arrays.sort(sorted);
        double limit = sorted[options.sample()];
        return IntStream.range(0, places.length)
                .filter(i -> chances[i] < limit)
                .map(i -> places[i])
                .toArray();
    }

    private static long key(String id) {
        long key = 0;
        for (int i = 0; i < id.length(); i++) {
            key = key * 0x100000001B3L + id.charAt(i);
        }
        return key;
    }

    /** What each λ's mean counts for in the least-squares polynomial's value at −1, by orthogonal polynomials. */
    static double[] weights(List<Double> lambdas, int degree) {
        int n = lambdas.size();
        double[] weights = new double[n];
        double[] before = new double[n + 1];
        double[] now = new double[n + 1]; // the last place is λ = −1
        Arrays.fill(now, 1);
        double[] at = new double[n + 1];
        for (int i = 0; i < n; i++) {
            at[i] = lambdas.get(i);
        }
        at[n] = -1;
        double normBefore = 0;
        for (int d = 0; d <= degree; d++) {
            double norm = 0;
            double centre = 0;
            for (int i = 0; i < n; i++) {
                norm += now[i] * now[i];
                centre += at[i] * now[i] * now[i];
            }
            double[] next = new double[n + 1];
            for (int i = 0; i <= n; i++) {
                next[i] = (at[i] - centre / norm) * now[i] - (d == 0 ? 0 : norm / normBefore * before[i]);
            }
            for (int i = 0; i < n; i++) {
                weights[i] += now[n] * now[i] / norm;
            }
            before = now;
            now = next;
            normBefore = norm;
        }
        return weights;
    }
}
