package org.iltlib.learning.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * The practices in use by the strength of the evidence behind them.
 *
 * @param byTier the names of the practices of each tier, 1 to 4, all four there; in order
 * @param unknown the names of those whose evidence nobody has looked at, in order
 * @param old the names of those whose newest evidence is too old, oldest first
 */
public record PracticesByTier(SortedMap<Integer, List<String>> byTier, List<String> unknown, List<String> old) {
    private static final int TIERS = 4;

    /** Copies the collections. */
    public PracticesByTier {
        SortedMap<Integer, List<String>> copy = new TreeMap<>();
        byTier.forEach((tier, names) -> copy.put(tier, List.copyOf(names)));
        byTier = Collections.unmodifiableSortedMap(copy);
        unknown = List.copyOf(unknown);
        old = List.copyOf(old);
    }

    /**
     * The practices of these profiles.
     *
     * @param profiles each id once
     * @param year the year from which age is counted
     * @param oldAge from how many years on evidence is old, at least 1
     */
    public static PracticesByTier of(Collection<PracticeProfile> profiles, int year, int oldAge) {
        Checks.positive(oldAge, "oldAge");
        Checks.distinct(profiles.stream().map(PracticeProfile::id).toList(), "profiles");
        List<PracticeProfile> sorted = profiles.stream()
                .sorted(Comparator.comparing(PracticeProfile::name).thenComparing(PracticeProfile::id))
                .toList();
        SortedMap<Integer, List<String>> byTier = new TreeMap<>();
        IntStream.rangeClosed(1, TIERS).forEach(tier -> byTier.put(tier, new ArrayList<>()));
        List<String> unknown = new ArrayList<>();
        for (PracticeProfile profile : sorted) {
            profile.evidenceTier()
                    .map(tier -> byTier.getOrDefault(tier, unknown))
                    .orElse(unknown)
                    .add(profile.name());
        }
        List<String> old = sorted.stream()
                .filter(profile -> age(profile, year) >= oldAge)
                .sorted(Comparator.comparingInt((PracticeProfile profile) -> age(profile, year))
                        .reversed())
                .map(PracticeProfile::name)
                .toList();
        return new PracticesByTier(byTier, unknown, old);
    }

    private static int age(PracticeProfile profile, int year) {
        Optional<Integer> age = profile.evidenceAge(year);
        return age.isPresent() ? age.get() : -1;
    }
}
