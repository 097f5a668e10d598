package org.iltlib.analytics.measurement;

import java.util.Optional;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * The reliability of a total score in the forms in use: alpha with interval and standard error, standardised alpha,
 * KR-21, λ6, omega total, split halves. Immutable. From the moments, the cube of the number of items; the same moments and
 * seed give the same bits.
 *
 * <p>Sources: Cronbach (1951), doi:10.1007/BF02310555; Kuder and Richardson (1937), doi:10.1007/BF02288391; Guttman
 * (1945), doi:10.1007/BF02288892; McDonald, R. P. (1999), Test theory, for omega.
 */
public final class InternalConsistency {
    private static final long FEWEST_FOR_ERROR = 10;
    private static final String NOT_VARIED = "an item does not vary";

    private final double level;
    private final long seed;

    private InternalConsistency(double level, long seed) {
        this.level = level;
        this.seed = seed;
    }

    /** Intervals at level 0.95, split halves drawn from seed 1 where there are too many. */
    public static InternalConsistency withDefaults() {
        return new InternalConsistency(0.95, 1);
    }

    /** A copy with intervals at that level, between 0 and 1, both excluded. */
    public InternalConsistency withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new InternalConsistency(other, seed);
    }

    /** A copy that draws split halves from that seed. */
    public InternalConsistency withSeed(long other) {
        return new InternalConsistency(level, other);
    }

    /** Of the students who have points on every item. */
    public ConsistencyReport of(ResponseTable table) {
        return of(ItemMoments.of(table));
    }

    /** Of those moments; every number that cannot be had is missing with its reason. */
    public ConsistencyReport of(ItemMoments moments) {
        int k = moments.items();
        boolean enough = moments.students() > 1 && k > 1;
        double[][] covariances = new double[k][k];
        double[][] correlations = new double[k][k];
        boolean varied = enough;
        for (int i = 0; i < k; i++) {
            varied &= moments.covariance(i, i) > 0;
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                covariances[i][j] = moments.covariance(i, j);
                correlations[i][j] = i == j
                        ? 1
                        : varied
                                ? covariances[i][j] / Math.sqrt(moments.covariance(i, i) * moments.covariance(j, j))
                                : 0;
            }
        }
        double total = moments.totalVariance();
        Measured<Double> average = varied ? Measured.of(averageOf(correlations)) : few(enough, NOT_VARIED);
        return ConsistencyReport.builder()
                .students(moments.students())
                .incomplete(moments.incomplete())
                .items(k)
                .mean(moments.totalMean())
                .standardDeviation(moments.students() > 1 ? Measured.of(Math.sqrt(total)) : few(false, ""))
                .reliability(CronbachAlpha.withDefaults().withLevel(level).of(moments))
                .isRightOrWrong(moments.isRightOrWrong())
                .alphaStandardError(
                        enough && total > 0
                                ? error(covariances, moments.students())
                                : few(enough, "all totals are the same"))
                .averageCorrelation(average)
                .standardisedAlpha(average.flatMap(r -> 1 + (k - 1) * r > 0
                        ? Measured.of(k * r / (1 + (k - 1) * r))
                        : few(true, "the items oppose each other")))
                .kr21(kr21(moments, enough, total))
                .lambda6(varied ? lambda6(correlations, moments.students()) : few(enough, NOT_VARIED))
                .omegaTotal(varied ? omega(correlations, covariances, moments.students()) : few(enough, NOT_VARIED))
                .splitHalf(SplitHalf.of(moments, seed))
                .build();
    }

    private static Measured<Double> few(boolean enough, String otherwise) {
        return enough
                ? Measured.missing(MissingReason.UNDEFINED, otherwise)
                : Measured.missing(MissingReason.TOO_FEW, "at least two students and two items are needed");
    }

    private static Measured<Double> kr21(ItemMoments moments, boolean enough, double total) {
        if (!moments.isRightOrWrong()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "an item earns more than one point");
        }
        double k = moments.items();
        return enough && total > 0
                ? moments.totalMean().map(mean -> k / (k - 1) * (1 - mean * (k - mean) / (k * total)))
                : few(enough, "all totals are the same");
    }

    private static double averageOf(double[][] correlations) {
        double sum = 0;
        int k = correlations.length;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                sum += correlations[i][j];
            }
        }
        return sum / (k * (k - 1) / 2.0);
    }

    private static Measured<Double> error(double[][] covariances, long n) {
        double error = n < FEWEST_FOR_ERROR ? 0 : standardError(covariances, n);
        return error > 0
                ? Measured.of(error)
                : Measured.missing(
                        MissingReason.TOO_FEW,
                        n + " students; an error for large samples needs " + FEWEST_FOR_ERROR + " who differ");
    }

    private static double standardError(double[][] v, long n) {
        int k = v.length;
        double sum = 0;
        double trace = 0;
        double squareTrace = 0;
        double squareSum = 0;
        for (int i = 0; i < k; i++) {
            double row = 0;
            for (int j = 0; j < k; j++) {
                row += v[i][j];
                squareTrace += v[i][j] * v[j][i];
            }
            sum += row;
            squareSum += row * row; // 1′V²1, for V is symmetric
            trace += v[i][i];
        }
        double q = 2.0
                * k
                * k
                / ((k - 1.0) * (k - 1.0) * sum * sum * sum)
                * (sum * (squareTrace + trace * trace) - 2 * trace * squareSum);
        return Math.sqrt(Math.max(0, q) / n);
    }

    private static Measured<Double> lambda6(double[][] correlations, long n) {
        GramFactor factor = GramFactor.of(correlations);
        if (n <= correlations.length || factor.deficientColumn().isPresent()) {
            return Measured.missing(MissingReason.TOO_FEW, "more students than items are needed, and no item twice");
        }
        double[][] inverse = factor.inverse();
        double left = 0;
        double total = 0;
        for (int i = 0; i < inverse.length; i++) {
            left += 1 / inverse[i][i];
            for (double one : correlations[i]) {
                total += one;
            }
        }
        return Measured.of(1 - left / total);
    }

    private static Measured<Double> omega(double[][] correlations, double[][] covariances, long n) {
        int k = correlations.length;
        if (k < 3 || n <= k) {
            return Measured.missing(MissingReason.TOO_FEW, "three items and more students than items are needed");
        }
        Optional<double[]> fitted = OneFactor.loadings(correlations);
        if (fitted.isEmpty()) {
            return Measured.missing(MissingReason.UNDEFINED, "one common factor does not fit these items");
        }
        double[] loadings = fitted.get();
        double common = 0;
        double specific = 0;
        for (int i = 0; i < k; i++) {
            common += loadings[i] * Math.sqrt(covariances[i][i]);
            specific += (1 - loadings[i] * loadings[i]) * covariances[i][i];
        }
        return Measured.of(common * common / (common * common + specific));
    }
}
