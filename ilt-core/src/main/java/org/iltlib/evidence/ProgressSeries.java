package org.iltlib.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a student, or a group, scored from week to week beside the growth that is needed: baseline, goal, probes, and
 * lines where something changed. The baseline is the median of at least three probes, so that one good or bad day does
 * not set the aim. A week without a probe is simply not there: days, not places in a list, say when a score was seen.
 * Immutable.
 *
 * <pre>{@code
 * ProgressSeries series = ProgressSeries.builder().id(EntryId.of("progress/p-101")).measure("oral reading")
 *         .unit("words correct in a minute").addBaseline(Probe.of(day, 34), Probe.of(day, 35), Probe.of(day, 37))
 *         .goal(Probe.of(day.plusWeeks(12), 60)).build();
 * series.aim().perWeek();                                      // 2.0833
 * ProgressSeries longer = series.with(Probe.of(day.plusWeeks(1), 36));
 * }</pre>
 */
@Value.Immutable
public abstract class ProgressSeries implements Recordable {
    /** The written form. */
    public static final Form<ProgressSeries> FORM = Form.<ProgressSeries, Builder>built(
                    ProgressSeries::builder, Builder::build)
            .field("id", EntryId.FORM, ProgressSeries::id, Builder::id)
            .field("measure", Forms.TEXT, ProgressSeries::measure, Builder::measure)
            .field("unit", Forms.TEXT, ProgressSeries::unit, Builder::unit)
            .maybe("student", PersonId.FORM, ProgressSeries::student, Builder::student)
            .list("baseline", Probe.FORM, ProgressSeries::baseline, Builder::addAllBaseline)
            .field("goal", Probe.FORM, ProgressSeries::goal, Builder::goal)
            .list("probes", Probe.FORM, ProgressSeries::probes, Builder::addAllProbes)
            .list("phaseLines", PhaseLine.FORM, ProgressSeries::phaseLines, Builder::addAllPhaseLines)
            .maybe("continues", EntryId.FORM, ProgressSeries::continues, Builder::continues)
            .list("evidence", EntryId.FORM, ProgressSeries::evidence, Builder::addAllEvidence);

    /** How it stands in a record. */
    public static final Kind<ProgressSeries> KIND = Kind.of("progress-series", 1, ProgressSeries.class, FORM);

    /**
     * What was seen between two phase lines.
     *
     * @param line the line at its start; empty for the first phase
     * @param aim the aim line that holds; empty after a change of instrument that set none
     * @param probes its probes, in order of time
     */
    public record Phase(Optional<PhaseLine> line, Optional<AimLine> aim, List<Probe> probes) {
        /** Copies the probes. */
        public Phase {
            probes = List.copyOf(probes);
        }
    }

    ProgressSeries() {}

    @Override
    public abstract EntryId id();

    /** What is measured, in words. */
    public abstract String measure();

    /** The unit of the scores, in words. */
    public abstract String unit();

    /** The student whose scores these are; empty for a class or a school. */
    public abstract Optional<PersonId> student();

    /** The probes before anything was tried: at least three, in order of time, several a day allowed. */
    public abstract List<Probe> baseline();

    /** The score that should be reached, and the day by which. */
    public abstract Probe goal();

    /** The probes since, one a day at most, in order of time; from the day of the last baseline probe on. */
    public abstract List<Probe> probes();

    /** Where something changed, in order of time, one a day at most. */
    public abstract List<PhaseLine> phaseLines();

    /** The entry in which this series stood when it was shorter. */
    public abstract Optional<EntryId> continues();

    /** What else it rests on: the assessment, the datasets. */
    public abstract List<EntryId> evidence();

    /** The entry that it continues, the evidence, and the decisions behind its phase lines. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> all = new LinkedHashSet<>();
        continues().ifPresent(all::add);
        all.addAll(evidence());
        phaseLines().forEach(line -> line.decision().ifPresent(all::add));
        return List.copyOf(all);
    }

    @Override
    public Kind<ProgressSeries> kind() {
        return KIND;
    }

    /** The first aim line: from the median of the baseline, on the day of its last probe, to the goal. */
    public AimLine aim() {
        double[] sorted = baseline().stream().mapToDouble(Probe::score).sorted().toArray();
        int n = sorted.length;
        double median = sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
        return AimLine.of(Probe.of(baseline().get(n - 1).on(), median), goal());
    }

    /** The phases, in order of time; at least one. O(probes + phase lines). */
    public List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        Optional<PhaseLine> line = Optional.empty();
        Optional<AimLine> aim = Optional.of(aim());
        int from = 0;
        for (PhaseLine next : phaseLines()) {
            int end = from;
            while (end < probes().size() && probes().get(end).on().isBefore(next.on())) {
                end++;
            }
            phases.add(new Phase(line, aim, probes().subList(from, end)));
            from = end;
            line = Optional.of(next);
            if (next.aim().isPresent() || next.cause() == PhaseCause.INSTRUMENT) {
                aim = next.aim();
            }
        }
        phases.add(new Phase(line, aim, probes().subList(from, probes().size())));
        return List.copyOf(phases);
    }

    /** The phase that is going on. */
    public Phase currentPhase() {
        List<Phase> phases = phases();
        return phases.get(phases.size() - 1);
    }

    /**
     * A copy with one more probe.
     *
     * @throws IllegalArgumentException if it is not later than the last
     */
    public ProgressSeries with(Probe next) {
        return toBuilder().addProbes(next).build();
    }

    /**
     * A copy with one more phase line.
     *
     * @throws IllegalArgumentException if it is not later than the last
     */
    public ProgressSeries with(PhaseLine next) {
        return toBuilder().addPhaseLines(next).build();
    }

    /** Checks texts, the number of baseline probes, and the order of time. */
    @Value.Check
    void check() {
        Checks.text(measure(), "measure");
        Checks.text(unit(), "unit");
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                baseline().size() >= 3,
                "baseline has %s probe(s). Expected at least 3, whose median is taken. Maybe test on two more days.",
                baseline().size());
        for (int i = 1; i < baseline().size(); i++) {
            LocalDate before = baseline().get(i - 1).on();
            Checks.require(
                    !baseline().get(i).on().isBefore(before),
                    "A baseline probe of %s follows one of %s. Expected them in order of time.",
                    baseline().get(i).on(),
                    before);
        }
        LocalDate earliest = aim().from().on().minusDays(1);
        inOrder("probe", probes().stream().map(Probe::on).toList(), earliest);
        inOrder("phase line", phaseLines().stream().map(PhaseLine::on).toList(), earliest);
    }

    private static void inOrder(String what, List<LocalDate> days, LocalDate after) {
        LocalDate last = after;
        for (LocalDate day : days) {
            Checks.require(
                    day.isAfter(last),
                    "A %s is of %s. Expected a day after %s. Maybe the list is not in order of time, or a day is twice.",
                    what,
                    day,
                    last);
            last = day;
        }
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a series; id, measure, unit, at least three baseline probes and the goal must be set. */
    public static final class Builder extends ImmutableProgressSeries.Builder {
        Builder() {}
    }
}
