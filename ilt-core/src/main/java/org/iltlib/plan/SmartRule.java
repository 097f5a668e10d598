package org.iltlib.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Holds a goal against the five letters of SMART. Immutable.
 *
 * <p>A target counts as achievable when it improves on the baseline by no more than the largest plausible growth, for
 * which the 95th percentile of growth in earlier years is a fair choice; without one, any improvement passes.
 */
public final class SmartRule {
    private final Optional<Double> largestGrowth;

    private SmartRule(Optional<Double> largestGrowth) {
        this.largestGrowth = largestGrowth;
    }

    /** Without a bound on growth. */
    public static SmartRule withDefaults() {
        return new SmartRule(Optional.empty());
    }

    /** A copy with that bound on the improvement, in the unit of the measure, above zero. */
    public SmartRule withLargestGrowth(double growth) {
        Checks.require(
                Checks.finite(growth, "growth") > 0,
                "growth is %s. Expected above zero. Maybe give its size without the sign.",
                growth);
        return new SmartRule(Optional.of(growth));
    }

    /**
     * The letters that the goal lacks on the day on which it is set.
     *
     * @param goal the goal
     * @param today the day on which it is set
     */
    public SmartReport of(Goal goal, LocalDate today) {
        Map<SmartLetter, String> missing = new EnumMap<>(SmartLetter.class);
        List<String> specific = new ArrayList<>();
        goal.population().ifPresentOrElse(p -> {}, () -> specific.add("population"));
        goal.subject().ifPresentOrElse(s -> {}, () -> specific.add("subject"));
        name(missing, SmartLetter.SPECIFIC, specific);
        List<String> measurable = new ArrayList<>();
        goal.measure().ifPresentOrElse(m -> {}, () -> measurable.add("measure"));
        goal.unit().ifPresentOrElse(u -> {}, () -> measurable.add("unit"));
        goal.baseline().ifPresentOrElse(b -> {}, () -> measurable.add("baseline"));
        name(missing, SmartLetter.MEASURABLE, measurable);
        notAchievable(goal).ifPresent(why -> missing.put(SmartLetter.ACHIEVABLE, why));
        if (goal.by().isEmpty()) {
            missing.put(SmartLetter.TIME_BOUND, "no date.");
        } else if (!goal.by().get().isAfter(today)) {
            missing.put(SmartLetter.TIME_BOUND, "the date " + goal.by().get() + " is not after " + today + ".");
        }
        return new SmartReport(goal.id(), missing);
    }

    private Optional<String> notAchievable(Goal goal) {
        if (goal.target().isEmpty()) {
            return Optional.of("no target.");
        }
        if (goal.baseline().isEmpty()) {
            return Optional.of("without a baseline the target cannot be judged.");
        }
        double from = goal.baseline().get();
        double to = goal.target().get();
        double gain = goal.lowerIsBetter() ? from - to : to - from;
        if (gain <= 0) {
            return Optional.of("the target " + to + " does not improve on the baseline " + from + ".");
        }
        return largestGrowth
                .filter(bound -> gain > bound)
                .map(bound ->
                        "the target asks for " + gain + ", more than the largest plausible growth " + bound + ".");
    }

    private static void name(Map<SmartLetter, String> missing, SmartLetter letter, List<String> parts) {
        if (!parts.isEmpty()) {
            missing.put(letter, "no " + String.join(", no ", parts) + ".");
        }
    }
}
