package org.iltlib.analytics.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * Several indexes of the same standards as one: the sum over the indexes of 1/(60 + rank), so that scores of different
 * scales need not be compared and nothing is fitted. Immutable.
 *
 * <p>Source: G. Cormack, C. Clarke, S. Buettcher (2009), Reciprocal rank fusion outperforms Condorcet and individual rank
 * learning methods, doi:10.1145/1571941.1572114.
 *
 * @param indexes at least two; what they say of a standard is told by the first that lists it
 */
public record FusedIndex(List<SuggestionIndex> indexes) implements SuggestionIndex {
    private static final int DEPTH = 100;
    private static final double OFFSET = 60;

    /** Checks that there are at least two, of one size. */
    public FusedIndex {
        indexes = List.copyOf(indexes);
        Checks.require(indexes.size() >= 2, "There are %s indexes. Expected at least 2.", indexes.size());
        for (SuggestionIndex index : indexes) {
            Checks.require(
                    index.size() == indexes.get(0).size(),
                    "One index has %s standards, another %s. Expected the same standards in each.",
                    indexes.get(0).size(),
                    index.size());
        }
    }

    /** Those indexes as one. */
    public static FusedIndex of(SuggestionIndex... indexes) {
        return new FusedIndex(List.of(indexes));
    }

    @Override
    public Suggestions suggest(SuggestionQuery query) {
        SuggestionQuery deep = query.withTop(Math.max(DEPTH, query.top()));
        List<Suggestions> answers =
                indexes.stream().map(index -> index.suggest(deep)).toList();
        Map<StandardId, Suggestion> first = new LinkedHashMap<>();
        Map<StandardId, Double> sums = new LinkedHashMap<>();
        for (Suggestions one : answers) {
            for (Suggestion suggestion : one.listed()) {
                first.putIfAbsent(suggestion.standard(), suggestion);
                sums.merge(suggestion.standard(), 1 / (OFFSET + suggestion.rank()), Double::sum);
            }
        }
        if (sums.isEmpty()) {
            return answers.get(0);
        }
        List<StandardId> order = new ArrayList<>(sums.keySet());
        order.sort(Comparator.comparingDouble((StandardId id) -> -sums.getOrDefault(id, 0.0)));
        List<StandardId> best = order.subList(0, Math.min(query.top(), order.size()));
        List<Suggestion> listed = new ArrayList<>();
        for (StandardId id : best) {
            Suggestion told = first.get(id);
            if (told != null) {
                listed.add(told.toBuilder()
                        .rank(listed.size() + 1)
                        .score(sums.getOrDefault(id, 0.0))
                        .neighbours(told.neighbours().stream()
                                .filter(best::contains)
                                .toList())
                        .build());
            }
        }
        return Suggestions.of(listed).withNamed(answers.get(0).named());
    }

    @Override
    public int size() {
        return indexes.get(0).size();
    }

    @Override
    public String method() {
        return "reciprocal ranks of "
                + String.join(
                        "; ", indexes.stream().map(SuggestionIndex::method).toList());
    }
}
