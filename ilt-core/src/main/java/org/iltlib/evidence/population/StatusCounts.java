package org.iltlib.evidence.population;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How many of those who were expected have a result, and how many have none for each reason. The expected are the
 * reported and the missing, always. Adding counts is associative and commutative, {@link #NONE} changes nothing.
 *
 * @param reported those with a result
 * @param missing for each reason that occurs, those without
 */
public record StatusCounts(long reported, Map<MissingReason, Long> missing) {
    /** Nobody. */
    public static final StatusCounts NONE = new StatusCounts(0, Map.of());

    /** Checks the counts and leaves out reasons of nobody. */
    public StatusCounts {
        Checks.notNegative(reported, "reported");
        EnumMap<MissingReason, Long> kept = new EnumMap<>(MissingReason.class);
        missing.forEach((reason, count) -> {
            if (Checks.notNegative(count, reason.toString()) > 0) {
                kept.put(reason, count);
            }
        });
        missing = Collections.unmodifiableMap(kept);
    }

    /** One student: reported, or missing for that reason. */
    public static StatusCounts of(Optional<MissingReason> status) {
        return status.map(reason -> new StatusCounts(0, Map.of(reason, 1L)))
                .orElseGet(() -> new StatusCounts(1, Map.of()));
    }

    /** All who were expected. */
    public long expected() {
        return reported + missing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those who have no result for that reason. */
    public long missing(MissingReason reason) {
        return missing.getOrDefault(reason, 0L);
    }

    /** The reported over the expected, exact; missing if nobody was expected. */
    public Measured<Fraction> share() {
        return expected() == 0
                ? Measured.missing(MissingReason.NO_STUDENTS)
                : Measured.of(Fraction.of(reported, expected()));
    }

    /** These and those; no student may be in both. */
    public StatusCounts plus(StatusCounts others) {
        EnumMap<MissingReason, Long> sum = new EnumMap<>(MissingReason.class);
        sum.putAll(missing);
        others.missing.forEach((reason, count) -> sum.merge(reason, count, Math::addExact));
        return new StatusCounts(Math.addExact(reported, others.reported), sum);
    }

    /** Such as {@code 910 of 1000 reported; 90 not loaded}. */
    @Override
    public String toString() {
        return reported + " of " + expected() + " reported"
                + missing.entrySet().stream()
                        .map(entry -> "; " + entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining());
    }
}
