package org.iltlib.plan.rollout;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Who begins when with something new, and what must be ready before. Immutable. */
@Value.Immutable
public abstract class RolloutPlan implements Recordable {
    /** The written form. */
    public static final Form<RolloutPlan> FORM = Form.<RolloutPlan, Builder>built(RolloutPlan::builder, Builder::build)
            .field("id", EntryId.FORM, RolloutPlan::id, Builder::id)
            .field("strategy", EntryId.FORM, RolloutPlan::strategy, Builder::strategy)
            .list("cohorts", Cohort.FORM, RolloutPlan::cohorts, Builder::addAllCohorts)
            .list("readiness", Forms.TEXT, RolloutPlan::readiness, Builder::addAllReadiness);

    /** The kind of entry. */
    public static final Kind<RolloutPlan> KIND = Kind.of("rollout-plan", 1, RolloutPlan.class, FORM);

    RolloutPlan() {}

    @Override
    public abstract EntryId id();

    /** The strategy, or the course or unit, that is brought in. */
    public abstract EntryId strategy();

    /** The cohorts, at least one, each name once and each unit in one only. */
    public abstract List<Cohort> cohorts();

    /** What must be ready before a cohort begins, each once. */
    public abstract List<String> readiness();

    /** Checks names, units and what must be ready. */
    @Value.Check
    void check() {
        Checks.notEmpty(cohorts(), "cohorts");
        Checks.distinct(cohorts().stream().map(Cohort::name).toList(), "cohorts");
        List<OrgUnitId> units =
                cohorts().stream().flatMap(cohort -> cohort.units().stream()).toList();
        Checks.distinct(units, "units of the cohorts");
        Checks.distinct(readiness(), "readiness");
        readiness().forEach(text -> Checks.text(text, "readiness"));
    }

    /**
     * The cohort of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Cohort getCohort(String name) {
        return cohorts().stream()
                .filter(cohort -> cohort.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cohort \"%s\". Expected one of %s."
                        .formatted(name, cohorts().stream().map(Cohort::name).toList())));
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(strategy());
    }

    @Override
    public Kind<RolloutPlan> kind() {
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

    /** Builds a plan; id, strategy and a cohort must be set. */
    public static final class Builder extends ImmutableRolloutPlan.Builder {
        Builder() {}
    }
}
