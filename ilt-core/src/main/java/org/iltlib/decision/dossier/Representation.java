package org.iltlib.decision.dossier;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How the voices of a team compare with the people they speak for: staff by role, students by a description. For
 * information only; no rule blocks on it.
 *
 * <pre>{@code
 * new Representation(Map.of("teacher", 6, "administrator", 2), Map.of("teacher", 41, "administrator", 2)).ratio("teacher");
 * // (6/8) ÷ (41/43): below 1, so fewer voices than people
 * }</pre>
 *
 * @param voices how many on the team, or heard, by group
 * @param people how many there are, by group
 */
public record Representation(Map<String, Integer> voices, Map<String, Integer> people) {
    /** Checks the numbers; copies in order of the names. */
    public Representation {
        voices = copy(voices, "voices");
        people = copy(people, "people");
    }

    private static SortedMap<String, Integer> copy(Map<String, Integer> counts, String name) {
        SortedMap<String, Integer> copy = new TreeMap<>(counts);
        copy.forEach((group, count) -> Checks.notNegative(count, name + " of " + group));
        return Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The share of the voices over the share of the people, exact; 1 is parity.
     *
     * @return missing if there are no voices, or the group has no people, so that nothing could be its share
     */
    public Measured<Rational> ratio(String group) {
        long allVoices = sum(voices);
        int here = people.getOrDefault(group, 0);
        if (allVoices == 0) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "no voices");
        }
        if (here == 0) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "nobody in " + group);
        }
        return Measured.of(Rational.of(voices.getOrDefault(group, 0), allVoices).times(Rational.of(sum(people), here)));
    }

    /** The ratio of each group that has voices or people, by name. */
    public SortedMap<String, Measured<Rational>> ratios() {
        SortedMap<String, Measured<Rational>> all = new TreeMap<>();
        voices.keySet().forEach(group -> all.put(group, ratio(group)));
        people.keySet().forEach(group -> all.put(group, ratio(group)));
        return Collections.unmodifiableSortedMap(all);
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
