package org.iltlib.learning.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.learning.LearningFeature;
import org.immutables.value.Value;

/** Which of the six criteria an offering fulfils. Immutable. */
@Value.Immutable
public abstract class CriteriaReport {
    CriteriaReport() {}

    /** The offering. */
    public abstract EntryId learning();

    /** What took place. */
    public abstract Dosage dosage();

    /** Whether it was sustained. */
    public abstract boolean sustained();

    /** Whether it was intensive. */
    public abstract boolean intensive();

    /** The fewest minutes that are intensive. */
    public abstract long intensiveMinutes();

    /** What its design fulfils. */
    public abstract Set<LearningFeature> features();

    /** How many of the six it fulfils. */
    public int met() {
        return (sustained() ? 1 : 0) + (intensive() ? 1 : 0) + features().size();
    }

    /** The criteria that it does not fulfil, in words and in the order of the law. */
    public List<String> unmet() {
        List<String> unmet = new ArrayList<>();
        if (!sustained()) {
            unmet.add("sustained");
        }
        if (!intensive()) {
            unmet.add("intensive");
        }
        for (LearningFeature feature : LearningFeature.values()) {
            if (!features().contains(feature)) {
                unmet.add(feature.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return List.copyOf(unmet);
    }

    /** What was counted and what the design says. */
    public Explanation explanation() {
        return Explanation.of("%s fulfils %d of six criteria.", learning(), met())
                .because(
                        "%d days, %d from the first to the last: %s. More than 3 days, or more than 7 apart, are sustained.",
                        dosage().dates().size(), dosage().spanDays(), sustained() ? "sustained" : "not sustained")
                .because(
                        "%d minutes: %s. At least %d are.",
                        dosage().minutes(), intensive() ? "intensive" : "not intensive", intensiveMinutes())
                .because("By design: %s.", features().isEmpty() ? "none of the other four" : words());
    }

    private String words() {
        return String.join(
                ", ",
                features().stream()
                        .sorted()
                        .map(feature -> feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a report; for this package. */
    static final class Builder extends ImmutableCriteriaReport.Builder {
        Builder() {}
    }
}
