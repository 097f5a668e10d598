package org.iltlib.evidence.fitness;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One number that is known of the quality of an assessment. Decimal, so that a threshold is met or not exactly. Immutable. */
@Value.Immutable
public abstract class QualityFigure {
    /** The written form. */
    public static final Form<QualityFigure> FORM = Form.<QualityFigure, Builder>built(
                    QualityFigure::builder, Builder::build)
            .field("aspect", Forms.enumOf(QualityAspect.class), QualityFigure::aspect, Builder::aspect)
            .field("value", Forms.DECIMAL, QualityFigure::value, Builder::value)
            .field("n", Forms.LONG, QualityFigure::n, Builder::n)
            .field("source", Forms.TEXT, QualityFigure::source, Builder::source);

    QualityFigure() {}

    /** What it tells of. */
    public abstract QualityAspect aspect();

    /** The number. */
    public abstract BigDecimal value();

    /** How many students are behind it; a figure with none is kept, and counts as not known. */
    public abstract long n();

    /** How it was found, in words: {@code coefficient alpha, spring 2027}. */
    public abstract String source();

    /** Checks the number and the source. */
    @Value.Check
    void check() {
        Checks.notNegative(n(), "n");
        Checks.text(source(), "source");
        Checks.require(
                !aspect().higherIsBetter() || value().compareTo(BigDecimal.ONE) <= 0,
                "%s is %s. Expected at most 1. Maybe it is a percentage: divide by 100.",
                aspect(),
                value());
        Checks.require(
                aspect().higherIsBetter() || value().signum() >= 0,
                "%s is %s. Expected zero or more.",
                aspect(),
                value());
    }

    /** Whether anything is behind it: students, or, where it tells of alignment, the items that were looked at. */
    boolean isGrounded() {
        return n() > 0 || aspect() == QualityAspect.ALIGNMENT;
    }

    /** A figure, its value written as a decimal number. */
    public static QualityFigure of(QualityAspect aspect, String value, long n, String source) {
        return builder()
                .aspect(aspect)
                .value(new BigDecimal(value))
                .n(n)
                .source(source)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Such as {@code reliability 0.78 (n = 68)}. */
    @Override
    public String toString() {
        return aspect() + " " + value().toPlainString() + " (n = " + n() + ")";
    }

    /** Builds a figure; every property must be set. */
    public static final class Builder extends ImmutableQualityFigure.Builder {
        Builder() {}
    }
}
