package org.iltlib.plan.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Need;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;

/**
 * Follows money and time from the allocation through strategy and goal to a documented need. What does not get there
 * should not be spent. Immutable; a constant time for each allocation.
 *
 * <p>The rule is that of the Texas targeted improvement plan as Plan4Learning tells it: spend only on what stands in the
 * plan and answers a need of the needs assessment.
 */
public final class AllocationTrace {
    private final Set<EntryId> needs = new HashSet<>();
    private final Map<EntryId, Goal> goals = new HashMap<>();
    private final Map<EntryId, Strategy> strategies = new HashMap<>();

    private AllocationTrace() {}

    /**
     * What may be traced to.
     *
     * @param needs the documented needs
     * @param goals the goals of the plan
     * @param strategies its strategies
     */
    public static AllocationTrace over(
            Collection<Need> needs, Collection<Goal> goals, Collection<Strategy> strategies) {
        AllocationTrace trace = new AllocationTrace();
        needs.forEach(need -> trace.needs.add(need.id()));
        goals.forEach(goal -> trace.goals.put(goal.id(), goal));
        strategies.forEach(strategy -> trace.strategies.put(strategy.id(), strategy));
        return trace;
    }

    /** Where the way from that allocation to a need breaks, in words; empty if it leads to one. */
    public Optional<String> findBreak(Allocation allocation) {
        if (allocation.strategy().isEmpty()) {
            return Optional.of("it names no strategy");
        }
        EntryId strategyId = allocation.strategy().get();
        Strategy strategy = strategies.get(strategyId);
        if (strategy == null) {
            return Optional.of("its strategy " + strategyId + " is not in the plan");
        }
        Goal goal = goals.get(strategy.goal());
        if (goal == null) {
            return Optional.of("the goal " + strategy.goal() + " of its strategy is not in the plan");
        }
        return goal.needs().stream().anyMatch(needs::contains)
                ? Optional.empty()
                : Optional.of("no need of its goal " + goal.id() + " is documented");
    }

    /**
     * The allocation itself, if it leads to a need.
     *
     * @throws IllegalArgumentException otherwise, saying where the way breaks
     */
    public Allocation require(Allocation allocation) {
        Optional<String> broken = findBreak(allocation);
        Checks.require(
                broken.isEmpty(),
                "Allocation %s of %s %s leads to no documented need: %s. Maybe name the strategy for which it is.",
                allocation.id(),
                allocation.cost().amount().toPlainString(),
                allocation.cost().unit(),
                broken.orElse(""));
        return allocation;
    }

    /** Which of the allocations stand, and which do not and why, each in the order given. */
    public Report of(Collection<Allocation> allocations) {
        List<Allocation> stand = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Allocation allocation : allocations) {
            findBreak(allocation)
                    .ifPresentOrElse(
                            reason -> refused.add(new Refused(allocation, reason)), () -> stand.add(allocation));
        }
        return new Report(stand, refused);
    }

    /**
     * An allocation that leads to no documented need.
     *
     * @param allocation the allocation
     * @param reason where the way breaks, in words
     */
    public record Refused(Allocation allocation, String reason) {}

    /**
     * What came of it.
     *
     * @param stand those that lead to a documented need
     * @param refused those that do not
     */
    public record Report(List<Allocation> stand, List<Refused> refused) {
        /** Copies the lists. */
        public Report {
            stand = List.copyOf(stand);
            refused = List.copyOf(refused);
        }

        /** The count, with a line for each one refused. */
        public Explanation explanation() {
            Explanation explanation = Explanation.of(
                    "%d of %d allocations stand; %d lead to no documented need.",
                    stand.size(), stand.size() + refused.size(), refused.size());
            for (Refused one : refused) {
                explanation = explanation.because(
                        "%s (%s %s): %s.",
                        one.allocation().id(),
                        one.allocation().cost().amount().toPlainString(),
                        one.allocation().cost().unit(),
                        one.reason());
            }
            return explanation;
        }
    }
}
