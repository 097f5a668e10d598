package org.iltlib.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.evidence.Dataset;
import org.iltlib.impact.registered.AnalysisPlan;
import org.iltlib.impact.registered.AnalysisSpec;
import org.immutables.value.Value;

/**
 * Whether an analysis was run as it was promised: in content, part by part, and in time, the plan standing in the record
 * before the outcomes did. Immutable.
 *
 * <p>The plan counts as it stood just before the first outcome was recorded, with the corrections that had been made until
 * then: a later correction mends nothing. What was recorded in the same call as an outcome did not come before it, in
 * whatever order it stands there. An outcome counts from when it was first known: from the first recording of what it
 * corrects, and of a dataset with the same bytes. Another plan that stood then and asks the same question otherwise makes
 * both worthless, as whichever came true could be shown. The order is that of the record, which its chain of digests seals ({@link
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

    /** The outcomes that were not recorded after the plan, or stood in the record in another form before. */
    public abstract List<EntryId> tooEarly();

    /** The other plans that stood before the first outcome, in the order of the record. */
    public abstract List<EntryId> others();

    /** Those of {@link #others} that ask the same question and promise something else. */
    public abstract List<EntryId> rivals();

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
     * @throws IllegalArgumentException if the plan or an outcome is not in the record, or the plan is of another kind, or an
     *     outcome is a plan, a correction or a withdrawal
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
        Map<EntryId, Instant> known = new HashMap<>();
        for (Entry outcome : entries) {
            Checks.require(
                    !outcome.isOf(AnalysisPlan.KIND)
                            && !outcome.isOf(Correction.KIND)
                            && !outcome.isOf(Withdrawal.KIND),
                    "The outcome \"%s\" is of kind %s. Expected what brought outcomes in. Maybe a dataset.",
                    outcome.id(),
                    outcome.kind());
            known.put(outcome.id(), firstKnown(record, outcome));
        }
        Instant earliest = Collections.min(known.values());
        TeamRecord before = record.asOf(earliest.minusNanos(1000));
        Optional<Entry> stood = standing(before, plan);
        Optional<AnalysisSpec> planned =
                stood.map(entry -> entry.as(AnalysisPlan.KIND).spec());
        List<EntryId> tooEarly = new ArrayList<>();
        for (Entry outcome : entries) {
            if (!first.recordedAt().isBefore(known.getOrDefault(outcome.id(), outcome.recordedAt()))) {
                tooEarly.add(outcome.id());
            }
        }
        AnalysisSpec promised =
                planned.orElseGet(() -> first.as(AnalysisPlan.KIND).spec());
        Standing then = Standing.of(before);
        List<Entry> others = before.listEntries(AnalysisPlan.KIND.name()).stream()
                .filter(entry -> then.current(entry.id())
                        .map(current -> current.id().equals(entry.id()))
                        .orElse(false))
                .filter(entry ->
                        !entry.id().equals(plan) && !stood.map(Entry::id).equals(Optional.of(entry.id())))
                .toList();
        List<EntryId> rivals = others.stream()
                .filter(entry -> entry.as(AnalysisPlan.KIND).spec().question().equals(promised.question())
                        && !entry.as(AnalysisPlan.KIND).spec().equals(promised))
                .map(Entry::id)
                .toList();
        return new Builder()
                .plan(plan)
                .digest(planned.map(PlanKept::digest))
                .differences(promised.differences(run))
                .tooEarly(tooEarly)
                .others(others.stream().map(Entry::id).toList())
                .rivals(rivals)
                .changedLater(stood.isPresent()
                        && !standing(record, plan).map(Entry::id).equals(stood.map(Entry::id)))
                .build();
    }

    /** When that, something it corrects, or a dataset of the same bytes as one of them was first recorded. */
    private static Instant firstKnown(TeamRecord record, Entry outcome) {
        Set<EntryId> seen = new LinkedHashSet<>(List.of(outcome.id()));
        Deque<Entry> open = new ArrayDeque<>(List.of(outcome));
        Instant first = outcome.recordedAt();
        while (!open.isEmpty()) {
            Entry entry = open.remove();
            first = entry.recordedAt().isBefore(first) ? entry.recordedAt() : first;
            for (Correction correction : record.list(Correction.KIND)) {
                if (correction.replacement().equals(entry.id()) && seen.add(correction.corrected())) {
                    record.find(correction.corrected()).ifPresent(open::add);
                }
            }
            if (entry.isOf(Dataset.KIND)) {
                String bytes = entry.as(Dataset.KIND).sha256();
                for (Dataset same : record.list(Dataset.KIND)) {
                    if (same.sha256().equals(bytes) && seen.add(same.id())) {
                        open.add(record.get(same.id()));
                    }
                }
            }
        }
        return first;
    }

    private static Optional<Entry> standing(TeamRecord record, EntryId plan) {
        return record.find(plan).isEmpty()
                ? Optional.empty()
                : Standing.of(record).current(plan).filter(entry -> entry.isOf(AnalysisPlan.KIND));
    }

    /** Whether a plan stood before every outcome, without a rival, and was run to the letter. */
    public boolean isKept() {
        return digest().isPresent() && differences().isEmpty() && tooEarly().isEmpty() && rivals().isEmpty();
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
            why = why.because("Outcome " + outcome + " was not recorded, or not for the first time, after the plan.");
        }
        for (EntryId other : others()) {
            why = why.because("Plan " + other + " stood as well"
                    + (rivals().contains(other) ? " and promises something else about the same question." : "."));
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
                        : differences().isEmpty()
                                ? "another plan promises something else about the same question"
                                : differences().size() + " parts differ";
    }

    static final class Builder extends ImmutablePlanKept.Builder {
        Builder() {}
    }
}
