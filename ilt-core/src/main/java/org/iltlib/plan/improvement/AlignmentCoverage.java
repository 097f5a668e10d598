package org.iltlib.plan.improvement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.plan.improvement.GoalAlignment.Bearing;

/**
 * How practices and goals cover one another. Immutable; of several judgments of the same practice and goal the last
 * counts.
 */
public final class AlignmentCoverage {
    private final List<String> practices;
    private final List<EntryId> goals;
    private final Map<Pair, Bearing> bearings;

    private record Pair(String practice, EntryId goal) {}

    private AlignmentCoverage(List<String> practices, List<EntryId> goals, Map<Pair, Bearing> bearings) {
        this.practices = practices;
        this.goals = goals;
        this.bearings = bearings;
    }

    /**
     * The coverage.
     *
     * @param practices the practices in use, each once
     * @param goals the goals, each once
     * @param alignments what was judged, in the order of recording
     * @throws IllegalArgumentException if a judgment is of a practice or goal that is not among them
     */
    public static AlignmentCoverage of(
            Collection<String> practices, Collection<EntryId> goals, List<GoalAlignment> alignments) {
        Set<String> knownPractices = new HashSet<>(Checks.distinct(practices, "practices"));
        Set<EntryId> knownGoals = new HashSet<>(Checks.distinct(goals, "goals"));
        Map<Pair, Bearing> bearings = new HashMap<>();
        for (GoalAlignment alignment : alignments) {
            Checks.require(
                    knownPractices.contains(alignment.practice()),
                    "Alignment %s is of practice \"%s\". Expected one of %s.",
                    alignment.id(),
                    alignment.practice(),
                    new TreeSet<>(knownPractices));
            Checks.require(
                    knownGoals.contains(alignment.goal()),
                    "Alignment %s is with goal \"%s\". Expected one of %s.",
                    alignment.id(),
                    alignment.goal(),
                    new TreeSet<>(knownGoals));
            bearings.put(new Pair(alignment.practice(), alignment.goal()), alignment.bearing());
        }
        return new AlignmentCoverage(List.copyOf(practices), List.copyOf(goals), bearings);
    }

    private boolean has(String practice, EntryId goal, Bearing bearing) {
        return bearing == bearings.get(new Pair(practice, goal));
    }

    private boolean practiceHas(String practice, Bearing bearing) {
        return goals.stream().anyMatch(goal -> has(practice, goal, bearing));
    }

    private boolean isAdvanced(EntryId goal) {
        return practices.stream().anyMatch(practice -> has(practice, goal, Bearing.ADVANCES));
    }

    /** The share of practices that advance a goal; missing if there are none. */
    public Measured<Fraction> practiceCoverage() {
        return share(practices.size() - listOrphanPractices().size(), practices.size(), "practices");
    }

    /** The share of goals that a practice advances; missing if there are none. */
    public Measured<Fraction> goalCoverage() {
        return share(goals.size() - listOrphanGoals().size(), goals.size(), "goals");
    }

    private static Measured<Fraction> share(int part, int whole, String what) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no " + what)
                : Measured.of(Fraction.of(part, whole));
    }

    /** The practices that advance no goal, in order. */
    public List<String> listOrphanPractices() {
        return practices.stream()
                .filter(practice -> !practiceHas(practice, Bearing.ADVANCES))
                .toList();
    }

    /** The goals that no practice advances, in order. */
    public List<EntryId> listOrphanGoals() {
        return goals.stream().filter(goal -> !isAdvanced(goal)).toList();
    }

    /** The practices that work against a goal, in order, even if they advance another. */
    public List<String> listConflicting() {
        return practices.stream()
                .filter(practice -> practiceHas(practice, Bearing.CONFLICTS))
                .toList();
    }

    /** The goals toward which one practice works and against which another does, in order. */
    public List<EntryId> listContested() {
        return goals.stream()
                .filter(this::isAdvanced)
                .filter(goal -> practices.stream().anyMatch(practice -> has(practice, goal, Bearing.CONFLICTS)))
                .toList();
    }

    /** The coverage both ways and what is loose. */
    public Explanation explanation() {
        return Explanation.of(
                        "%d of %d practices advance a goal; %d of %d goals are advanced by a practice.",
                        practices.size() - listOrphanPractices().size(),
                        practices.size(),
                        goals.size() - listOrphanGoals().size(),
                        goals.size())
                .because("Practices that advance none: %s.", listOrphanPractices())
                .because("Goals that none advances: %s.", listOrphanGoals())
                .because("Practices that work against a goal: %s.", listConflicting());
    }
}
