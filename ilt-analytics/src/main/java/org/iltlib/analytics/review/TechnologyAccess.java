package org.iltlib.analytics.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.impact.quality.DeviceAccess;

/**
 * Who can use technology, group by group, fit to be shown: groups that are small are withheld, with those that would give
 * them away, and so is a share that rests on a few students with or without. No total over groups is told, from which a
 * withheld one could be worked out. Time grows with the number of groups.
 *
 * @param policy how small a group may be and still be shown
 */
public record TechnologyAccess(SuppressionPolicy policy) {
    /** Groups below ten withheld. */
    public static TechnologyAccess withDefaults() {
        return new TechnologyAccess(SuppressionPolicy.NCES_2011_603);
    }

    /**
     * The shares, in the order given.
     *
     * @param access the counts; groups that do not overlap, each once
     * @throws IllegalArgumentException if a group stands twice
     */
    public List<AccessShares> of(List<DeviceAccess> access) {
        Checks.distinct(access.stream().map(DeviceAccess::group).toList(), "access");
        Map<String, Long> sizes = new TreeMap<>();
        access.forEach(one -> sizes.put(one.group(), (long) one.students()));
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        List<AccessShares> shares = new ArrayList<>();
        for (DeviceAccess one : access) {
            shares.add(new AccessShares(
                    one.group(),
                    shown.show(one.group(), () -> share(one.withDevice(), one.students())),
                    shown.show(one.group(), () -> share(one.connected(), one.students()))));
        }
        return List.copyOf(shares);
    }

    private Measured<Fraction> share(int part, int whole) {
        if (whole == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS);
        }
        return policy.hides(part) || policy.hides((long) whole - part)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                : Measured.of(Fraction.of(part, whole));
    }

    /** The group with the least share that is shown; the first of them in the order given; empty if none is. */
    public static Optional<AccessShares> findWorstOff(
            List<AccessShares> shares, Function<AccessShares, Measured<Fraction>> which) {
        return shares.stream()
                .filter(one -> which.apply(one).isReported())
                .min(Comparator.comparing(one -> which.apply(one).orElse(Fraction.ONE)));
    }
}
