package org.iltlib.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.team.succession.Load;

/**
 * How many open commitments each member owns. Open is what is neither done nor cancelled and whose place no other has
 * taken; contributors do not count.
 *
 * @param open the number for each member, zero included, in the order of ids
 */
public record CommitmentLoad(Map<PersonId, Integer> open) {
    /** Checks the numbers and puts the members in order. */
    public CommitmentLoad {
        open.forEach((member, number) -> Checks.notNegative(number, "open of " + member));
        open = Collections.unmodifiableMap(new TreeMap<>(open));
    }

    /**
     * The load on that day.
     *
     * @param members the members of the team; an owner who is not among them counts as well
     * @param commitments the commitments, each id once
     * @param updates their updates, in the order in which they were recorded; later ones are left out
     * @param day the day
     */
    public static CommitmentLoad of(
            Collection<PersonId> members,
            Collection<Commitment> commitments,
            List<CommitmentUpdate> updates,
            LocalDate day) {
        Checks.distinct(commitments.stream().map(Commitment::id).toList(), "commitments");
        Set<EntryId> closed = new HashSet<>();
        updates.stream()
                .filter(update -> update.status() != CommitmentStatus.IN_PROGRESS)
                .filter(update -> !update.on().isAfter(day))
                .forEach(update -> closed.add(update.commitment()));
        commitments.forEach(commitment -> commitment.replaces().ifPresent(closed::add));
        Map<PersonId, Integer> open = new TreeMap<>();
        members.forEach(member -> open.put(member, 0));
        for (Commitment commitment : commitments) {
            open.merge(commitment.owner(), closed.contains(commitment.id()) ? 0 : 1, Integer::sum);
        }
        return new CommitmentLoad(open);
    }

    private Load load() {
        return new Load(open);
    }

    /** All open commitments. */
    public int total() {
        return load().total();
    }

    /** How many the members with the most hold together. */
    public int heldByMost(int members) {
        Checks.positive(members, "members");
        return open.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(members)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The members who own none, in the order of ids. */
    public List<PersonId> listIdle() {
        return load().listIdle();
    }

    /** The members who own more than that, those with the most first, then by id. */
    public List<PersonId> listAbove(int most) {
        return load().listAbove(most);
    }

    /** The Gini coefficient of the open commitments, as {@link Load#gini()} has it; missing without commitments. */
    public Measured<Fraction> gini() {
        return load().gini();
    }

    /** What is to be looked at under that rule, one sentence each; empty if the load is well spread. */
    public List<String> alerts(Rule rule) {
        List<String> alerts = new ArrayList<>();
        listAbove(rule.most())
                .forEach(member -> alerts.add(member + " owns " + open.getOrDefault(member, 0)
                        + " open commitments, more than " + rule.most() + "."));
        int held = heldByMost(rule.few());
        if (total() > 0 && open.size() > rule.few() && rule.share().isMetBy(held, total())) {
            alerts.add(rule.few() + " of " + open.size() + " members hold " + held + " of " + total()
                    + " open commitments, " + rule.share() + ".");
        }
        listIdle().forEach(member -> alerts.add(member + " owns no open commitment."));
        return List.copyOf(alerts);
    }

    /** The load in a few lines. */
    public Explanation explanation(Rule rule) {
        Explanation explanation =
                Explanation.of("%d open commitments of %d members; Gini %s.", total(), open.size(), gini());
        for (String alert : alerts(rule)) {
            explanation = explanation.because(alert);
        }
        return explanation;
    }

    /**
     * When a load is uneven.
     *
     * @param most how many one member may own
     * @param few of how many members the joint load is looked at, at least 1
     * @param share the share of all that these few may not reach together
     */
    public record Rule(int most, int few, Minimum share) {
        /** At most three each, and no two with more than half. */
        public static final Rule DEFAULT = new Rule(3, 2, Minimum.moreThan(Fraction.HALF));

        /** Checks the numbers. */
        public Rule {
            Checks.positive(most, "most");
            Checks.positive(few, "few");
        }
    }
}
