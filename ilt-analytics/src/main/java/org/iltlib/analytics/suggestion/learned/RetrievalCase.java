package org.iltlib.analytics.suggestion.learned;

import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.curriculum.StandardId;

/**
 * A query whose right answer a person has recorded.
 *
 * @param query what is asked
 * @param wanted the standard that belongs to it
 */
public record RetrievalCase(SuggestionQuery query, StandardId wanted) {}
