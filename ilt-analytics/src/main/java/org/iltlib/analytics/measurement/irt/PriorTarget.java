package org.iltlib.analytics.measurement.irt;

import java.util.stream.IntStream;
import org.iltlib.analytics.internal.ItemFunction;

/** Which parameters of an item a prior is about. */
enum PriorTarget {
    SLOPE,
    INTERCEPT,
    ASYMPTOTE;

    /** The places of those parameters among the item's. */
    IntStream places(MarginalLikelihood.Shape shape) {
        boolean guessing = shape.model() == ItemModel.THREE_PARAMETER;
        return switch (this) {
            case SLOPE -> IntStream.range(0, shape.model().hasOwnSlope() ? 1 : 0);
            case INTERCEPT -> IntStream.range(1, shape.categories());
            case ASYMPTOTE -> IntStream.range(2, guessing ? 3 : 2);
        };
    }

    /** The parameter as the prior knows it. */
    double natural(double value) {
        return this == ASYMPTOTE ? ItemFunction.logistic(value) : value;
    }

    /** The derivative of {@link #natural}. */
    double chain(double value) {
        double natural = natural(value);
        return this == ASYMPTOTE ? natural * (1 - natural) : 1;
    }
}
