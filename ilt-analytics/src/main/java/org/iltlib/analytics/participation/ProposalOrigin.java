package org.iltlib.analytics.participation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Proposal;
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

    /**
     * The origin of the proposals in a record: each that names who put it, adopted if a decision on it chose other than the status quo. A revision
     * is a proposal of its own; one that is not decided yet counts as not adopted.
     *
     * @param proposals the proposals; those that name nobody, or somebody without a group, are left out
     * @param decisions the decisions
     * @param groups the group of each member
     */
    public static ProposalOrigin of(
            Collection<Proposal> proposals, Collection<Decision> decisions, Map<PersonId, String> groups) {
        Set<EntryId> adopted = new HashSet<>();
        decisions.stream().filter(made -> !made.chosen().statusQuo()).forEach(made -> adopted.add(made.proposal()));
        Map<String, Integer> seats = new TreeMap<>();
        groups.values().forEach(group -> seats.merge(group, 1, Integer::sum));
        List<Put> puts = proposals.stream()
                .flatMap(proposal -> proposal
                        .proposedBy()
                        .filter(groups::containsKey)
                        .map(person -> new Put(groups.getOrDefault(person, ""), adopted.contains(proposal.id())))
                        .stream())
                .toList();
        return new ProposalOrigin(puts, seats);
    }

    /** The origin of every group, groups of fewer seats withheld as {@link Voices} withholds them; two is the usual. */
    public SortedMap<String, Measured<ChanceShare>> origins(int smallestGroup) {
        return byGroup(smallestGroup, this::origin);
    }

    /** The adoption of every group, likewise. */
    public SortedMap<String, Measured<ChanceShare>> adoptions(int smallestGroup) {
        return byGroup(smallestGroup, this::adoption);
    }

    private SortedMap<String, Measured<ChanceShare>> byGroup(
            int smallestGroup, Function<String, Measured<ChanceShare>> share) {
        Checks.positive(smallestGroup, "smallestGroup");
        SmallGroups.Shown shown = Voices.shown(seats, smallestGroup);
        SortedMap<String, Measured<ChanceShare>> shares = new TreeMap<>();
        seats.keySet().forEach(group -> shares.put(group, shown.show(group, () -> share.apply(group))));
        return Collections.unmodifiableSortedMap(shares);
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
