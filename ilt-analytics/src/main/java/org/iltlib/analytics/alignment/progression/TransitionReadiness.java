package org.iltlib.analytics.alignment.progression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.curriculum.StandardId;
import org.jspecify.annotations.Nullable;

/**
 * Whether students who come into a grade are ready for it: how many have mastered what the standards of the grade need
 * directly from earlier grades. What nobody assessed is missing and is not counted as not mastered.
 *
 * @param grade the grade that they come into
 * @param needs what its standards need, in the order of the graph
 */
public record TransitionReadiness(GradeLevel grade, List<Need> needs) {
    /**
     * One standard of an earlier grade.
     *
     * @param standard the standard
     * @param neededBy the standards of the grade that need it directly, or through one of their parts, at least one; a
     *     whole stands beside its part
     * @param mastery how many have mastered it of those of whom one knows; withheld if too few
     */
    public record Need(StandardId standard, List<StandardId> neededBy, Measured<MasteryCount> mastery) {
        /** Copies the list. */
        public Need {
            neededBy = List.copyOf(neededBy);
        }

        /** The share of students who have mastered it. */
        public Measured<Ratio> share() {
            return mastery.flatMap(count -> count.assessed() == 0
                    ? Measured.missing(MissingReason.NO_STUDENTS, "nobody was assessed")
                    : Measured.of(Ratio.of(count.mastered(), count.assessed())));
        }
    }

    /** Copies the list. */
    public TransitionReadiness {
        needs = List.copyOf(needs);
    }

    /**
     * The readiness for a grade. Linear in the graph, and for each need in the standards.
     *
     * @param gradeOf the grade of a standard; standards without one are passed over
     * @param counts what the incoming students have mastered; may lack some standards
     * @param policy how few students may be shown
     * @throws IllegalArgumentException if a standard is counted twice
     */
    public static TransitionReadiness of(
            PrerequisiteGraph graph,
            GradeLevel grade,
            Function<StandardId, Optional<GradeLevel>> gradeOf,
            List<MasteryCount> counts,
            SuppressionPolicy policy) {
        Checks.distinct(counts.stream().map(MasteryCount::standard).toList(), "counts");
        Map<StandardId, MasteryCount> byStandard = new LinkedHashMap<>();
        counts.forEach(count -> byStandard.put(count.standard(), count));
        Map<StandardId, Set<StandardId>> needed = new LinkedHashMap<>();
        for (StandardId standard : graph.standards()) {
            if (gradeOf.apply(standard).filter(grade::equals).isPresent()) {
                for (StandardId need : graph.listNeeds(standard)) {
                    boolean earlier = gradeOf.apply(need)
                            .filter(one -> one.compareTo(grade) < 0)
                            .isPresent();
                    if (earlier) {
                        Set<StandardId> by = needed.computeIfAbsent(need, any -> new LinkedHashSet<>());
                        by.add(standard);
                        addWholes(standard, graph, gradeOf, grade, by);
                    }
                }
            }
        }
        List<Need> needs = new ArrayList<>();
        for (StandardId standard : graph.standards()) {
            Set<StandardId> by = needed.get(standard);
            if (by != null) {
                List<StandardId> inOrder =
                        graph.standards().stream().filter(by::contains).toList();
                needs.add(new Need(standard, inOrder, mastery(byStandard.get(standard), policy)));
            }
        }
        return new TransitionReadiness(grade, needs);
    }

    private static void addWholes(
            StandardId part,
            PrerequisiteGraph graph,
            Function<StandardId, Optional<GradeLevel>> gradeOf,
            GradeLevel grade,
            Set<StandardId> by) {
        Set<StandardId> met = new LinkedHashSet<>();
        for (StandardId whole = graph.parts().get(part);
                whole != null && met.add(whole);
                whole = graph.parts().get(whole)) {
            if (gradeOf.apply(whole).filter(grade::equals).isPresent()) {
                by.add(whole);
            }
        }
    }

    private static Measured<MasteryCount> mastery(@Nullable MasteryCount count, SuppressionPolicy policy) {
        if (count == null) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody was assessed on it");
        }
        return policy.hides(count.assessed())
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                : Measured.of(count);
    }

    /** Masteries over assessed students, over all needed standards that may be shown; missing if there are none. */
    public Measured<Ratio> share() {
        long mastered = 0;
        long assessed = 0;
        for (Need need : needs) {
            mastered += need.mastery().map(MasteryCount::mastered).orElse(0L);
            assessed += need.mastery().map(MasteryCount::assessed).orElse(0L);
        }
        return assessed == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no needed standard has a result that may be shown")
                : Measured.of(Ratio.of(mastered, assessed));
    }

    /** The needed standards without a result, in order: what to find out before school starts. */
    public List<StandardId> listUnknown() {
        return needs.stream()
                .filter(need -> need.mastery() instanceof Measured.Missing)
                .map(Need::standard)
                .toList();
    }

    /** Why, for a principal. */
    public Explanation explanation() {
        return Explanation.of("Readiness for %s: %s of what its standards need is mastered.", grade, share())
                .because(
                        "%s standards of earlier grades are needed; %s of them have no result: %s.",
                        needs.size(), listUnknown().size(), listUnknown());
    }
}
