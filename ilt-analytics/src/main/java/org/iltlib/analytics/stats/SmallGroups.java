package org.iltlib.analytics.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;

/**
 * Which groups are withheld so that no small one can be worked out from the others: from the whole less the groups that
 * are shown, or, where groups hold groups, from a roll-up less its parts. Immutable.
 *
 * <pre>{@code
 * SmallGroups.Shown shown = SmallGroups.of(policy).among(Map.of("K-2", 14L, "3-5", 13L, "specials", 4L));
 * shown.show("specials", () -> mean);                        // suppressed: 4 people
 * shown.show("3-5", () -> mean);                             // suppressed: with it, "specials" could be worked out
 * shown.show("K-2", () -> mean);                             // 3.8
 * }</pre>
 *
 * <p>A group below the policy's minimum is withheld. Then, in every family (a whole and its parts), the next smallest
 * part is withheld until at least two of the family are, and until those withheld are together no small group either; a
 * withheld whole counts there for those of its people who are in no shown part of it. In
 * a tree in which every family has none or at least two withheld, no withheld number follows from those shown: from each
 * a path of withheld numbers leads both ways to a leaf or the top, and adding to one what is taken from the next leaves
 * every shown number as it is.
 *
 * @param policy how small a group may be
 */
public record SmallGroups(SuppressionPolicy policy) {
    /**
     * What is withheld and why.
     *
     * @param policy the name of the policy
     * @param hidden the groups withheld, each with the reason
     */
    public record Shown(String policy, SortedMap<String, SuppressionReason> hidden) {
        /** Copies. */
        public Shown {
            hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
        }

        /** Whether the group may be shown. */
        public boolean shows(String group) {
            return !hidden.containsKey(group);
        }

        /** The value for the group, or that it is withheld; the value is not computed then. */
        public <T> Measured<T> show(String group, Supplier<Measured<T>> value) {
            SuppressionReason reason = hidden.get(group);
            return reason == null ? value.get() : Measured.suppressed(reason, policy);
        }
    }

    /** Under that policy. */
    public static SmallGroups of(SuppressionPolicy policy) {
        return new SmallGroups(policy);
    }

    /** Which groups of a whole are withheld, the whole being shown; if the whole is small itself, all are. */
    public Shown among(Map<String, Long> sizes) {
        Map<String, Long> tree = new TreeMap<>();
        Map<String, String> parents = new TreeMap<>();
        sizes.forEach((group, size) -> {
            tree.put("/" + group, size);
            parents.put("/" + group, "");
        });
        tree.put("", sizes.values().stream().mapToLong(Long::longValue).sum());
        SortedMap<String, SuppressionReason> hidden = new TreeMap<>();
        inTree(tree, parents).hidden().forEach((group, reason) -> {
            if (!group.isEmpty()) {
                hidden.put(group.substring(1), reason);
            }
        });
        return new Shown(policy.name(), hidden);
    }

    /**
     * Whether several groupings of the same people may be shown side by side: if no cell of the table of all of them is
     * small, no sum or difference of their groups is.
     *
     * @param people for each person the groups, one of each grouping in the same order
     */
    public boolean allowsSideBySide(Collection<List<String>> people) {
        Map<List<String>, Long> cells = new HashMap<>();
        people.forEach(groups -> cells.merge(List.copyOf(groups), 1L, Long::sum));
        return cells.values().stream().noneMatch(policy::hides);
    }

    /** All of them are withheld, for they would give away groups of another grouping. */
    public Shown none(Collection<String> groups) {
        SortedMap<String, SuppressionReason> hidden = new TreeMap<>();
        groups.forEach(group -> hidden.put(group, SuppressionReason.PROTECTS_ANOTHER));
        return new Shown(policy.name(), hidden);
    }

