package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** Phragmén's rule and equal shares: members are bought by those who approve them. */
final class Purchase {
    private static final int MOST_INCREMENTS = 10_000;

    private final ApprovalProfile profile;
    private final int seats;
    private final int[][] approvers;

    Purchase(ApprovalProfile profile, int seats) {
        this.profile = profile;
        this.seats = seats;
        this.approvers = Thiele.approvers(profile);
    }

    /** A committee so far, and the load or the money left of a voter of each distinct ballot. */
    record State(BitSet committee, List<Rational> purse) {}

    Set<BitSet> phragmen() {
        return phragmen(Set.of(new State(new BitSet(), Collections.nCopies(profile.distinct(), Rational.ZERO))));
    }

    private Set<BitSet> phragmen(Set<State> start) {
        Set<BitSet> done = new LinkedHashSet<>();
        Set<State> frontier = start;
        while (!frontier.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : frontier) {
                if (state.committee.cardinality() == seats) {
                    done.add(state.committee);
                } else {
                    next.addAll(phragmenStep(state));
                }
                Thiele.refuseTooMany(next.size());
            }
            frontier = next;
        }
        return done;
    }

    private List<State> phragmenStep(State state) {
        List<Integer> ties = new ArrayList<>();
        Optional<Rational> least = Optional.empty();
        for (int x = 0; x < profile.size(); x++) {
            if (!state.committee.get(x) && approvers[x].length > 0) {
                Rational load = Rational.ONE;
                long voters = 0;
                for (int b : approvers[x]) {
                    load = load.plus(state.purse.get(b).times(profile.weight(b)));
                    voters += profile.weight(b);
                }
                Rational each = load.dividedBy(voters);
                int order = least.map(each::compareTo).orElse(-1);
                if (order < 0) {
                    ties.clear();
                    least = Optional.of(each);
                }
                if (order <= 0) {
                    ties.add(x);
                }
            }
        }
        if (ties.isEmpty()) {
            for (int x = 0; x < profile.size(); x++) {
                if (!state.committee.get(x)) {
                    ties.add(x);
                }
            }
        }
        List<State> next = new ArrayList<>();
        for (int x : ties) {
            List<Rational> purse = new ArrayList<>(state.purse);
            for (int b : approvers[x]) {
                purse.set(b, least.orElse(Rational.ZERO));
            }
            next.add(with(state, x, purse));
        }
        return next;
    }

    private static State with(State state, int x, List<Rational> purse) {
        BitSet committee = (BitSet) state.committee.clone();
        committee.set(x);
        return new State(committee, List.copyOf(purse));
    }

    /** Where money runs out, or the committee is full, if all voters together have as much as there are seats. */
    Set<State> equalShares() {
        return equalShares(seats);
    }

    /** Raises what all have together by 1 until a committee is full; members whom nobody approves come last. */
    Set<BitSet> completedByIncrement() {
        long payable =
                java.util.Arrays.stream(approvers).filter(who -> who.length > 0).count();
        for (long money = seats; ; money++) {
            Checks.require(
                    money < seats + MOST_INCREMENTS,
                    "After %s increments no committee is full. Maybe use a completion by approvals.",
                    MOST_INCREMENTS);
            Set<State> full = new LinkedHashSet<>();
            for (State state : equalShares(money)) {
                if (state.committee.cardinality() >= Math.min(seats, payable)) {
                    full.add(state);
                }
            }
            if (!full.isEmpty()) {
                return completedByApproval(full);
            }
        }
    }

    private Set<State> equalShares(long money) {
        Set<State> done = new LinkedHashSet<>();
        Rational share = Rational.of(money, Math.max(1, profile.totalWeight()));
        Set<State> frontier = Set.of(new State(new BitSet(), Collections.nCopies(profile.distinct(), share)));
        while (!frontier.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : frontier) {
                List<State> steps = state.committee.cardinality() == seats ? List.of() : equalSharesStep(state);
                if (steps.isEmpty()) {
                    done.add(state);
                }
                next.addAll(steps);
                Thiele.refuseTooMany(next.size());
            }
            frontier = next;
        }
        return done;
    }

    private List<State> equalSharesStep(State state) {
        List<Integer> ties = new ArrayList<>();
        Optional<Rational> least = Optional.empty();
        for (int x = 0; x < profile.size(); x++) {
            Optional<Rational> price = state.committee.get(x) ? Optional.empty() : price(x, state.purse);
            if (price.isPresent()) {
                int order = least.map(price.get()::compareTo).orElse(-1);
                if (order < 0) {
                    ties.clear();
                    least = price;
                }
                if (order <= 0) {
                    ties.add(x);
                }
            }
        }
        List<State> next = new ArrayList<>();
        for (int x : ties) {
            List<Rational> purse = new ArrayList<>(state.purse);
            for (int b : approvers[x]) {
                purse.set(b, purse.get(b).minus(purse.get(b).min(least.orElseThrow())));
            }
            next.add(with(state, x, purse));
        }
        return next;
    }

    /** The least highest payment with which those who approve it can pay 1. */
    private Optional<Rational> price(int x, List<Rational> purse) {
        List<Integer> payers = new ArrayList<>();
        long voters = 0;
        for (int b : approvers[x]) {
            payers.add(b);
            voters += profile.weight(b);
        }
        payers.sort(java.util.Comparator.comparing(purse::get));
        Rational open = Rational.ONE;
        for (int b : payers) {
            Rational each = open.dividedBy(voters);
            if (each.compareTo(purse.get(b)) <= 0) {
                return Optional.of(each);
            }
            open = open.minus(purse.get(b).times(profile.weight(b)));
            voters -= profile.weight(b);
        }
        return Optional.empty();
    }

    Set<BitSet> completedByPhragmen(Set<State> states) {
        Set<State> start = new LinkedHashSet<>();
        for (State state : states) {
            start.add(new State(
                    state.committee, state.purse.stream().map(Rational::negate).toList()));
        }
        return phragmen(start);
    }

    Set<BitSet> completedByApproval(Set<State> states) {
        List<Rational> scores = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            scores.add(Rational.of(profile.approval(x)));
        }
        Set<BitSet> done = new LinkedHashSet<>();
        states.forEach(state -> done.addAll(highest(state.committee, scores, seats)));
        return done;
    }

    /** Every way to fill a committee up with the highest scores. */
    static Set<BitSet> highest(BitSet start, List<Rational> scores, int seats) {
        BitSet committee = (BitSet) start.clone();
        while (committee.cardinality() < seats) {
            List<Integer> ties = new ArrayList<>();
            for (int x = 0; x < scores.size(); x++) {
                if (!committee.get(x)) {
                    int order = ties.isEmpty() ? 1 : scores.get(x).compareTo(scores.get(ties.get(0)));
                    if (order > 0) {
                        ties.clear();
                    }
                    if (order >= 0) {
                        ties.add(x);
                    }
                }
            }
            if (committee.cardinality() + ties.size() > seats) {
                Set<BitSet> all = new LinkedHashSet<>();
                combine(committee, ties, 0, seats, all);
                return all;
            }
            ties.forEach(committee::set);
        }
        return Set.of(committee);
    }

    static void combine(BitSet committee, List<Integer> ties, int from, int seats, Set<BitSet> all) {
        if (committee.cardinality() == seats) {
            all.add((BitSet) committee.clone());
            Thiele.refuseTooMany(all.size());
            return;
        }
        for (int i = from; i < ties.size(); i++) {
            committee.set(ties.get(i));
            combine(committee, ties, i + 1, seats, all);
            committee.clear(ties.get(i));
        }
    }
}
