package org.iltlib.analytics.measurement.diagnosis;

import org.iltlib.base.Checks;

/**
 * What is thought of a student's skill before the next answer. Immutable; eight bytes beside the model.
 *
 * @param model how the skill grows
 * @param chance the chance that the student has it by the next answer
 */
public record SkillState(SkillModel model, double chance) {
    /** Checks the chance. */
    public SkillState {
        Checks.share(chance, "chance");
    }

    /** The chance that the next answer is right. */
    public double right() {
        return chance * (1 - model.slip()) + (1 - chance) * model.guess();
    }

    /**
     * The state after that answer and what is learned from it; for an answer that would be impossible, what is thought is
     * kept.
     */
    public SkillState after(boolean right) {
        double had = chance * (right ? 1 - model.slip() : model.slip());
        double lacked = (1 - chance) * (right ? model.guess() : 1 - model.guess());
        double now = had + lacked > 0 ? had / (had + lacked) : chance;
        double next = now * (1 - model.forgetting()) + (1 - now) * model.learning();
        return new SkillState(model, Math.min(1, next));
    }
}
