package org.iltlib.analytics.privacy;

import org.iltlib.base.Checks;

/**
 * A percentage as it is shown, and the counts that it leaves possible for a reader who knows the size of the group: 43
 * per cent of 68, whole percentages, is exactly 29.
 *
 * @param low the smallest whole percentage that would be shown alike
 * @param high the largest
 * @param least the smallest count that would be shown alike
 * @param most the largest
 */
public record CodedShare(int low, int high, long least, long most) {
    /** Checks the order. */
    public CodedShare {
        Checks.require(low <= high && least <= most, "share is %s to %s. Expected low first.", low, high);
    }

    /** How many counts are shown alike. */
    public long width() {
        return most - least + 1;
    }

    /** Such as {@code 43 %}, {@code 40–44 %}, {@code ≤ 5 %} or {@code ≥ 95 %}. */
    @Override
    public String toString() {
        if (low == high) {
            return low + " %";
        }
        if (low == 0) {
            return "≤ " + high + " %";
        }
        return high == 100 ? "≥ " + low + " %" : low + "–" + high + " %";
    }
}
