package org.iltlib.analytics.alignment;

import java.util.List;
import java.util.Map;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** What one rater's judgments say of one standard. Immutable. */
@Value.Immutable
public abstract class WebbReviewer {
    WebbReviewer() {}

    /** The rater. */
    public abstract PersonId rater();

    /** The hits on each objective that has some; items that fit the standard in general stand under its own id. */
    public abstract Map<StandardId, Integer> hitsByObjective();

    /** The objectives of the standard, and one more if an item fits the standard in general. */
    public abstract int objectives();

    /** Hits by items less demanding than the objective. */
    public abstract int below();

    /** Hits by items as demanding as the objective. */
    public abstract int at();

    /** Hits by items more demanding than the objective. */
    public abstract int above();

    /** All hits; those that {@link #uncompared()} counts are neither below, at, nor above. */
    public int hits() {
        return hitsByObjective().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Hits that have no demand, or no level to be compared with. */
    public int uncompared() {
        return hits() - below() - at() - above();
    }

    /** The share of compared hits below the objective's level; missing without any. */
    public Measured<Ratio> belowShare() {
        return share(below());
    }

    /** The share of compared hits at the objective's level; missing without any. */
    public Measured<Ratio> atShare() {
        return share(at());
    }

    /** The share of compared hits above the objective's level; missing without any. */
    public Measured<Ratio> aboveShare() {
        return share(above());
    }

    /** The share of compared hits at the objective's level or above; missing without any. */
    public Measured<Ratio> demand() {
        return share(at() + above());
    }

    private Measured<Ratio> share(int part) {
        int compared = below() + at() + above();
        return compared == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no hit has a demand and a level to compare it with")
                : Measured.of(Ratio.of(part, compared));
    }

    /** The share of the objectives that are hit. */
    public Ratio range() {
        return Ratio.of(hitsByObjective().size(), objectives());
    }

    /** The balance of the hits over the objectives hit; missing without any. */
    public Measured<Ratio> balance() {
        return WebbCriteria.balance(List.copyOf(hitsByObjective().values()));
    }

    /** Builds a reviewer. */
    static final class Builder extends ImmutableWebbReviewer.Builder {
        Builder() {}
    }
}
