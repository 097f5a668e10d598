package org.iltlib.analytics.suggestion.lucene;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Hands terms to Lucene once each, with how often they stand, so that a heading may count for a part. */
final class WeightedTerms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Double>> terms;
    private final int scale;

    WeightedTerms(Map<String, Double> terms, int scale) {
        this.terms = terms.entrySet().iterator();
        this.scale = scale;
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        clearAttributes();
        Map.Entry<String, Double> next = terms.next();
        term.append(next.getKey());
        frequency.setTermFrequency((int) Math.max(1, Math.round(scale * next.getValue())));
        return true;
    }
}
