package org.iltlib.plan.improvement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.OrgUnitId;

/**
 * How a goal goes down from the district to schools and teams, by links and never by copies: a school's own goal says
 * which goal above it serves. Immutable.
 *
 * <pre>{@code
 * var cascade = GoalCascade.from(district, algebra.id())
 *         .withGoal(school, ours.id(), district, algebra.id())
 *         .withAction(school, tutoring.id());
 * cascade.of(schools).goalWithoutAction();      // and actionWithoutGoal(), carried(), untouched()
 * }</pre>
 */
public final class GoalCascade {
    private final Placed root;
    private final Map<Placed, Placed> serves;
    private final Map<OrgUnitId, List<EntryId>> actions;

    /**
     * A goal where it stands; goals of two units may have the same id.
     *
     * @param unit the district, school or team
     * @param goal the goal in its record
     */
    public record Placed(OrgUnitId unit, EntryId goal) {
        /** {@code goal/1 of north}. */
        @Override
        public String toString() {
            return goal + " of " + unit;
        }
    }

    private GoalCascade(Placed root, Map<Placed, Placed> serves, Map<OrgUnitId, List<EntryId>> actions) {
        this.root = root;
        this.serves = serves;
        this.actions = actions;
    }

    /** The cascade of that goal, which goes nowhere yet. */
    public static GoalCascade from(OrgUnitId unit, EntryId goal) {
        return new GoalCascade(new Placed(unit, goal), Map.of(), Map.of());
    }

    /**
     * A copy with a goal that serves another. The other may be added later; a link that leads to no goal of the cascade
     * is listed by {@link #listBroken()}.
     *
     * @throws IllegalArgumentException if that goal is the first one, or serves another goal already
     */
    public GoalCascade withGoal(OrgUnitId unit, EntryId goal, OrgUnitId servedUnit, EntryId servedGoal) {
        Placed lower = new Placed(unit, goal);
        Checks.require(!lower.equals(root), "Goal %s is the first of the cascade. It serves no other.", lower);
        Map<Placed, Placed> more = new LinkedHashMap<>(serves);
        Placed before = more.put(lower, new Placed(servedUnit, servedGoal));
        Checks.require(before == null, "Goal %s serves %s already. Expected one link upward.", lower, before);
        return new GoalCascade(root, more, actions);
    }

    /** A copy with an action of that unit that is meant for the first goal's matter, whether or not the unit has a goal. */
    public GoalCascade withAction(OrgUnitId unit, EntryId action) {
        Map<OrgUnitId, List<EntryId>> more = new HashMap<>(actions);
        List<EntryId> longer = new ArrayList<>(more.getOrDefault(unit, List.of()));
        longer.add(action);
        more.put(unit, List.copyOf(longer));
        return new GoalCascade(root, serves, more);
    }

    /** The actions of that unit, in order; may be empty. */
    public List<EntryId> listActions(OrgUnitId unit) {
        return actions.getOrDefault(unit, List.of());
    }

    /** The links whose way up does not end at the first goal, because a goal in between is not there or they go in a circle. */
    public List<Placed> listBroken() {
        return serves.keySet().stream().filter(goal -> depth(goal) < 0).toList();
    }

    /** How many links the longest way from the first goal down has; zero if no goal serves it. */
    public int depth() {
        return Math.max(0, serves.keySet().stream().mapToInt(this::depth).max().orElse(0));
    }

    private int depth(Placed goal) {
        Set<Placed> seen = new HashSet<>();
        int steps = 0;
        Placed at = goal;
        while (!at.equals(root)) {
            Placed above = serves.get(at);
            if (above == null || !seen.add(at)) {
                return -1;
            }
            at = above;
            steps++;
        }
        return steps;
    }

    /**
     * Where the goal arrived among these units. Linear in goals times the depth.
     *
     * @param units the units that should carry it, each once
     */
    public Report of(Collection<OrgUnitId> units) {
        Checks.distinct(units, "units");
        Set<OrgUnitId> withGoal = new HashSet<>(Set.of(root.unit()));
        serves.keySet().stream().filter(goal -> depth(goal) > 0).forEach(goal -> withGoal.add(goal.unit()));
        Map<OrgUnitId, State> states = new TreeMap<>();
        for (OrgUnitId unit : units) {
            boolean acts = !listActions(unit).isEmpty();
            states.put(
                    unit,
                    withGoal.contains(unit)
                            ? acts ? State.CARRIED : State.GOAL_WITHOUT_ACTION
                            : acts ? State.ACTION_WITHOUT_GOAL : State.UNTOUCHED);
        }
        return new Report(states);
    }

    /** How far a goal has come in a unit. */
    public enum State {
        /** The unit has a goal that serves it, and acts. */
        CARRIED,
        /** The unit has a goal that serves it, and nobody does anything. */
        GOAL_WITHOUT_ACTION,
        /** The unit acts, and has no goal that serves it. */
        ACTION_WITHOUT_GOAL,
        /** The unit has neither. */
        UNTOUCHED
    }

    /**
     * Where a goal arrived.
     *
     * @param states how far it came in each unit, in the order of ids
     */
    public record Report(Map<OrgUnitId, State> states) {
        /** Copies the states in the order of ids. */
        public Report {
            states = java.util.Collections.unmodifiableMap(new TreeMap<>(states));
        }

        /** The units in that state, in the order of ids. */
        public List<OrgUnitId> list(State state) {
            return states.entrySet().stream()
                    .filter(one -> one.getValue() == state)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The units with a goal and an action. */
        public List<OrgUnitId> carried() {
            return list(State.CARRIED);
        }

        /** The units with a goal and no action. */
        public List<OrgUnitId> goalWithoutAction() {
            return list(State.GOAL_WITHOUT_ACTION);
        }

        /** The units with actions and no goal. */
        public List<OrgUnitId> actionWithoutGoal() {
            return list(State.ACTION_WITHOUT_GOAL);
        }

        /** The units with neither. */
        public List<OrgUnitId> untouched() {
            return list(State.UNTOUCHED);
        }

        /** The count, and the units that lack something. */
        public Explanation explanation() {
            return Explanation.of("%d of %d units carry the goal.", carried().size(), states.size())
                    .because("A goal and no action: %s.", goalWithoutAction())
                    .because("Actions and no goal: %s.", actionWithoutGoal())
                    .because("Neither: %s.", untouched());
        }
    }
}
