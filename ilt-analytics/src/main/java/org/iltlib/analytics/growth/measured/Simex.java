package org.iltlib.analytics.growth.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Simulation and extrapolation: more error is added to the earlier scores, √λ times what they have, for several λ and many
 * times; what the predictions do as λ grows is followed back to λ = −1, where there would be no error. Immutable options.
 *
 * <p>Each replicate draws one normal deviate for each different score of a test, the same for all λ; knots are placed anew
 * on the perturbed scores. Fits take a random sample of the students where there are more than it. Predictions are averaged
 * over replicates and a line (or a parabola) in λ is fitted to them, quantile by quantile; only then are they sorted and
 * the percentile read off. Because predictions are sums of one part a score and all of this is linear, parts are averaged
 * and extrapolated for each different score instead of each student.
 *
 * <p>The same seed gives the same figures on any number of threads. They are not R's, whose stream of chance differs.
 * Without error of measurement they are those of the plain model. Time: replicates times λ's, 300 unless told otherwise,
 * fits of 100 quantiles for each order.
 */
public final class Simex {
    private static final double LARGEST_SHARE = 0.5;

    private final SimexOptions options;

    private Simex(SimexOptions options) {
        this.options = options;
    }

    /**
     * With those errors, λ of 0, .5, 1, 1.5 and 2, 75 replicates, samples of 5,000, a straight line, seed 1.
     *
     * @param errors of the test one year before, of the test two years before, and so on
     */
    public static Simex of(List<ScoreErrors> errors) {
        return new Simex(ImmutableSimexOptions.builder()
                .errors(Checks.notEmpty(errors, "errors"))
                .build());
    }

    private ImmutableSimexOptions.Builder copy() {
        return ImmutableSimexOptions.builder().from(options);
    }

    private static Simex with(ImmutableSimexOptions.Builder builder) {
        return new Simex(builder.build());
    }

    /** A copy that adds error to those amounts, ascending, each above 0; 0 itself is always there. */
    public Simex withLambdas(List<Double> lambdas) {
        double last = 0;
        for (double lambda : Checks.notEmpty(lambdas, "lambdas")) {
            Checks.require(lambda > last, "lambda %s stands behind %s. Expected ascending above 0.", lambda, last);
            last = Checks.finite(lambda, "lambda");
        }
        return with(copy().lambdas(lambdas));
    }

    /** A copy with so many replicates for each λ. */
    public Simex withReplicates(int replicates) {
        return with(copy().replicates((int) Checks.positive(replicates, "replicates")));
    }

    /** A copy whose fits take so many students at most. */
    public Simex withSample(int most) {
        return with(copy().sample((int) Checks.positive(most, "most")));
    }

    /** A copy that extrapolates by a parabola: less bias, more chance. */
    public Simex withParabola() {
        Checks.require(options.lambdas().size() >= 2, "A parabola takes three values of lambda, 0 among them.");
        return with(copy().quadratic(true));
    }

    /** A copy with that seed. */
    public Simex withSeed(long seed) {
        return with(copy().seed(seed));
    }

    /** A copy with those options for each fit and for the plain percentiles; its executor is used for the plain ones only. */
    public Simex withModel(GrowthModel model) {
        return with(copy().model(model));
    }

    /** A copy that fits replicates on the threads of that executor; this takes the memory of one fit a thread. */
    public Simex withExecutor(Executor executor) {
        return with(copy().executor(executor));
    }

    /**
     * Plain and corrected percentiles, each student by the highest order.
     *
     * @return missing if no order can be fitted, plain or with more error; an order is not corrected if the errors of one of
     *     its tests have a mean square of more than half the variance of the scores: of so unreliable a test the way back to no
     *     error is not known
     * @throws IllegalArgumentException if there are fewer tables of errors than orders
     */
    public Measured<SimexPercentiles> of(GrowthCohort cohort) {
        GrowthPercentiles plain = options.model().of(cohort);
        int orders = plain.matrices().size();
        Checks.require(
                options.errors().size() >= orders,
                "There are errors of %s tests. Expected %s, one for each year before.",
                options.errors().size(),
                orders);
        List<Measured<CorrectedPredictions>> corrected = new ArrayList<>();
        for (int order = 1; order <= orders; order++) {
            int now = order;
            corrected.add(plain.matrices()
                    .get(order - 1)
                    .flatMap(matrix -> reliable(cohort, matrix))
                    .flatMap(matrix -> new Extrapolation(options, cohort, now).from(matrix)));
        }
        Optional<Measured<CorrectedPredictions>> any =
                corrected.stream().filter(Measured::isReported).findFirst();
        return any.orElse(corrected.get(0)).map(first -> new SimexPercentiles(plain, corrected));
    }

    private Measured<CoefficientMatrix> reliable(GrowthCohort cohort, CoefficientMatrix matrix) {
        for (int back = 1; back <= matrix.order(); back++) {
            double[] scores = cohort.allPrior(back);
            double noise = 0;
            for (double error : options.errors().get(back - 1).at(scores)) {
                noise += error * error / scores.length;
            }
            double variance = Moments.of(scores).variance().orElse(0);
            if (noise > LARGEST_SHARE * variance) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        String.format(
                                Locale.ROOT,
                                "errors of %.4g leave too little of a standard deviation of %.4g of the scores %d before",
                                Math.sqrt(noise),
                                Math.sqrt(variance),
                                back));
            }
        }
        return Measured.of(matrix);
    }
}
