package org.iltlib.evidence.fitness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What each use demands of an assessment: a named and dated policy, as data. A team may adopt its own; there is no silent
 * default. Immutable.
 */
@Value.Immutable
public abstract class FitnessPolicy {
    /** The written form. */
    public static final Form<FitnessPolicy> FORM = Form.<FitnessPolicy, Builder>built(
                    FitnessPolicy::builder, Builder::build)
            .field("name", Forms.TEXT, FitnessPolicy::name, Builder::name)
            .field("adopted", Forms.DATE, FitnessPolicy::adopted, Builder::adopted)
            .field("source", Forms.TEXT, FitnessPolicy::source, Builder::source)
            .list("thresholds", UseThreshold.FORM, FitnessPolicy::thresholds, Builder::addAllThresholds);

    /**
     * A convention, no law: reliabilities commonly told as .70 for planning and research, .80 for groups and screening,
     * .90 for decisions on one student (after J. Nunnally, Psychometric Theory, 1978, and J. Salvia and J. Ysseldyke,
     * Assessment), with classification consistency of .80 where students are classified, no item with large
     * differential functioning, and the participation of 95 of 100 where schools are compared. The bounds for caution
     * are this library's.
     */
    public static final FitnessPolicy CONVENTION = builder()
            .name("convention .70, .80, .90")
            .adopted(LocalDate.of(2026, 7, 1))
            .source("convention, commonly told; not a legal requirement")
            .addThresholds(
                    UseThreshold.of(AssessmentUse.PLAN_INSTRUCTION, QualityAspect.RELIABILITY, "0.70", "0.60"),
                    UseThreshold.of(AssessmentUse.GROUP_FOR_INSTRUCTION, QualityAspect.RELIABILITY, "0.70", "0.60"),
                    UseThreshold.of(AssessmentUse.SCREEN, QualityAspect.RELIABILITY, "0.80", "0.70"),
                    UseThreshold.of(AssessmentUse.DIAGNOSE, QualityAspect.RELIABILITY, "0.80", "0.70"),
                    UseThreshold.of(AssessmentUse.DIAGNOSE, QualityAspect.ALIGNMENT, "0.80", "0.60"),
                    UseThreshold.of(AssessmentUse.MONITOR_PROGRESS, QualityAspect.RELIABILITY, "0.80", "0.70"),
                    UseThreshold.of(AssessmentUse.PLACE, QualityAspect.RELIABILITY, "0.90", "0.85"),
                    UseThreshold.of(AssessmentUse.PLACE, QualityAspect.CLASSIFICATION_CONSISTENCY, "0.80", "0.75"),
                    UseThreshold.of(AssessmentUse.PLACE, QualityAspect.LARGE_DIF_ITEMS, "0", "0"),
                    UseThreshold.of(AssessmentUse.CERTIFY, QualityAspect.RELIABILITY, "0.90", "0.90"),
                    UseThreshold.of(AssessmentUse.CERTIFY, QualityAspect.CLASSIFICATION_CONSISTENCY, "0.80", "0.80"),
                    UseThreshold.of(AssessmentUse.CERTIFY, QualityAspect.LARGE_DIF_ITEMS, "0", "0"),
                    UseThreshold.of(AssessmentUse.CERTIFY, QualityAspect.ALIGNMENT, "0.80", "0.80"),
                    UseThreshold.of(AssessmentUse.EVALUATE_PROGRAM, QualityAspect.RELIABILITY, "0.70", "0.60"),
                    UseThreshold.of(AssessmentUse.EVALUATE_PROGRAM, QualityAspect.ALIGNMENT, "0.80", "0.60"),
                    UseThreshold.of(AssessmentUse.COMPARE_SCHOOLS, QualityAspect.RELIABILITY, "0.80", "0.70"),
                    UseThreshold.of(AssessmentUse.COMPARE_SCHOOLS, QualityAspect.COVERAGE, "0.95", "0.90"))
            .build();

    FitnessPolicy() {}

    /** The name by which it is cited. */
    public abstract String name();

    /** The day from which it holds. */
    public abstract LocalDate adopted();

    /** Where it comes from. */
    public abstract String source();

    /** What the uses demand, at least one; one for each use and aspect. */
    public abstract List<UseThreshold> thresholds();

    /** Checks the texts and that no use asks twice for an aspect. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.distinct(
                Checks.notEmpty(thresholds(), "thresholds").stream()
                        .map(threshold -> threshold.aspect() + " to " + threshold.use())
                        .toList(),
                "thresholds");
    }

    /**
     * Whether those figures support the use: the weakest aspect decides. A use of which the policy says nothing is not
     * known; one that nothing can support is not supported. Of several figures of an aspect the last counts; a figure
     * with no students behind it does not (of alignment it does: items are judged there).
     */
    public UseVerdict verdict(AssessmentUse use, List<QualityFigure> figures) {
        if (use.isNeverSupported()) {
            return UseVerdict.withoutStatement(use);
        }
        UseVerdict.Level level = UseVerdict.Level.SUPPORTED;
        List<String> reasons = new ArrayList<>();
        for (UseThreshold threshold : thresholdsOf(use)) {
            Optional<QualityFigure> figure = last(threshold.aspect(), figures);
            level = level.and(threshold.level(figure));
            reasons.add(threshold.reason(figure));
        }
        return reasons.isEmpty()
                ? new UseVerdict(use, UseVerdict.Level.NOT_KNOWN, List.of("\"" + name() + "\" says nothing of it"))
                : new UseVerdict(use, level, reasons);
    }

    /** The last figure of that aspect that has something behind it. */
    static Optional<QualityFigure> last(QualityAspect aspect, List<QualityFigure> figures) {
        return figures.stream()
                .filter(known -> known.aspect() == aspect && known.isGrounded())
                .reduce((earlier, later) -> later);
    }

    /** What it demands for that use. */
    List<UseThreshold> thresholdsOf(AssessmentUse use) {
        return thresholds().stream().filter(threshold -> threshold.use() == use).toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Name and day. */
    @Override
    public String toString() {
        return name() + " of " + adopted();
    }

    /** Builds a policy; every property must be set. */
    public static final class Builder extends ImmutableFitnessPolicy.Builder {
        Builder() {}
    }
}
