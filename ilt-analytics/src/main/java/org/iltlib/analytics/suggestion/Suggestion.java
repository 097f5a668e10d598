package org.iltlib.analytics.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** One standard that may fit a text, and why an index thinks so. A proposal for a person to judge. Immutable. */
@Value.Immutable
public abstract class Suggestion {
    Suggestion() {}

    /** The place in the list, from 1. */
    public abstract int rank();

    /** The standard. */
    public abstract StandardId standard();

    /** Its code, or its id where it has none. */
    public abstract String label();

    /** How near it comes, on the scale of the index; only the order of scores of one list has a meaning. */
    public abstract double score();

    /** The words of the text that brought most of the score, most first. */
    public abstract List<SharedTerm> terms();

    /** Whether it is meant for a grade of the query; empty if the query or the standard names none. */
    public abstract Optional<Boolean> gradeMatch();

    /** What lies above it in the framework, nearest first. */
    public abstract List<StandardId> path();

    /** The other standards of the list that lie directly below the same parent, or directly above or below this one. */
    public abstract List<StandardId> neighbours();

    /**
     * The chance that a person accepts it, from 0 to 1, learned from what people accepted and rejected; missing where
     * there are no such records.
     */
    @Value.Default
    public Measured<Double> probability() {
        return Measured.missing(MissingReason.NOT_COLLECTED, "no recorded acceptances or rejections");
    }

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.positive(rank(), "rank");
        Checks.finite(score(), "score");
        probability().value().ifPresent(chance -> Checks.share(chance, "probability"));
    }

    /** Why it is listed, in words. */
    public Explanation explanation() {
        Explanation why = Explanation.of("Suggestion %s is %s, with a score of %.3f.", rank(), label(), score());
        for (SharedTerm term : terms()) {
            why = why.because(
                    String.format(Locale.ROOT, "\"%s\" brings %.0f %% of it.", term.term(), 100 * term.share()));
        }
        why = why.because(
                gradeMatch().isEmpty()
                        ? "The grade is not compared."
                        : gradeMatch().get() ? "It is meant for the grade." : "It is meant for another grade.");
        if (!neighbours().isEmpty()) {
            why = why.because(
                    "%s of its neighbours in the framework are listed too.",
                    neighbours().size());
        }
        return why.because(
                probability().isReported()
                        ? String.format(
                                Locale.ROOT,
                                "People accept such a suggestion with a chance of %.2f.",
                                probability().orElse(0.0))
                        : "How likely people accept it is not known: " + probability() + ".");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a suggestion; rank, standard, label and score must be set. */
    public static final class Builder extends ImmutableSuggestion.Builder {
        Builder() {}
    }
}
