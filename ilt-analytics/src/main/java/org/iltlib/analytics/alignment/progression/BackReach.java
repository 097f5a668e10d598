package org.iltlib.analytics.alignment.progression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/**
 * What weak results may go back to: the standards of earlier grades on which they rest, ranked; a part of a standard rests
 * on what its whole needs, too. First come those that more
 * of the weak standards rest on, then those with the lower result of their own, those without a result after those with
 * one, then the nearer ones. A rank says where to look first; it proves no cause.
 *
 * @param weak the weak standards
 * @param steps the earlier standards, ranked
 */
public record BackReach(List<StandardId> weak, List<Step> steps) {
    /** One earlier standard. Immutable. */
    @Value.Immutable
    public abstract static class Step {
        Step() {}

        /** The standard. */
        public abstract StandardId standard();

        /** Its grade. */
        public abstract GradeLevel grade();

        /** The weak standards of later grades that rest on it, in the order given, at least one. */
        public abstract List<StandardId> supports();

        /** How many steps of the graph lie between it and the nearest of them, at least 1. */
        public abstract int distance();

        /** Its own result, if there is one. */
        public abstract Measured<Ratio> result();

        /** Such as {@code 5.NF.B.4 (grade 5): 2 weak standards rest on it, the nearest 1 step away; result 3/5}. */
        @Override
        public String toString() {
            return standard() + " (" + grade() + "): " + supports().size()
                    + (supports().size() == 1 ? " weak standard rests" : " weak standards rest")
                    + " on it, the nearest "
                    + distance() + (distance() == 1 ? " step" : " steps") + " away; result " + result();
        }

        /** Builds a step. */
        static final class Builder extends ImmutableStep.Builder {
            Builder() {}
        }
    }

    /** Copies the lists. */
    public BackReach {
        weak = List.copyOf(weak);
        steps = List.copyOf(steps);
    }

    /**
     * What those weak standards may go back to. A standard or a weak standard without a grade is passed over. Time grows
     * with the weak standards times the graph.
     *
     * @param weak the weak standards, each once
     * @param gradeOf the grade of a standard
     * @param results results of standards, as shares of what was right; may lack some
     * @throws IllegalArgumentException if a weak standard is not in the graph
     */
    public static BackReach of(
            PrerequisiteGraph graph,
            List<StandardId> weak,
            Function<StandardId, Optional<GradeLevel>> gradeOf,
            Map<StandardId, Measured<Ratio>> results) {
        Map<StandardId, List<StandardId>> supports = new LinkedHashMap<>();
        Map<StandardId, Integer> distances = new LinkedHashMap<>();
        for (StandardId one : Checks.distinct(weak, "weak")) {
            Optional<GradeLevel> grade = gradeOf.apply(one);
            Map<StandardId, Integer> above = distances(graph, one);
            for (StandardId other : graph.listFoundations(one)) {
                Optional<GradeLevel> earlier = gradeOf.apply(other);
                if (grade.isPresent() && earlier.isPresent() && earlier.get().compareTo(grade.get()) < 0) {
                    supports.computeIfAbsent(other, any -> new ArrayList<>()).add(one);
                    distances.merge(other, above.getOrDefault(other, 1), Math::min);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        for (StandardId standard : graph.standards()) {
            List<StandardId> rest = supports.get(standard);
            if (rest != null) {
                steps.add(new Step.Builder()
                        .standard(standard)
                        .grade(gradeOf.apply(standard).orElseThrow())
                        .supports(rest)
                        .distance(distances.getOrDefault(standard, 1))
                        .result(results.getOrDefault(
                                standard, Measured.missing(MissingReason.NOT_COLLECTED, "no result")))
                        .build());
            }
        }
        steps.sort(Comparator.comparingInt((Step step) -> -step.supports().size())
                .thenComparingInt(step -> step.result().isReported() ? 0 : 1)
                .thenComparing(step -> step.result().orElse(Ratio.ONE))
                .thenComparingInt(Step::distance));
        return new BackReach(weak, steps);
    }

    /** The fewest steps back to each ancestor; from a part to its whole is no step. */
    private static Map<StandardId, Integer> distances(PrerequisiteGraph graph, StandardId start) {
        Map<StandardId, Integer> distances = new LinkedHashMap<>();
        distances.put(start, 0);
        Deque<StandardId> open = new ArrayDeque<>(List.of(start));
        Set<StandardId> done = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            StandardId one = open.removeFirst();
            if (done.add(one)) {
                int distance = distances.getOrDefault(one, 0);
                List<StandardId> needs = new ArrayList<>(graph.listNeeds(one));
                needs.addAll(graph.listInheritedNeeds(one));
                for (StandardId need : needs) {
                    boolean part = one.equals(graph.parts().get(need));
                    int further = distance + (part ? 0 : 1);
                    if (further < distances.getOrDefault(need, Integer.MAX_VALUE)) {
                        distances.put(need, further);
                        if (part) {
                            open.addFirst(need);
                        } else {
                            open.addLast(need);
                        }
                    }
                }
            }
        }
        return distances;
    }
}
