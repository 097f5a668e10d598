package org.iltlib.analytics.impact.match;

import java.util.Arrays;
import java.util.Locale;
import org.iltlib.analytics.impact.BaselineEquivalence;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * How alike two groups are in one input, before and after they were made alike. Immutable.
 *
 * <p>The standardised difference is the treated mean less the others' (weighted) mean, in standard deviations of all
 * treated rows: √(p(1 − p)) where the input is 0 or 1. The variance ratio is the treated variance over the others'; weights
 * w enter as Σw(x − m)²·Σw/((Σw)² − Σw²). In R: {@code summary(matchit(…))}. Source: Stuart (2010), doi:10.1214/09-STS313.
 */
@Value.Immutable
public abstract class BalanceLine {
    BalanceLine() {}

    /** The input. */
    public abstract String name();

    /** The mean of the treated rows that are compared. */
    public abstract double treatedMean();

    /** The weighted mean of the rows they are compared with. */
    public abstract double otherMean();

    /** The standardised difference of all rows; missing if the treated are all alike and the others differ from them. */
    public abstract Measured<Double> before();

    /** The standardised difference of the compared rows. */
    public abstract Measured<Double> after();

    /** The variance ratio of all rows; missing for an input of 0 and 1, and where a side does not vary. */
    public abstract Measured<Double> ratioBefore();

    /** The variance ratio of the compared rows. */
    public abstract Measured<Double> ratioAfter();

    /** Checks the means. */
    @Value.Check
    void check() {
        Checks.finite(treatedMean(), "treatedMean");
        Checks.finite(otherMean(), "otherMean");
    }

    /** Whether the compared rows are alike in it; not equivalent where the difference cannot be told. */
    public BaselineEquivalence equivalence() {
        return after().map(BaselineEquivalence::of).orElse(BaselineEquivalence.NOT_EQUIVALENT);
    }

    static BalanceLine of(String name, double[] values, Inputs inputs, double[] weights) {
        double[] all = new double[values.length];
        Arrays.fill(all, 1);
        boolean binary = true;
        for (double value : values) {
            binary &= value == 0 || value == 1;
        }
        Side treated = Side.of(values, inputs, all, true);
        Side others = Side.of(values, inputs, all, false);
        Side comparedTreated = Side.of(values, inputs, weights, true);
        Side comparedOthers = Side.of(values, inputs, weights, false);
        double spread = Math.sqrt(binary ? treated.mean * (1 - treated.mean) : treated.variance);
        return new Builder()
                .name(name)
                .treatedMean(comparedTreated.mean)
                .otherMean(comparedOthers.mean)
                .before(standardized(treated.mean - others.mean, spread))
                .after(standardized(comparedTreated.mean - comparedOthers.mean, spread))
                .ratioBefore(ratio(treated, others, binary))
                .ratioAfter(ratio(comparedTreated, comparedOthers, binary))
                .build();
    }

    private static Measured<Double> standardized(double difference, double spread) {
        if (spread > 0) {
            return Measured.of(difference / spread);
        }
        return difference == 0
                ? Measured.of(0.0)
                : Measured.missing(MissingReason.UNDEFINED, "the treated are all alike in it");
    }

    private static Measured<Double> ratio(Side treated, Side others, boolean binary) {
        if (binary) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "0 or 1: the means say it all");
        }
        return treated.variance > 0 && others.variance > 0
                ? Measured.of(treated.variance / others.variance)
                : Measured.missing(MissingReason.UNDEFINED, "no spread on one side");
    }

    private record Side(double mean, double variance) {
        static Side of(double[] values, Inputs inputs, double[] weights, boolean side) {
            double total = 0;
            double totalSquares = 0;
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                if (inputs.treated()[i] == side) {
                    total += weights[i];
                    totalSquares += weights[i] * weights[i];
                    sum += weights[i] * values[i];
                }
            }
            double mean = sum / total;
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                if (inputs.treated()[i] == side) {
                    squares += weights[i] * (values[i] - mean) * (values[i] - mean);
                }
            }
            double scale = total * total - totalSquares;
            return new Side(mean, scale > 0 ? squares * total / scale : 0);
        }
    }

    /** Such as {@code last score: 0.41 → 0.03 standard deviations}. */
    @Override
    public String toString() {
        return name() + ": " + words(before()) + " → " + words(after()) + " standard deviations";
    }

    private static String words(Measured<Double> number) {
        return number.map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("?");
    }

    static final class Builder extends ImmutableBalanceLine.Builder {
        Builder() {}
    }
}
