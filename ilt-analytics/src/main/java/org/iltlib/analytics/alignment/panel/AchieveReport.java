package org.iltlib.analytics.alignment.panel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.AlignmentRemark;
import org.iltlib.curriculum.Centrality;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/**
 * What the Achieve protocol asks of a set of items: how central content and performance are, whether what makes items
 * hard is what is to be learned, how the levels of challenge are spread, how many objectives are hit, and, in words,
 * whether the set is balanced. Immutable; time grows with the square of the judgments.
 *
 * <p>Source: Rothman, R., Slattery, J. B., Vranek, J. L., &amp; Resnick, L. B. (2002), Benchmarking and alignment of
 * standards and testing, CSE Technical Report 566. The limits of range are published with two decimals, .67 and .50; they
 * are taken as two thirds and one half, exactly, and nothing is rounded before it is compared.
 */
@Value.Immutable
public abstract class AchieveReport {
    /** What the protocol says of a share of objectives hit. */
    public enum Range {
        /** Two thirds or more, published as .67. */
        GOOD,
        /** One half or more, and less than two thirds. */
        ACCEPTABLE,
        /** Less. */
        INSUFFICIENT;

        /** The band of a share. */
        public static Range of(Ratio share) {
            return share.compareTo(Ratio.of(2, 3)) >= 0
                    ? GOOD
                    : share.compareTo(Ratio.of(1, 2)) >= 0 ? ACCEPTABLE : INSUFFICIENT;
        }
    }

    AchieveReport() {}

    /** How many judgments of items with an objective have each code of content; every code is there. */
    public abstract Map<Centrality, Integer> content();

    /** How many judgments of items with an objective have each code of performance; every code is there. */
    public abstract Map<Centrality, Integer> performance();

    /** The share of pairs of raters of an item who give the same code of content; missing without a pair. */
    public abstract Measured<Ratio> contentAgreement();

    /** The share of pairs of raters of an item who give the same code of performance; missing without a pair. */
    public abstract Measured<Ratio> performanceAgreement();

    /** The share of judgments that name no challenge from outside the objective. */
    public abstract Ratio appropriateChallenge();

    /** How many judgments have each level of challenge, by place; levels that nobody gave are not there. */
    public abstract Map<Integer, Integer> challenge();

    /** The share of the objectives that some rater ties to some item. */
    public abstract Ratio range();

    /** The objectives that nobody ties to an item, in order. */
    public abstract List<StandardId> missed();

    /** What raters say of the set, in words; balance is judged here and nowhere else. */
    public abstract List<AlignmentRemark> remarks();

    /** The band of the range. */
    public Range rangeBand() {
        return Range.of(range());
    }

    /** The share of coded judgments whose content is clearly what the objective says; missing without a code. */
    public Measured<Ratio> clearContent() {
        return clear(content());
    }

    /** The share of coded judgments whose performance is clearly what the objective says; missing without a code. */
    public Measured<Ratio> clearPerformance() {
        return clear(performance());
    }

    private static Measured<Ratio> clear(Map<Centrality, Integer> codes) {
        int all = codes.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no judgment has a code")
                : Measured.of(Ratio.of(codes.getOrDefault(Centrality.CLEAR, 0), all));
    }

    /**
     * The report on one round of judging.
     *
     * @param objectives the objectives of the standards, each once
     * @throws IllegalArgumentException if there is no objective or nobody judged in that round
     */
    public static AchieveReport of(Alignment alignment, int round, List<StandardId> objectives) {
        Checks.notEmpty(Checks.distinct(objectives, "objectives"), "objectives");
        List<AlignmentJudgment> judgments = alignment.listRound(round);
        Checks.require(!judgments.isEmpty(), "Nobody judged in round %s of \"%s\".", round, alignment.id());
        Set<StandardId> hit = new LinkedHashSet<>();
        Map<Integer, Integer> challenge = new TreeMap<>();
        long outside = 0;
        for (AlignmentJudgment one : judgments) {
            hit.addAll(one.listObjectives());
            one.demand().ifPresent(level -> challenge.merge(level, 1, Integer::sum));
            outside += one.sourceOfChallenge().isPresent() ? 1 : 0;
        }
        List<StandardId> missed =
                objectives.stream().filter(one -> !hit.contains(one)).toList();
        return new Builder()
                .content(codes(judgments, AlignmentJudgment::content))
                .performance(codes(judgments, AlignmentJudgment::performance))
                .contentAgreement(agreement(judgments, AlignmentJudgment::content))
                .performanceAgreement(agreement(judgments, AlignmentJudgment::performance))
                .appropriateChallenge(Ratio.of(judgments.size() - outside, judgments.size()))
                .challenge(challenge)
                .range(Ratio.of((long) objectives.size() - missed.size(), objectives.size()))
                .missed(missed)
                .remarks(alignment.remarks())
                .build();
    }

    private static Map<Centrality, Integer> codes(
            List<AlignmentJudgment> judgments, Function<AlignmentJudgment, Optional<Centrality>> code) {
        Map<Centrality, Integer> counts = new EnumMap<>(Centrality.class);
        for (Centrality one : Centrality.values()) {
            counts.put(one, 0);
        }
        judgments.forEach(one -> code.apply(one).ifPresent(found -> counts.merge(found, 1, Integer::sum)));
        return Collections.unmodifiableMap(counts);
    }

    private static Measured<Ratio> agreement(
            List<AlignmentJudgment> judgments, Function<AlignmentJudgment, Optional<Centrality>> code) {
        long pairs = 0;
        long same = 0;
        for (int i = 0; i < judgments.size(); i++) {
            for (int j = 0; j < i; j++) {
                Optional<Centrality> one = code.apply(judgments.get(i));
                Optional<Centrality> other = code.apply(judgments.get(j));
                if (judgments.get(i).item().equals(judgments.get(j).item()) && one.isPresent() && other.isPresent()) {
                    pairs++;
                    same += one.equals(other) ? 1 : 0;
                }
            }
        }
        return pairs == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no item has two codes")
                : Measured.of(Ratio.of(same, pairs));
    }

    /** Builds a report. */
    static final class Builder extends ImmutableAchieveReport.Builder {
        Builder() {}
    }
}
