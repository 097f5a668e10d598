package org.iltlib.analytics.suggestion;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text as an index sees it: its words with their counts, and the terms that they are cut into. */
final class Reading {
    private static final int GRAM = 4;
    private static final int MOST_TERMS_TOLD = 5;

    private final IndexDesign design;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> sources = new LinkedHashMap<>();
    private final Map<String, Integer> terms = new LinkedHashMap<>();
    private final Map<String, Integer> quantities;
    private final Set<String> codes;
    private final long length;

    private Reading(String text, IndexDesign design) {
        this.design = design;
        Prose prose = Prose.of(text);
        prose.words().forEach(word -> words.merge(word, 1, Integer::sum));
        this.length = prose.words().size();
        this.codes = prose.codes();
        this.quantities = Quantities.of(text);
        cutWords();
        sources.values().forEach(parts -> parts.forEach((term, count) -> terms.merge(term, count, Integer::sum)));
    }

    /** Terms by the word, or the sort of quantity, that they come from. */
    private void cutWords() {
        words.forEach((word, count) -> {
            Map<String, Integer> parts = new LinkedHashMap<>();
            cut(word).forEach(term -> parts.merge(term, count, Integer::sum));
            if (!parts.isEmpty()) {
                sources.put(word, parts);
            }
        });
        if (design.terms().contains(TermKind.QUANTITIES)) {
            quantities.forEach((sort, count) -> sources.put("<" + sort + ">", Map.of("q" + sort, count)));
        }
    }

    /** A text, read as the design says. */
    static Reading of(String text, IndexDesign design) {
        return new Reading(text, design);
    }

    /** How often each term stands in the text, in order of first appearance. */
    Map<String, Integer> terms() {
        return terms;
    }

    private List<String> cut(String word) {
        List<String> terms = new ArrayList<>();
        if (design.leavesOutFunctionWords() && Prose.isFunctionWord(word)) {
            return terms;
        }
        for (TermKind kind : design.terms()) {
            switch (kind) {
                case WORDS -> terms.add("w" + word);
                case STEMS -> terms.add("s" + PorterStemmer.stem(word));
                case GRAMS -> grams(word, terms);
                case QUANTITIES -> {
                    // These come from the text, not from its words.
                }
            }
        }
        return terms;
    }

    /**
     * The words, and sorts of quantities, that bring most of a score, given what each term brings. A term of several words
     * is shared out by how often each has it.
     */
    List<SharedTerm> sharedTerms(Map<String, Double> parts) {
        double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        List<SharedTerm> shared = new ArrayList<>();
        sources.forEach((source, own) -> {
            double brought = 0;
            for (Map.Entry<String, Integer> term : own.entrySet()) {
                int count = terms.getOrDefault(term.getKey(), term.getValue());
                brought += parts.getOrDefault(term.getKey(), 0.0) * term.getValue() / count;
            }
            if (brought > 0) {
                shared.add(new SharedTerm(source, Math.min(1, brought / all)));
            }
        });
        shared.sort(Comparator.comparingDouble(SharedTerm::share).reversed().thenComparing(SharedTerm::term));
        return List.copyOf(shared.subList(0, Math.min(MOST_TERMS_TOLD, shared.size())));
    }

    /** A word of one or two letters is one run, shorter than four. */
    private static void grams(String word, List<String> terms) {
        int[] letters = ("_" + word + "_").codePoints().toArray();
        for (int i = 0; i == 0 || i + GRAM <= letters.length; i++) {
            terms.add("g" + new String(letters, i, Math.min(GRAM, letters.length)));
        }
    }

    /** The number of words, function words included. */
    long length() {
        return length;
    }

    /** Whether there is neither word nor quantity that counts. */
    boolean isEmpty() {
        return words.isEmpty() && quantities.isEmpty();
    }

    /** The codes of standards that stand in the text, as {@link Prose#codeKey}. */
    Set<String> codes() {
        return codes;
    }

    /** The share of quantities among words and quantities, from 0 to 1. */
    double quantityShare() {
        long count = quantities.values().stream().mapToLong(Integer::longValue).sum();
        return count + length == 0 ? 0 : (double) count / (count + length);
    }

    /** The scripts of the words. */
    Set<UnicodeScript> scripts() {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        words.keySet().forEach(word -> scripts.add(UnicodeScript.of(word.codePointAt(0))));
        return scripts;
    }
}
