package org.iltlib.impact.quality;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.impact.SeparateRating;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * What one group says of something on a scale of levels: how many gave each level, how many were asked, and the least level
 * that will do. Who said what is not kept. Immutable.
 */
@Value.Immutable
public abstract class SourceRating {
    /** The written form. */
    public static final Form<SourceRating> FORM = Form.<SourceRating, Builder>built(
                    SourceRating::builder, Builder::build)
            .field("source", StakeholderGroup.FORM, SourceRating::source, Builder::source)
            .field("asked", Forms.INTEGER, SourceRating::asked, Builder::asked)
            .list("byLevel", Forms.INTEGER, SourceRating::byLevel, Builder::addAllByLevel)
            .field("minimum", Forms.INTEGER, SourceRating::minimum, Builder::minimum)
            .field("least", Forms.INTEGER, SourceRating::least, Builder::least);

    SourceRating() {}

    /** Who was asked. */
    public abstract StakeholderGroup source();

    /** How many were asked, at least 1. */
    public abstract int asked();

    /** How many gave each level, from level 0 on. */
    public abstract List<Integer> byLevel();

    /** The least level that will do; a level of the scale. */
    public abstract int minimum();

    /** Below how many answers nothing is shown or judged; at least 1, five unless said otherwise. */
    @Value.Default
    public int least() {
        return 5;
    }

    /** Checks that the scale has levels, that the minimum is one, and that no more answered than were asked. */
    @Value.Check
    void check() {
        Checks.positive(asked(), "asked");
        Checks.positive(least(), "least");
        Checks.require(
                byLevel().size() >= 2,
                "%s level(s). Expected two or more.",
                byLevel().size());
        byLevel().forEach(number -> Checks.notNegative(number, "byLevel"));
        Checks.require(
                minimum() >= 0 && minimum() < byLevel().size(),
                "The minimum is level %s. Expected 0 to %s.",
                minimum(),
                byLevel().size() - 1);
        Checks.require(
                answered() <= asked(),
                "%s answered, %s were asked. Expected at most as many. Maybe somebody answered twice.",
                answered(),
                asked());
    }

    /** How many answered. */
    public long answered() {
        return byLevel().stream().mapToLong(Integer::longValue).sum();
    }

    /** The median level, the lower of the two in the middle; suppressed if few answered, missing if nobody did. */
    public Measured<Integer> level() {
        long n = answered();
        if (n == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "none of the " + source().plural() + " answered");
        }
        if (n < least()) {
            return Measured.suppressed(
                    SuppressionReason.SMALL_GROUP, "fewer than " + least() + " " + source().plural());
        }
        long below = 0;
        int level = -1;
        while (below < (n + 1) / 2) {
            level++;
            below += byLevel().get(level);
        }
        return Measured.of(level);
    }

    /** The rating with its minimum, named after the source; empty where the level cannot be shown. */
    public Optional<SeparateRating> rating() {
        return level().value().map(level -> SeparateRating.of(source().value(), level, minimum()));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rating; source, asked, levels and minimum must be set. */
    public static final class Builder extends ImmutableSourceRating.Builder {
        Builder() {}
    }
}
