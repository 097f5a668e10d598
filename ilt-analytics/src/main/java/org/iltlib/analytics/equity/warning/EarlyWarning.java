package org.iltlib.analytics.equity.warning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.policy.IndicatorPack;

/**
 * Holds a pack of warning signs against past students of one's own, before it may flag anybody. Immutable.
 *
 * @param policy how small a group may be and still be shown
 * @param minimumEvents the fewest past students to whom it happened, and to whom it did not
 */
public record EarlyWarning(SuppressionPolicy policy, int minimumEvents) {
    /** Checks the minimum. */
    public EarlyWarning {
        Checks.positive(minimumEvents, "minimumEvents");
    }

    /** At least 20 of each: ours, a sensitivity of 0.8 is then known to within about 0.2. */
    public static EarlyWarning of(SuppressionPolicy policy) {
        return new EarlyWarning(policy, 20);
    }

    /**
     * The pack, evaluated. Past students with a sign that cannot be told are left out and counted; see {@link
     * EvaluatedPack#coverage}. Linear.
     *
     * @return missing if it happened to too few, or to too many
     * @throws IllegalArgumentException if a student stands twice
     */
    public Measured<EvaluatedPack> evaluate(IndicatorPack pack, Collection<PastStudent> history) {
        Checks.distinct(history.stream().map(past -> past.then().student()).toList(), "history");
        List<EvaluatedPack.Read> read = new ArrayList<>();
        for (PastStudent past : history) {
            Flags flags = Flags.of(pack, past.then());
            if (flags.open().isEmpty()) {
                read.add(new EvaluatedPack.Read(past, flags.raised().size()));
            }
        }
        long events =
                read.stream().filter(one -> one.past().outcome().happened()).count();
        long spared = read.size() - events;
        if (events < minimumEvents || spared < minimumEvents) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "it happened to " + (policy.hides(events) ? "too few" : events) + " and not to "
                            + (policy.hides(spared) ? "too few" : spared)
                            + " past students with all readings; " + minimumEvents + " of each are needed");
        }
        return Measured.of(new EvaluatedPack(pack, policy, read, history.size()));
    }
}
