package org.iltlib.choice;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * One round of a count: what each alternative holds, what nobody holds, and what was done then.
 *
 * @param tallies what each alternative holds, by index; zero for those out of the count. In ballots or points, as the
 *     rule says; for a rule by majorities it is its score
 * @param exhausted the ballots that count for nobody in this round
 * @param action what was done, in words
 */
public record CountRound(List<Rational> tallies, Rational exhausted, String action) {
    /** Checks the words; copies. */
    public CountRound {
        tallies = List.copyOf(tallies);
        Checks.text(action, "action");
    }
}
