package org.iltlib.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What the team expects to come of a proposal, put so that it can turn out wrong. Frozen with the proposal. Immutable. */
@Value.Immutable
public abstract class Prediction {
    /** The written form. */
    public static final Form<Prediction> FORM = Form.<Prediction, Builder>built(Prediction::builder, Builder::build)
            .field("measure", Forms.TEXT, Prediction::measure, Builder::measure)
            .field("unit", Forms.TEXT, Prediction::unit, Builder::unit)
            .field("claim", Forms.enumOf(Claim.class), Prediction::claim, Builder::claim)
            .field("limit", Forms.NUMBER, Prediction::limit, Builder::limit)
            .maybe("expected", Forms.NUMBER, Prediction::expected, Builder::expected)
            .maybe("now", Forms.NUMBER, Prediction::now, Builder::now)
            .maybe("range", Range.FORM, Prediction::range, Builder::range)
            .field("confidence", Forms.NUMBER, Prediction::confidence, Builder::confidence)
            .field("by", Forms.DATE, Prediction::by, Builder::by);

    /** What is claimed of the measure. */
    public enum Claim {
        /** It reaches the limit. */
        AT_LEAST,
        /** It does not exceed the limit. */
        AT_MOST
    }

    /**
     * Between which values the measure will lie, and how sure the team is of that.
     *
     * @param lower the least, in the unit of the prediction
     * @param upper the greatest, not below the least
     * @param level the probability given to it, 0 to 1
     */
    public record Range(double lower, double upper, double level) {
        /** The written form. */
        public static final Form<Range> FORM = Form.of(
                "lower",
                Forms.NUMBER,
                Range::lower,
                "upper",
                Forms.NUMBER,
                Range::upper,
                "level",
                Forms.NUMBER,
                Range::level,
                Range::new);

        /** Checks the numbers. */
        public Range {
            Checks.finite(lower, "lower");
            Checks.finite(upper, "upper");
            Checks.require(lower <= upper, "The range goes from %s to %s. Maybe the two are swapped.", lower, upper);
            Checks.share(level, "level");
        }

        /** Whether the value lies in it, ends included. */
        public boolean covers(double observed) {
            return observed >= lower && observed <= upper;
        }
    }

    Prediction() {}

    /** What will be measured, precisely enough for another to measure it. */
    public abstract String measure();

    /** The unit of limit and expected value: {@code points}. */
    public abstract String unit();

    /** What is claimed. */
    public abstract Claim claim();

    /** The limit, in the unit. */
    public abstract double limit();

    /** The value expected, in the unit. */
    public abstract Optional<Double> expected();

    /** The value today, in the unit. */
    public abstract Optional<Double> now();

    /** Between which values it will lie. */
    public abstract Optional<Range> range();

    /** How sure the team is that the claim comes true: a probability, 0 to 1. */
    public abstract double confidence();

    /** The day on which it is to be checked. */
    public abstract LocalDate by();

    /** Checks texts, numbers and the confidence. */
    @Value.Check
    void check() {
        Checks.text(measure(), "measure");
        Checks.text(unit(), "unit");
        Checks.finite(limit(), "limit");
        expected().ifPresent(value -> Checks.finite(value, "expected"));
        now().ifPresent(value -> Checks.finite(value, "now"));
        Checks.share(confidence(), "confidence");
    }

    /**
     * Whether the claim came true.
     *
     * @param observed the value observed, finite
     */
    public boolean cameTrue(double observed) {
        Checks.finite(observed, "observed");
        return claim() == Claim.AT_LEAST ? observed >= limit() : observed <= limit();
    }

    /**
     * The Brier score of the prediction: the squared difference between the confidence and what happened (1 if it came
     * true, else 0). 0 is perfect, 0.25 is what a coin earns, 1 is sure and wrong. Brier (1950),
     * doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
     *
     * @param observed the value observed, finite
     */
    public double brierScore(double observed) {
        double miss = confidence() - (cameTrue(observed) ? 1 : 0);
        return miss * miss;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a prediction; the expected value, today's and the range may be left out. */
    public static final class Builder extends ImmutablePrediction.Builder {
        Builder() {}
    }
}
