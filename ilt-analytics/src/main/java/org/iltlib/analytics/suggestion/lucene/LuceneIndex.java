package org.iltlib.analytics.suggestion.lucene;

import org.iltlib.analytics.suggestion.Candidates;
import org.iltlib.analytics.suggestion.SuggestionIndex;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.Suggestions;
import org.iltlib.analytics.suggestion.Weighting;
import org.iltlib.base.Checks;

/**
 * An index in memory that Apache Lucene searches by its BM25. Terms, silence and explanations are those of every index.
 *
 * <p>It ranks as {@link org.iltlib.analytics.suggestion.TextIndex} does by BM25, but for two things: Lucene rounds the
 * length of a standard to about one part in sixteen, so near neighbours may change places; and it looks up at most a
 * thousand terms of a text, the rarest.
 */
public final class LuceneIndex implements SuggestionIndex {
    private final Candidates candidates;
    private final LuceneEngine engine;

    private LuceneIndex(Candidates candidates) {
        this.candidates = candidates;
        this.engine = LuceneEngine.of(candidates);
    }

    /**
     * An index of those candidates; linear in the length of their statements.
     *
     * @throws IllegalArgumentException if their design does not weigh by BM25
     */
    public static LuceneIndex of(Candidates candidates) {
        Checks.require(
                candidates.design().weighting() == Weighting.BM25,
                "weighting is %s. Expected BM25. Maybe the TextIndex is what you need.",
                candidates.design().weighting());
        return new LuceneIndex(candidates);
    }

    @Override
    public Suggestions suggest(SuggestionQuery query) {
        return candidates.answer(query, engine);
    }

    @Override
    public int size() {
        return candidates.standards().size();
    }

    @Override
    public String method() {
        return "Lucene " + candidates.design().method();
    }
}
