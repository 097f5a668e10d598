package org.iltlib.learning.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What was seen of professional learning at each of the five levels, up to one day, and what follows. A gap is named,
 * not filled: with evidence at levels 1 to 3 and 5 the state is {@code Incomplete(level 4)}, and what students gained
 * cannot be told from the learning, since nobody saw whether it was used. Immutable.
 */
@Value.Immutable
public abstract class LearningEvaluation implements Recordable {
    /** The written form. */
    public static final Form<LearningEvaluation> FORM = Form.<LearningEvaluation, Builder>built(
                    LearningEvaluation::builder, Builder::build)
            .field("id", EntryId.FORM, LearningEvaluation::id, Builder::id)
            .field("learning", EntryId.FORM, LearningEvaluation::learning, Builder::learning)
            .maybe("plan", EntryId.FORM, LearningEvaluation::plan, Builder::plan)
            .field("on", Forms.DATE, LearningEvaluation::on, Builder::on)
            .list("evidence", LevelEvidence.FORM, LearningEvaluation::evidence, Builder::addAllEvidence)
            .maybe("adjustment", Adjustment.FORM, LearningEvaluation::adjustment, Builder::adjustment);

    /** The kind of entry. */
    public static final Kind<LearningEvaluation> KIND =
            Kind.of("learning-evaluation", 1, LearningEvaluation.class, FORM);

    LearningEvaluation() {}

    @Override
    public abstract EntryId id();

    /** The professional learning that is evaluated. */
    public abstract EntryId learning();

    /** The plan by which it is evaluated; absent if there was none. */
    public abstract Optional<EntryId> plan();

    /** The day up to which evidence was looked at. */
    public abstract LocalDate on();

    /** What was seen, ascending by level, each level once; may be empty. */
    public abstract List<LevelEvidence> evidence();

    /** What follows; absent while it is open. */
    public abstract Optional<Adjustment> adjustment();

    /** Checks that the levels ascend and that nothing is decided on no evidence at all. */
    @Value.Check
    void check() {
        List<EvaluationLevel> levels =
                evidence().stream().map(LevelEvidence::level).toList();
        Checks.distinct(levels, "evidence");
        Checks.require(
                levels.equals(levels.stream().sorted().toList()), "evidence is of %s. Expected ascending.", levels);
        Checks.require(
                adjustment().isEmpty() || !evidence().isEmpty(),
                "The adjustment \"%s\" rests on no evidence. Expected evidence at one level or more.",
                adjustment().map(Adjustment::reason).orElse(""));
    }

    /** What was seen at that level. */
    public Optional<LevelEvidence> find(EvaluationLevel level) {
        return evidence().stream().filter(seen -> seen.level() == level).findFirst();
    }

    /** Whether every level has evidence, and if not, which is the first without. */
    public EvaluationState state() {
        List<EvaluationLevel> missing = Arrays.stream(EvaluationLevel.values())
                .filter(level -> find(level).isEmpty())
                .toList();
        return missing.isEmpty()
                ? new EvaluationState.Complete()
                : new EvaluationState.Incomplete(missing.get(0), missing);
    }

    /** The highest level that has evidence, as have all below it; empty if the first has none. */
    public Optional<EvaluationLevel> findHighestWithoutGap() {
        EvaluationState state = state();
        return state instanceof EvaluationState.Incomplete incomplete
                ? incomplete.missing().below()
                : Optional.of(EvaluationLevel.STUDENT_OUTCOMES);
    }

    /**
     * The levels that the plan foresaw and that have no evidence, ascending.
     *
     * @throws IllegalArgumentException if the plan is of other learning
     */
    public List<EvaluationLevel> unkept(LearningEvaluationPlan kept) {
        Checks.require(
                kept.learning().equals(learning()),
                "The plan %s is for \"%s\". Expected one for \"%s\".",
                kept.id(),
                kept.learning(),
                learning());
        return kept.levels().stream()
                .map(LevelPlan::level)
                .filter(level -> find(level).isEmpty())
                .sorted()
                .toList();
    }

    /** Level by level, what was seen and what is missing. */
    public Explanation explanation() {
        Explanation why = Explanation.of("The evaluation of %s is %s.", learning(), state());
        for (EvaluationLevel level : EvaluationLevel.values()) {
            String seen = find(level).map(LevelEvidence::says).orElse("nothing was seen. " + level.question());
            why = why.because("Level %d: %s", level.number(), seen);
        }
        return why;
    }

    /** The learning, the plan and all evidence. */
    @Override
    public List<EntryId> basedOn() {
        List<EntryId> all = new ArrayList<>(List.of(learning()));
        plan().ifPresent(all::add);
        evidence().forEach(seen -> all.addAll(seen.evidence()));
        return all.stream().distinct().toList();
    }

    @Override
    public Kind<LearningEvaluation> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an evaluation; everything but plan, evidence and adjustment must be set. */
    public static final class Builder extends ImmutableLearningEvaluation.Builder {
        Builder() {}
    }
}
