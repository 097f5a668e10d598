package org.iltlib.analytics.measurement.irt;

import java.util.List;
import org.iltlib.analytics.internal.ItemSlopes;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** The ability at which an estimating equation of one pattern of responses is zero, falling from above. */
final class AbilityEstimate {
    private static final double FARTHEST = 30;
    private static final double GRID = 0.25;
    private static final double STEP = 1e-4;

    private final ItemCurve[] curves;
    private final double[][] parameters;
    private final byte[] codes;
    private final AbilityDistribution distribution;
    private final boolean weighted;
    private double information;
    private double logLikelihood;

    private AbilityEstimate(List<ItemCurve> curves, byte[] codes, AbilityDistribution distribution, boolean weighted) {
        this.curves = curves.toArray(ItemCurve[]::new);
        this.parameters = curves.stream().map(ItemCurve::parameters).toArray(double[][]::new);
        this.codes = codes;
        this.distribution = distribution;
        this.weighted = weighted;
    }

    /** The estimate of that method, MAP or WLE; undefined if there is none, or no response. */
    static Measured<Ability> of(
            List<ItemCurve> curves, byte[] codes, AbilityDistribution distribution, AbilityMethod method) {
        AbilityEstimate estimate = new AbilityEstimate(curves, codes, distribution, method == AbilityMethod.WLE);
        boolean several = curves.stream().anyMatch(curve -> curve.model() == ItemModel.THREE_PARAMETER);
        double root = several ? estimate.best() : estimate.only();
        if (Double.isNaN(root) && estimate.isFlat()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the items tell nothing of ability: their slopes are zero");
        }
        if (Double.isNaN(root)) {
            return Measured.missing(MissingReason.UNDEFINED, "the likelihood has no maximum");
        }
        double precision = (estimate.at(root - STEP) - estimate.at(root + STEP)) / (2 * STEP);
        return precision > 0
                ? Measured.of(new Ability(root, 1 / Math.sqrt(precision)))
                : Measured.missing(MissingReason.UNDEFINED, "no information");
    }

    private boolean isFlat() {
        for (int j = 0; j < codes.length; j++) {
            if (codes[j] >= 0 && curves[j].slope() != 0) {
                return false;
            }
        }
        return true;
    }

    /** The estimating function; remembers information and likelihood. */
    private double at(double theta) {
        double score = 0;
        double bias = 0;
        information = 0;
        logLikelihood = 0;
        for (int j = 0; j < codes.length; j++) {
            if (codes[j] >= 0) {
                ItemSlopes slopes =
                        ItemSlopes.of(curves[j].model().function(), parameters[j], curves[j].categories(), theta);
                score += slopes.first()[codes[j]];
                logLikelihood += StrictMath.log(slopes.chances()[codes[j]]);
                information += slopes.information();
                bias += slopes.bias();
            }
        }
        if (weighted) {
            return information > 0 ? score + bias / (2 * information) : 0;
        }
        double z = (theta - distribution.mean()) / distribution.standardDeviation();
        logLikelihood -= z * z / 2;
        return score - z / distribution.standardDeviation();
    }

    /** Brackets outwards from the middle of the distribution. */
    private double only() {
        double low = distribution.mean();
        double high = low;
        double value = at(low);
        double step = 1;
        if (value > 0) {
            while (at(high += step) > 0) {
                step *= 1.5;
                if (high > distribution.mean() + FARTHEST) {
                    return Double.NaN;
                }
            }
        } else {
            while (at(low -= step) < 0) {
                step *= 1.5;
                if (low < distribution.mean() - FARTHEST) {
                    return Double.NaN;
                }
            }
        }
        return root(low, high);
    }

    /** All roots on a grid; the likeliest. */
    private double best() {
        double best = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        double before = at(distribution.mean() - FARTHEST);
        for (double theta = distribution.mean() - FARTHEST + GRID;
                theta <= distribution.mean() + FARTHEST;
                theta += GRID) {
            double value = at(theta);
            if (before > 0 && value <= 0) {
                double root = root(theta - GRID, theta);
                at(root);
                double height = logLikelihood + (weighted ? StrictMath.log(information) / 2 : 0);
                if (height > most) {
                    most = height;
                    best = root;
                }
            }
            before = value;
        }
        return best;
    }

    /** By Fisher scoring inside a bracket that shrinks, to full precision. */
    private double root(double from, double to) {
        double low = from;
        double high = to;
        double theta = (low + high) / 2;
        for (int round = 0; round < 200 && high - low > 1e-12; round++) {
            double value = at(theta);
            if (value > 0) {
                low = theta;
            } else {
                high = theta;
            }
            double move = value / precision();
            double next = theta + move;
            if (Math.abs(move) < 1e-11) {
                return next;
            }
            theta = next > low && next < high && round % 8 != 7 ? next : (low + high) / 2;
        }
        return theta;
    }

    private double precision() {
        double sd = distribution.standardDeviation();
        return weighted ? information : information + 1 / (sd * sd);
    }
}
