package org.iltlib.analytics.measurement.item;

import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What {@link ItemStudy} found about an item. Immutable. */
@Value.Immutable
public abstract class ItemReport {
    ItemReport() {}

    /** The name of the item. */
    public abstract String name();

    /** The most points it can earn: the most that anybody earned, at least 1. */
    public abstract int maximum();

    /** The students who have points on it. */
    public abstract long responses();

    /** The students who saw it and gave no answer, or did not get to it. */
    public abstract long omitted();

    /** The students to whom it was not given, or of whom nothing is known. */
    public abstract long notGiven();

    /**
     * The mean share of its points; for an item scored 0 or 1 the share who got it right, with Wilson's interval, otherwise
     * with Student's.
     */
    public abstract Measured<Estimate> difficulty();

    /**
     * The correlation with the whole test, the item in it: with the share of points on the items that the student has,
     * which is the total where nothing is missing.
     */
    public abstract Measured<Double> itemTotal();

    /** The correlation with the rest of the test, the item taken out: the corrected point-biserial. */
    public abstract Measured<Double> itemRest();

    /**
     * The mean share of points among the upper 27 % of students less that among the lower 27 %, by the share of points on
     * all their items; students level at the border count in part. Kelley, T. L. (1939), doi:10.1037/h0057123.
     */
    public abstract Measured<Double> upperLower();

    /** Cronbach's alpha without it, of the students who have points on every item. */
    public abstract Measured<Double> alphaWithout();

    /** What a person should look at; empty if nothing. */
    public abstract List<ItemFlag> flags();

    /** The wrong answers that attract the able, by {@link DistractorTable}; empty without letters. */
    public abstract List<String> attractive();

    static Builder builder() {
        return new Builder();
    }

    Builder toBuilder() {
        return builder().from(this);
    }

    static final class Builder extends ImmutableItemReport.Builder {
        Builder() {}
    }
}
