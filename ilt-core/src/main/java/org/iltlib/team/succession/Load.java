package org.iltlib.team.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;

/**
 * How much each member answers for: who carries more than a limit, and who nothing at all. Exact.
 *
 * @param counts how many things each member answers for, in the order of seats
 */
public record Load(Map<PersonId, Integer> counts) {

    /** Checks that no count is negative, and copies in order. */
    public Load {
        counts.forEach((member, count) -> Checks.notNegative(count, "load of " + member));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The load of these members; what others own is left out. */
    public static Load of(Collection<PersonId> members, Collection<Owned> owned) {
        Map<PersonId, Integer> counts = new LinkedHashMap<>();
        members.forEach(member -> counts.put(member, 0));
        owned.forEach(thing -> counts.computeIfPresent(thing.owner(), (member, count) -> count + 1));
        return new Load(counts);
    }

    /** What the members answer for together. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The usual limit: twice the even share, rounded up; this library's own. 9 things among 10 members: 2. */
    public int usualLimit() {
        return counts.isEmpty() ? 0 : (2 * total() + counts.size() - 1) / counts.size();
    }

    /** The members who carry more than that, the most loaded first, then in the order of seats. */
    public List<PersonId> listAbove(int limit) {
        List<PersonId> above = new ArrayList<>(counts.keySet());
        above.removeIf(member -> count(member) <= limit);
        above.sort((a, b) -> Integer.compare(count(b), count(a)));
        return List.copyOf(above);
    }

    private int count(PersonId member) {
        return counts.getOrDefault(member, 0);
    }

    /** The members who answer for nothing, in the order of seats. */
    public List<PersonId> listIdle() {
        return counts.keySet().stream().filter(member -> count(member) == 0).toList();
    }

    /**
     * The Gini coefficient, exactly: the sum of {@code (2i - n - 1) x_i} over the counts in rising order, divided by n
     * times their sum. 0 if all carry the same, (n-1)/n if one carries all. Missing if nobody answers for anything.
     */
    public Measured<Fraction> gini() {
        if (total() == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "nobody answers for anything");
        }
        List<Integer> rising = counts.values().stream().sorted().toList();
        int n = rising.size();
        long sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += (2L * i - n - 1) * rising.get(i - 1);
        }
        return Measured.of(Fraction.of(sum, (long) n * total()));
    }

    /** The counts, and whom the usual limit concerns. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%d things among %d members.", total(), counts.size());
        for (PersonId member : listAbove(usualLimit())) {
            text = text.because(
                    "%s carries %d, more than %d, which is twice the even share.", member, count(member), usualLimit());
        }
        return listIdle().isEmpty() ? text : text.because("Nothing yet: %s.", listIdle());
    }
}
