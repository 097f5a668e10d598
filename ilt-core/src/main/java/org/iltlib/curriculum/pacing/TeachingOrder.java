package org.iltlib.curriculum.pacing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

/**
 * Where each standard is taught for the first time: places in order, two of the same place being taught together.
 *
 * @param places the place of each standard, zero or more
 */
public record TeachingOrder(Map<StandardId, Integer> places) {
    /** Checks and copies, keeping the order. */
    public TeachingOrder {
        places.values().forEach(place -> Checks.notNegative(place, "place"));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** One after the other; a standard that comes again counts where it comes first. */
    public static TeachingOrder of(List<StandardId> standards) {
        Map<StandardId, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < standards.size(); i++) {
            places.putIfAbsent(standards.get(i), i);
        }
        return new TeachingOrder(places);
    }

    /** The units of a course: the standards of one unit are taught together. */
    public static TeachingOrder of(Course course) {
        Map<StandardId, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < course.units().size(); i++) {
            Unit unit = course.units().get(i);
            for (StandardId standard : unit.standards()) {
                places.putIfAbsent(standard, i);
            }
        }
        return new TeachingOrder(places);
    }

    /** The place of that standard, if it is taught. */
    public Optional<Integer> findPlace(StandardId standard) {
        return Optional.ofNullable(places.get(standard));
    }

    /** Those whose later standard is taught first, in the order given; those taught together or not at all are none. */
    public List<Precedence> listViolations(Collection<Precedence> precedences) {
        return precedences.stream()
                .filter(one -> places.containsKey(one.before()) && places.containsKey(one.after()))
                .filter(one -> Objects.requireNonNull(places.get(one.before()))
                        > Objects.requireNonNull(places.get(one.after())))
                .toList();
    }

    /** Those whose later standard is taught and whose earlier one is not, in the order given: it must be there already. */
    public List<Precedence> listPresumed(Collection<Precedence> precedences) {
        return precedences.stream()
                .filter(one -> places.containsKey(one.after()) && !places.containsKey(one.before()))
                .toList();
    }
}
