package org.iltlib.curriculum.pacing;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A copy that knows what is a part of what, for precedences that publishers give for the parts of a standard or for the
     * whole: a part is taught where its whole is, if not before, and a whole that is not named is taught with the last of
     * its parts, if all of them are taught. Linear but for the depth of parts.
     *
     * @param wholes the whole of each part, without a circle
     * @throws IllegalArgumentException if a standard is a part of itself
     */
    public TeachingOrder withParts(Map<StandardId, StandardId> wholes) {
        Map<StandardId, Integer> all = new LinkedHashMap<>(places);
        Map<StandardId, Integer> depths = new LinkedHashMap<>();
        for (StandardId part : wholes.keySet()) {
            Optional<Integer> above = Optional.empty();
            int depth = 0;
            for (StandardId whole = wholes.get(part); whole != null; whole = wholes.get(whole)) {
                Checks.require(++depth <= wholes.size(), "standard \"%s\" is a part of itself.", part);
                Integer place = places.get(whole);
                if (place != null && (above.isEmpty() || place < above.get())) {
                    above = Optional.of(place);
                }
            }
            depths.put(part, depth);
            above.ifPresent(place -> all.merge(part, place, Math::min));
        }
        Map<StandardId, Set<StandardId>> parts = new LinkedHashMap<>();
        depths.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> parts.computeIfAbsent(
                                Objects.requireNonNull(wholes.get(part.getKey())), any -> new LinkedHashSet<>())
                        .add(part.getKey()));
        // The deepest wholes come first, so that a whole of wholes finds them placed.
        parts.forEach((whole, own) -> {
            if (!all.containsKey(whole) && all.keySet().containsAll(own)) {
                all.put(whole, own.stream().mapToInt(all::get).max().orElseThrow());
            }
        });
        return new TeachingOrder(all);
    }

    /** The place of that standard, if it is taught. */
    public Optional<Integer> findPlace(StandardId standard) {
        return Optional.ofNullable(places.get(standard));
    }

    /**
     * Those whose later standard is taught first, in the order given; those taught together or not at all are none. Parts
     * and wholes count only in an order {@linkplain #withParts that knows them}.
     */
    public List<Precedence> listViolations(Collection<Precedence> precedences) {
        return precedences.stream()
                .filter(one -> places.containsKey(one.before()) && places.containsKey(one.after()))
                .filter(one -> Objects.requireNonNull(places.get(one.before()))
                        > Objects.requireNonNull(places.get(one.after())))
                .toList();
    }

    /**
     * Those whose later standard is taught and whose earlier one is not, in the order given: it must be there already. Parts
     * and wholes count only in an order {@linkplain #withParts that knows them}.
     */
    public List<Precedence> listPresumed(Collection<Precedence> precedences) {
        return precedences.stream()
                .filter(one -> places.containsKey(one.after()) && !places.containsKey(one.before()))
                .toList();
    }
}
