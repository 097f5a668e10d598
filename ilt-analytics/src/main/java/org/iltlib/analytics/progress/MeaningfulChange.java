package org.iltlib.analytics.progress;

import java.util.List;
import java.util.Locale;
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
     * the product of the tails.
     */
    public Chance falseAlarm(double level) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        return Chance.exact(2 * StrictMath.pow((1 - level) / 2, times));
    }

    /**
     * What the last readings say.
     *
     * @param readings of the change since the baseline, in order of time, in standard deviations
     * @return missing if there are too few
     */
    public Measured<Result> of(List<Estimate> readings) {
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
                        "Of nothing, with independent readings, this would be said with a chance of at most %.5f.",
                        falseAlarm(level).probability())));
    }
}
