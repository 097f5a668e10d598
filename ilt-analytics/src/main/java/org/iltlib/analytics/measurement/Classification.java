package org.iltlib.analytics.measurement;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Beta;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How accurate and consistent levels are that cut scores make of one administration of a test.
 *
 * <p>{@link #livingstonLewis} takes any score with a known reliability: the test is replaced by one of so many items
 * scored 0 or 1 that its error is the same, true scores follow a beta distribution with four parameters fitted by moments
 * (two where four do not fit), errors are binomial. {@link #binomial} asks no distribution: each student's share of points
 * is taken for the true one, which errs a little towards too much consistency; for items scored 0 or 1. All variances are
 * those of a population, with n: the same shares of totals give the same result for any number of students.
 *
 * <p>A cut is the least total of the level above it. Accuracy and consistency are those of the model; the marginal shares
 * are not adjusted to the observed ones.
 *
 * <p>Sources: Livingston, S. A., &amp; Lewis, C. (1995), doi:10.1111/j.1745-3984.1995.tb00462.x; Hanson, B. A. (1991),
 * Method of moments estimates for the four-parameter beta compound binomial model, ACT Research Report 91-5; Lee, W.-C.,
 * Hanson, B. A., &amp; Brennan, R. L. (2002), doi:10.1177/014662102237797.
 */
public final class Classification {
    private static final int PIECES = 64;
    /** Nodes and weights of Gauss and Legendre with five points on [−1, 1]. */
    private static final double[] NODES = {
        0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664
    };

    private static final double[] WEIGHTS = {
        0.5688888888888889, 0.47862867049936647, 0.47862867049936647, 0.23692688505618908, 0.23692688505618908
    };

    private Classification() {}

    /**
     * By Livingston and Lewis; missing for fewer than two students, totals that do not vary, a reliability with which the
     * model cannot be had (not between 0 and 1), or totals that vary no more than by binomial errors alone, so that no
     * variance is left for true scores.
     *
     * @param reliability of the total, such as alpha
     * @param cuts ascending, each from 1 to the maximum
     * @throws IllegalArgumentException if the cuts are none, out of order or out of range
     */
    public static Measured<ClassificationResult> livingstonLewis(
            ScoreHistogram scores, double reliability, int... cuts) {
        check(scores, cuts);
        if (scores.students() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two students are needed");
        }
        double most = scores.maximum();
        double mean = scores.mean(t -> t).orElse(0.0);
        double variance = scores.mean(t -> (t - mean) * (t - mean)).orElse(0.0);
        if (!(variance > 0) || !(reliability > 0 && reliability < 1)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the totals do not vary, or the reliability is not between 0 and 1");
        }
        double exact = (mean * (most - mean) - reliability * variance) / (variance * (1 - reliability));
        if (!(exact >= 1.5 && exact < 10_000)) {
            return Measured.missing(MissingReason.UNDEFINED, "the effective length of the test is not a length");
        }
        int length = (int) Math.round(exact);
        Optional<TrueScores> fitted = TrueScores.fit(scores, length);
        if (fitted.isEmpty()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the totals vary no more than by binomial errors alone: true scores do not");
        }
        TrueScores truth = fitted.get();
        double[] sharp = Arrays.stream(cuts).mapToDouble(cut -> cut / most).toArray();
        int[] observed = Arrays.stream(cuts)
                .map(cut -> (int) Math.ceil(length * (double) cut / most - 1e-9))
                .toArray();
        int levels = cuts.length + 1;
        double[] sums = new double[4]; // right, same, too high, whole
        double[] marginal = new double[levels];
        for (int level = 0; level < levels; level++) {
            double from = level == 0 ? 0 : sharp[level - 1];
            double to = level == levels - 1 ? 1 : sharp[level];
            int own = level;
            truth.integrate(from, to, (p, weight) -> {
                double[] shares = shares(p, length, observed);
                sums[3] += weight;
                for (int l = 0; l < levels; l++) {
                    sums[0] += l == own ? weight * shares[l] : 0;
                    sums[1] += weight * shares[l] * shares[l];
                    sums[2] += l > own ? weight * shares[l] : 0;
                    marginal[l] += weight * shares[l];
                }
            });
        }
        String method = "Livingston and Lewis, beta of " + truth.parameters + " parameters and binomial errors";
        return Measured.of(result(sums, marginal, length, scores.students(), method));
    }

    /**
     * With binomial errors about each student's own share of points; missing without students.
     *
     * @param scores of a test of items scored 0 or 1; the maximum is their number
     * @param cuts ascending, each from 1 to the maximum
     * @throws IllegalArgumentException if the cuts are none, out of order or out of range
     */
    public static Measured<ClassificationResult> binomial(ScoreHistogram scores, int... cuts) {
        check(scores, cuts);
        if (scores.students() == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS);
        }
        int k = scores.maximum();
        int levels = cuts.length + 1;
        double[] sums = new double[4];
        double[] marginal = new double[levels];
        for (int total = 0; total <= k; total++) {
            double weight = scores.count(total);
            int own = 0;
            for (int cut : cuts) {
                own += total >= cut ? 1 : 0;
            }
            double[] shares = shares((double) total / k, k, cuts);
            sums[3] += weight;
            for (int l = 0; l < levels; l++) {
                sums[0] += l == own ? weight * shares[l] : 0;
                sums[1] += weight * shares[l] * shares[l];
                sums[2] += l > own ? weight * shares[l] : 0;
                marginal[l] += weight * shares[l];
            }
        }
        return Measured.of(result(sums, marginal, k, scores.students(), "binomial errors about observed shares"));
    }

    private static ClassificationResult result(
            double[] sums, double[] marginal, int length, long students, String method) {
        double chance = 0;
        for (double level : marginal) {
            chance += level / sums[3] * (level / sums[3]);
        }
        return ClassificationResult.builder()
                .accuracy(sums[0] / sums[3])
                .consistency(sums[1] / sums[3])
                .chanceConsistency(chance)
                .tooHigh(sums[2] / sums[3])
                .tooLow(Math.max(0, 1 - (sums[0] + sums[2]) / sums[3]))
                .effectiveLength(length)
                .students(students)
                .method(method)
                .build();
    }

    /** The probabilities of the levels for a student whose true share is p. */
    private static double[] shares(double p, int length, int[] cuts) {
        double[] shares = new double[cuts.length + 1];
        double above = 1;
        for (int level = 0; level < cuts.length; level++) {
            double reach = atLeast(cuts[level], length, p);
            shares[level] = Math.max(0, above - reach);
            above = reach;
        }
        shares[cuts.length] = above;
        return shares;
    }

    private static double atLeast(int x, int length, double p) {
        if (x <= 0 || p >= 1) {
            return x > length ? 0 : 1;
        }
        return x > length || p <= 0 ? 0 : Beta.regularizedBeta(p, x, length - x + 1.0);
    }

    private static void check(ScoreHistogram scores, int[] cuts) {
        Checks.require(cuts.length > 0, "cuts is empty. Expected at least one.");
        int previous = 0;
        for (int cut : cuts) {
            Checks.require(
                    cut > previous && cut <= scores.maximum(),
                    "a cut is %s. Expected ascending cuts from 1 to %s.",
                    cut,
                    scores.maximum());
            previous = cut;
        }
    }

    /** A beta distribution of true shares on an interval. */
    private static final class TrueScores {
        private final double low;
        private final double high;
        private final double a;
        private final double b;
        private final int parameters;

        private TrueScores(double low, double high, double a, double b, int parameters) {
            this.low = low;
            this.high = high;
            this.a = a;
            this.b = b;
            this.parameters = parameters;
        }

        private interface Use {
            void at(double p, double weight);
        }

        static Optional<TrueScores> fit(ScoreHistogram scores, int length) {
            double most = scores.maximum();
            double[] raw = new double[5];
            for (int r = 1; r <= 4; r++) {
                int order = r;
                double falling = 1;
                for (int i = 0; i < r; i++) {
                    falling *= length - i;
                }
                DoubleUnaryOperator moment = x -> {
                    double product = 1;
                    for (int i = 0; i < order; i++) {
                        product *= x - i;
                    }
                    return product;
                };
                raw[r] = falling > 0
                        ? scores.mean(t -> moment.applyAsDouble(length * t / most))
                                        .orElse(0.0)
                                / falling
                        : Double.NaN;
            }
            double m = raw[1];
            double v = raw[2] - m * m;
            if (!(v > 1e-12)) {
                return Optional.empty();
            }
            double third = raw[3] - 3 * m * raw[2] + 2 * m * m * m;
            double fourth = raw[4] - 4 * m * raw[3] + 6 * m * m * raw[2] - 3 * m * m * m * m;
            double skew = third * third / (v * v * v);
            double kurtosis = fourth / (v * v);
            double sum = 6 * (kurtosis - skew - 1) / (6 + 3 * skew - 2 * kurtosis);
            double root = Math.sqrt(1 + 16 * (sum + 1) / ((sum + 2) * (sum + 2) * skew));
            double larger = sum / 2 * (1 + 1 / root);
            double smaller = sum - larger;
            double a = third > 0 ? smaller : larger;
            double b = third > 0 ? larger : smaller;
            double width = Math.sqrt(v * (a + b) * (a + b) * (a + b + 1) / (a * b));
            double low = m - a / (a + b) * width;
            if (a > 0 && b > 0 && low >= 0 && low + width <= 1) {
                return Optional.of(new TrueScores(low, low + width, a, b, 4));
            }
            double spread = Math.max(1e-6, m * (1 - m) / v - 1);
            return Optional.of(new TrueScores(0, 1, m * spread, (1 - m) * spread, 2));
        }

        /**
         * Integrates from one share to another. On either side of the middle the distance x from the end is t to a power that
         * makes of the density x^(shape − 1) a whole power of t, so that shapes below one too are integrated without a pole.
         */
        void integrate(double from, double to, Use use) {
            double mean = a / (a + b);
            double far = 20 * Math.sqrt(mean * (1 - mean) / (a + b + 1)) + 40 / (a + b);
            double start = Math.max(place(from), mean - far);
            double end = Math.min(place(to), mean + far);
            half(start, Math.min(end, 0.5), a, b, (x, weight) -> use.at(low + (high - low) * x, weight));
            half(1 - end, Math.min(1 - start, 0.5), b, a, (x, weight) -> use.at(high - (high - low) * x, weight));
        }

        private static void half(double from, double to, double near, double other, Use use) {
            double whole = Math.ceil(near);
            double start = Math.pow(Math.max(0, from), near / whole);
            double end = to > 0 ? Math.pow(to, near / whole) : 0;
            double logConstant = Math.log(whole / near) - Beta.logBeta(near, other);
            for (int piece = 0; end > start && piece < PIECES; piece++) {
                double half = (end - start) / PIECES / 2;
                double middle = start + (2 * piece + 1) * half;
                for (int i = 0; i < NODES.length; i++) {
                    double t = middle + half * NODES[i];
                    double x = Math.pow(t, whole / near);
                    double log = (whole - 1) * Math.log(t) + (other - 1) * Math.log1p(-x) + logConstant;
                    use.at(x, half * WEIGHTS[i] * Math.exp(log));
                }
            }
        }

        private double place(double share) {
            return Math.max(0, Math.min(1, (share - low) / (high - low)));
        }
    }
}
