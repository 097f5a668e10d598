package org.iltlib.plan.improvement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;

/**
 * That a decision put a version of a plan in force.
 *
 * @param id the id of the entry
 * @param plan the version
 * @param decision the decision that adopted it
 */
public record PlanAdoption(EntryId id, EntryId plan, EntryId decision) implements Recordable {
    /** The written form. */
    public static final Form<PlanAdoption> FORM = Form.of(
            "id",
            EntryId.FORM,
            PlanAdoption::id,
            "plan",
            EntryId.FORM,
            PlanAdoption::plan,
            "decision",
            EntryId.FORM,
            PlanAdoption::decision,
            PlanAdoption::new);

    /** The kind of entry. */
    public static final Kind<PlanAdoption> KIND = Kind.of("plan-adoption", 1, PlanAdoption.class, FORM);

    /**
     * The version in force: of those adopted the one with the highest number; empty if none is.
     *
     * @throws IllegalArgumentException if the versions are of more than one school or district
     */
    public static Optional<ImprovementPlan> findInForce(
            Collection<ImprovementPlan> versions, Collection<PlanAdoption> adoptions) {
        List<OrgUnitId> units =
                versions.stream().map(ImprovementPlan::unit).distinct().sorted().toList();
        Checks.require(
                units.size() <= 1, "The plans are of %s. Expected the versions of one school or district.", units);
        List<EntryId> adopted = adoptions.stream().map(PlanAdoption::plan).toList();
        return versions.stream()
                .filter(version -> adopted.contains(version.id()))
                .max(java.util.Comparator.comparingInt(ImprovementPlan::version).thenComparing(ImprovementPlan::id));
    }

    /** The plan, then the decision. */
    @Override
    public List<EntryId> basedOn() {
        return java.util.stream.Stream.of(plan, decision).distinct().toList();
    }

    @Override
    public Kind<PlanAdoption> kind() {
        return KIND;
    }
}
