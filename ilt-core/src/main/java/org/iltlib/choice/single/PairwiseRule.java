package org.iltlib.choice.single;

import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;

/** A rule that looks at pairwise counts only. */
public interface PairwiseRule extends SingleWinnerRule {
    /** Counts from the pairwise counts. */
    Count count(Margins margins);

    @Override
    default Count count(Profile profile) {
        return count(Margins.of(profile));
    }
}
