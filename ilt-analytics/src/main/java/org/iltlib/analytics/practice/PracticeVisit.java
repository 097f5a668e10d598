package org.iltlib.analytics.practice;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** One visit to a class: whose, by whom, when, and the score on a scale that is the same in all visits. Immutable. */
@Value.Immutable
public abstract class PracticeVisit {
    PracticeVisit() {}

    /** Whose class. */
    public abstract PersonId person();

    /** Who visited; another person. */
    public abstract PersonId rater();

    /** The day. */
    public abstract LocalDate on();

    /** The score, finite. */
    public abstract double score();

    /**
     * A visit.
     *
     * @param person whose class
     * @param rater who visited, another person
     * @param on the day
     * @param score the score, finite
     */
    public static PracticeVisit of(PersonId person, PersonId rater, LocalDate on, double score) {
        Checks.require(!person.equals(rater), "person and rater are both \"%s\". Expected two people.", person);
        return new Builder()
                .person(person)
                .rater(rater)
                .on(on)
                .score(Checks.finite(score, "score"))
                .build();
    }

    /** Builds a visit; for this type. */
    static final class Builder extends ImmutablePracticeVisit.Builder {
        Builder() {}
    }
}
