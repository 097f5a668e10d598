package org.iltlib.evidence.fitness;

import java.math.BigDecimal;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What a use demands of one aspect: enough, or enough with caution. Immutable. */
@Value.Immutable
public abstract class UseThreshold {
    /** The written form. */
    public static final Form<UseThreshold> FORM = Form.<UseThreshold, Builder>built(
                    UseThreshold::builder, Builder::build)
            .field("use", Forms.enumOf(AssessmentUse.class), UseThreshold::use, Builder::use)
            .field("aspect", Forms.enumOf(QualityAspect.class), UseThreshold::aspect, Builder::aspect)
            .field("enough", Forms.DECIMAL, UseThreshold::enough, Builder::enough)
            .field("withCaution", Forms.DECIMAL, UseThreshold::withCaution, Builder::withCaution);

    UseThreshold() {}

    /** The use. */
    public abstract AssessmentUse use();

    /** The aspect. */
    public abstract QualityAspect aspect();

    /** What is enough; reaching it is. */
    public abstract BigDecimal enough();

    /** What is enough with caution; reaching it is. No stricter than {@link #enough}. */
    public abstract BigDecimal withCaution();

    /** Checks that caution is no stricter. */
    @Value.Check
    void check() {
        Checks.require(
                reaches(enough(), withCaution()),
                "withCaution is %s, stricter than enough, %s. Maybe the two are swapped.",
                withCaution(),
                enough());
    }

    /** A threshold, its numbers written as decimal numbers. */
    public static UseThreshold of(AssessmentUse use, QualityAspect aspect, String enough, String withCaution) {
        return builder()
                .use(use)
                .aspect(aspect)
                .enough(new BigDecimal(enough))
                .withCaution(new BigDecimal(withCaution))
                .build();
    }

    private boolean reaches(BigDecimal value, BigDecimal threshold) {
        int comparison = value.compareTo(threshold);
        return aspect().higherIsBetter() ? comparison >= 0 : comparison <= 0;
    }

    /** How far a figure of this aspect supports the use; not known without one. */
    UseVerdict.Level level(Optional<QualityFigure> figure) {
        if (figure.isEmpty()) {
            return UseVerdict.Level.NOT_KNOWN;
        }
        BigDecimal value = figure.get().value();
        if (reaches(value, enough())) {
            return UseVerdict.Level.SUPPORTED;
        }
        return reaches(value, withCaution()) ? UseVerdict.Level.WITH_CAUTION : UseVerdict.Level.NOT_SUPPORTED;
    }

    /** What was asked and what was found, in words. */
    String reason(Optional<QualityFigure> figure) {
        String bound = aspect().higherIsBetter() ? "at least " : "at most ";
        return figure.map(QualityFigure::toString).orElse(aspect() + " not known") + ", expected " + bound
                + enough().toPlainString()
                + (enough().compareTo(withCaution()) == 0
                        ? ""
                        : ", with caution " + bound + withCaution().toPlainString());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a threshold; every property must be set. */
    public static final class Builder extends ImmutableUseThreshold.Builder {
        Builder() {}
    }
}
