package org.iltlib.analytics.suggestion;

/**
 * Something that ranks the standards of one framework for a text: the port behind which engines stand. It proposes and
 * never decides: what it gives is no alignment and cannot be turned into one; a person judges, and that is what is
 * recorded.
 *
 * <p>An index never changes and may be asked by many threads at once. The same query gives the same answer, bit for bit.
 */
public interface SuggestionIndex {
    /** The standards that come nearest to the text, best first, or why there are none. */
    Suggestions suggest(SuggestionQuery query);

    /** How many standards can be suggested. */
    int size();

    /** How it ranks, in words a researcher recognises. */
    String method();
}
