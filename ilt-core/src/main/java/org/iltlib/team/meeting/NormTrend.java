package org.iltlib.team.meeting;

import java.util.List;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How one norm was kept, check by check. The change compares the later half of the checks with the earlier one, the
 * middle check of an odd number left out; it describes, and with few checks it says little.
 *
 * @param norm the id of the norm
 * @param checks whether it was kept, in the order of meetings; only where it was checked
 */
public record NormTrend(String norm, List<Boolean> checks) {

    /** Copies the checks. */
    public NormTrend {
        checks = List.copyOf(checks);
    }

    /** Where it goes. */
    public enum Change {
        /** Kept more often in the later half. */
        BETTER,
        /** As often. */
        THE_SAME,
        /** Less often. */
        WORSE
    }

    /** How often it was kept. */
    public int kept() {
        return count(0, checks.size());
    }

    private int count(int from, int to) {
        return (int) checks.subList(from, to).stream().filter(kept -> kept).count();
    }

    /** The share of checks at which it was kept; missing if it was never checked. */
    public Measured<Double> adherence() {
        return checks.isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "the norm was not checked")
                : Measured.of((double) kept() / checks.size());
    }

    /** Where it goes; missing with fewer than four checks. */
    public Measured<Change> change() {
        if (checks.size() < 4) {
            return Measured.missing(MissingReason.TOO_FEW, checks.size() + " checks, four are needed");
        }
        int half = checks.size() / 2;
        int later = count(checks.size() - half, checks.size());
        int earlier = count(0, half);
        return Measured.of(later > earlier ? Change.BETTER : later < earlier ? Change.WORSE : Change.THE_SAME);
    }

    /** The counts in words. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%s was kept at %d of %d checks.", norm, kept(), checks.size());
        int half = checks.size() / 2;
        return change().isReported()
                ? text.because(
                        "Of the first %d checks at %d, of the last %d at %d.",
                        half, count(0, half), half, count(checks.size() - half, checks.size()))
                : text;
    }
}
