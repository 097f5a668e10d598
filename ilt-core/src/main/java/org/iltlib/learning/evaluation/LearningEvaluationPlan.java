package org.iltlib.learning.evaluation;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * How professional learning will be evaluated, planned backwards: first what students shall gain, then what teachers
 * must do for it, then what the school must give, and so on down to the first reaction. A plan that skips a level or
 * begins with another is refused. Immutable.
 */
@Value.Immutable
public abstract class LearningEvaluationPlan implements Recordable {
    /** The written form. */
    public static final Form<LearningEvaluationPlan> FORM = Form.<LearningEvaluationPlan, Builder>built(
                    LearningEvaluationPlan::builder, Builder::build)
            .field("id", EntryId.FORM, LearningEvaluationPlan::id, Builder::id)
            .field("learning", EntryId.FORM, LearningEvaluationPlan::learning, Builder::learning)
            .list("levels", LevelPlan.FORM, LearningEvaluationPlan::levels, Builder::addAllLevels);

    /** The kind of entry. */
    public static final Kind<LearningEvaluationPlan> KIND =
            Kind.of("learning-evaluation-plan", 1, LearningEvaluationPlan.class, FORM);

    LearningEvaluationPlan() {}

    @Override
    public abstract EntryId id();

    /** The professional learning that will be evaluated. */
    public abstract EntryId learning();

    /** The levels, from the fifth downwards without a gap; at least the fifth. */
    public abstract List<LevelPlan> levels();

    /** Checks that it is planned backwards. */
    @Value.Check
    void check() {
        EvaluationLevel expected = EvaluationLevel.STUDENT_OUTCOMES;
        Checks.distinct(
                Checks.notEmpty(levels(), "levels").stream()
                        .map(LevelPlan::level)
                        .toList(),
                "levels");
        for (int i = 0; i < levels().size(); i++) {
            EvaluationLevel level = levels().get(i).level();
            Checks.require(
                    level == expected,
                    "Step %s of the plan is at %s. Expected %s: plan backwards from the outcomes of students.",
                    i + 1,
                    level,
                    expected);
            expected = level.below().orElse(EvaluationLevel.STUDENT_OUTCOMES);
        }
    }

    /** The level to plan next; empty if all five are planned. */
    public Optional<EvaluationLevel> next() {
        return levels().get(levels().size() - 1).level().below();
    }

    /** Whether all five are planned. */
    public boolean isComplete() {
        return next().isEmpty();
    }

    /** A copy with the next level down. */
    public LearningEvaluationPlan with(LevelPlan next) {
        return builder().from(this).addLevels(next).build();
    }

    /** What it plans at that level. */
    public Optional<LevelPlan> find(EvaluationLevel level) {
        return levels().stream().filter(plan -> plan.level() == level).findFirst();
    }

    /** The professional learning. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(learning());
    }

    @Override
    public Kind<LearningEvaluationPlan> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a plan; every property must be set. */
    public static final class Builder extends ImmutableLearningEvaluationPlan.Builder {
        Builder() {}
    }
}