    /**
     * Which groups of a tree are withheld; the parts of a group make up the whole of it.
     *
     * @param sizes the number of people of every group, parts and wholes
     * @param parents the group that holds a group; no entry at the top
     * @throws IllegalArgumentException if a parent is unknown, or parts do not add up to it
     */
    public Shown inTree(Map<String, Long> sizes, Map<String, String> parents) {
        SortedMap<String, Long> all = new TreeMap<>(sizes);
        all.forEach((group, size) -> Checks.notNegative(size, "size of " + group));
        SortedMap<String, List<String>> families = families(all, parents);
        SortedMap<String, SuppressionReason> hidden = new TreeMap<>();
        all.forEach((group, size) -> {
            if (policy.hides(size)) {
                hidden.put(group, SuppressionReason.SMALL_GROUP);
            }
        });
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<String>> family : families.entrySet()) {
                Optional<String> more = next(family.getKey(), families, all, hidden);
                more.ifPresent(group -> hidden.put(group, SuppressionReason.PROTECTS_ANOTHER));
                changed |= more.isPresent();
            }
        }
        return new Shown(policy.name(), hidden);
    }

    private static SortedMap<String, List<String>> families(
            SortedMap<String, Long> sizes, Map<String, String> parents) {
        SortedMap<String, List<String>> families = new TreeMap<>();
        new TreeMap<>(parents).forEach((part, whole) -> {
            Checks.require(sizes.containsKey(part), "\"%s\" has a parent but no size.", part);
            Checks.require(sizes.containsKey(whole), "The parent \"%s\" of \"%s\" has no size.", whole, part);
            families.computeIfAbsent(whole, key -> new ArrayList<>()).add(part);
        });
        families.forEach((whole, parts) -> {
            long sum = parts.stream()
                    .mapToLong(part -> sizes.getOrDefault(part, 0L))
                    .sum();
            Checks.require(
                    sum == sizes.getOrDefault(whole, 0L),
                    "The parts of \"%s\" have %s people, it has %s. Expected as many. Maybe a part is left out.",
                    whole,
                    sum,
                    sizes.getOrDefault(whole, 0L));
        });
        return families;
    }

    /** The group of the family to withhold next, if one must be. */
    private Optional<String> next(
            String whole,
            Map<String, List<String>> families,
            SortedMap<String, Long> sizes,
            Map<String, SuppressionReason> hidden) {
        List<String> parts = families.getOrDefault(whole, List.of());
        List<String> kept = parts.stream().filter(hidden::containsKey).toList();
        boolean wholeHidden = hidden.containsKey(whole);
        long together = kept.stream()
                .mapToLong(part -> withheld(part, families, sizes, hidden))
                .sum();
        boolean single = kept.size() + (wholeHidden ? 1 : 0) == 1;
        boolean small = !wholeHidden && policy.hides(together);
        if (!single && !small) {
            return Optional.empty();
        }
        Stream<String> choice = single ? parts.stream() : below(whole, families, hidden);
        Optional<String> part = choice.filter(other -> !hidden.containsKey(other) && sizes.getOrDefault(other, 0L) > 0)
                .min(Comparator.<String>comparingLong(other -> sizes.getOrDefault(other, 0L))
                        .thenComparing(Comparator.naturalOrder()));
        return part.isPresent() || wholeHidden ? part : Optional.of(whole);
    }

    /** The people of a withheld group who are in no shown part of it: the shown ones a reader can take away. */
    private static long withheld(
            String group,
            Map<String, List<String>> families,
            Map<String, Long> sizes,
            Map<String, SuppressionReason> hidden) {
        List<String> parts = families.getOrDefault(group, List.of());
        return parts.isEmpty()
                ? sizes.getOrDefault(group, 0L)
                : parts.stream()
                        .filter(hidden::containsKey)
                        .mapToLong(part -> withheld(part, families, sizes, hidden))
                        .sum();
    }

    /** The parts of the group, and those of its withheld parts. */
    private static Stream<String> below(
            String group, Map<String, List<String>> families, Map<String, SuppressionReason> hidden) {
        return families.getOrDefault(group, List.of()).stream()
                .flatMap(part -> hidden.containsKey(part) ? below(part, families, hidden) : Stream.of(part));
    }
}
