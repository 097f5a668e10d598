package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;

/** The axioms on one profile of complete grades; profiles as texts such as {@code 3 1:3,0,1 2:0,2,2}, highest grade first. */
final class GradeAxiomChecks {
    private GradeAxiomChecks() {}

    static GradeProfile read(String text) {
        String[] parts = text.split(" ", -1);
        List<int[]> ballots = Arrays.stream(parts)
                .skip(1)
                .map(part -> Arrays.stream(part.split("[:,]", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        return build(Integer.parseInt(parts[0]), ballots);
    }

    static String write(GradeProfile profile) {
        return profile.highest() + " "
                + ballots(profile).stream()
                        .map(ballot -> ballot[0] + ":"
                                + Arrays.stream(ballot)
                                        .skip(1)
                                        .mapToObj(String::valueOf)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(" "));
    }

    static GradeProfile random(Random random, int n, int voters, int highest) {
        GradeProfile.Builder builder = GradeProfile.builder(AxiomChecks.names(n), highest);
        for (int v = 0; v < voters; v++) {
            builder.add(1 + random.nextInt(4), random.ints(n, 0, highest + 1).toArray());
        }
        return builder.build();
    }

    /** Each ballot as its weight and its grades. */
    private static List<int[]> ballots(GradeProfile profile) {
        return IntStream.range(0, profile.ballots())
                .mapToObj(b -> IntStream.concat(
                                IntStream.of((int) profile.weight(b)),
                                IntStream.range(0, profile.size()).map(x -> profile.grade(b, x)))
                        .toArray())
                .toList();
    }

    private static GradeProfile build(int highest, List<int[]> ballots) {
        GradeProfile.Builder builder = GradeProfile.builder(AxiomChecks.names(ballots.get(0).length - 1), highest);
        ballots.forEach(ballot -> builder.add(ballot[0], Arrays.copyOfRange(ballot, 1, ballot.length)));
        return builder.build();
    }

    static boolean holds(GradeRule rule, Axiom axiom, GradeProfile profile) {
        List<Integer> winners = rule.count(profile).winners();
        Profile rankings = profile.toProfile();
        Margins margins = Margins.of(rankings);
        int n = profile.size();
        return switch (axiom) {
            case UNANIMITY -> topped(profile, winners, share -> share == profile.totalWeight());
            case MAJORITY -> topped(profile, winners, share -> 2 * share > profile.totalWeight());
            case PARETO ->
                IntStream.range(0, n)
                        .filter(y -> IntStream.range(0, n).anyMatch(x -> margins.above(x, y) == profile.totalWeight()))
                        .noneMatch(winners::contains);
            case CONDORCET ->
                margins.findCondorcetWinner()
                        .map(x -> winners.equals(List.of(x)))
                        .orElse(true);
            case SMITH -> Tournament.smith(margins).containsAll(winners);
            case CONDORCET_LOSER ->
                n == 1
                        || IntStream.range(0, n)
                                .filter(x -> IntStream.range(0, n).allMatch(y -> x == y || margins.beats(y, x)))
                                .noneMatch(x -> winners.equals(List.of(x)));
            case MONOTONICITY -> winners.stream().allMatch(w -> staysIfRaised(rule, profile, w));
            case REVERSAL ->
                n == 1
                        || winners.size() > 1
                        || !rule.count(reversed(profile)).winners().contains(winners.get(0));
            case CLONES ->
                IntStream.range(0, n)
                        .allMatch(x -> AxiomChecks.sameButForClones(
                                winners, rule.count(cloned(profile, x)).winners(), x, n));
            case POSITIVE_INVOLVEMENT ->
                winners.size() > 1
                        || others(profile)
                                .filter(ballot -> isTop(ballot, winners.get(0)))
                                .allMatch(ballot -> IntStream.of(1, 2, 3)
                                        .allMatch(more -> rule.count(with(profile, ballot, more))
                                                .winners()
                                                .contains(winners.get(0))));
            case PARTICIPATION ->
                winners.size() > 1
                        || others(profile)
                                .allMatch(ballot -> IntStream.of(1, 2, 3).allMatch(more -> {
                                    List<Integer> then = rule.count(with(profile, ballot, more))
                                            .winners();
                                    return then.size() > 1 || ballot[then.get(0)] >= ballot[winners.get(0)];
                                }));
            case CONSISTENCY ->
                IntStream.range(1, profile.ballots()).allMatch(cut -> {
                    Set<Integer> both =
                            new HashSet<>(rule.count(part(profile, 0, cut)).winners());
                    both.retainAll(
                            rule.count(part(profile, cut, profile.ballots())).winners());
                    return both.isEmpty() || winners.containsAll(both);
                });
        };
    }

    private static boolean topped(GradeProfile profile, List<Integer> winners, Predicate<Long> enough) {
        for (int x = 0; x < profile.size(); x++) {
            long share = 0;
            for (int[] ballot : ballots(profile)) {
                share += isTop(Arrays.copyOfRange(ballot, 1, ballot.length), x) ? ballot[0] : 0;
            }
            if (enough.test(share) && !winners.equals(List.of(x))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTop(int[] grades, int x) {
        return IntStream.range(0, grades.length).allMatch(y -> x == y || grades[x] > grades[y]);
    }

    private static boolean staysIfRaised(GradeRule rule, GradeProfile profile, int w) {
        for (int b = 0; b < profile.ballots(); b++) {
            for (int grade = profile.grade(b, w) + 1; grade <= profile.highest(); grade++) {
                List<int[]> ballots = ballots(profile);
                ballots.get(b)[w + 1] = grade;
                if (!rule.count(build(profile.highest(), ballots)).winners().contains(w)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static GradeProfile reversed(GradeProfile profile) {
        List<int[]> ballots = ballots(profile);
        for (int[] ballot : ballots) {
            for (int i = 1; i < ballot.length; i++) {
                ballot[i] = profile.highest() - ballot[i];
            }
        }
        return build(profile.highest(), ballots);
    }

    private static GradeProfile cloned(GradeProfile profile, int x) {
        return build(
                profile.highest(),
                ballots(profile).stream()
                        .map(ballot -> {
                            int[] wider = Arrays.copyOf(ballot, ballot.length + 1);
                            wider[ballot.length] = ballot[x + 1];
                            return wider;
                        })
                        .toList());
    }

    /** Every ballot that one more voter could cast. */
    private static java.util.stream.Stream<int[]> others(GradeProfile profile) {
        int grades = profile.highest() + 1;
        int n = profile.size();
        return IntStream.range(0, (int) Math.round(Math.pow(grades, n))).mapToObj(code -> {
            int[] ballot = new int[n];
            int rest = code;
            for (int x = 0; x < n; x++) {
                ballot[x] = rest % grades;
                rest /= grades;
            }
            return ballot;
        });
    }

    private static GradeProfile with(GradeProfile profile, int[] grades, int more) {
        GradeProfile.Builder builder = GradeProfile.builder(profile.alternatives(), profile.highest());
        ballots(profile).forEach(ballot -> builder.add(ballot[0], Arrays.copyOfRange(ballot, 1, ballot.length)));
        return builder.add(more, grades).build();
    }

    private static GradeProfile part(GradeProfile profile, int from, int to) {
        return build(profile.highest(), ballots(profile).subList(from, to));
    }
}
