package org.iltlib.plan.improvement;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Need;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;
import org.iltlib.plan.resource.Allocation;
import org.immutables.value.Value;

/**
 * Everything that belongs to a plan, put side by side: needs, goals, strategies, actions (commitments), resources
 * (allocations) and measures. What does not fit together is listed, not refused. Immutable.
 */
@Value.Immutable
public abstract class PlanContents {
    PlanContents() {}

    /** The needs that are documented, each once. */
    public abstract List<Need> needs();

    /** The goals, each once. */
    public abstract List<Goal> goals();

    /** The strategies, each once. */
    public abstract List<Strategy> strategies();

    /** The actions, each once. */
    public abstract List<Commitment> actions();

    /** What is set aside, each once. */
    public abstract List<Allocation> allocations();

    /** The measures that are defined, each id once. */
    public abstract List<Measure> measures();

    /** Checks that nothing comes twice. */
    @Value.Check
    void check() {
        Checks.distinct(ids(needs(), Need::id), "needs");
        Checks.distinct(ids(goals(), Goal::id), "goals");
        Checks.distinct(ids(strategies(), Strategy::id), "strategies");
        Checks.distinct(ids(actions(), Commitment::id), "actions");
        Checks.distinct(ids(allocations(), Allocation::id), "allocations");
        Checks.distinct(measures().stream().map(Measure::id).toList(), "measures");
    }

    private static <T> List<EntryId> ids(List<T> values, Function<T, EntryId> id) {
        return values.stream().map(id).toList();
    }

    /** The need with that id, if it is here. */
    public Optional<Need> findNeed(EntryId id) {
        return needs().stream().filter(need -> need.id().equals(id)).findFirst();
    }

    /** The goal with that id, if it is here. */
    public Optional<Goal> findGoal(EntryId id) {
        return goals().stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    /** The strategy with that id, if it is here. */
    public Optional<Strategy> findStrategy(EntryId id) {
        return strategies().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What hangs in the air, at every edge and both ways. Linear in the contents and their links. */
    public PlanOrphans orphans() {
        Set<EntryId> needIds = Set.copyOf(ids(needs(), Need::id));
        Set<EntryId> goalIds = Set.copyOf(ids(goals(), Goal::id));
        Set<EntryId> strategyIds = Set.copyOf(ids(strategies(), Strategy::id));
        Set<EntryId> sound = strategies().stream()
                .filter(strategy -> goalIds.contains(strategy.goal()))
                .map(Strategy::id)
                .collect(Collectors.toSet());
        Set<EntryId> answered = all(goals().stream().flatMap(goal -> goal.needs().stream()));
        Set<EntryId> pursued = all(strategies().stream().map(Strategy::goal));
        Set<EntryId> acted = all(actions().stream().flatMap(action -> action.strategy().stream()));
        Set<EntryId> funded = all(allocations().stream().flatMap(one -> one.strategy().stream()));
        Set<EntryId> reached = all(strategies().stream()
                .filter(strategy -> acted.contains(strategy.id()))
                .map(Strategy::goal));
        Map<PlanEdge, PlanOrphans.Loose> edges = new EnumMap<>(PlanEdge.class);
        edges.put(
                PlanEdge.NEED_GOAL,
                loose(
                        loose(needs(), Need::id, need -> answered.contains(need.id())),
                        loose(goals(), Goal::id, goal -> goal.needs().stream().anyMatch(needIds::contains))));
        edges.put(
                PlanEdge.GOAL_STRATEGY,
                loose(
                        loose(goals(), Goal::id, goal -> pursued.contains(goal.id())),
                        loose(strategies(), Strategy::id, one -> goalIds.contains(one.goal()))));
        edges.put(
                PlanEdge.GOAL_ACTION,
                loose(
                        loose(goals(), Goal::id, goal -> reached.contains(goal.id())),
                        loose(actions(), Commitment::id, one -> isIn(sound, one.strategy()))));
        edges.put(
                PlanEdge.STRATEGY_ACTION,
                loose(
                        loose(strategies(), Strategy::id, one -> acted.contains(one.id())),
                        loose(actions(), Commitment::id, one -> isIn(strategyIds, one.strategy()))));
        edges.put(
                PlanEdge.STRATEGY_RESOURCE,
                loose(
                        loose(strategies(), Strategy::id, one -> funded.contains(one.id())),
                        loose(allocations(), Allocation::id, one -> isIn(strategyIds, one.strategy()))));
        addMeasures(edges);
        return new PlanOrphans(edges);
    }

    private void addMeasures(Map<PlanEdge, PlanOrphans.Loose> edges) {
        Set<String> defined = measures().stream().map(Measure::id).collect(Collectors.toSet());
        Set<String> used = new LinkedHashSet<>();
        goals().forEach(goal -> goal.measure().ifPresent(used::add));
        strategies().forEach(one -> used.addAll(List.of(one.studentMeasure(), one.adultMeasure())));
        List<String> unused = measures().stream()
                .map(Measure::id)
                .filter(id -> !used.contains(id))
                .toList();
        edges.put(
                PlanEdge.GOAL_MEASURE,
                loose(
                        loose(
                                goals(),
                                Goal::id,
                                goal -> goal.measure().filter(defined::contains).isPresent()),
                        unused));
        edges.put(
                PlanEdge.STRATEGY_MEASURE,
                loose(
                        loose(
                                strategies(),
                                Strategy::id,
                                one -> defined.contains(one.studentMeasure()) && defined.contains(one.adultMeasure())),
                        unused));
    }

    private static Set<EntryId> all(Stream<EntryId> ids) {
        return ids.collect(Collectors.toSet());
    }

    private static boolean isIn(Set<EntryId> ids, Optional<EntryId> id) {
        return id.filter(ids::contains).isPresent();
    }

    private static <T> List<String> loose(List<T> values, Function<T, EntryId> id, Predicate<T> linked) {
        return values.stream()
                .filter(linked.negate())
                .map(value -> id.apply(value).value())
                .toList();
    }

    private static PlanOrphans.Loose loose(List<String> unfollowed, List<String> unfounded) {
        return new PlanOrphans.Loose(unfollowed, unfounded);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds contents; everything may be empty. */
    public static final class Builder extends ImmutablePlanContents.Builder {
        Builder() {}
    }
}
