package org.iltlib.choice.single;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieChain;

/**
 * Instant runoff: whoever has fewest ballots leaves, and each of these ballots goes to its next choice, until one holds
 * more than half. Alternatives that are not listed never receive a ballot, under either convention.
 *
 * <p>What differs between jurisdictions is an option: half of the ballots that still count or of all valid ones; one
 * leaves at a time or the largest batch that cannot catch up; what to do with overvotes, skipped ranks and ties. Time:
 * rounds × distinct rankings; following all orders of ties is exponential in them, each set of alternatives counted
 * once, and refused beyond 100,000 sets.
 *
 * <p>It keeps {@link Axiom#MAJORITY}, {@link Axiom#CONDORCET_LOSER}, {@link Axiom#CLONES} and {@link
 * Axiom#POSITIVE_INVOLVEMENT}; it is not monotone, may pass over a Condorcet winner, and may make it better to stay at
 * home. Immutable.
 *
 * <p>Source: the rule is that of W. R. Ware (1871); the options follow the configuration of RCTab 2.0.
 */
public final class InstantRunoff implements SingleWinnerRule {
    private static final InstantRunoff DEFAULTS = new InstantRunoff(
            "irv",
            false,
            false,
            false,
            Overvotes.SHARE,
            Integer.MAX_VALUE,
            EliminationTies.ALL_ORDERS,
            TieChain.of(),
            Set.of(
                    Axiom.UNANIMITY,
                    Axiom.PARETO,
                    Axiom.MAJORITY,
                    Axiom.CONDORCET_LOSER,
                    Axiom.CLONES,
                    Axiom.POSITIVE_INVOLVEMENT));

    final String rule;
    final boolean allValid;
    final boolean batch;
    final boolean toTwo;
    final Overvotes overvotes;
    final int mostSkipped;
    final EliminationTies ties;
    final TieChain chain;
    private final Set<Axiom> axioms;

    private InstantRunoff(
            String rule,
            boolean allValid,
            boolean batch,
            boolean toTwo,
            Overvotes overvotes,
            int mostSkipped,
            EliminationTies ties,
            TieChain chain,
            Set<Axiom> axioms) {
        this.rule = rule;
        this.allValid = allValid;
        this.batch = batch;
        this.toTwo = toTwo;
        this.overvotes = overvotes;
        this.mostSkipped = mostSkipped;
        this.ties = ties;
        this.chain = chain;
        this.axioms = axioms;
    }

    /** More than half of the ballots that still count; one at a time; equal ranks share; every order of ties. */
    public static InstantRunoff withDefaults() {
        return DEFAULTS;
    }

    /** A copy that asks for more than half of all ballots valid in the first round. */
    public InstantRunoff withHalfOfAllValid() {
        return new InstantRunoff(rule + "-all-valid", true, batch, toTwo, overvotes, mostSkipped, ties, chain, axioms);
    }

    /** A copy that lets the largest group leave whose ballots together are fewer than the next one's. */
    public InstantRunoff withBatchElimination() {
        return new InstantRunoff(rule + "-batch", allValid, true, toTwo, overvotes, mostSkipped, ties, chain, axioms);
    }

    /** A copy that goes on until two are left, for the report; the winner is the same. */
    public InstantRunoff withContinuingToTwo() {
        return new InstantRunoff(rule + "-to-two", allValid, batch, true, overvotes, mostSkipped, ties, chain, axioms);
    }

    /** A copy with that treatment of several alternatives at one rank. */
    public InstantRunoff withOvervotes(Overvotes treatment) {
        return new InstantRunoff(rule, allValid, batch, toTwo, treatment, mostSkipped, ties, chain, axioms);
    }

    /** A copy that exhausts a ballot where more ranks than this are skipped in a row. */
    public InstantRunoff withSkippedRanksAllowed(int most) {
        Checks.notNegative(most, "most");
        return new InstantRunoff(rule, allValid, batch, toTwo, overvotes, most, ties, chain, axioms);
    }

    /** A copy in which all that are lowest leave together. */
    public InstantRunoff withTiesTogether() {
        return new InstantRunoff(
                rule + "-ties-together",
                allValid,
                batch,
                toTwo,
                overvotes,
                mostSkipped,
                EliminationTies.TOGETHER,
                TieChain.of(),
                Set.of(Axiom.UNANIMITY, Axiom.PARETO, Axiom.MAJORITY, Axiom.POSITIVE_INVOLVEMENT));
    }

    /** A copy in which this chain chooses who of the lowest leaves. */
    @Override
    public InstantRunoff withTies(TieChain tieChain) {
        return new InstantRunoff(
                rule, allValid, batch, toTwo, overvotes, mostSkipped, EliminationTies.CHAIN, tieChain, axioms);
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Set<Axiom> axioms() {
        return axioms;
    }

    @Override
    public Count count(Profile profile) {
        BitSet all = new BitSet();
        all.set(0, profile.size());
        return count(profile, all);
    }

    /**
     * Counts with only some of the alternatives standing.
     *
     * @throws IllegalArgumentException if none stands, or ties leave too many orders to follow
     */
    public Count count(Profile profile, List<Integer> standing) {
        BitSet set = new BitSet();
        standing.forEach(set::set);
        Checks.require(!set.isEmpty() && set.length() <= profile.size(), "standing is %s.", standing);
        return count(profile, set);
    }

    private Count count(Profile profile, BitSet standing) {
        TopChoices choices = new TopChoices(profile, overvotes, mostSkipped);
        return new Elimination(rule, profile, ties, chain, batch, toTwo)
                .count(standing, new Elimination.Scoring.Top(choices), allValid);
    }
}
