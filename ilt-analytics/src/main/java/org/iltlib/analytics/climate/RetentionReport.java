package org.iltlib.analytics.climate;

import java.util.SortedMap;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** How many of a staff stayed, described and not explained: nothing here says why. Immutable; from {@link Retention}. */
@Value.Immutable
public abstract class RetentionReport {
    RetentionReport() {}

    /** The posts at the start. */
    public abstract long start();

    /** Who is in the same school. */
    public abstract long stayers();

    /** Who is in another school of the district. */
    public abstract long moversWithin();

    /** Who is known to be in a school elsewhere. */
    public abstract long moversBeyond();

    /** All others. */
    public abstract long leavers();

    /** Stayers divided by the posts at the start; missing if there were none. */
    public abstract Measured<Estimate> school();

    /** Stayers and movers within the district, divided by the posts at the start. */
    public abstract Measured<Estimate> district();

    /** All but leavers, divided by the posts at the start: no more than is known of those who went. */
    public abstract Measured<Estimate> teaching();

    /** The school rate by years of teaching. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<Estimate>> byExperience();

    /** The school rate by subject; withheld if with the years it would give a small group away. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<Estimate>> bySubject();

    /** The school rate by school; withheld if with the groupings above it would give a small group away. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Measured<Estimate>> bySchool();

    /** How many went for which reason; reasons that few gave are withheld, and one more if it would give them away. */
    @Value.NaturalOrder
    public abstract SortedMap<ExitReason, Measured<Long>> reasons();

    /** Described: a rate has no comparison. */
    public ClaimRung rung() {
        return ClaimRung.DESCRIBED;
    }

    /**
     * The statement with its rung.
     *
     * @throws IllegalArgumentException if it says more than the rung allows: that coaching led to staying, say
     */
    public String sentence(String statement) {
        return rung().sentence(statement);
    }

    /** The rates in words, with the counts behind them. */
    public Explanation explain() {
        return Explanation.of(
                        "Of %s posts, %s holders stayed in their school and %s in the district.",
                        start(), stayers(), stayers() + moversWithin())
                .because("School: %s of %s, %s.", stayers(), start(), percent(school()))
                .because("District: %s + %s of %s, %s.", stayers(), moversWithin(), start(), percent(district()))
                .because("In a school elsewhere: %s. Left: %s.", moversBeyond(), leavers());
    }

    private static String percent(Measured<Estimate> rate) {
        return rate.map(known -> String.format(java.util.Locale.ROOT, "%.1f %%", 100 * known.value()))
                .toString();
    }

    static boolean inSchool(StaffYear post) {
        return post.outcome() == StaffYear.Outcome.STAYED;
    }

    static boolean inDistrict(StaffYear post) {
        return inSchool(post) || post.outcome() == StaffYear.Outcome.MOVED_WITHIN;
    }

    /** Builds a report; for the calculator. */
    static final class Builder extends ImmutableRetentionReport.Builder {
        Builder() {}
    }
}
