package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How a skill grows over answers, by Bayesian knowledge tracing (Corbett &amp; Anderson 1995, doi:10.1007/BF01099821): had
 * before the first answer with some chance, learned at each with some chance, shown by a right answer but for slips and
 * guesses. Immutable.
 */
@Value.Immutable
public abstract class SkillModel {
    /** The written form. */
    public static final Form<SkillModel> FORM = Form.<SkillModel, Builder>built(SkillModel::builder, Builder::build)
            .field("known", Forms.NUMBER, SkillModel::known, Builder::known)
            .field("learning", Forms.NUMBER, SkillModel::learning, Builder::learning)
            .field("guess", Forms.NUMBER, SkillModel::guess, Builder::guess)
            .field("slip", Forms.NUMBER, SkillModel::slip, Builder::slip)
            .field("forgetting", Forms.NUMBER, 0.0, SkillModel::forgetting, Builder::forgetting);

    SkillModel() {}

    /** The chance that a student has the skill before the first answer. */
    public abstract double known();

    /** The chance that who lacks the skill has it at the next answer. */
    public abstract double learning();

    /** The chance of a right answer without the skill. */
    public abstract double guess();

    /** The chance of a wrong answer with the skill. */
    public abstract double slip();

    /** The chance that who has the skill lacks it at the next answer; 0 unless set. */
    @Value.Default
    public double forgetting() {
        return 0;
    }

    /** Checks that the numbers are chances, and that the skill does not make a right answer less likely. */
    @Value.Check
    void check() {
        Checks.share(known(), "known");
        Checks.share(learning(), "learning");
        Checks.share(guess(), "guess");
        Checks.share(slip(), "slip");
        Checks.share(forgetting(), "forgetting");
        Checks.require(
                guess() + slip() <= 1,
                "guess is %s and slip is %s. Expected at most 1 together. Maybe having and lacking are swapped.",
                guess(),
                slip());
    }

    /** A model of those chances, without forgetting. */
    public static SkillModel of(double known, double learning, double guess, double slip) {
        return builder().known(known).learning(learning).guess(guess).slip(slip).build();
    }

    /** A student before the first answer. */
    public SkillState start() {
        return new SkillState(this, known());
    }

    /** The chance of the skill after each answer, in order; the same as one answer at a time. */
    public List<SkillState> trace(List<Boolean> answers) {
        List<SkillState> states = new ArrayList<>();
        SkillState state = start();
        for (boolean right : answers) {
            state = state.after(right);
            states.add(state);
        }
        return List.copyOf(states);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a model; everything but forgetting must be set. */
    public static final class Builder extends ImmutableSkillModel.Builder {
        Builder() {}
    }
}
