package org.iltlib.analytics.measurement.irt;

import org.iltlib.analytics.internal.ItemFunction;

/** How the chance of points on an item depends on ability. The scaling constant 1.702 is never used. */
public enum ItemModel {
    /**
     * Slope one; the spread of ability is estimated. Right or wrong: Rasch (1960); several points: the partial credit
     * model, Masters (1982), doi:10.1007/BF02296272.
     */
    RASCH("Rasch", ItemFunction.PARTIAL_CREDIT),
    /** The same model told differently: one slope common to all items is estimated, the spread of ability is one. */
    ONE_PARAMETER("one parameter", ItemFunction.PARTIAL_CREDIT),
    /** Right or wrong, each item with its slope: P = 1/(1 + exp(−aθ − d)). Birnbaum (1968). */
    TWO_PARAMETER("two parameters", ItemFunction.PARTIAL_CREDIT),
    /** As two parameters, with a lower asymptote c: P = c + (1 − c)/(1 + exp(−aθ − d)). Give c a prior. Birnbaum (1968). */
    THREE_PARAMETER("three parameters", ItemFunction.GUESSING),
    /** Several points: P(k or more) = 1/(1 + exp(−aθ − d_k)). Samejima (1969), doi:10.1007/BF03372160. */
    GRADED("graded response", ItemFunction.GRADED),
    /** Several points: P(k) ∝ exp(a·k·θ + d_k). Muraki (1992), doi:10.1177/014662169201600206. */
    GENERALIZED_PARTIAL_CREDIT("generalized partial credit", ItemFunction.PARTIAL_CREDIT);

    private final String words;
    private final ItemFunction function;

    ItemModel(String words, ItemFunction function) {
        this.words = words;
        this.function = function;
    }

    ItemFunction function() {
        return function;
    }

    /** Whether each item has a slope of its own. */
    public boolean hasOwnSlope() {
        return this != RASCH && this != ONE_PARAMETER;
    }

    /** Whether an item may give more than one point. */
    public boolean takesSeveralPoints() {
        return this != TWO_PARAMETER && this != THREE_PARAMETER;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }
}
