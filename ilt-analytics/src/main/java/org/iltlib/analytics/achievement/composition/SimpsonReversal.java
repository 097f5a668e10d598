package org.iltlib.analytics.achievement.composition;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;

/**
 * An overall change that goes against every group's: the whole fell although no group did and some rose, or the other
 * way round, or a change is hidden because the whole stood still. Source: E. H. Simpson (1951),
 * doi:10.1111/j.2517-6161.1951.tb00088.x.
 *
 * @param overall the overall change
 * @param groups the change of each group that was there at both times
 */
public record SimpsonReversal(Rational overall, SortedMap<String, Rational> groups) {
    /** Copies the groups and checks that it is one. */
    public SimpsonReversal {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        Checks.require(isReversal(overall, groups), "A change of %s does not go against %s.", overall, groups.values());
    }

    /** The reversal, if it is one; none below two groups. */
    public static Optional<SimpsonReversal> find(Rational overall, SortedMap<String, Rational> groups) {
        return isReversal(overall, groups) ? Optional.of(new SimpsonReversal(overall, groups)) : Optional.empty();
    }

    private static boolean isReversal(Rational overall, SortedMap<String, Rational> groups) {
        boolean up = groups.values().stream().anyMatch(change -> change.signum() > 0);
        boolean down = groups.values().stream().anyMatch(change -> change.signum() < 0);
        return groups.size() >= 2 && up != down && overall.signum() != (up ? 1 : -1);
    }

    /** One sentence for a reader. */
    public String sentence() {
        boolean up = groups.values().stream().anyMatch(change -> change.signum() > 0);
        String whole = overall.signum() == 0 ? "The whole stood still" : "The whole " + (up ? "fell" : "rose");
        return whole + " although none of its " + groups.size() + " groups "
                + (up ? "fell and at least one rose" : "rose and at least one fell")
                + ": it is the shares of the groups that changed, not what they achieved.";
    }
}
