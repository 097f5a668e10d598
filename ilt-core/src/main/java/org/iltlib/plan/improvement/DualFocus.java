package org.iltlib.plan.improvement;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;

/**
 * Whether a plan looks at what students learn and at what adults do together. Every strategy names a measure of each
 * side; here it shows whether anybody has looked at both, and whether needs of both sides are answered.
 *
 * @param strategies each strategy with what was seen of either side
 * @param studentNeeds how many needs of students the goals answer
 * @param teacherNeeds how many needs of teachers they answer
 */
public record DualFocus(List<Sides> strategies, int studentNeeds, int teacherNeeds) {
    /** Copies the list. */
    public DualFocus {
        strategies = List.copyOf(strategies);
    }

    /**
     * The two sides of a strategy.
     *
     * @param strategy the strategy
     * @param studentSeen whether its measure of students has been taken
     * @param adultSeen whether its measure of adults has been taken
     */
    public record Sides(EntryId strategy, boolean studentSeen, boolean adultSeen) {}

    /**
     * The focus of a plan.
     *
     * @param contents the plan
     * @param taken the ids of the measures that have been taken at least once
     */
    public static DualFocus of(PlanContents contents, Set<String> taken) {
        List<Sides> sides = contents.strategies().stream()
                .map((Strategy strategy) -> new Sides(
                        strategy.id(),
                        taken.contains(strategy.studentMeasure()),
                        taken.contains(strategy.adultMeasure())))
                .toList();
        return new DualFocus(sides, answered(contents, NeedKind.STUDENT), answered(contents, NeedKind.TEACHER));
    }

    private static int answered(PlanContents contents, NeedKind whose) {
        return (int) contents.goals().stream()
                .map(Goal::needs)
                .flatMap(List::stream)
                .distinct()
                .filter(id -> contents.findNeed(id)
                        .map(Need::whose)
                        .filter(whose::equals)
                        .isPresent())
                .count();
    }

    /** The strategies of which nobody has looked at what students achieve. */
    public List<EntryId> listWithoutStudentSide() {
        return list(sides -> !sides.studentSeen());
    }

    /** The strategies of which nobody has looked at what adults do. */
    public List<EntryId> listWithoutAdultSide() {
        return list(sides -> !sides.adultSeen());
    }

    private List<EntryId> list(Predicate<Sides> which) {
        return strategies.stream().filter(which).map(Sides::strategy).toList();
    }

    /** Whether neither side is empty anywhere. */
    public boolean isDual() {
        return listWithoutStudentSide().isEmpty()
                && listWithoutAdultSide().isEmpty()
                && studentNeeds > 0
                && teacherNeeds > 0;
    }

    /** A line for everything that has only one side. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(
                isDual() ? "The plan looks at students and adults together." : "One side of the plan is empty.");
        if (studentNeeds == 0) {
            explanation = explanation.because("No goal answers a need of students.");
        }
        if (teacherNeeds == 0) {
            explanation = explanation.because("No goal answers a need of teachers.");
        }
        for (EntryId strategy : listWithoutStudentSide()) {
            explanation = explanation.because("The measure of students of %s has not been taken.", strategy);
        }
        for (EntryId strategy : listWithoutAdultSide()) {
            explanation = explanation.because("The measure of adults of %s has not been taken.", strategy);
        }
        return explanation;
    }
}
