package org.iltlib.analytics.impact.cutoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.analytics.regression.LinearRegression;
import org.iltlib.analytics.regression.WorkingCovariance;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;

/** The jump between two sides, its bias, and the errors of both. */
final class LocalJump {
    private static final int NEIGHBOURS = 3;
    private static final String JUMP = "jump";

    private static final List<String> ASSUMPTIONS = List.of(
            "The score, and nothing else, decided who was treated, at this cut-off.",
            "Nobody could place themselves just on one side of it.",
            "Everything else goes on smoothly through the cut-off.",
            "The jump is that of students near the cut-off; it says nothing of those far from it.");

    private final Side left;
    private final Side right;
    private final CutoffOptions options;
    private final boolean clustered;

    LocalJump(Side left, Side right, CutoffOptions options, boolean clustered) {
        this.left = left;
        this.right = right;
        this.options = options;
        this.clustered = clustered;
    }

    Measured<DiscontinuityResult> result(boolean below, int leftOut) {
        if (options.bandwidth().isEmpty()
                && Double.isInfinite(Math.max(
                        left.holding(MseBandwidth.FEWEST_SCORES), right.holding(MseBandwidth.FEWEST_SCORES)))) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "fewer than " + MseBandwidth.FEWEST_SCORES
                            + " different scores on one side, too few to choose a bandwidth");
        }
        MseBandwidth chosen = options.bandwidth().isPresent()
                ? new MseBandwidth(
                        options.bandwidth().orElse(1.0), options.biasBandwidth().orElse(1.0))
                : MseBandwidth.of(left, right, options.kernel());
        Optional<Measured<DiscontinuityResult>> empty =
                tooFew(left, "below", chosen).or(() -> tooFew(right, "above", chosen));
        if (empty.isPresent()) {
            return empty.get();
        }
        return result(chosen, below ? -1 : 1, leftOut);
    }

    private Optional<Measured<DiscontinuityResult>> tooFew(Side side, String where, MseBandwidth chosen) {
        int lines = side.scoresWithin(options.kernel(), chosen.h());
        int curves = side.scoresWithin(options.kernel(), chosen.b());
        if (lines == 0) {
            return Optional.of(Measured.missing(
                    MissingReason.TOO_FEW, "nobody " + where + " the cut-off within " + chosen.h() + " of it"));
        } else if (lines < 3 || curves < 4) {
            return Optional.of(Measured.missing(
                    MissingReason.TOO_FEW,
                    lines + " and " + curves + " different scores " + where
                            + " the cut-off within the bandwidths; at least 3 and 4 needed"));
        }
        return Optional.empty();
    }

    private Measured<DiscontinuityResult> result(MseBandwidth chosen, int sign, int leftOut) {
        Corrected low = new Corrected(left, chosen);
        Corrected high = new Corrected(right, chosen);
        double jump = sign * (high.line(false) - low.line(false));
        double corrected = sign * (high.line(true) - low.line(true));
        long below = left.within(options.kernel(), chosen.h());
        long above = right.within(options.kernel(), chosen.h());
        double error = error(low, high, true);
        double degrees = clustered ? clusters() - 1 : Double.POSITIVE_INFINITY;
        Measured<Estimate> conventional = options.rule().isEmpty() && !clustered
                ? Measured.of(estimate(
                        jump, error(low, high, false), below + above, Double.POSITIVE_INFINITY, "nearest neighbours"))
                : regression(chosen.h(), sign);
        if (degrees < 4) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    degrees < 1
                            ? "one cluster; what clusters have in common cannot be told from chance"
                            : clusters() + " clusters; at least 5 needed");
        } else if (!(error > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the curves explain the outcome without rest");
        }
        double statistic = Math.abs(corrected) / error;
        double p = Double.isInfinite(degrees)
                ? 2 * Distributions.normalProbability(-statistic)
                : 2 * Distributions.studentProbability(degrees, -statistic);
        return conventional.map(usual -> DiscontinuityResult.builder()
                .conventional(usual)
                .robust(estimate(corrected, error, below + above, degrees, "robust bias-corrected"))
                .pValue(Math.min(1, p))
                .bandwidth(chosen.h())
                .biasBandwidth(chosen.b())
                .below(below)
                .above(above)
                .leftOut(leftOut)
                .rung(ClaimRung.QUASI_EXPERIMENTAL)
                .assumptions(ASSUMPTIONS)
                .why(why(usual, corrected, error, chosen, below, above))
                .build());
    }

    private Explanation why(
            Estimate usual, double corrected, double error, MseBandwidth chosen, long below, long above) {
        Explanation why = Explanation.of(
                        "At the cut-off the treated stand %.3f %s above the others, %.3f after correction for bias [%s].",
                        usual.value(), options.unit(), corrected, ClaimRung.QUASI_EXPERIMENTAL)
                .because(
                        "Lines through %d rows below and %d above, up to %.4g from the cut-off (%s).",
                        below, above, chosen.h(), options.kernel())
                .because(
                        options.bandwidth().isPresent()
                                ? "The bandwidth was given; bias from curves within %.4g."
                                : "The bandwidth is the best in mean squared error; bias from curves within %.4g.",
                        chosen.b())
                .because(
                        "Standard errors %.4f, and %.4f with the correction.",
                        usual.standardError().orElse(0.0), error);
        for (String assumption : ASSUMPTIONS) {
            why = why.because("Assumed: %s", assumption);
        }
        return why;
    }

    /** The jump of the weighted regression on both sides' lines. */
    private Measured<Estimate> regression(double h, int sign) {
        int n = left.n() + right.n();
        double[] y = new double[n];
        double[] x = new double[n];
        double[] treated = new double[n];
        double[] steeper = new double[n];
        double[] weights = new double[n];
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            boolean above = i >= left.n();
            Side side = above ? right : left;
            int row = above ? i - left.n() : i;
            y[i] = side.y()[row];
            x[i] = side.x()[row] / h;
            treated[i] = above ? 1 : 0;
            steeper[i] = treated[i] * x[i];
            weights[i] = options.kernel().at(x[i]);
            cluster[i] = side.cluster()[row];
        }
        Design design = Design.of("outcome", y)
                .with(JUMP, treated)
                .with("score", x)
                .with("score above", steeper)
                .weightedBy(weights);
        return LinearRegression.withDefaults()
                .withErrors(options.rule().orElse(ErrorRule.CR2))
                .withWorking(WorkingCovariance.INVERSE_WEIGHTS)
                .withLevel(options.level())
                .withUnit(options.unit())
                .of(clustered ? design.clusteredBy(cluster) : design)
                .flatMap(fit -> {
                    Coefficient jump = fit.getCoefficient(JUMP);
                    return jump.estimate();
                })
                .map(found -> sign > 0 ? found : mirrored(found));
    }

    private static Estimate mirrored(Estimate found) {
        return found.toBuilder()
                .value(-found.value())
                .lower(-found.upper())
                .upper(-found.lower())
                .build();
    }

    private Estimate estimate(double value, double error, long n, double degrees, String method) {
        double p = 0.5 + options.level() / 2;
        double reach = error
                * (Double.isInfinite(degrees)
                        ? Distributions.normalQuantile(p)
                        : Distributions.studentQuantile(degrees, p));
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(options.level())
                .standardError(error)
                .n(n)
                .unit(options.unit())
                .method("regression discontinuity, local linear, " + method)
                .build();
    }

    private double error(Corrected low, Corrected high, boolean corrected) {
        if (!clustered) {
            return Math.sqrt(low.variance(corrected) + high.variance(corrected));
        }
        Map<Integer, Double> sums = new LinkedHashMap<>();
        low.addScores(sums, -1);
        high.addScores(sums, 1);
        double squares = sums.values().stream().mapToDouble(sum -> sum * sum).sum();
        return Math.sqrt(squares * sums.size() / (sums.size() - 1));
    }

    private int clusters() {
        Map<Integer, Integer> seen = new LinkedHashMap<>();
        for (int code : left.cluster()) {
            seen.put(code, 1);
        }
        for (int code : right.cluster()) {
            seen.put(code, 1);
        }
        return seen.size();
    }

    /** One side's line at the cut-off, with and without its bias, as sums of outcomes. */
    private final class Corrected {
        private final Side side;
        private final double[] line;
        private final double[] lessBias;
        private final double[] residuals;

        Corrected(Side side, MseBandwidth chosen) {
            this.side = side;
            this.line = side.local(options.kernel(), chosen.h(), 1).multiples(0, side.n());
            Side.Local curve = side.local(options.kernel(), chosen.b(), 2);
            double[] bend = curve.multiples(2, side.n());
            double constant = 0;
            for (int i = 0; i < line.length; i++) {
                constant += line[i] * side.x()[i] * side.x()[i];
            }
            lessBias = new double[line.length];
            for (int i = 0; i < line.length; i++) {
                lessBias[i] = line[i] - constant * bend[i];
            }
            residuals = residuals(curve);
        }

        private double[] residuals(Side.Local curve) {
            if (options.rule().isEmpty() && !clustered) {
                return side.neighbourResiduals(NEIGHBOURS);
            }
            double[] at = {
                curve.coefficient(0, side.y()), curve.coefficient(1, side.y()), curve.coefficient(2, side.y())
            };
            double[] rest = new double[side.n()];
            for (int i = 0; i < rest.length; i++) {
                double x = side.x()[i];
                rest[i] = side.y()[i] - at[0] - x * (at[1] + x * at[2]);
            }
            ErrorRule rule = options.rule().orElse(ErrorRule.CR1);
            for (int i = 0; rule.isByRow() && i < curve.rows().length; i++) {
                double left = Math.max(1 - curve.leverages()[i], 1e-9);
                rest[curve.rows()[i]] *= Math.pow(left, rule.exponent());
            }
            double n = curve.rows().length;
            double factor = rule == ErrorRule.HC1 ? Math.sqrt(n / Math.max(1, n - 3)) : 1;
            for (int i = 0; i < rest.length; i++) {
                rest[i] *= factor;
            }
            return rest;
        }

        double line(boolean corrected) {
            double[] multiples = corrected ? lessBias : line;
            double sum = 0;
            for (int i = 0; i < multiples.length; i++) {
                sum += multiples[i] * side.y()[i];
            }
            return sum;
        }

        double variance(boolean corrected) {
            double[] multiples = corrected ? lessBias : line;
            double sum = 0;
            for (int i = 0; i < multiples.length; i++) {
                double part = multiples[i] * residuals[i];
                sum += part * part;
            }
            return sum;
        }

        void addScores(Map<Integer, Double> sums, int sign) {
            for (int i = 0; i < lessBias.length; i++) {
                sums.merge(side.cluster()[i], sign * lessBias[i] * residuals[i], Double::sum);
            }
        }
    }
}
