package org.iltlib.analytics.suggestion;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Standard;
import org.immutables.value.Value;

/** What is asked of an index: a text, and what is known about it. Immutable. */
@Value.Immutable
public abstract class SuggestionQuery {
    SuggestionQuery() {}

    /** The text: an item, a lesson, the statement of a standard elsewhere; may be empty. */
    public abstract String text();

    /** The grades it is meant for: only standards of one of these are suggested; empty if unknown. */
    @Value.NaturalOrder
    public abstract SortedSet<GradeLevel> grades();

    /** The language of the text, as a tag such as {@code en}, if somebody says so. */
    public abstract Optional<String> language();

    /** How many suggestions at most; 5 unless set. */
    @Value.Default
    public int top() {
        return 5;
    }

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.positive(top(), "top");
        language().ifPresent(language -> Checks.text(language, "language"));
    }

    /** A query for a text of unknown grade. */
    public static SuggestionQuery of(String text) {
        return builder().text(text).build();
    }

    /** A query for what comes nearest to a standard of another framework, in the grades of that standard. */
    public static SuggestionQuery of(Standard standard) {
        return of(standard.statement()).withGrades(standard.grades());
    }

    /** A copy for those grades; with none, for all. */
    public SuggestionQuery withGrades(Collection<GradeLevel> grades) {
        return builder()
                .text(text())
                .addAllGrades(grades)
                .language(language())
                .top(top())
                .build();
    }

    /** A copy for so many suggestions. */
    public SuggestionQuery withTop(int top) {
        return toBuilder().top(top).build();
    }

    /** A copy in that language. */
    public SuggestionQuery withLanguage(String language) {
        return toBuilder().language(language).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a query; the text must be set. */
    public static final class Builder extends ImmutableSuggestionQuery.Builder {
        Builder() {}
    }
}
