package org.iltlib.analytics.measurement.fairness;

import java.util.Optional;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Whether an item scored 0 or 1 functions differently for two groups, by logistic regression on the total, the group, and
 * their product, each fitted by maximum likelihood (Newton's steps, halved where the likelihood falls). It finds differences
 * that change with the total, which {@link MantelHaenszel} may not. Linear in the totals.
 *
 * <p>Sources: Swaminathan, H., &amp; Rogers, H. J. (1990), doi:10.1111/j.1745-3984.1990.tb00754.x; Nagelkerke, N. J. D.
 * (1991), doi:10.1093/biomet/78.3.691. The limits .035 and .070 are commonly told as those of Jodoin and Gierl (2001).
 */
public final class LogisticDif {
    private static final int MOST_STEPS = 100;
    /** A logit that no sample shows. */
    private static final double RUN_AWAY = 25;

    private LogisticDif() {}

    /**
     * The result; missing if the item earns more than one point, a group has nobody, everybody did alike, or a fit has no
     * maximum because a total separates right from wrong.
     */
    public static Measured<LogisticResult> of(DifCounts counts) {
        if (!counts.isRightOrWrong()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the item earns more than one point");
        }
        if (counts.reference() == 0 || counts.focal() == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "a group has nobody");
        }
        Optional<Fit> none = fit(counts, 1);
        Optional<Fit> total = fit(counts, 2);
        Optional<Fit> group = fit(counts, 3);
        Optional<Fit> product = fit(counts, 4);
        if (none.isEmpty() || total.isEmpty() || group.isEmpty() || product.isEmpty()) {
            return Measured.missing(MissingReason.UNDEFINED, "the model has no maximum on these responses");
        }
        double n = counts.reference() + counts.focal();
        double base = none.get().logLikelihood;
        double alone = total.get().logLikelihood;
        double uniform = Math.max(0, 2 * (group.get().logLikelihood - alone));
        double nonUniform = Math.max(0, 2 * (product.get().logLikelihood - group.get().logLikelihood));
        double pValue = ChiSquare.beyond(uniform + nonUniform, 2);
        double first = explained(base, alone, n);
        double gain = explained(base, product.get().logLikelihood, n) - first;
        return Measured.of(LogisticResult.builder()
                .uniform(uniform)
                .nonUniform(nonUniform)
                .both(uniform + nonUniform)
                .uniformPValue(ChiSquare.beyond(uniform, 1))
                .nonUniformPValue(ChiSquare.beyond(nonUniform, 1))
                .pValue(pValue)
                .groupEffect(group.get().coefficients[2])
                .explainedByTotal(first)
                .gainOfGroup(explained(base, group.get().logLikelihood, n) - first)
                .gain(gain)
                .dif(pValue >= 0.05 || gain < 0.035 ? DifClass.A : gain < 0.070 ? DifClass.B : DifClass.C)
                .build());
    }

    private static double explained(double base, double full, double n) {
        return -Math.expm1(2 * (base - full) / n) / -Math.expm1(2 * base / n);
    }

    private static final class Fit {
        private final double[] coefficients;
        private final double logLikelihood;

        private Fit(double[] coefficients, double logLikelihood) {
            this.coefficients = coefficients;
            this.logLikelihood = logLikelihood;
        }
    }

    private static Optional<Fit> fit(DifCounts counts, int columns) {
        double[] beta = new double[columns];
        double likelihood = logLikelihood(counts, beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[columns];
            double[][] information = new double[columns][columns];
            derive(counts, beta, gradient, information);
            GramFactor factor = GramFactor.of(information);
            if (factor.deficientColumn().isPresent()) {
                return Optional.empty();
            }
            double[] direction = factor.solve(gradient);
            double promise = GramFactor.dot(direction, gradient, columns);
            if (promise < 1e-22 * (1 + Math.abs(likelihood))) {
                return settled(counts, beta, likelihood);
            }
            double scale = 1;
            double[] next = moved(beta, direction, scale);
            double reached = logLikelihood(counts, next);
            while (!(reached >= likelihood - 1e-12 * Math.abs(likelihood)) && scale > 1e-6) {
                scale /= 2;
                next = moved(beta, direction, scale);
                reached = logLikelihood(counts, next);
            }
            beta = next;
            likelihood = reached;
            if (promise < 1e-13 * (1 + Math.abs(likelihood))) {
                return settled(counts, beta, likelihood); // the step just taken squared the distance
            }
        }
        return Optional.empty();
    }

    /** The fit, unless it ran away: right and wrong are apart, and the likelihood only rises towards infinity. */
    private static Optional<Fit> settled(DifCounts counts, double[] beta, double likelihood) {
        for (int total = 0; total < counts.totals(); total++) {
            for (int group = 0; group < 2; group++) {
                if (counts.at(total, group) > 0 && Math.abs(linear(beta, total, group)) > RUN_AWAY) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Fit(beta, likelihood));
    }

    private static double[] moved(double[] beta, double[] direction, double scale) {
        double[] next = beta.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += scale * direction[i];
        }
        return next;
    }

    /** Intercept, total, group, and the product of both. */
    private static double column(int column, int total, int group) {
        return switch (column) {
            case 0 -> 1;
            case 1 -> total;
            case 2 -> group;
            default -> (double) total * group;
        };
    }

    private static double linear(double[] beta, int total, int group) {
        double sum = 0;
        for (int c = 0; c < beta.length; c++) {
            sum += beta[c] * column(c, total, group);
        }
        return sum;
    }

    private static double logLikelihood(DifCounts counts, double[] beta) {
        double sum = 0;
        for (int total = 0; total < counts.totals(); total++) {
            for (int group = 0; group < 2; group++) {
                double eta = linear(beta, total, group);
                long wrong = counts.count(total, group, 0);
                long right = counts.count(total, group, 1);
                sum -= wrong == 0 ? 0 : wrong * softplus(eta);
                sum -= right == 0 ? 0 : right * softplus(-eta);
            }
        }
        return sum;
    }

    /** log(1 + eˣ) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static void derive(DifCounts counts, double[] beta, double[] gradient, double[][] information) {
        for (int total = 0; total < counts.totals(); total++) {
            for (int group = 0; group < 2; group++) {
                double n = counts.at(total, group);
                if (n == 0) {
                    continue;
                }
                double p = 1 / (1 + Math.exp(-linear(beta, total, group)));
                double residual = counts.count(total, group, 1) - n * p;
                for (int i = 0; i < beta.length; i++) {
                    double x = column(i, total, group);
                    gradient[i] += residual * x;
                    for (int j = 0; j < beta.length; j++) {
                        information[i][j] += n * p * (1 - p) * x * column(j, total, group);
                    }
                }
            }
        }
    }
}
