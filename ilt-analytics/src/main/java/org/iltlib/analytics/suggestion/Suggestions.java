package org.iltlib.analytics.suggestion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * What an index answers: a ranked list, or why there is none. A code that the text itself names is told apart and never
 * moves the ranking.
 *
 * @param listed the suggestions, best first; empty exactly if the index abstains
 * @param abstention why it abstains
 * @param named the standards whose code stands in the text, in order of first mention
 */
public record Suggestions(List<Suggestion> listed, Optional<Abstention> abstention, List<StandardId> named) {
    /** Checks that there is either a list or a reason, and that the ranks count from 1. */
    public Suggestions {
        listed = List.copyOf(listed);
        named = List.copyOf(named);
        Checks.require(
                listed.isEmpty() == abstention.isPresent(),
                "There are %s suggestions and the abstention is %s. Expected one or the other.",
                listed.size(),
                abstention);
        for (int i = 0; i < listed.size(); i++) {
            Checks.require(
                    listed.get(i).rank() == i + 1,
                    "suggestion %s has the rank %s. Expected %s.",
                    listed.get(i).label(),
                    listed.get(i).rank(),
                    i + 1);
        }
    }

    /** A ranked list, at least one. */
    public static Suggestions of(List<Suggestion> listed) {
        return new Suggestions(listed, Optional.empty(), List.of());
    }

    /** No suggestion, for that reason. */
    public static Suggestions abstained(Abstention reason) {
        return new Suggestions(List.of(), Optional.of(reason), List.of());
    }

    /** A copy that also tells which standards the text names. */
    public Suggestions withNamed(List<StandardId> named) {
        return new Suggestions(listed, abstention, named);
    }

    /** The best, if there is one. */
    public Optional<Suggestion> findFirst() {
        return listed.stream().findFirst();
    }

    /** The place of that standard in the list, from 1; empty if it is not listed. */
    public Optional<Integer> rankOf(StandardId standard) {
        return IntStream.range(0, listed.size())
                .filter(i -> listed.get(i).standard().equals(standard))
                .mapToObj(i -> i + 1)
                .findFirst();
    }
}
