package org.iltlib.analytics.stats;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * One number from several studies of the same thing: cycles, schools, years. Immutable.
 *
 * <p>Each estimate is weighted by one over its squared standard error plus τ², the variance of the truths behind the
 * estimates. {@link Method#FIXED} supposes one truth (τ² = 0) and gives a normal interval. The other two estimate τ² and
 * give the interval of Knapp and Hartung: Student's t with k − 1 degrees of freedom and an error from how the estimates
 * scatter, which with few studies holds what it says where the normal one does not.
 *
 * <p>Sources: R. DerSimonian, N. Laird (1986), doi:10.1016/0197-2456(86)90046-2; G. Knapp, J. Hartung (2003),
 * doi:10.1002/sim.1482; J. P. T. Higgins, S. G. Thompson (2002), doi:10.1002/sim.1186, for I².
 *
 * @param method how τ² is had
 * @param level the confidence level, between 0 and 1
 */
public record MetaAnalysis(Method method, double level) {
    private static final int HALVINGS = 200;

    /** How the variance between studies is had. */
    public enum Method {
        /** There is none. */
        FIXED,
        /** By moments, from Q; not below 0. */
        DERSIMONIAN_LAIRD,
        /** By restricted maximum likelihood; not below 0. */
        REML
    }

    /** Checks the level. */
    public MetaAnalysis {
        Distributions.open(level, "level");
    }

    /** REML, level 0.95. */
    public static MetaAnalysis withDefaults() {
        return new MetaAnalysis(Method.REML, 0.95);
    }

    /** A copy with that method. */
    public MetaAnalysis withMethod(Method method) {
        return new MetaAnalysis(method, level);
    }

    /** A copy with that level. */
    public MetaAnalysis withLevel(double level) {
        return new MetaAnalysis(method, level);
    }

    /**
     * The estimates together; they count as independent.
     *
     * @return missing below two estimates, or if one has no standard error above zero
     * @throws IllegalArgumentException if units differ
     */
    public Measured<MetaResult> of(List<Estimate> estimates) {
        if (estimates.size() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, estimates.size() + " estimates");
        }
        String unit = estimates.get(0).unit();
        for (Estimate estimate : estimates) {
            Checks.require(estimate.unit().equals(unit), "An estimate is in %s. Expected %s.", estimate.unit(), unit);
            if (!(estimate.standardError().orElse(0.0) > 0)) {
                return Measured.missing(MissingReason.NOT_APPLICABLE, "an estimate has no standard error");
            }
        }
        Sums fixed = Sums.of(estimates, 0);
        int freedom = estimates.size() - 1;
        double tau = switch (method) {
            case FIXED -> 0;
            case DERSIMONIAN_LAIRD ->
                Math.max(0, (fixed.scatter - freedom) / (fixed.weights - fixed.squares / fixed.weights));
            case REML -> reml(estimates);
        };
        return Measured.of(new MetaResult.Builder()
                .mean(mean(estimates, Sums.of(estimates, tau), unit))
                .method(method)
                .q(fixed.scatter)
                .freedom(freedom)
                .pValue(1 - new ChiSquaredDistribution(freedom).cumulativeProbability(fixed.scatter))
                .inconsistency(Math.max(0, 1 - freedom / Math.max(fixed.scatter, Double.MIN_NORMAL)))
                .betweenVariance(tau)
                .build());
    }

    private Estimate mean(List<Estimate> estimates, Sums sums, String unit) {
        int freedom = estimates.size() - 1;
        boolean fixed = method == Method.FIXED;
        double error = Math.sqrt((fixed ? 1 : sums.scatter / freedom) / sums.weights);
        double reach = error
                * (fixed
                        ? Distributions.normalQuantile((1 + level) / 2)
                        : Distributions.studentQuantile(freedom, (1 + level) / 2));
        return Estimate.builder()
                .value(sums.mean)
                .lower(sums.mean - reach)
                .upper(sums.mean + reach)
                .level(level)
                .standardError(error)
                .n(estimates.stream().mapToLong(Estimate::n).sum())
                .unit(unit)
                .method(
                        fixed
                                ? "fixed-effect mean, normal interval"
                                : "random-effects mean, Knapp and Hartung interval")
                .build();
    }

    /** Where the slope of the restricted likelihood crosses zero, by halving. */
    private static double reml(List<Estimate> estimates) {
        if (slope(estimates, 0) <= 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (slope(estimates, high) > 0) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(estimates, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double slope(List<Estimate> estimates, double tau) {
        Sums sums = Sums.of(estimates, tau);
        return (sums.squareScatter - sums.weights + sums.squares / sums.weights) / 2;
    }

    /** Weighted sums for a variance between studies. */
    private static final class Sums {
        private double weights;
        private double squares;
        private double mean;
        private double scatter;
        private double squareScatter;

        static Sums of(List<Estimate> estimates, double tau) {
            Sums sums = new Sums();
            double total = 0;
            for (Estimate estimate : estimates) {
                double weight = weight(estimate, tau);
                sums.weights += weight;
                sums.squares += weight * weight;
                total += weight * estimate.value();
            }
            sums.mean = total / sums.weights;
            for (Estimate estimate : estimates) {
                double weight = weight(estimate, tau);
                double off = estimate.value() - sums.mean;
                sums.scatter += weight * off * off;
                sums.squareScatter += weight * weight * off * off;
            }
            return sums;
        }

        private static double weight(Estimate estimate, double tau) {
            double error = estimate.standardError().orElse(0.0);
            return 1 / (error * error + tau);
        }
    }
}
