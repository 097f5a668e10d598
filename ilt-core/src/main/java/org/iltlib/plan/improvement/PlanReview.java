package org.iltlib.plan.improvement;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That the team looked at its plan again, and what it found of each strategy. Immutable. */
@Value.Immutable
public abstract class PlanReview implements Recordable {
    /** The written form. */
    public static final Form<PlanReview> FORM = Form.<PlanReview, Builder>built(PlanReview::builder, Builder::build)
            .field("id", EntryId.FORM, PlanReview::id, Builder::id)
            .field("plan", EntryId.FORM, PlanReview::plan, Builder::plan)
            .field("due", Forms.DATE, PlanReview::due, Builder::due)
            .field("on", Forms.DATE, PlanReview::on, Builder::on)
            .list("strategies", StrategyReview.FORM, PlanReview::strategies, Builder::addAllStrategies)
            .list("evidence", EntryId.FORM, PlanReview::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<PlanReview> KIND = Kind.of("plan-review", 1, PlanReview.class, FORM);

    PlanReview() {}

    @Override
    public abstract EntryId id();

    /** The version that was looked at. */
    public abstract EntryId plan();

    /** The day of the plan's calendar that it fulfils. */
    public abstract LocalDate due();

    /** The day on which it was held. */
    public abstract LocalDate on();

    /** What was found, each strategy once; at least one. */
    public abstract List<StrategyReview> strategies();

    /** The entries that were looked at, each once. */
    public abstract List<EntryId> evidence();

    /** Checks the strategies and the evidence. */
    @Value.Check
    void check() {
        Checks.notEmpty(strategies(), "strategies");
        Checks.distinct(strategies().stream().map(StrategyReview::strategy).toList(), "strategies");
        Checks.distinct(evidence(), "evidence");
    }

    /** The plan, then the strategies, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(plan()));
        strategies().forEach(review -> ids.add(review.strategy()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<PlanReview> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a review; all but the evidence must be set. */
    public static final class Builder extends ImmutablePlanReview.Builder {
        Builder() {}
    }
}
