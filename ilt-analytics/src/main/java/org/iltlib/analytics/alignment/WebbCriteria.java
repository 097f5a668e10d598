package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
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
     * round. Objectives of other standards are passed over; an item without demand counts as below.
     *
     * @throws IllegalArgumentException if there is no objective or no judgment
     */
    public static WebbResult of(Map<StandardId, Integer> objectives, List<AlignmentJudgment> judgments) {
        Checks.require(!objectives.isEmpty(), "objectives is empty. Expected at least one.");
        Checks.notEmpty(judgments, "judgments");
        Map<PersonId, List<AlignmentJudgment>> byRater = new LinkedHashMap<>();
        judgments.forEach(one ->
                byRater.computeIfAbsent(one.rater(), any -> new ArrayList<>()).add(one));
        List<Ratio> hits = new ArrayList<>();
        List<Ratio> demand = new ArrayList<>();
        List<Ratio> range = new ArrayList<>();
        List<Ratio> balance = new ArrayList<>();
        for (List<AlignmentJudgment> own : byRater.values()) {
            Map<StandardId, Integer> counts = new LinkedHashMap<>();
            int high = 0;
            for (AlignmentJudgment one : own) {
                for (StandardId objective : one.listObjectives()) {
                    Integer level = objectives.get(objective);
                    if (level != null) {
                        counts.merge(objective, 1, Integer::sum);
                        high += one.demand().orElse(0) >= level ? 1 : 0;
                    }
                }
            }
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            hits.add(Ratio.of(total, 1));
            range.add(Ratio.of(counts.size(), objectives.size()));
            if (total > 0) {
                demand.add(Ratio.of(high, total));
            }
            balance(List.copyOf(counts.values())).value().ifPresent(balance::add);
        }
        return new WebbResult.Builder()
                .hits(sum(hits).dividedBy(hits.size()))
                .demand(mean(demand))
                .range(sum(range).dividedBy(range.size()))
                .balance(mean(balance))
                .build();
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

    private static Measured<Ratio> mean(List<Ratio> values) {
        return values.isEmpty()
                ? Measured.missing(MissingReason.UNDEFINED, "no rater has a hit")
                : Measured.of(sum(values).dividedBy(values.size()));
    }

    private static Ratio sum(List<Ratio> values) {
        return values.stream().reduce(Ratio.ZERO, Ratio::plus);
    }
}
