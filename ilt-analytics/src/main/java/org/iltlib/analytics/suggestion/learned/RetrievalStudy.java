package org.iltlib.analytics.suggestion.learned;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.analytics.suggestion.SuggestionIndex;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * How high an index ranks the right standards. Immutable.
 *
 * @param method of the index
 * @param ranks where each case's standard stands, from 1; 0 where it is not among the first hundred
 */
public record RetrievalStudy(String method, List<Integer> ranks) {
    /** How deep a list is searched. */
    public static final int DEPTH = 100;

    /** Checks the ranks. */
    public RetrievalStudy {
        Checks.text(method, "method");
        ranks = List.copyOf(ranks);
        ranks.forEach(rank -> Checks.notNegative(rank, "rank"));
    }

    /** The study of an index by those cases; one query each. */
    public static RetrievalStudy of(SuggestionIndex index, List<RetrievalCase> cases) {
        List<Integer> ranks = new ArrayList<>();
        for (RetrievalCase one : cases) {
            ranks.add(index.suggest(one.query().withTop(Math.min(DEPTH, index.size())))
                    .rankOf(one.wanted())
                    .orElse(0));
        }
        return new RetrievalStudy(index.method(), ranks);
    }

    /** How many of the cases have their standard among the first k. */
    public long found(int k) {
        Checks.positive(k, "k");
        Checks.require(k <= DEPTH, "k is %s. Expected at most %s.", k, DEPTH);
        return ranks.stream().filter(rank -> rank >= 1 && rank <= k).count();
    }

    /** The share of cases with their standard among the first k, with Wilson's 95 % interval; missing without cases. */
    public Measured<Estimate> recall(int k) {
        return WilsonInterval.withDefaults().of(found(k), ranks.size());
    }

    /** The mean of 1/rank, 0 where the standard is not found; missing without cases. */
    public Measured<Double> meanReciprocalRank() {
        return ranks.isEmpty()
                ? Measured.missing(MissingReason.TOO_FEW, "no cases")
                : Measured.of(ranks.stream()
                        .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                        .average()
                        .orElse(0));
    }
}
