package org.iltlib.analytics.coherence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * The curricula of one course as far as they are known, and every two of them compared. Immutable.
 *
 * @param layers what is known of each, in order; one that is withheld says so
 */
public record FiveCurricula(Map<LayerName, Measured<CurriculumLayer>> layers) {
    /** Checks that each stands under its own name, and copies. */
    public FiveCurricula {
        Map<LayerName, Measured<CurriculumLayer>> ordered = new EnumMap<>(LayerName.class);
        layers.forEach((name, layer) -> {
            layer.value()
                    .ifPresent(known -> Checks.require(
                            known.name() == name, "The %s curriculum is given as the %s.", known.name(), name));
            ordered.put(name, layer);
        });
        layers = Collections.unmodifiableMap(ordered);
    }

    /** These, all known. */
    public static FiveCurricula of(CurriculumLayer... layers) {
        Map<LayerName, Measured<CurriculumLayer>> known = new EnumMap<>(LayerName.class);
        for (CurriculumLayer layer : layers) {
            Checks.require(
                    known.put(layer.name(), Measured.of(layer)) == null, "There are two %s curricula.", layer.name());
        }
        return new FiveCurricula(known);
    }

    /** What is known of that one. */
    public Measured<CurriculumLayer> layer(LayerName name) {
        return layers.getOrDefault(
                name, Measured.missing(MissingReason.NOT_COLLECTED, "the " + name + " curriculum is not given"));
    }

    /**
     * Those two side by side; withheld or missing where one of them is. What parts a standard has is taken from all that are
     * known.
     */
    public Measured<LayerComparison> compare(LayerName first, LayerName second) {
        return layer(first).flatMap(a -> layer(second).map(b -> LayerComparison.between(knowing(a), b)));
    }

    private CurriculumLayer knowing(CurriculumLayer layer) {
        Set<CurriculumLayer.Whole> wholes = new LinkedHashSet<>();
        layers.values().forEach(one -> one.value().ifPresent(known -> wholes.addAll(known.wholes())));
        return layer.toBuilder().wholes(wholes).build();
    }

    /** Every two of those that are known, in order. */
    public List<LayerComparison> listPairs() {
        List<LayerComparison> pairs = new ArrayList<>();
        for (LayerName first : LayerName.values()) {
            for (LayerName second : LayerName.values()) {
                if (first.compareTo(second) < 0) {
                    compare(first, second).value().ifPresent(pairs::add);
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** The two that overlap least, the earlier pair if several do; empty if no two can be compared. */
    public Optional<LayerComparison> weakestPair() {
        return listPairs().stream()
                .filter(pair -> pair.overlap().isReported())
                .min(Comparator.comparing(pair -> pair.overlap().orElse(Rational.ONE)));
    }

    /** In words: each pair, the weakest named. */
    public Explanation explanation() {
        Explanation why = Explanation.of(weakestPair()
                .map(pair -> "Furthest apart: " + pair.first().name() + " and "
                        + pair.second().name() + ".")
                .orElse("No two curricula can be compared."));
        for (LayerComparison pair : listPairs()) {
            why = why.because(
                    "%s and %s: %s.", pair.first().name(), pair.second().name(), pair.overlap());
        }
        return why;
    }
}
