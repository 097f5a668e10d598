package org.iltlib.analytics.progress.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.PhaseLine;
import org.iltlib.evidence.Probe;
import org.iltlib.evidence.ProgressSeries;

/**
 * A signal and what people did about it: the first day of a phase on which the rule asked for a change, and the day on
 * which the next phase began.
 *
 * @param signal the day of the first signal in its phase
 * @param change the day of the change; empty while there is none
 */
public record SignalResponse(LocalDate signal, Optional<LocalDate> change) {
    /** The days from the signal to the change; empty while there is none. */
    public OptionalLong days() {
        return change.map(day -> OptionalLong.of(ChronoUnit.DAYS.between(signal, day)))
                .orElse(OptionalLong.empty());
    }

    /** The signals of a series under a policy, at most one a phase, in order of time. */
    public static List<SignalResponse> of(ProgressPolicy policy, ProgressSeries series) {
        List<SignalResponse> found = new ArrayList<>();
        ProgressMonitor monitor = ProgressMonitor.before(policy, series);
        List<ProgressSeries.Phase> phases = series.phases();
        for (int i = 0; i < phases.size(); i++) {
            phases.get(i).line().ifPresent(monitor::feed);
            Optional<LocalDate> end =
                    i + 1 < phases.size() ? phases.get(i + 1).line().map(PhaseLine::on) : Optional.empty();
            boolean open = true;
            for (Probe probe : phases.get(i).probes()) {
                boolean asks = monitor.feed(probe)
                        .value()
                        .filter(Advice::asksForChange)
                        .isPresent();
                if (asks && open) {
                    found.add(new SignalResponse(probe.on(), end));
                    open = false;
                }
            }
        }
        return List.copyOf(found);
    }

    /** The median days from signal to change, of those that were answered; missing if none was. */
    public static Measured<Double> medianDays(Collection<SignalResponse> responses) {
        double[] days = responses.stream()
                .flatMapToLong(response -> response.days().stream())
                .sorted()
                .asDoubleStream()
                .toArray();
        return days.length == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no signal was answered")
                : Measured.of((days[(days.length - 1) / 2] + days[days.length / 2]) / 2);
    }
}
