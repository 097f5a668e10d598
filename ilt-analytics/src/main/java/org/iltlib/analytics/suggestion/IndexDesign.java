package org.iltlib.analytics.suggestion;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * How a {@link TextIndex} reads and weighs. Immutable.
 *
 * <p>The defaults were chosen by a trial that needs no judgement of any text: the examples in the statements ("For
 * example, …") were taken out of 151 standards of the Common Core and looked up, each finding its own standard again.
 * Runs of four letters, weighed by the cosine, with headings at two fifths, found most.
 *
 * <p>By the cosine a term of the text that no standard has counts as the rarest of all: strange words bring a text nearer
 * to no standard. That changes no ranking, only how near the best comes.
 */
@Value.Immutable
public abstract class IndexDesign {
    IndexDesign() {}

    /** Into what texts are cut; {@link TermKind#GRAMS} unless set. */
    @Value.Default
    @Value.NaturalOrder
    public SortedSet<TermKind> terms() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(TermKind.GRAMS)));
    }

    /** How shared terms make a score; the cosine unless set. */
    @Value.Default
    public Weighting weighting() {
        return Weighting.COSINE;
    }

    /** How much a word of a heading above a standard counts, against one of the statement; 0.4 unless set. */
    @Value.Default
    public double headingWeight() {
        return 0.4;
    }

    /**
     * How much a word of a standard above counts, where that can be suggested itself; 0 unless set. With more, a part
     * borrows from the whole.
     */
    @Value.Default
    public double parentWeight() {
        return 0;
    }

    /** How much a word of a standard directly below counts; 0 unless set. With more, the whole borrows from its parts. */
    @Value.Default
    public double childWeight() {
        return 0;
    }

    /** How soon BM25 has enough of a repeated term; 1.2 unless set. */
    @Value.Default
    public double k1() {
        return 1.2;
    }

    /** How much BM25 holds length against a standard, from 0 to 1; 0.75 unless set. */
    @Value.Default
    public double b() {
        return 0.75;
    }

    /** Whether English function words such as {@code the} are left out; yes unless set. */
    @Value.Default
    public boolean leavesOutFunctionWords() {
        return true;
    }

    /** The language of the framework, as a tag; {@code en} unless set. */
    @Value.Default
    public String language() {
        return "en";
    }

    /**
     * The least score of the best standard, below which the index abstains; unless set, 0.1 by the cosine and 0 by BM25,
     * whose scores have no scale. The floor was found without a judgement of any text: of a thousand texts of random
     * letters, as frequent as in English, fewer than one in a hundred comes to 0.1, whether of three words or of a hundred;
     * each of the 151 examples of the trial above does.
     */
    @Value.Default
    public double minimumScore() {
        return weighting() == Weighting.COSINE ? 0.1 : 0;
    }

    /** The least lead of the best over the next, as a share of the best score; the index abstains below; 0 unless set. */
    @Value.Default
    public double minimumMargin() {
        return 0;
    }

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.notEmpty(terms(), "terms");
        Checks.share(headingWeight(), "headingWeight");
        Checks.share(parentWeight(), "parentWeight");
        Checks.share(childWeight(), "childWeight");
        Checks.finite(k1(), "k1");
        Checks.require(k1() >= 0, "k1 is %s. Expected zero or more.", k1());
        Checks.share(b(), "b");
        Checks.text(language(), "language");
        Checks.finite(minimumScore(), "minimumScore");
        Checks.share(minimumMargin(), "minimumMargin");
    }

    /** Runs of four letters, by the cosine. */
    public static IndexDesign withDefaults() {
        return builder().build();
    }

    /** The plain baseline: stems of all words, statement and headings alike, by the cosine. */
    public static IndexDesign plainCosine() {
        return builder()
                .terms(TermKind.STEMS)
                .headingWeight(1)
                .leavesOutFunctionWords(false)
                .build();
    }

    /** The plain baseline by BM25: stems of all words, statement and headings alike. */
    public static IndexDesign plainBm25() {
        return plainCosine().toBuilder().weighting(Weighting.BM25).build();
    }

    /** The terms of a text, with how often each stands there, in order of first appearance; linear. */
    public Map<String, Integer> termsOf(String text) {
        return Collections.unmodifiableMap(Reading.of(text, this).terms());
    }

    /** In words a researcher recognises. */
    public String method() {
        return (weighting() == Weighting.COSINE ? "cosine" : "BM25 k1=" + k1() + " b=" + b()) + " on "
                + String.join(" and ", terms().stream().map(IndexDesign::words).toList())
                + ", headings " + headingWeight();
    }

    private static String words(TermKind kind) {
        return switch (kind) {
            case WORDS -> "words";
            case STEMS -> "stems";
            case GRAMS -> "runs of four letters";
            case QUANTITIES -> "sorts of quantities";
        };
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a design; everything has a default. */
    public static final class Builder extends ImmutableIndexDesign.Builder {
        Builder() {}

        /** Cuts texts into those kinds of terms, and no others. */
        public Builder terms(TermKind... kinds) {
            return terms(new TreeSet<>(Set.of(kinds)));
        }
    }
}
