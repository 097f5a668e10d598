package org.iltlib.analytics.participation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Which groups proposals come from, and whose are adopted, each beside chance. Immutable.
 *
 * @param proposals every proposal
 * @param seats the number of seats of each group
 */
public record ProposalOrigin(List<Put> proposals, Map<String, Integer> seats) {
    /**
     * A proposal.
     *
     * @param group the group of who put it
     * @param adopted whether it was adopted
     */
    public record Put(String group, boolean adopted) {}

    /** Checks that each group has a seat; copies. */
    public ProposalOrigin {
        proposals = List.copyOf(proposals);
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
        seats.forEach((group, count) -> Checks.positive(count, "seats of " + group));
        for (Put put : proposals) {
            Checks.require(
                    seats.containsKey(put.group()),
                    "A proposal comes from \"%s\". Expected one of %s.",
                    put.group(),
                    seats.keySet());
        }
    }

    private long count(String group) {
        return proposals.stream().filter(put -> put.group().equals(group)).count();
    }

    private long adopted(String group) {
        return proposals.stream()
                .filter(put -> put.group().equals(group) && put.adopted())
                .count();
    }

    /** The group's share of the proposals beside its share of the seats; missing if there is no proposal or seat. */
    public Measured<ChanceShare> origin(String group) {
        int all = seats.values().stream().mapToInt(Integer::intValue).sum();
        int own = seats.getOrDefault(group, 0);
        return proposals.isEmpty() || own == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no proposals, or no seat of " + group)
                : Measured.of(ChanceShare.binomial(count(group), proposals.size(), own, all));
    }

    /**
     * The adopted ones among the group's proposals beside what chance would bring if every proposal were as likely to be
     * adopted; missing if the group put none.
     */
    public Measured<ChanceShare> adoption(String group) {
        long own = count(group);
        int adopted = (int) proposals.stream().filter(Put::adopted).count();
        return own == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no proposal of " + group)
                : Measured.of(ChanceShare.hypergeometric(adopted(group), own, adopted, proposals.size()));
    }

    /** The share of the group's proposals that was adopted, with Wilson's interval; missing if the group put none. */
    public Measured<Estimate> adoptionRate(String group) {
        return count(group) == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no proposal of " + group)
                : WilsonInterval.withDefaults().of(adopted(group), count(group));
    }
}
