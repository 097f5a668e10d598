package org.iltlib.analytics.alignment;

import java.math.BigDecimal;
import java.util.Locale;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** Where an alignment index lies in what chance gives under a named model. Immutable. */
@Value.Immutable
public abstract class ChanceReading {
    ChanceReading() {}

    /** What "by chance" means here. */
    public abstract PorterNull model();

    /** The index that was found. */
    public abstract Ratio observed();

    /** The exact mean under the model. */
    public abstract Ratio expectation();

    /** The lower end of the interval of drawn indexes; a value that was drawn. */
    public abstract double lower();

    /** The upper end of the interval of drawn indexes; a value that was drawn. */
    public abstract double upper();

    /** The share of chance in the interval, such as 0.95. */
    public abstract double level();

    /** How many draws there were. */
    public abstract int draws();

    /** The seed of the draws. */
    public abstract long seed();

    /** The share of draws that are at the observed index or below. */
    public abstract Ratio atOrBelow();

    /** The share of draws that are at the observed index or above. */
    public abstract Ratio atOrAbove();

    /** Whether the observed index lies above all of the interval. */
    public boolean aboveChance() {
        return observed().toDouble() > upper() + 1e-12;
    }

    /** Whether the observed index lies below all of the interval. */
    public boolean belowChance() {
        return observed().toDouble() < lower() - 1e-12;
    }

    /** What it says, with the model named. */
    public Explanation explanation() {
        String where = aboveChance() ? "above" : belowChance() ? "below" : "within";
        return Explanation.of(
                        "The index %s lies %s what chance gives.",
                        three(observed().toDouble()), where)
                .because("Chance means: %s.", model().name())
                .because(
                        "Chance gives %s on average, exactly, and %s to %s in %s%% of %s draws from seed %s.",
                        three(expectation().toDouble()),
                        three(lower()),
                        three(upper()),
                        BigDecimal.valueOf(level())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        draws(),
                        seed());
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableChanceReading.Builder {
        Builder() {}
    }
}
