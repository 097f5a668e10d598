package org.iltlib.evidence.fitness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Whether the evidence supports a use of an assessment, and why.
 *
 * @param use the use
 * @param level how far it is supported
 * @param reasons what was asked and found, at least one
 */
public record UseVerdict(AssessmentUse use, Level level, List<String> reasons) {

    /** How far a use is supported; the weakest aspect decides. */
    public enum Level {
        /** Every aspect asked for is good enough. */
        SUPPORTED("supported"),
        /** Some aspect is good enough only with caution. */
        WITH_CAUTION("supported with caution"),
        /** Nothing speaks against it, and something that is asked for is not known. */
        NOT_KNOWN("not known"),
        /** Some aspect is not good enough. */
        NOT_SUPPORTED("not supported");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        /** The weaker of the two. */
        Level and(Level other) {
            return compareTo(other) >= 0 ? this : other;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks that there is a reason. */
    public UseVerdict {
        reasons = List.copyOf(Checks.notEmpty(reasons, "reasons"));
    }

    /** Of an assessment of which nobody stated anything: not known, or not supported where nothing can support it. */
    public static UseVerdict withoutStatement(AssessmentUse use) {
        return use.isNeverSupported()
                ? new UseVerdict(
                        use, Level.NOT_SUPPORTED, List.of("no figure supports it: the scores tell of students"))
                : new UseVerdict(use, Level.NOT_KNOWN, List.of("there is no fitness statement"));
    }

    /**
     * What several statements on one assessment say together. Each aspect is judged by the last statement that has a
     * figure of it and a policy that asks for it for this use; so a statement without such a figure neither lifts a
     * refusal nor makes one. What the last policy that speaks of the use asks for, and no statement has, is not known.
     *
     * @param use the use
     * @param statements the statements, from the first to the last
     */
    public static UseVerdict of(AssessmentUse use, List<FitnessStatement> statements) {
        if (statements.isEmpty() || use.isNeverSupported()) {
            return withoutStatement(use);
        }
        FitnessStatement latest = statements.get(statements.size() - 1);
        Map<QualityAspect, UseThreshold> asked = new EnumMap<>(QualityAspect.class);
        Map<QualityAspect, QualityFigure> found = new EnumMap<>(QualityAspect.class);
        Map<QualityAspect, FitnessStatement> stated = new EnumMap<>(QualityAspect.class);
        for (FitnessStatement statement : statements) {
            List<UseThreshold> thresholds = statement.policy().thresholdsOf(use);
            if (!thresholds.isEmpty()) {
                asked.keySet().retainAll(found.keySet());
            }
            for (UseThreshold threshold : thresholds) {
                QualityAspect aspect = threshold.aspect();
                FitnessPolicy.last(aspect, statement.figures())
                        .ifPresentOrElse(
                                figure -> {
                                    asked.put(aspect, threshold);
                                    found.put(aspect, figure);
                                    stated.put(aspect, statement);
                                },
                                () -> asked.putIfAbsent(aspect, threshold));
            }
        }
        Level level = Level.SUPPORTED;
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<QualityAspect, UseThreshold> aspect : asked.entrySet()) {
            Optional<QualityFigure> figure = Optional.ofNullable(found.get(aspect.getKey()));
            level = level.and(aspect.getValue().level(figure));
            FitnessStatement by = stated.getOrDefault(aspect.getKey(), latest);
            reasons.add(
                    aspect.getValue().reason(figure) + (by.id().equals(latest.id()) ? "" : ", stated by " + by.id()));
        }
        return reasons.isEmpty() ? latest.verdict(use) : new UseVerdict(use, level, reasons);
    }

    /** Such as {@code place a student: not supported (reliability 0.78 (n = 68), expected at least 0.90)}. */
    @Override
    public String toString() {
        return use + ": " + level + " (" + String.join("; ", reasons) + ")";
    }
}
