package org.iltlib.plan.improvement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How many strategies came to each stage from idea to scale, and how long they stay. Immutable.
 *
 * @param courses the moves of each strategy up to the day, in order, by strategy
 * @param day the day
 */
public record StrategyFunnel(Map<EntryId, List<StrategyMove>> courses, LocalDate day) {
    /** Copies the moves. */
    public StrategyFunnel {
        Map<EntryId, List<StrategyMove>> copy = new LinkedHashMap<>();
        courses.forEach((strategy, moves) -> copy.put(strategy, List.copyOf(Checks.notEmpty(moves, "moves"))));
        courses = Collections.unmodifiableMap(copy);
    }

    /**
     * The funnel as of that day.
     *
     * @param moves the moves of all strategies, in the order in which they were recorded; later ones are left out
     * @throws IllegalArgumentException if a strategy does not begin as an idea or a trial, a stage does not follow from the
     *     one before, or a day lies before the one before
     */
    public static StrategyFunnel of(List<StrategyMove> moves, LocalDate day) {
        Map<EntryId, List<StrategyMove>> courses = new LinkedHashMap<>();
        for (StrategyMove move : moves) {
            if (move.on().isAfter(day)) {
                continue;
            }
            List<StrategyMove> own = courses.computeIfAbsent(move.strategy(), none -> new ArrayList<>());
            if (own.isEmpty()) {
                Checks.require(
                        !move.to().needsDecision(),
                        "Strategy %s begins as %s. Expected as an idea or a trial.",
                        move.strategy(),
                        move.to());
            } else {
                StrategyMove before = own.get(own.size() - 1);
                Checks.require(
                        before.to().next().contains(move.to()),
                        "Strategy %s goes from %s to %s, which does not follow.",
                        move.strategy(),
                        before.to(),
                        move.to());
                Checks.require(
                        !move.on().isBefore(before.on()),
                        "Move %s is on %s, before %s.",
                        move.id(),
                        move.on(),
                        before.on());
            }
            own.add(move);
        }
        return new StrategyFunnel(courses, day);
    }

    /** How many strategies have ever come to each stage; a stage without any is zero. */
    public Map<StrategyStage, Integer> reached() {
        Map<StrategyStage, Integer> counts = new EnumMap<>(StrategyStage.class);
        for (StrategyStage stage : StrategyStage.values()) {
            counts.put(stage, (int) courses.values().stream()
                    .filter(moves -> moves.stream().anyMatch(move -> move.to() == stage))
                    .count());
        }
        return Collections.unmodifiableMap(counts);
    }

    /** The strategies that are in that stage on the day, in the order in which they came up. */
    public List<EntryId> listIn(StrategyStage stage) {
        return courses.entrySet().stream()
                .filter(course -> last(course.getValue()).to() == stage)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static StrategyMove last(List<StrategyMove> moves) {
        return moves.get(moves.size() - 1);
    }

    /** The median days that strategies stayed in that stage, of the stays that are over; missing if none is. */
    public Measured<Rational> medianDaysIn(StrategyStage stage) {
        List<Long> days = new ArrayList<>();
        for (List<StrategyMove> moves : courses.values()) {
            for (int i = 1; i < moves.size(); i++) {
                if (moves.get(i - 1).to() == stage) {
                    days.add(ChronoUnit.DAYS.between(
                            moves.get(i - 1).on(), moves.get(i).on()));
                }
            }
        }
        days.sort(null);
        int n = days.size();
        return n == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no stay is over")
                : Measured.of(Rational.of(days.get((n - 1) / 2) + days.get(n / 2), 2));
    }

    /** The stages with their counts. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of("%d strategies on %s.", courses.size(), day);
        for (StrategyStage stage : StrategyStage.values()) {
            explanation = explanation.because(
                    "%s: %d came there, %d are there; median days %s.",
                    stage, reached().getOrDefault(stage, 0), listIn(stage).size(), medianDaysIn(stage));
        }
        return explanation;
    }
}
