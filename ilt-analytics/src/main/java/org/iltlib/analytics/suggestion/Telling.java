package org.iltlib.analytics.suggestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** Turns places into suggestions: what each shares with the text, its grade, and where it stands in the framework. */
final class Telling {
    private final StandardsFramework framework;
    private final List<Standard> candidates;

    Telling(StandardsFramework framework, List<Standard> candidates) {
        this.framework = framework;
        this.candidates = candidates;
    }

    /** The suggestions for those places. */
    List<Suggestion> tell(SuggestionQuery query, List<RankingEngine.Hit> best, IntFunction<List<SharedTerm>> terms) {
        Set<StandardId> listed = new HashSet<>();
        best.forEach(hit -> listed.add(candidates.get(hit.place()).id()));
        List<Suggestion> told = new ArrayList<>();
        for (RankingEngine.Hit hit : best) {
            Standard standard = candidates.get(hit.place());
            told.add(Suggestion.builder()
                    .rank(told.size() + 1)
                    .standard(standard.id())
                    .label(standard.label())
                    .score(hit.score())
                    .addAllTerms(terms.apply(hit.place()))
                    .gradeMatch(gradeMatch(standard, query))
                    .addAllPath(framework.listAncestors(standard.id()).stream()
                            .map(Standard::id)
                            .toList())
                    .addAllNeighbours(neighbours(standard, listed))
                    .build());
        }
        return List.copyOf(told);
    }

    private static Optional<Boolean> gradeMatch(Standard standard, SuggestionQuery query) {
        if (query.grades().isEmpty() || standard.grades().isEmpty()) {
            return Optional.empty();
        }
        for (GradeLevel grade : standard.grades()) {
            if (query.grades().contains(grade)) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }

    private List<StandardId> neighbours(Standard standard, Set<StandardId> listed) {
        return listed.stream()
                .filter(id -> !id.equals(standard.id()) && isNear(framework.getStandard(id), standard))
                .sorted()
                .toList();
    }

    private static boolean isNear(Standard one, Standard other) {
        return one.parent().equals(Optional.of(other.id()))
                || other.parent().equals(Optional.of(one.id()))
                || (one.parent().isPresent() && one.parent().equals(other.parent()));
    }
}
