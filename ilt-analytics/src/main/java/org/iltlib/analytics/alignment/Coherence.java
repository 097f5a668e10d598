package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How well what is intended, taught and assessed hang together: the alignment index of each pair, and which pair is the
 * weakest.
 *
 * @param pairs each pair with its index, in the order intended–taught, intended–assessed, taught–assessed
 */
public record Coherence(List<Pair> pairs) {
    /**
     * Two of the three and how far they agree.
     *
     * @param first the name of the one
     * @param second the name of the other
     * @param index the alignment index; missing if one of them holds nothing
     */
    public record Pair(String first, String second, Measured<Ratio> index) {
        /** Such as {@code intended and taught}. */
        public String name() {
            return first + " and " + second;
        }
    }

    /** Copies the list. */
    public Coherence {
        pairs = List.copyOf(pairs);
    }

    /**
     * The coherence of the three.
     *
     * @throws IllegalArgumentException if they are on more than one scale of demand
     */
    public static Coherence of(ContentMatrix intended, ContentMatrix taught, ContentMatrix assessed) {
        return new Coherence(List.of(
                new Pair("intended", "taught", PorterIndex.of(intended, taught)),
                new Pair("intended", "assessed", PorterIndex.of(intended, assessed)),
                new Pair("taught", "assessed", PorterIndex.of(taught, assessed))));
    }

    /**
     * The coherence of any two or more layers, each with every later one.
     *
     * @param layers by name, in order
     */
    public static Coherence among(Map<String, ContentMatrix> layers) {
        Checks.require(layers.size() >= 2, "There are %s layers. Expected two at least.", layers.size());
        List<String> names = List.copyOf(layers.keySet());
        List<Pair> pairs = new ArrayList<>();
        layers.forEach((first, one) -> layers.forEach((second, other) -> {
            if (names.indexOf(first) < names.indexOf(second)) {
                pairs.add(new Pair(first, second, PorterIndex.of(one, other)));
            }
        }));
        return new Coherence(pairs);
    }

    /** The pair of the lowest index, the first of several; missing if no pair has an index. */
    public Measured<Pair> weakest() {
        Optional<Pair> weakest = pairs.stream()
                .filter(pair -> pair.index().isReported())
                .min(Comparator.comparing(pair -> pair.index().orElse(Ratio.ONE)));
        return weakest.map(Measured::of)
                .orElseGet(() -> Measured.missing(MissingReason.UNDEFINED, "no two of the tables hold anything"));
    }

    /** Why, for a principal. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(weakest()
                .map(pair -> "The weakest link is between " + pair.first() + " and " + pair.second() + ".")
                .orElse("There is nothing to compare."));
        for (Pair pair : pairs) {
            explanation = explanation.because(
                    "%s: %s.",
                    pair.name(),
                    pair.index()
                            .value()
                            .map(index -> String.format(Locale.ROOT, "%.3f", index.toDouble()))
                            .orElse(pair.index().toString()));
        }
        return explanation;
    }
}
