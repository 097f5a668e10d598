package org.iltlib.team.bridge;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Which of those who should be reached are, by name: 131 of 138 teacher teams.
 *
 * @param reached those reached, in their natural order; each of them expected
 * @param expected all who should be, in their natural order
 * @param <T> the id of a team or unit
 */
public record Reach<T extends Comparable<T>>(Set<T> reached, Set<T> expected) {

    /** Checks that all reached were expected, and copies both. */
    public Reach {
        reached = Collections.unmodifiableSet(new TreeSet<>(reached));
        expected = Collections.unmodifiableSet(new TreeSet<>(expected));
        for (T one : reached) {
            Checks.require(expected.contains(one), "%s is reached, but not among those expected. Maybe Reach.of.", one);
        }
    }

    /** The reach among those expected; others who were met are left out. */
    public static <T extends Comparable<T>> Reach<T> of(Collection<T> met, Collection<T> expected) {
        Set<T> both = new TreeSet<>(expected);
        both.retainAll(new TreeSet<>(met));
        return new Reach<>(both, new TreeSet<>(expected));
    }

    /** The share reached, exactly; missing if nobody was expected. */
    public Measured<Fraction> share() {
        return expected.isEmpty()
                ? Measured.missing(MissingReason.UNDEFINED, "nobody was to be reached")
                : Measured.of(Fraction.of(reached.size(), expected.size()));
    }

    /** Those not reached, in their natural order. */
    public List<T> listMissed() {
        return expected.stream().filter(one -> !reached.contains(one)).toList();
    }

    /** The count, and who is missed. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%d of %d are reached.", reached.size(), expected.size());
        return listMissed().isEmpty() ? text : text.because("Not reached: %s.", listMissed());
    }
}
