package org.iltlib.analytics.progress.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.AimLine;
import org.iltlib.evidence.PhaseCause;
import org.iltlib.evidence.PhaseLine;
import org.iltlib.evidence.Probe;
import org.iltlib.evidence.ProgressSeries;

/**
 * Watches one series while it grows: each new probe asks the rule at once, and the answer is the one that computing all
 * from the start would give. A phase line starts the rule afresh; a change of instrument also ends the aim, so that no
 * trend is drawn across. A new support does best with a new aim line, from where the student stands then. Not safe for
 * several threads.
 */
public final class ProgressMonitor {
    private static final double ROUNDING = 1e-9;

    private final ProgressPolicy policy;
    private final List<Double> weeks = new ArrayList<>();
    private Optional<AimLine> aim;
    private boolean carried;
    private LocalDate last;
    private RuleTracker tracker;
    private RunningLine line = new RunningLine();

    private ProgressMonitor(ProgressPolicy policy, AimLine aim) {
        this.policy = policy;
        this.aim = Optional.of(aim);
        this.last = aim.from().on().minusDays(1);
        this.tracker = policy.rule().start();
    }

    /** A monitor that knows the aim and has seen no probe yet. */
    static ProgressMonitor before(ProgressPolicy policy, ProgressSeries series) {
        return new ProgressMonitor(policy, series.aim());
    }

    static ProgressMonitor of(ProgressPolicy policy, ProgressSeries series) {
        ProgressMonitor monitor = before(policy, series);
        for (ProgressSeries.Phase phase : series.phases()) {
            phase.line().ifPresent(monitor::feed);
            phase.probes().forEach(monitor::feed);
        }
        return monitor;
    }

    /**
     * Adds the next probe, in the time that the rule takes for one.
     *
     * @return what the rule proposes now, delivery aside; missing if there are too few probes in the phase, or no aim line
     * @throws IllegalArgumentException if the day is not after the last one
     */
    public Measured<Advice> feed(Probe probe) {
        Checks.require(
                probe.on().isAfter(last),
                "A probe is of %s. Expected a day after %s. Maybe it came late: then start from the series anew.",
                probe.on(),
                last);
        last = probe.on();
        aim.ifPresent(now -> {
            double week = now.weeks(probe.on());
            double ahead = (probe.score() - now.at(probe.on())) * (now.rises() ? 1 : -1);
            double distance = Math.abs(ahead) <= ROUNDING * Math.max(1, Math.abs(probe.score())) ? 0 : ahead;
            weeks.add(week);
            tracker.add(week, distance);
            line.add(week, distance);
        });
        return advice();
    }

    /**
     * Starts a phase.
     *
     * @throws IllegalArgumentException if its day is not after the last probe's
     */
    public void feed(PhaseLine next) {
        Checks.require(next.on().isAfter(last), "A phase begins on %s. Expected a day after %s.", next.on(), last);
        last = next.on().minusDays(1);
        if (next.aim().isPresent() || next.cause() == PhaseCause.INSTRUMENT) {
            aim = next.aim();
            carried = false;
        } else {
            carried = true;
        }
        weeks.clear();
        tracker = policy.rule().start();
        line = new RunningLine();
    }

    /** What the rule proposes now, delivery aside; missing as in {@link #feed(Probe)}. */
    public Measured<Advice> advice() {
        int needed = policy.rule().minimum();
        if (aim.isEmpty()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "the instrument changed and there is no aim line in its unit yet");
        } else if (weeks.size() < needed) {
            return Measured.missing(
                    MissingReason.TOO_FEW, weeks.size() + " probe(s) in this phase, the rule needs " + needed);
        }
        return Measured.of(tracker.advice());
    }

    /**
     * The verdict now, with the rule's error rates for these days and this noise.
     *
     * @param delivered the share of the support that was delivered as meant
     */
    public Measured<ProgressVerdict> verdict(Measured<Double> delivered) {
        delivered.value().ifPresent(share -> Checks.share(share, "delivered"));
        return advice().map(proposed -> verdict(proposed, delivered));
    }

    private ProgressVerdict verdict(Advice proposed, Measured<Double> delivered) {
        Advice advice = proposed == Advice.INTENSIFY
                ? delivered
                        .value()
                        .map(share -> share >= policy.criterion() ? proposed : Advice.FIX_DELIVERY_FIRST)
                        .orElse(Advice.CHECK_DELIVERY_FIRST)
                : proposed;
        Measured<MonitoringPlan> plan = plan();
        Measured<ErrorRates> rates = carried && !policy.rule().ignoresStart()
                ? Measured.missing(
                        MissingReason.NOT_APPLICABLE,
                        "the old aim line goes on in this phase, and how far the student was from it at the start counts"
                                + " in the rule; a new aim line from there would tell")
                : plan.map(known -> RuleChances.of(policy.rule(), known).rates());
        AimLine now = aim.orElseThrow();
        Explanation why = Explanation.of("Advice: %s.", advice)
                .because(
                        "Rule \"%s\" on %d probes against an aim of %+.2f a week.",
                        policy.rule().name(), weeks.size(), now.perWeek())
                .because(tracker.why())
                .because(
                        delivered.isReported()
                                ? Explanation.of(
                                        "Of the support %.0f %% was delivered; it is judged from %.0f %% on.",
                                        100 * delivered.orElse(0.0), 100 * policy.criterion())
                                : Explanation.of("How much of the support was delivered: %s.", delivered))
                .because(rates.value()
                        .map(known -> Explanation.of(
                                        "Looked at %s, with noise of %.2f: \"intensify\" of a student who grows as"
                                                + " needed %s, not of one who grows %.2f a week %s.",
                                        plan.value().orElseThrow().looks(),
                                        plan.value().orElseThrow().noise().deviation(),
                                        known.falseAlarm(),
                                        policy.growthNotToMiss(),
                                        known.miss())
                                .because(
                                        plan.value().orElseThrow().looks() == Looks.AT_THE_END
                                                ? "These rates are of one look after these probes. Whoever asks after"
                                                        + " every probe, as a monitor does, has more false alarms."
                                                : "These rates are of a look after every probe."))
                        .orElse(Explanation.of("How often the rule errs is unknown: %s.", rates)))
                .because("A person decides.");
        return ProgressVerdict.builder()
                .rule(policy.rule().name())
                .advice(advice)
                .on(last)
                .probes(weeks.size())
                .rates(rates)
                .why(why)
                .build();
    }

    private Measured<MonitoringPlan> plan() {
        Optional<Noise> noise = policy.noise();
        if (noise.isEmpty() && line.n() >= 3 && line.deviation() > 0) {
            noise = Optional.of(Noise.normal(line.deviation()));
        }
        return noise.map(known -> Measured.of(MonitoringPlan.builder()
                        .weeks(weeks)
                        .aimPerWeek(aim.orElseThrow().perWeek())
                        .noise(known)
                        .growthNotToMiss(policy.growthNotToMiss())
                        .looks(policy.looks().orElse(policy.rule().looks()))
                        .runs(policy.runs())
                        .seed(policy.seed())
                        .build()))
                .orElse(Measured.missing(MissingReason.UNDEFINED, "the scores show no noise around their line"));
    }
}
