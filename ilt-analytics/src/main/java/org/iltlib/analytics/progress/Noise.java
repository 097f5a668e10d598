package org.iltlib.analytics.progress;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;

/**
 * How scores scatter around a student's true growth, from probe to probe. The error rates of a rule are only as good as
 * this: real scores hang together from week to week, and rates that take them as independent are too hopeful. Whoever
 * has residuals of their own students can have them drawn instead. Immutable.
 *
 * <pre>{@code
 * Noise.normal(8);                                    // as the literature assumes
 * Noise.autocorrelated(8, 0.4);                       // a good week is followed by a good week
 * Noise.residuals(3, 1.5, -2, 0.5, 4, -3.5, -0.5);    // one's own, drawn in stretches of three
 * }</pre>
 */
public sealed interface Noise {
    /** Independent, normal, mean 0; the standard deviation is above zero. */
    static Noise normal(double deviation) {
        return new Normal(deviation, 0);
    }

    /**
     * Normal, mean 0, each correlated so much with the one before (first-order autoregression).
     *
     * @param deviation the standard deviation, above zero
     * @param correlation between −1 and 1, both excluded
     */
    static Noise autocorrelated(double deviation, double correlation) {
        return new Normal(deviation, correlation);
    }

    /**
     * Residuals as they were seen, drawn with putting back in stretches of neighbours, so that what hangs together stays
     * together (moving-block bootstrap, Künsch 1989, doi:10.1214/aos/1176347265).
     *
     * @param block the length of a stretch, 1 for independent draws, at most the number of residuals
     * @param values at least two residuals, in order of time, not all the same; their mean is taken off
     */
    static Noise residuals(int block, double... values) {
        Checks.require(values.length >= 2, "There are %s residual(s). Expected at least two.", values.length);
        double mean = 0;
        for (double value : values) {
            mean += Checks.finite(value, "residual") / values.length;
        }
        double middle = mean;
        return new Residuals(
                block,
                Arrays.stream(values).map(value -> value - middle).boxed().toList());
    }

    /** The standard deviation of a single probe. */
    double deviation();

    /** The probability that a probe's noise lies below x, if all probes are independent of one another; otherwise empty. */
    OptionalDouble below(double x);

    /** The same noise with the other sign. */
    Noise mirrored();

    /**
     * The noise of so many probes in a row.
     *
     * @param probes how many
     * @param seed the seed of all runs
     * @param run the number of the run; each has noise of its own, which depends on seed and number alone
     */
    double[] draw(int probes, long seed, long run);

    /**
     * Normal noise.
     *
     * @param deviation the standard deviation
     * @param correlation of neighbours
     */
    record Normal(double deviation, double correlation) implements Noise {
        /** Checks the numbers. */
        public Normal {
            Checks.finite(deviation, "deviation");
            Checks.require(deviation > 0, "deviation is %s. Expected more than zero.", deviation);
            Checks.require(
                    correlation > -1 && correlation < 1,
                    "correlation is %s. Expected between -1 and 1, both excluded.",
                    correlation);
        }

        @Override
        public OptionalDouble below(double x) {
            return correlation < 0 || correlation > 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Distributions.normalProbability(x / deviation));
        }

        @Override
        public Noise mirrored() {
            return this;
        }

        @Override
        public double[] draw(int probes, long seed, long run) {
            SplitMix chance = Replications.chance(seed, run);
            double fresh = deviation * Math.sqrt(1 - correlation * correlation);
            double[] noise = new double[probes];
            for (int i = 0; i < probes; i++) {
                double next = chance.nextGaussian();
                noise[i] = i == 0 ? deviation * next : correlation * noise[i - 1] + fresh * next;
            }
            return noise;
        }
    }

    /**
     * Residuals as they were seen.
     *
     * @param block the length of a stretch
     * @param values the residuals, their mean 0
     */
    record Residuals(int block, List<Double> values) implements Noise {
        /** Checks and copies. */
        public Residuals {
            values = List.copyOf(values);
            Checks.require(
                    block >= 1 && block <= values.size(), "block is %s. Expected 1 to %s.", block, values.size());
            Checks.require(values.stream().distinct().count() > 1, "All residuals are the same. Expected some noise.");
        }

        @Override
        public double deviation() {
            return Math.sqrt(numbers().map(value -> value * value).sum() / values.size());
        }

        @Override
        public OptionalDouble below(double x) {
            return block > 1
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            (double) numbers().filter(value -> value < x).count() / values.size());
        }

        @Override
        public Noise mirrored() {
            return new Residuals(
                    block, numbers().map(value -> 0 - value).boxed().toList());
        }

        @Override
        public double[] draw(int probes, long seed, long run) {
            SplitMix chance = Replications.chance(seed, run);
            double[] noise = new double[probes];
            int from = 0;
            for (int i = 0; i < probes; i++) {
                from = i % block == 0 ? chance.nextInt(values.size() - block + 1) : from;
                noise[i] = values.get(from + i % block);
            }
            return noise;
        }

        private DoubleStream numbers() {
            return values.stream().mapToDouble(value -> value);
        }
    }
}
