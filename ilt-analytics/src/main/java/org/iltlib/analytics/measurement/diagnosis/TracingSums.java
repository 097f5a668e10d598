package org.iltlib.analytics.measurement.diagnosis;

import org.immutables.value.Value;

/**
 * All that a step of EM for a {@link SkillModel} needs of the answers, given the present model: ten sums, which add over
 * schools or parts of a data set. Immutable.
 */
@Value.Immutable
public abstract class TracingSums {
    TracingSums() {}

    /** The natural logarithm of the likelihood. */
    public abstract double logLikelihood();

    /** How many students. */
    public abstract double students();

    /** How many of them are thought to have had the skill at the first answer. */
    public abstract double knownAtFirst();

    /** How many answers but the last were given without the skill. */
    public abstract double lackedBefore();

    /** How many of those were followed by one with it. */
    public abstract double learned();

    /** How many answers but the last were given with the skill. */
    public abstract double hadBefore();

    /** How many of those were followed by one without it. */
    public abstract double forgot();

    /** How many answers were given without the skill. */
    public abstract double lacked();

    /** How many of those were right. */
    public abstract double guessed();

    /** How many answers were given with the skill. */
    public abstract double had();

    /** How many of those were wrong. */
    public abstract double slipped();

    /** Both together; equal to the sums of the parts' answers together but for rounding. */
    public TracingSums plus(TracingSums other) {
        return builder()
                .logLikelihood(logLikelihood() + other.logLikelihood())
                .students(students() + other.students())
                .knownAtFirst(knownAtFirst() + other.knownAtFirst())
                .lackedBefore(lackedBefore() + other.lackedBefore())
                .learned(learned() + other.learned())
                .hadBefore(hadBefore() + other.hadBefore())
                .forgot(forgot() + other.forgot())
                .lacked(lacked() + other.lacked())
                .guessed(guessed() + other.guessed())
                .had(had() + other.had())
                .slipped(slipped() + other.slipped())
                .build();
    }

    /**
     * The next model: shares of the sums, guess and slip at most {@code most}. A share of nothing stays as it was.
     *
     * @param before the model with which the sums were made
     * @param most the largest guess and slip
     */
    public SkillModel next(SkillModel before, double most) {
        return SkillModel.builder()
                .known(share(knownAtFirst(), students(), before.known()))
                .learning(share(learned(), lackedBefore(), before.learning()))
                .guess(Math.min(most, share(guessed(), lacked(), before.guess())))
                .slip(Math.min(most, share(slipped(), had(), before.slip())))
                .forgetting(before.forgetting() == 0 ? 0 : share(forgot(), hadBefore(), before.forgetting()))
                .build();
    }

    static double share(double part, double whole, double otherwise) {
        return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : otherwise;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds sums; all must be set. */
    public static final class Builder extends ImmutableTracingSums.Builder {
        Builder() {}
    }
}
