package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.decision.Prediction;
import org.iltlib.plan.Phase;

/**
 * The way that a cycle took, held against its model: phases one after the other, each left only when its exit criterion
 * is shown, a prediction before doing begins and none after, an end by decision only. Immutable.
 */
public final class CycleCourse {
    private final InquiryCycle cycle;
    private final List<Visit> visits;
    private final Optional<Prediction> prediction;
    private final Optional<CycleEnd> end;

    /**
     * A phase and the day on which the cycle entered it.
     *
     * @param phase the phase
     * @param on the day
     */
    public record Visit(Phase phase, LocalDate on) {}

    private CycleCourse(
            InquiryCycle cycle, List<Visit> visits, Optional<Prediction> prediction, Optional<CycleEnd> end) {
        this.cycle = cycle;
        this.visits = List.copyOf(visits);
        this.prediction = prediction;
        this.end = end;
    }

    /**
     * The course of the cycle. Linear in the steps.
     *
     * @param cycle the cycle
     * @param steps its steps, in the order in which they were recorded; those of other cycles are left out
     * @param ends its end, if it has one; those of other cycles are left out
     * @throws IllegalArgumentException if a phase is left out or entered again, the criterion of one is not shown, a day
     *     lies before the one before, the prediction is missing or changes when doing has begun, there are two ends, or a
     *     cycle is adopted or adapted before its last phase
     */
    public static CycleCourse of(InquiryCycle cycle, List<CycleStep> steps, List<CycleEnd> ends) {
        Walk walk = new Walk(cycle);
        steps.stream().filter(step -> step.cycle().equals(cycle.id())).forEach(walk::take);
        List<CycleEnd> own =
                ends.stream().filter(end -> end.cycle().equals(cycle.id())).toList();
        Checks.require(own.size() <= 1, "Cycle %s has %s ends. Expected one.", cycle.id(), own.size());
        own.forEach(walk::end);
        return new CycleCourse(cycle, walk.visits, walk.prediction, own.stream().findFirst());
    }

    private static final class Walk {
        private final InquiryCycle cycle;
        private final List<Visit> visits = new ArrayList<>();
        private Optional<Prediction> prediction;
        private LocalDate last;

        private Walk(InquiryCycle cycle) {
            this.cycle = cycle;
            this.prediction = cycle.prediction();
            this.last = cycle.on();
            visits.add(new Visit(cycle.model().first(), cycle.on()));
        }

        private int place() {
            return visits.size() - 1;
        }

        private Phase here() {
            return visits.get(place()).phase();
        }

        private void take(CycleStep step) {
            Checks.require(!step.on().isBefore(last), "Step %s is on %s, before %s.", step.id(), step.on(), last);
            last = step.on();
            int doing = cycle.model().placeOf(cycle.model().doing());
            if (step.prediction().isPresent()) {
                Checks.require(
                        place() < doing,
                        "Step %s puts the prediction anew, and the cycle is in \"%s\". It is frozen from \"%s\" on."
                                + " Maybe begin another cycle.",
                        step.id(),
                        here(),
                        cycle.model().doing());
                prediction = step.prediction();
            }
            int to = cycle.model().placeOf(step.phase());
            if (to == place()) {
                Checks.require(step.prediction().isPresent(), "Step %s enters \"%s\" again.", step.id(), step.phase());
                return;
            }
            Checks.require(
                    to == place() + 1,
                    "Step %s goes from \"%s\" to \"%s\". Expected the phase that follows.",
                    step.id(),
                    here(),
                    step.phase());
            Checks.require(
                    !step.met().isEmpty(),
                    "Step %s leaves \"%s\" without showing that %s. Expected at least one entry.",
                    step.id(),
                    here(),
                    here().exit());
            Checks.require(
                    to != doing || prediction.isPresent(),
                    "Step %s begins \"%s\" without a prediction. Expected one before.",
                    step.id(),
                    step.phase());
            visits.add(new Visit(cycle.model().phases().get(to), step.on()));
        }

        private void end(CycleEnd end) {
            Checks.require(!end.on().isBefore(last), "The end %s is on %s, before %s.", end.id(), end.on(), last);
            Checks.require(
                    end.outcome() == CycleOutcome.ABANDON
                            || here().equals(cycle.model().last()),
                    "Cycle %s ends with %s in \"%s\". Expected in \"%s\"; before, it can only be abandoned.",
                    cycle.id(),
                    end.outcome(),
                    here(),
                    cycle.model().last());
        }
    }

    /** The cycle. */
    public InquiryCycle cycle() {
        return cycle;
    }

    /** The phases that it entered, in order, the first included. */
    public List<Visit> visits() {
        return visits;
    }

    /** The phase in which it is, or was when it ended. */
    public Phase phase() {
        return visits.get(visits.size() - 1).phase();
    }

    /** What is expected, as it was last put before doing began. */
    public Optional<Prediction> prediction() {
        return prediction;
    }

    /** Whether doing has begun, so that the prediction can no longer change. */
    public boolean isFrozen() {
        return visits.size() > cycle.model().placeOf(cycle.model().doing());
    }

    /** Its end, if a decision ended it. */
    public Optional<CycleEnd> end() {
        return end;
    }

    /** Whether it reached its last phase. */
    public boolean isCompleted() {
        return phase().equals(cycle.model().last());
    }

    /** How many days it took from start to end; missing as long as it goes on. */
    public Measured<Long> cycleTime() {
        return end.map(one -> Measured.of(ChronoUnit.DAYS.between(cycle.on(), one.on())))
                .orElse(Measured.missing(MissingReason.NOT_APPLICABLE, "the cycle goes on"));
    }

    /** How many days it has been, or was, in the phase in which it is, up to that day or its end. */
    public long daysInPhase(LocalDate today) {
        LocalDate until = end.map(CycleEnd::on).orElse(today);
        return Math.max(0, ChronoUnit.DAYS.between(visits.get(visits.size() - 1).on(), until));
    }

    /** Whether the prediction came true; missing if nothing was predicted or observed. */
    public Measured<Boolean> cameTrue() {
        Optional<Double> observed = end.flatMap(CycleEnd::observed);
        return prediction.isPresent() && observed.isPresent()
                ? Measured.of(prediction.get().cameTrue(observed.get()))
                : Measured.missing(MissingReason.NOT_COLLECTED, "nothing was predicted, or nothing observed");
    }

    /** The way in a few lines. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(
                "%s: %s, %s.",
                cycle.model().name(),
                cycle.aim(),
                end.map(one -> "ended with " + one.outcome().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("in \"" + phase() + "\""));
        for (Visit visit : visits) {
            explanation = explanation.because("%s from %s on.", visit.phase(), visit.on());
        }
        return explanation;
    }
}
