package org.iltlib.analytics.collaboration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** That two people worked together, how, and for how long. It has no direction: the lesser id stands first. Immutable. */
@Value.Immutable
public abstract class Tie {
    Tie() {}

    /** The person with the lesser id. */
    public abstract PersonId one();

    /** The other. */
    public abstract PersonId other();

    /** From where it is known. */
    public abstract TieKind kind();

    /** The minutes together, zero or more; zero if nobody counted them. */
    public abstract long minutes();

    /**
     * A tie.
     *
     * @param one a person
     * @param other another person
     * @param kind from where it is known
     * @param minutes the minutes together, zero or more
     */
    public static Tie of(PersonId one, PersonId other, TieKind kind, long minutes) {
        Checks.require(!one.equals(other), "The tie is of \"%s\" with the same person. Expected two people.", one);
        Checks.notNegative(minutes, "minutes");
        boolean ordered = one.compareTo(other) < 0;
        return new Builder()
                .one(ordered ? one : other)
                .other(ordered ? other : one)
                .kind(kind)
                .minutes(minutes)
                .build();
    }

    /**
     * The ties among all who were together, each with each.
     *
     * @param together who was there; nobody and one person make no tie
     * @param kind from where it is known
     * @param minutes how long it was, zero or more
     */
    public static List<Tie> among(Collection<PersonId> together, TieKind kind, long minutes) {
        List<PersonId> people = List.copyOf(new TreeSet<>(together));
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                ties.add(of(people.get(i), people.get(j), kind, minutes));
            }
        }
        return List.copyOf(ties);
    }

    /** Builds a tie; for this type. */
    static final class Builder extends ImmutableTie.Builder {
        Builder() {}
    }
}
