package org.iltlib.analytics.privacy;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How coarsely a percentage is shown for groups from a size on: the ends as {@code ≤ 5 %} and {@code ≥ 95 %}, and what
 * lies between in steps of whole percentage points. Immutable.
 */
@Value.Immutable
public abstract class ShareBand {
    /** The written form. */
    public static final Form<ShareBand> FORM = Form.<ShareBand, Builder>built(ShareBand::builder, Builder::build)
            .field("smallest", Forms.INTEGER, ShareBand::smallest, Builder::smallest)
            .field("bottom", Forms.INTEGER, ShareBand::bottom, Builder::bottom)
            .field("top", Forms.INTEGER, ShareBand::top, Builder::top)
            .field("step", Forms.INTEGER, ShareBand::step, Builder::step);

    ShareBand() {}

    /** The smallest group that it is for; it holds up to the next band. */
    public abstract int smallest();

    /** Percentages up to this one are not told apart; below 0 if the lower end is not coded. */
    public abstract int bottom();

    /** Percentages from this one on are not told apart; above 100 if the upper end is not coded. */
    public abstract int top();

    /** The width of the steps between the ends in percentage points; 1 shows whole percentages. */
    public abstract int step();

    /** Checks the order of the ends. */
    @Value.Check
    void check() {
        Checks.positive(smallest(), "smallest");
        Checks.positive(step(), "step");
        Checks.require(bottom() < top(), "bottom is %s and top %s. Expected bottom below top.", bottom(), top());
    }

    /** The band for groups from that size on. */
    public static ShareBand of(int smallest, int bottom, int top, int step) {
        return builder().smallest(smallest).bottom(bottom).top(top).step(step).build();
    }

    /** A builder; all four are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** What is shown of that many of so many, at least one. */
    CodedShare code(long part, long whole) {
        int percent = percent(part, whole);
        int low = low(percent);
        int high = high(percent);
        return new CodedShare(low, high, least(low, whole), most(high, part, whole));
    }

    private int low(int percent) {
        if (percent <= bottom()) {
            return 0;
        }
        if (percent >= top()) {
            return top();
        }
        return Math.max(bottom() + 1, first() + (percent - first()) / step() * step());
    }

    private int high(int percent) {
        if (percent <= bottom()) {
            return bottom();
        }
        if (percent >= top()) {
            return 100;
        }
        return Math.min(top() - 1, first() + (percent - first()) / step() * step() + step() - 1);
    }

    /** Where the steps begin. */
    private int first() {
        return step() == 1 ? 0 : Math.max(0, bottom());
    }

    /** The whole percentage, halves upward. */
    private static int percent(long part, long whole) {
        return Math.toIntExact((200 * part + whole) / (2 * whole));
    }

    private static long least(int percent, long whole) {
        long low = 0;
        long high = whole;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (percent(middle, whole) >= percent) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long most(int percent, long part, long whole) {
        long low = part;
        long high = whole;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (percent(middle, whole) <= percent) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Such as {@code from 41: ≤ 5 %, steps of 5, ≥ 95 %}. */
    @Override
    public String toString() {
        return "from " + smallest() + ": ≤ " + bottom() + " %, steps of " + step() + ", ≥ " + top() + " %";
    }

    /** Builds a band. */
    public static final class Builder extends ImmutableShareBand.Builder {
        Builder() {}
    }
}
