package org.iltlib.analytics.suggestion;

import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;

/**
 * The part of an index that knows how to search: given terms, it finds places of {@link Candidates}. Whoever brings a
 * search engine of their own implements these two methods; {@link Candidates#answer} does the rest.
 */
public interface RankingEngine {
    /**
     * The places with the best scores, best first, of two equal scores the lesser place first; only places that {@link
     * Candidates#fits} the query and share a term with it.
     *
     * @param query what is asked
     * @param terms its terms, with how often each stands in the text
     * @param most how many at most
     */
    List<Hit> best(SuggestionQuery query, Map<String, Integer> terms, int most);

    /** What each term brings to the score of that place; a term that brings nothing may be left out. */
    Map<String, Double> parts(Map<String, Integer> terms, int place);

    /**
     * A place and its score.
     *
     * @param place among the candidates, from 0
     * @param score finite, above zero
     */
    record Hit(int place, double score) {
        /** Checks both. */
        public Hit {
            Checks.notNegative(place, "place");
            Checks.finite(score, "score");
        }
    }
}
