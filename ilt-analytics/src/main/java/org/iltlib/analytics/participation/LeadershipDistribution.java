package org.iltlib.analytics.participation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;

/**
 * How far leading is shared: of the meetings facilitated, proposals put and commitments owned, the shares that fall to
 * members who are no administrators, each beside what chance would bring if every seat were as likely. Immutable.
 *
 * @param shares by act: {@code facilitation}, {@code proposals}, {@code commitments}; missing if there was none
 */
public record LeadershipDistribution(Map<String, Measured<ChanceShare>> shares) {
    /** Copies, in order. */
    public LeadershipDistribution {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /**
     * The distribution.
     *
     * @param members all members, at least one
     * @param administrators those of them who are administrators
     * @param facilitated who facilitated, once for each meeting
     * @param proposed who proposed, once for each proposal
     * @param committed who owns, once for each commitment
     * @throws IllegalArgumentException if somebody is no member
     */
    public static LeadershipDistribution of(
            Set<PersonId> members,
            Set<PersonId> administrators,
            List<PersonId> facilitated,
            List<PersonId> proposed,
            List<PersonId> committed) {
        Checks.notEmpty(members, "members");
        requireMembers(administrators, members);
        Map<String, Measured<ChanceShare>> shares = new LinkedHashMap<>();
        shares.put("facilitation", share(facilitated, members, administrators));
        shares.put("proposals", share(proposed, members, administrators));
        shares.put("commitments", share(committed, members, administrators));
        return new LeadershipDistribution(shares);
    }

    private static void requireMembers(Collection<PersonId> persons, Set<PersonId> members) {
        for (PersonId person : persons) {
            Checks.require(members.contains(person), "%s is not among the members.", person);
        }
    }

    private static Measured<ChanceShare> share(
            List<PersonId> acts, Set<PersonId> members, Set<PersonId> administrators) {
        requireMembers(acts, members);
        long others =
                acts.stream().filter(person -> !administrators.contains(person)).count();
        return acts.isEmpty()
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "nothing was done")
                : Measured.of(ChanceShare.binomial(
                        others, acts.size(), members.size() - administrators.size(), members.size()));
    }

    /** The mean of the shares that are there: 0 if administrators do all, 1 if they do nothing; missing if none is. */
    public Measured<Double> index() {
        double[] known = shares.values().stream()
                .flatMap(share -> share.value().stream())
                .mapToDouble(ChanceShare::share)
                .toArray();
        double sum = 0;
        for (double share : known) {
            sum += share;
        }
        return known.length == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "nothing was done")
                : Measured.of(sum / known.length);
    }
}
