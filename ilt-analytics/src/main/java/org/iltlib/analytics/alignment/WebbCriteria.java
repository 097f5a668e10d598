package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;

/**
 * Webb's four criteria of alignment for one standard: enough items, demanding enough, spread over its objectives, and
 * evenly. Computed for each rater, then averaged. Linear in the number of judgments.
 *
 * <p>Source: Webb, N. L. (2007), Issues related to judging the alignment of curriculum standards and assessments,
 * Applied Measurement in Education 20(1), 7–25, doi:10.1080/08957340709336728; weak bands from the Web Alignment Tool
 * manual (2005).
 */
public final class WebbCriteria {
    private WebbCriteria() {}

    /**
     * The criteria for the standard with those objectives, each with its level of demand, from the judgments of one
     * round. Objectives of other standards are passed over; a hit without a demand is compared with nothing. Items that
     * fit the standard in general are passed over too, since it has no name here; see {@link #of(WebbStandard, List)}.
     *
     * @throws IllegalArgumentException if there is no objective or no judgment, or a rater judges an item twice
     */
    public static WebbResult of(Map<StandardId, Integer> objectives, List<AlignmentJudgment> judgments) {
        Checks.require(!objectives.isEmpty(), "objectives is empty. Expected at least one.");
        return of(objectives, Optional.empty(), judgments);
    }

    /**
     * The criteria for that standard, from the judgments of one round. For a rater who finds that an item fits the
     * standard and none of its objectives, the standard itself counts as one objective more. Objectives of other
     * standards are passed over; a hit without a demand is compared with nothing: not rated is not below.
     *
     * @throws IllegalArgumentException if there is no judgment, or a rater judges an item twice
     */
    public static WebbResult of(WebbStandard standard, List<AlignmentJudgment> judgments) {
        return of(standard.objectives(), Optional.of(standard), judgments);
    }

    private static WebbResult of(
            Map<StandardId, Integer> objectives, Optional<WebbStandard> standard, List<AlignmentJudgment> judgments) {
        Checks.notEmpty(judgments, "judgments");
        Map<PersonId, List<AlignmentJudgment>> byRater = new LinkedHashMap<>();
        Alignment.onlyOnce(judgments)
                .forEach(one -> byRater.computeIfAbsent(one.rater(), any -> new ArrayList<>())
                        .add(one));
        List<WebbReviewer> reviewers = new ArrayList<>();
        byRater.forEach((rater, own) -> reviewers.add(reviewer(rater, objectives, standard, own)));
        WebbResult.Builder result = new WebbResult.Builder().addAllReviewers(reviewers);
        for (AlignmentJudgment one : judgments) {
            boolean here = one.listObjectives().stream().anyMatch(objectives::containsKey);
            if (here && one.sourceOfChallenge().isPresent()) {
                result.addChallenged(one);
            }
        }
        return result.build();
    }

    private static WebbReviewer reviewer(
            PersonId rater,
            Map<StandardId, Integer> objectives,
            Optional<WebbStandard> standard,
            List<AlignmentJudgment> own) {
        Map<StandardId, Integer> counts = new LinkedHashMap<>();
        int[] levels = new int[3];
        int generic = 0;
        for (AlignmentJudgment one : own) {
            for (StandardId objective : one.listObjectives()) {
                Integer level = objectives.get(objective);
                if (level != null) {
                    counts.merge(objective, 1, Integer::sum);
                    compare(one, level, levels);
                }
            }
            if (standard.isPresent() && one.generic().equals(standard.map(WebbStandard::id))) {
                generic = 1;
                counts.merge(standard.get().id(), 1, Integer::sum);
                standard.get().level().ifPresent(level -> compare(one, level, levels));
            }
        }
        return new WebbReviewer.Builder()
                .rater(rater)
                .hitsByObjective(counts)
                .objectives(objectives.size() + generic)
                .below(levels[0])
                .at(levels[1])
                .above(levels[2])
                .build();
    }

    private static void compare(AlignmentJudgment one, int level, int[] levels) {
        one.demand().ifPresent(demand -> levels[1 + Integer.signum(demand - level)]++);
    }

    /**
     * The balance of hits over the objectives that are hit: 1 − ½ Σ |1/O − I(k)/H|, 1 if all have the same; zeros are
     * passed over. Missing if there is no hit.
     *
     * @param hits the hits on each objective
     * @throws IllegalArgumentException if one is negative
     */
    public static Measured<Ratio> balance(List<Integer> hits) {
        hits.forEach(one -> Checks.notNegative(one, "hits"));
        List<Integer> hit = hits.stream().filter(one -> one > 0).toList();
        if (hit.isEmpty()) {
            return Measured.missing(MissingReason.UNDEFINED, "no objective is hit");
        }
        long total = hit.stream().mapToLong(Integer::longValue).sum();
        Ratio even = Ratio.of(1, hit.size());
        Ratio distance = Ratio.ZERO;
        for (int one : hit) {
            distance = distance.plus(even.minus(Ratio.of(one, total)).abs());
        }
        return Measured.of(Ratio.ONE.minus(distance.dividedBy(2)));
    }
}
