package org.iltlib.plan.design;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;
import org.iltlib.people.StakeholderGroup;

/**
 * What each group contributed against how many people it has at the table: a group's share of the contributions over its
 * share of the people. 1 is parity, below it a group is heard less than its numbers. Exact. Immutable.
 *
 * @param contributions the comments and writers of each group
 * @param people the people of each group at the table
 */
public record ContributionParity(
        SortedMap<StakeholderGroup, Long> contributions, SortedMap<StakeholderGroup, Long> people) {
    /** Checks the numbers and copies. */
    public ContributionParity {
        contributions = Collections.unmodifiableSortedMap(new TreeMap<>(contributions));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
        contributions.values().forEach(count -> Checks.notNegative(count, "contributions"));
        people.values().forEach(count -> Checks.positive(count, "people"));
    }

    private static Rational sum(Map<StakeholderGroup, Long> counts) {
        return Rational.of(counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The parity of each group at the table, in order; empty if nobody contributed. */
    public SortedMap<StakeholderGroup, Rational> ratios() {
        SortedMap<StakeholderGroup, Rational> ratios = new TreeMap<>();
        Rational all = people.keySet().stream()
                .map(group -> Rational.of(contributions.getOrDefault(group, 0L)))
                .reduce(Rational.ZERO, Rational::plus);
        if (all.signum() > 0) {
            people.forEach((group, count) -> ratios.put(
                    group,
                    Rational.of(contributions.getOrDefault(group, 0L))
                            .times(sum(people))
                            .dividedBy(all.times(count))));
        }
        return Collections.unmodifiableSortedMap(ratios);
    }

    /** The lowest parity of a group, if anybody contributed; no group makes up for another. */
    public Optional<Rational> lowest() {
        return ratios().values().stream().min(Rational::compareTo);
    }

    /** The groups at the table that contributed nothing, in order. */
    public SortedSet<StakeholderGroup> silent() {
        return people.keySet().stream()
                .filter(group -> contributions.getOrDefault(group, 0L) == 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The groups that contributed and are not at the table, in order; they do not count in the ratios. */
    public List<StakeholderGroup> listFromOutside() {
        return contributions.keySet().stream()
                .filter(group -> !people.containsKey(group))
                .toList();
    }

    /** In words. */
    public Explanation explanation() {
        Explanation why = Explanation.of(
                lowest().map(low -> "The least heard group has " + low + " of what its numbers would give it.")
                        .orElse("Nobody at the table contributed."));
        for (Map.Entry<StakeholderGroup, Long> one : people.entrySet()) {
            why = why.because(
                    "%s: %s people, %s contributions.",
                    one.getKey().plural(), one.getValue(), contributions.getOrDefault(one.getKey(), 0L));
        }
        return why;
    }
}
