package org.iltlib.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.impact.registered.AnalysisPlan;
import org.iltlib.impact.registered.AnalysisSpec;
import org.immutables.value.Value;

/**
 * Whether an analysis was run as it was promised: in content, part by part, and in time, the plan standing in the record
 * before the outcomes did. Immutable.
 *
 * <p>The plan counts as it stood just before the first outcome was recorded, with the corrections that had been made until
 * then: a later correction mends nothing. What was recorded in the same call as an outcome did not come before it, in
 * whatever order it stands there. The order is that of the record, which its chain of digests seals ({@link
 * TeamRecord#verify()}); that nobody looked at outcomes before recording them, no record can prove.
 */
@Value.Immutable
public abstract class PlanKept {
    PlanKept() {}

    /** The plan. */
    public abstract EntryId plan();

    /**
     * The SHA-256 of the canonical form of what was planned, to be told to others beforehand; empty if there was no plan
     * before the outcomes, or it had been withdrawn.
     */
    public abstract Optional<Digest> digest();

    /** The parts in which what was run differs from what was planned. */
    public abstract List<AnalysisSpec.Difference> differences();

    /** The outcomes that were not recorded after the plan. */
    public abstract List<EntryId> tooEarly();

    /** Whether the plan was corrected or withdrawn after the first outcome. */
    public abstract boolean changedLater();

    /** The SHA-256 of the canonical form of what is planned or was run. */
    public static Digest digest(AnalysisSpec spec) {
        return Digest.ofText(spec.canonical());
    }

    /**
     * Holds what was run against the plan.
     *
     * @param record the record, with plan and outcomes
     * @param plan the plan as it was first recorded
     * @param run what was run
     * @param outcomes the entries that brought the outcomes in, datasets say; at least one
     * @throws IllegalArgumentException if the plan or an outcome is not in the record, or the plan is of another kind
     */
    public static PlanKept of(TeamRecord record, EntryId plan, AnalysisSpec run, Collection<EntryId> outcomes) {
        Checks.notEmpty(outcomes, "outcomes");
        Entry first = record.get(plan);
        first.as(AnalysisPlan.KIND);
        List<Entry> entries = outcomes.stream()
                .distinct()
                .map(record::get)
                .sorted(Comparator.comparingLong(Entry::sequence))
                .toList();
        TeamRecord before = record.asOf(entries.get(0).recordedAt().minusNanos(1000));
        Optional<Entry> stood = standing(before, plan);
        Optional<AnalysisSpec> planned =
                stood.map(entry -> entry.as(AnalysisPlan.KIND).spec());
        List<EntryId> tooEarly = new ArrayList<>();
        for (Entry outcome : entries) {
            if (!first.recordedAt().isBefore(outcome.recordedAt())) {
                tooEarly.add(outcome.id());
            }
        }
        AnalysisSpec promised =
                planned.orElseGet(() -> first.as(AnalysisPlan.KIND).spec());
        return new Builder()
                .plan(plan)
                .digest(planned.map(PlanKept::digest))
                .differences(promised.differences(run))
                .tooEarly(tooEarly)
                .changedLater(stood.isPresent()
                        && !standing(record, plan).map(Entry::id).equals(stood.map(Entry::id)))
                .build();
    }

    private static Optional<Entry> standing(TeamRecord record, EntryId plan) {
        return record.find(plan).isEmpty()
                ? Optional.empty()
                : Standing.of(record).current(plan).filter(entry -> entry.isOf(AnalysisPlan.KIND));
    }

    /** Whether a plan stood before every outcome and was run to the letter. */
    public boolean isKept() {
        return digest().isPresent() && differences().isEmpty() && tooEarly().isEmpty();
    }

    /** In words. */
    public Explanation why() {
        Explanation why = Explanation.of(
                isKept()
                        ? "The analysis was planned before its outcomes were recorded, and run as planned."
                        : "The analysis does not count as planned beforehand: %s.",
                ground());
        why = digest().isPresent()
                ? why.because("SHA-256 of the plan: " + digest().get() + ".")
                : why.because("No plan " + plan() + " held before the first outcome was recorded.");
        for (EntryId outcome : tooEarly()) {
            why = why.because("Outcome " + outcome + " was not recorded after the plan.");
        }
        for (AnalysisSpec.Difference difference : differences()) {
            why = why.because(difference.toString());
        }
        return changedLater()
                ? why.because("The plan was changed after the first outcome; that counts for nothing here.")
                : why;
    }

    private String ground() {
        return !tooEarly().isEmpty()
                ? "it was recorded too late"
                : digest().isEmpty()
                        ? "no plan held when the outcomes came in"
                        : differences().size() + " parts differ";
    }

    static final class Builder extends ImmutablePlanKept.Builder {
        Builder() {}
    }
}
