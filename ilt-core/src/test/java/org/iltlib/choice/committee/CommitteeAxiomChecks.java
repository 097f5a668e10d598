package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.choice.ApprovalProfile;

/** The axioms by their word, tried on one election. */
final class CommitteeAxiomChecks {
    private CommitteeAxiomChecks() {}

    /** Approval ballots over so many alternatives; voters in their order. */
    record Election(int alternatives, List<Set<Integer>> ballots) {
        ApprovalProfile profile() {
            return profile(1);
        }

        ApprovalProfile profile(long copies) {
            ApprovalProfile.Builder builder = ApprovalProfile.builder(
                    IntStream.range(0, alternatives).mapToObj(String::valueOf).toList());
            ballots.forEach(ballot -> builder.add(copies, ballot));
            return builder.build();
        }

        /** Such as {@code 4: 0,1 2 -}: four alternatives, three voters, of whom one approves nobody. */
        String write() {
            return alternatives + ": "
                    + ballots.stream()
                            .map(ballot -> ballot.isEmpty()
                                    ? "-"
                                    : ballot.stream().map(String::valueOf).collect(Collectors.joining(",")))
                            .collect(Collectors.joining(" "));
        }

        static Election read(String text) {
            String[] parts = text.split(": ", 2);
            return new Election(
                    Integer.parseInt(parts[0]),
                    Arrays.stream(parts[1].split(" ", -1))
                            .<Set<Integer>>map(ballot -> ballot.equals("-")
                                    ? Set.of()
                                    : Arrays.stream(ballot.split(",", -1))
                                            .map(Integer::valueOf)
                                            .collect(Collectors.toCollection(TreeSet::new)))
                            .toList());
        }
    }

    static Election random(Random random, int alternatives, int voters) {
        List<Set<Integer>> ballots = new ArrayList<>();
        for (int v = 0; v < voters; v++) {
            Set<Integer> ballot = new TreeSet<>();
            for (int x = 0; x < alternatives; x++) {
                if (random.nextInt(5) < 2) {
                    ballot.add(x);
                }
            }
            ballots.add(ballot);
        }
        return new Election(alternatives, ballots);
    }

    static boolean holds(CommitteeRule rule, CommitteeAxiom axiom, Election election, int seats) {
        ApprovalProfile profile = election.profile();
        Set<Set<Integer>> winners = winners(rule, profile, seats);
        return switch (axiom) {
            case ANONYMITY -> {
                List<Set<Integer>> turned = new ArrayList<>(election.ballots());
                java.util.Collections.rotate(turned, 1);
                List<Set<Integer>> reversed = new ArrayList<>(election.ballots());
                java.util.Collections.reverse(reversed);
                yield winners.equals(winners(rule, new Election(election.alternatives(), turned).profile(), seats))
                        && winners.equals(
                                winners(rule, new Election(election.alternatives(), reversed).profile(), seats));
            }
            case NEUTRALITY -> {
                int n = election.alternatives();
                List<Set<Integer>> renamed = election.ballots().stream()
                        .map(ballot -> shifted(ballot, n))
                        .toList();
                yield winners(rule, new Election(n, renamed).profile(), seats)
                        .equals(winners.stream().map(set -> shifted(set, n)).collect(Collectors.toSet()));
            }
            case HOMOGENEITY ->
                winners.equals(winners(rule, election.profile(2), seats))
                        && winners.equals(winners(rule, election.profile(3), seats));
            case UNANIMITY ->
                election.ballots().get(0).size() != seats
                        || !election.ballots().stream()
                                .allMatch(election.ballots().get(0)::equals)
                        || winners.equals(Set.of(election.ballots().get(0)));
            case PARETO ->
                winners.stream()
                        .allMatch(committee -> all(election.alternatives(), seats).stream()
                                .noneMatch(other -> dominates(election, other, committee)));
            case JUSTIFIED ->
                winners.stream()
                        .allMatch(set -> Representation.findUnjustified(profile, List.copyOf(set))
                                .isEmpty());
            case PROPORTIONALLY_JUSTIFIED ->
                winners.stream()
                        .allMatch(set -> Representation.findDisproportional(profile, List.copyOf(set))
                                .isEmpty());
            case EXTENDED_JUSTIFIED ->
                winners.stream()
                        .allMatch(set -> Representation.findUnextended(profile, List.copyOf(set))
                                .isEmpty());
            case EXTENDED_JUSTIFIED_PLUS ->
                winners.stream()
                        .allMatch(set -> Representation.findUnderrepresented(profile, List.copyOf(set))
                                .isEmpty());
            case COMMITTEE_MONOTONICITY -> {
                if (seats == election.alternatives()) {
                    yield true;
                }
                Set<Set<Integer>> larger = winners(rule, profile, seats + 1);
                yield winners.stream().allMatch(set -> larger.stream().anyMatch(more -> more.containsAll(set)))
                        && larger.stream().allMatch(more -> winners.stream().anyMatch(more::containsAll));
            }
            case SUPPORT_MONOTONICITY -> supportMonotone(rule, election, seats, winners);
        };
    }

    private static boolean supportMonotone(
            CommitteeRule rule, Election election, int seats, Set<Set<Integer>> winners) {
        Set<Integer> members = new TreeSet<>();
        winners.forEach(members::addAll);
        for (int member : members) {
            for (int v = 0; v < election.ballots().size(); v++) {
                if (!election.ballots().get(v).contains(member)) {
                    List<Set<Integer>> more = new ArrayList<>(election.ballots());
                    Set<Integer> ballot = new TreeSet<>(more.get(v));
                    ballot.add(member);
                    more.set(v, ballot);
                    if (winners(rule, new Election(election.alternatives(), more).profile(), seats).stream()
                            .noneMatch(set -> set.contains(member))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean dominates(Election election, Set<Integer> other, Set<Integer> committee) {
        boolean better = false;
        for (Set<Integer> ballot : election.ballots()) {
            long gap = other.stream().filter(ballot::contains).count()
                    - committee.stream().filter(ballot::contains).count();
            if (gap < 0) {
                return false;
            }
            better |= gap > 0;
        }
        return better;
    }

    static List<Set<Integer>> all(int alternatives, int seats) {
        List<Set<Integer>> all = new ArrayList<>();
        for (long set = 0; set < 1L << alternatives; set++) {
            if (Long.bitCount(set) == seats) {
                all.add(BitSet.valueOf(new long[] {set}).stream().boxed().collect(Collectors.toSet()));
            }
        }
        return all;
    }

    private static Set<Integer> shifted(Set<Integer> set, int n) {
        return set.stream().map(x -> (2 * n - x) % n).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<Set<Integer>> winners(CommitteeRule rule, ApprovalProfile profile, int seats) {
        return rule.count(profile, seats).committees().stream()
                .<Set<Integer>>map(TreeSet::new)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
