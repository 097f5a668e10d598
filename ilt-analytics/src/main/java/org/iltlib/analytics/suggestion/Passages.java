package org.iltlib.analytics.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences of a text, each as its terms; those of fewer than four words are left out. */
final class Passages {
    private static final int LEAST_WORDS = 4;

    private final IndexDesign design;
    private final List<Map<String, Integer>> sentences = new ArrayList<>();

    private Passages(IndexDesign design) {
        this.design = design;
    }

    /** The sentences of that text. */
    static Passages of(String text, IndexDesign design) {
        Passages passages = new Passages(design);
        for (String sentence : Prose.sentences(text)) {
            Reading reading = Reading.of(sentence, design);
            if (reading.length() >= LEAST_WORDS) {
                passages.sentences.add(reading.terms());
            }
        }
        return passages;
    }

    /** The greatest share of a sentence's terms that lie in that statement; 0 without a sentence. */
    double bestShareIn(String statement) {
        Set<String> known = Reading.of(statement, design).terms().keySet();
        double best = 0;
        for (Map<String, Integer> terms : sentences) {
            best = Math.max(best, shareIn(known, terms));
        }
        return best;
    }

    private static double shareIn(Set<String> known, Map<String, Integer> terms) {
        long inside = 0;
        long all = 0;
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            all += term.getValue();
            inside += known.contains(term.getKey()) ? term.getValue() : 0;
        }
        return all == 0 ? 0 : (double) inside / all;
    }
}
