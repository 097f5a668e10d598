package org.iltlib.learning.practice;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;

/**
 * How a group is spread over the levels of use.
 *
 * @param counts how many people are at each level, all eight levels there
 */
public record LevelsOfUse(Map<LevelOfUse, Integer> counts) {
    /** Fills in the levels without anybody and checks the counts. */
    public LevelsOfUse {
        Map<LevelOfUse, Integer> all = new EnumMap<>(LevelOfUse.class);
        for (LevelOfUse level : LevelOfUse.values()) {
            all.put(level, (int) Checks.notNegative(counts.getOrDefault(level, 0), "count"));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /**
     * The spread, by the last reading of each person; missing for nobody, suppressed for fewer people than the least.
     *
     * @param readings all of one practice; of two by one person on one day the one with the later id counts
     * @param fewest the smallest group that is shown, at least 2
     */
    public static Measured<LevelsOfUse> of(Collection<UseReading> readings, int fewest) {
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
        Map<PersonId, UseReading> last = new HashMap<>();
        for (UseReading reading : readings) {
            last.merge(reading.person(), reading, LevelsOfUse::later);
        }
        Checks.require(
                readings.stream().map(UseReading::practice).distinct().count() < 2,
                "readings are of %s. Expected one practice.",
                readings.stream()
                        .map(UseReading::practice)
                        .map(EntryId::value)
                        .distinct()
                        .sorted()
                        .toList());
        if (last.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody was asked");
        }
        if (last.size() < fewest) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people");
        }
        Map<LevelOfUse, Integer> counts = new EnumMap<>(LevelOfUse.class);
        last.values().forEach(reading -> counts.merge(reading.level(), 1, Integer::sum));
        return Measured.of(new LevelsOfUse(counts));
    }

    private static UseReading later(UseReading one, UseReading other) {
        int order = one.on().compareTo(other.on());
        return order > 0 || (order == 0 && one.id().compareTo(other.id()) > 0) ? one : other;
    }

    /** The number of people. */
    public int people() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many use it at all. */
    public int users() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isUse())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The share that uses it at all; zero for nobody. */
    public Fraction use() {
        return Fraction.of(users(), Math.max(1, people()));
    }
}
