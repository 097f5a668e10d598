package org.iltlib.analytics.measurement.diagnosis;

import org.immutables.value.Value;

/** How well a diagnostic model fits, beside the model in which nothing but the item decides. Immutable. */
@Value.Immutable
public abstract class FitFigures {
    FitFigures() {}

    /** How many students there are, with or without answers. */
    public abstract long students();

    /** How many of them have an answer. */
    public abstract long answered();

    /** The number of items. */
    public abstract int items();

    /** The number of free parameters. */
    public abstract int parameters();

    /** The natural logarithm of the likelihood. */
    public abstract double logLikelihood();

    /** The same if every answer were independent of every other: a parameter for each item. */
    public abstract double independence();

    /** How many steps were taken. */
    public abstract int steps();

    /** Whether the last step changed no number by the tolerance or more. */
    public abstract boolean atRest();

    /** Akaike's criterion, −2·logLikelihood + 2·parameters; smaller is better. */
    public double aic() {
        return -2 * logLikelihood() + 2.0 * parameters();
    }

    /** Schwarz' criterion, −2·logLikelihood + ln(answered)·parameters; smaller is better. */
    public double bic() {
        return -2 * logLikelihood() + Math.log((double) answered()) * parameters();
    }

    /** Whether the model is better than independence by Schwarz' criterion. */
    public boolean beatsIndependence() {
        return bic() < -2 * independence() + Math.log((double) answered()) * items();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds figures; all must be set. */
    public static final class Builder extends ImmutableFitFigures.Builder {
        Builder() {}
    }
}
