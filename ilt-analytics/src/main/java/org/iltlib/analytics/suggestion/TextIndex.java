package org.iltlib.analytics.suggestion;

import java.util.Collection;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * An index in memory, in plain Java: terms and the standards that have them, with weights computed beforehand.
 *
 * <p>Building takes time and room linear in the length of the statements. A query takes time linear in the number of
 * places where its terms stand, so it grows with the framework; texts of any length, empty ones included, are fine.
 */
public final class TextIndex implements SuggestionIndex {
    private final Candidates candidates;
    private final Postings postings;

    private TextIndex(Candidates candidates) {
        this.candidates = candidates;
        this.postings = Postings.of(candidates);
    }

    /** An index of those candidates. */
    public static TextIndex of(Candidates candidates) {
        return new TextIndex(candidates);
    }

    /**
     * An index of the standards that have a code, or of those with nothing below them if none has a code.
     *
     * @throws IllegalArgumentException if the framework is empty
     */
    public static TextIndex of(StandardsFramework framework, IndexDesign design) {
        return of(Candidates.of(framework, design));
    }

    /**
     * An index of those standards. What lies above them and is not among them counts as a heading.
     *
     * @param framework where they stand
     * @param candidates what may be suggested, at least one, each once
     * @param design how to read and weigh
     * @throws IllegalArgumentException if there is none, one stands twice, or one is not in the framework
     */
    public static TextIndex of(StandardsFramework framework, Collection<StandardId> candidates, IndexDesign design) {
        return of(Candidates.of(framework, candidates, design));
    }

    @Override
    public Suggestions suggest(SuggestionQuery query) {
        return candidates.answer(query, postings);
    }

    @Override
    public int size() {
        return candidates.standards().size();
    }

    @Override
    public String method() {
        return candidates.design().method();
    }

    /** What may be suggested, in the order of ties: of two equal scores the earlier standard stands first. */
    public Candidates candidates() {
        return candidates;
    }

    /** How many different terms the index knows. */
    public int termCount() {
        return postings.termCount();
    }

    /** How many places, pairs of a term and a standard that has it, the index holds; eight bytes each. */
    public long placeCount() {
        return postings.placeCount();
    }

    /**
     * How that text stands to that standard, whether or not it would be listed; in time linear in the text.
     *
     * @throws IllegalArgumentException if the standard is not a candidate
     */
    public MatchFeatures compare(String text, StandardId standard) {
        return candidates.compare(text, standard, postings);
    }
}
