package org.iltlib.analytics.growth.summary;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.finding.Estimate;

/**
 * The ranks that a group may hold, the highest mean being first: of groups whose intervals overlap nobody knows which is
 * ahead, so no group gets a single rank unless its interval lies apart from all others.
 *
 * @param best one more than the groups whose intervals lie wholly above
 * @param worst all groups but those whose intervals lie wholly below
 * @param of how many groups are compared
 */
public record RankBand(int best, int worst, int of) {
    /** Checks the order. */
    public RankBand {
        Checks.require(1 <= best && best <= worst && worst <= of, "Ranks %s to %s of %s.", best, worst, of);
    }

    /**
     * The ranks that one reading may hold among those shown, of which it is one.
     *
     * @param shown the readings that are compared
     */
    public static RankBand of(Estimate ours, List<Estimate> shown) {
        int above = 0;
        int below = 0;
        for (Estimate other : shown) {
            above += other.lower() > ours.upper() ? 1 : 0;
            below += other.upper() < ours.lower() ? 1 : 0;
        }
        return new RankBand(above + 1, shown.size() - below, shown.size());
    }

    /** Such as {@code rank 3 to 9 of 12}. */
    @Override
    public String toString() {
        return best == worst ? "rank " + best + " of " + of : "rank " + best + " to " + worst + " of " + of;
    }
}
