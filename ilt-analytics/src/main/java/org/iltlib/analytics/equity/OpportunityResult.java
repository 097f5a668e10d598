package org.iltlib.analytics.equity;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * Who has an opportunity.
 *
 * @param shares for each group the share who have it, of those of whom it is known, with Wilson's interval
 * @param coverage for each group the share of whom it is known
 * @param gaps for each group but the reference its share − that of the reference, with Newcombe's interval
 */
public record OpportunityResult(
        SortedMap<String, Measured<Estimate>> shares,
        SortedMap<String, Measured<Estimate>> coverage,
        SortedMap<String, Measured<Estimate>> gaps) {
    /** Copies. */
    public OpportunityResult {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
    }

    /** The shown group with the smallest share; the first of equals by name. Nothing hides behind an average. */
    public Optional<String> worst() {
        return shares.entrySet().stream()
                .filter(entry -> entry.getValue().isReported())
                .min(Comparator.comparingDouble(
                        entry -> entry.getValue().map(Estimate::value).orElse(1.0)))
                .map(Map.Entry::getKey);
    }
}
