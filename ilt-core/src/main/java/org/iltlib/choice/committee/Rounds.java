package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** Rules that seat one member a round, the one with most weight behind it, and then lower the weight of its voters. */
final class Rounds {
    private final ApprovalProfile profile;
    private final int seats;
    private final int[][] approvers;

    Rounds(ApprovalProfile profile, int seats) {
        this.profile = profile;
        this.seats = seats;
        this.approvers = Thiele.approvers(profile);
    }

    /** What a member costs those who approve it. */
    private interface Price {
        Rational left(Rational weight, Rational support, long voters);
    }

    private record State(BitSet committee, List<Rational> weights) {}

    /** Eneström: who has a member elected keeps what the member had beyond the quota of voters / seats, in proportion. */
    Set<BitSet> enestroem() {
        Rational quota = Rational.of(profile.totalWeight(), seats);
        return run(Rational.ONE, Rational.ZERO, (weight, support, voters) -> {
            Rational surplus = support.minus(quota);
            return surplus.signum() <= 0 ? Rational.ZERO : weight.times(surplus).dividedBy(support);
        });
    }

    /** Everybody gains 1 a round; who has a member elected pays an equal part of what all gained. May go below zero. */
    Set<BitSet> consensus() {
        return run(
                Rational.ZERO,
                Rational.ONE,
                (weight, support, voters) -> weight.minus(Rational.of(profile.totalWeight(), voters)));
    }

    private Set<BitSet> run(Rational start, Rational income, Price price) {
        Set<State> frontier = Set.of(new State(new BitSet(), Collections.nCopies(profile.distinct(), start)));
        for (int place = 0; place < seats; place++) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : frontier) {
                List<Rational> weights = state.weights.stream()
                        .map(weight -> weight.plus(income))
                        .toList();
                step(new State(state.committee, weights), price, next);
                Thiele.refuseTooMany(next.size());
            }
            frontier = next;
        }
        Set<BitSet> committees = new LinkedHashSet<>();
        frontier.forEach(state -> committees.add(state.committee));
        return committees;
    }

    private void step(State state, Price price, Set<State> next) {
        Rational most = Rational.of(-1);
        List<Integer> ties = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            if (!state.committee.get(x)) {
                Rational support = support(x, state.weights);
                int sign = support.compareTo(most);
                if (sign > 0) {
                    ties.clear();
                    most = support;
                }
                if (sign >= 0) {
                    ties.add(x);
                }
            }
        }
        for (int x : ties) {
            BitSet committee = (BitSet) state.committee.clone();
            committee.set(x);
            next.add(new State(committee, pay(x, state.weights, most, price)));
        }
    }

    /** The weight of those who approve it and have any. */
    private Rational support(int x, List<Rational> weights) {
        Rational sum = Rational.ZERO;
        for (int b : approvers[x]) {
            if (weights.get(b).signum() > 0) {
                sum = sum.plus(weights.get(b).times(profile.weight(b)));
            }
        }
        return sum;
    }

    private List<Rational> pay(int x, List<Rational> weights, Rational support, Price price) {
        List<Rational> left = new ArrayList<>(weights);
        long voters = 0;
        for (int b : approvers[x]) {
            voters += weights.get(b).signum() > 0 ? profile.weight(b) : 0;
        }
        for (int b : approvers[x]) {
            if (weights.get(b).signum() > 0) {
                left.set(b, price.left(weights.get(b), support, voters));
            }
        }
        return List.copyOf(left);
    }
}
