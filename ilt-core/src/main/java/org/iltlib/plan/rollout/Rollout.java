package org.iltlib.plan.rollout;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * A roll-out as its readings show it. Immutable; each method is linear in the readings, times the cohorts.
 *
 * <p>Full use from half of the practitioners on follows what is commonly told of the National Implementation Research
 * Network's stages; two years of full use for {@link ImplementationStage#SUSTAINED} are this library's own.
 */
public final class Rollout {
    private static final int YEARS = 2;

    private final RolloutPlan plan;
    private final List<RolloutReading> readings;

    private Rollout(RolloutPlan plan, List<RolloutReading> readings) {
        this.plan = plan;
        this.readings = readings;
    }

    /**
     * The roll-out.
     *
     * @throws IllegalArgumentException if a reading is of another plan, of a cohort that is not in it, or says that
     *     something is ready that the plan does not ask for; or two readings of a cohort are of one day
     */
    public static Rollout of(RolloutPlan plan, Collection<RolloutReading> readings) {
        Set<List<Object>> seen = new HashSet<>();
        for (RolloutReading reading : readings) {
            Checks.require(
                    reading.plan().equals(plan.id()),
                    "Reading %s is of the plan \"%s\". Expected \"%s\".",
                    reading.id(),
                    reading.plan(),
                    plan.id());
            plan.getCohort(reading.cohort());
            reading.ready()
                    .forEach(text -> Checks.require(
                            plan.readiness().contains(text),
                            "\"%s\" is said to be ready. Expected one of %s.",
                            text,
                            plan.readiness()));
            Checks.require(
                    seen.add(List.of(reading.cohort(), reading.on())),
                    "Two readings of the cohort \"%s\" are of %s. Expected one a day.",
                    reading.cohort(),
                    reading.on());
        }
        return new Rollout(
                plan,
                readings.stream()
                        .sorted(Comparator.comparing(RolloutReading::on))
                        .toList());
    }

    private List<RolloutReading> upTo(String cohort, LocalDate day) {
        return readings.stream()
                .filter(reading ->
                        reading.cohort().equals(cohort) && !reading.on().isAfter(day))
                .toList();
    }

    private Optional<RolloutReading> last(String cohort, LocalDate day) {
        return upTo(cohort, day).stream().reduce((earlier, later) -> later);
    }

    /** What is not ready yet, in the order of the plan. */
    public List<String> listNotReady(String cohort, LocalDate day) {
        plan.getCohort(cohort);
        Set<String> ready = last(cohort, day).map(RolloutReading::ready).orElse(Set.of());
        return plan.readiness().stream().filter(text -> !ready.contains(text)).toList();
    }

    /** The cohorts that have begun by that day although something was not ready, in order. */
    public List<Cohort> listBegunUnready(LocalDate day) {
        return plan.cohorts().stream()
                .filter(cohort -> !cohort.starts().isAfter(day)
                        && !listNotReady(cohort.name(), cohort.starts()).isEmpty())
                .toList();
    }

    /**
     * Where the cohort stands on that day, by the last reading up to then.
     *
     * @throws IllegalArgumentException if there is no such cohort
     */
    public ImplementationStage stage(String cohort, LocalDate day) {
        Cohort begun = plan.getCohort(cohort);
        Optional<RolloutReading> last = last(cohort, day);
        if (begun.starts().isAfter(day)) {
            return last.filter(reading -> !reading.ready().isEmpty()).isPresent()
                    ? ImplementationStage.INSTALLATION
                    : ImplementationStage.EXPLORATION;
        } else if (last.filter(Rollout::isFull).isEmpty()) {
            return ImplementationStage.INITIAL;
        }
        LocalDate since = last.get().on();
        List<RolloutReading> known = upTo(cohort, day);
        for (int i = known.size() - 1; i >= 0 && isFull(known.get(i)); i--) {
            since = known.get(i).on();
        }
        return since.plusYears(YEARS).isAfter(last.get().on())
                ? ImplementationStage.FULL
                : ImplementationStage.SUSTAINED;
    }

    private static boolean isFull(RolloutReading reading) {
        return reading.practitioners() > 0 && 2L * reading.atFidelity() >= reading.practitioners();
    }

    /** The stage of each cohort, by name, in order. */
    public Map<String, ImplementationStage> stages(LocalDate day) {
        Map<String, ImplementationStage> stages = new LinkedHashMap<>();
        plan.cohorts().forEach(cohort -> stages.put(cohort.name(), stage(cohort.name(), day)));
        return stages;
    }

    /** All of it in words. */
    public Explanation explain(LocalDate day) {
        Explanation why = Explanation.of("%s cohorts on %s.", plan.cohorts().size(), day);
        for (Cohort cohort : plan.cohorts()) {
            Explanation step = Explanation.of("%s: %s.", cohort.name(), stage(cohort.name(), day));
            Optional<RolloutReading> last = last(cohort.name(), day);
            if (last.isPresent()) {
                step = step.because(
                        "On %s %s of %s used it as it is meant.",
                        last.get().on(), last.get().atFidelity(), last.get().practitioners());
            }
            List<String> waiting = listNotReady(cohort.name(), day);
            why = why.because(waiting.isEmpty() ? step : step.because("Not ready: %s.", String.join(", ", waiting)));
        }
        return why;
    }
}
