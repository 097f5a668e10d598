package org.iltlib.analytics.progress;

import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Did something change, enough to matter and for long enough? A change counts if several readings in a row exclude zero
 * on the same side; how much it matters is told by the smallest of them. One significant reading counts for nothing.
 *
 * <p>The bands are those of Kraft (2020, doi:10.3102/0013189X20912798) for effects of interventions on achievement, in
 * standard deviations: small below 0.05, large from 0.20.
 *
 * <pre>{@code
 * MeaningfulChange.withDefaults().of(List.of(november, january, march)).value()
 *         .map(MeaningfulChange.Result::explain);
 * }</pre>
 *
 * @param medium from which size a change is medium, above zero
 * @param large from which size it is large, above medium
 * @param times how many readings in a row, at least 2
 */
public record MeaningfulChange(double medium, double large, int times) {
    private static final int STEPS = 4000;
    private static final double REACH = 10; // standard errors; beyond them nothing is left

    /** How much a change matters. */
    public enum Size {
        /** It hardly matters. */
        SMALL,
        /** It matters. */
        MEDIUM,
        /** It matters much. */
        LARGE;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What may be said of a change.
     *
     * @param sustained whether it lasted long enough to count
     * @param size by the reading nearest to zero among those that count
     * @param explain why, with the chance of a false alarm
     */
    public record Result(boolean sustained, Size size, Explanation explain) {
        /** Whether it lasted and matters. */
        public boolean isMeaningful() {
            return sustained && size != Size.SMALL;
        }
    }

    /** Checks the numbers. */
    public MeaningfulChange {
        Checks.require(Checks.finite(medium, "medium") > 0, "medium is %s. Expected above zero.", medium);
        Checks.require(Checks.finite(large, "large") > medium, "large is %s. Expected above %s.", large, medium);
        Checks.require(times >= 2, "times is %s. Expected at least 2: once is no pattern.", times);
    }

    /** Medium from 0.05, large from 0.20, three times in a row. */
    public static MeaningfulChange withDefaults() {
        return new MeaningfulChange(0.05, 0.20, 3);
    }

    /** The band of a change, whatever its sign. */
    public Size size(double change) {
        double size = Math.abs(Checks.finite(change, "change"));
        return size < medium ? Size.SMALL : size < large ? Size.MEDIUM : Size.LARGE;
    }

    /**
     * The chance that so many readings of nothing, independent of one another, all exclude zero on the same side: twice
     * the product of the tails. Readings since one baseline are not independent, see {@link #falseAlarmOfOneBaseline}.
     */
    public Chance falseAlarm(double level) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        return Chance.exact(2 * StrictMath.pow((1 - level) / 2, times));
    }

    /**
     * The chance that so many readings since one baseline all exclude zero on the same side although nothing changed: they
     * share the baseline's error, and so err together. Twice the integral, over that error, of the product of the tails,
     * by Simpson's rule.
     *
     * @param level of each reading, between 0 and 1
     * @param shared the part of a reading's error variance that is the baseline's, 0 to 1: 0.5 if the baseline is as exact
     *     as what it is compared with. At 1 the chance is 1 − level, and never more, whatever the readings share
     */
    public Chance falseAlarmOfOneBaseline(double level, double shared) {
        Checks.share(shared, "shared");
        double independent = falseAlarm(level).probability();
        if (shared <= 0 || shared >= 1) {
            return Chance.exact(shared <= 0 ? independent : 1 - level);
        }
        double bound = Distributions.normalQuantile((1 + level) / 2);
        double own = Math.sqrt(1 - shared);
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double error = -REACH + 2 * REACH * i / STEPS;
            double tail = Distributions.normalProbability((Math.sqrt(shared) * error - bound) / own);
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * StrictMath.exp(-error * error / 2) * StrictMath.pow(tail, times);
        }
        double one = sum * (2 * REACH / STEPS) / 3 / Math.sqrt(2 * Math.PI);
        return Chance.exact(Math.min(1 - level, Math.max(independent, 2 * one)));
    }

    /**
     * What the last readings say.
     *
     * @param readings of the change since the baseline, in order of time, in standard deviations
     * @return missing if there are too few
     * @throws IllegalArgumentException if their units differ
     */
    public Measured<Result> of(List<Estimate> readings) {
        for (Estimate reading : readings) {
            Checks.require(
                    reading.unit().equals(readings.get(0).unit()),
                    "A reading is in %s. Expected %s as the first.",
                    reading.unit(),
                    readings.get(0).unit());
        }
        if (readings.size() < times) {
            return Measured.missing(MissingReason.TOO_FEW, readings.size() + " reading(s), " + times + " are needed");
        }
        List<Estimate> last = readings.subList(readings.size() - times, readings.size());
        boolean up = last.stream().allMatch(reading -> reading.lower() > 0);
        boolean down = last.stream().allMatch(reading -> reading.upper() < 0);
        double nearest = last.stream()
                .mapToDouble(reading -> Math.abs(reading.value()))
                .min()
                .orElse(0);
        double level = last.stream().mapToDouble(Estimate::level).min().orElse(0.95);
        double highest = last.stream().mapToDouble(Estimate::level).max().orElse(0.95);
        Size size = size(nearest);
        Explanation why = Explanation.of(
                up || down
                        ? "The change is sustained and " + size + "."
                        : "No change is sustained: not all of the last " + times
                                + " readings exclude zero on one side.");
        for (Estimate reading : last) {
            why = why.because(reading.toString());
        }
        return Measured.of(new Result(
                up || down,
                size,
                why.because(
                        "Of nothing this would be said with a chance of at most %.5f, whatever error the readings share;"
                                + " of %.5f if they share a baseline that is as exact as they are.",
                        1 - highest,
                        Math.min(
                                1 - highest, falseAlarmOfOneBaseline(level, 0.5).probability()))));
    }
}
