package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/** The axioms as checks on one profile of strict complete ballots; profiles as texts such as {@code 3:0>1>2 2:2>1>0}. */
final class AxiomChecks {
    private AxiomChecks() {}

    static Profile read(String text) {
        Profile.Builder builder = null;
        for (String ballot : text.split(" ", -1)) {
            String[] parts = ballot.split(":", -1);
            Ranking ranking = Ranking.parse(parts[1]);
            if (builder == null) {
                builder = Profile.builder(names(ranking.ranks().size()));
            }
            builder.add(ranking, Long.parseLong(parts[0]));
        }
        return java.util.Objects.requireNonNull(builder).build();
    }

    static String write(Profile profile) {
        return IntStream.range(0, profile.distinct())
                .mapToObj(b -> profile.weight(b) + ":" + profile.ranking(b))
                .collect(Collectors.joining(" "));
    }

    static Profile random(Random random, int n, int voters) {
        Profile.Builder builder = Profile.builder(names(n));
        for (int v = 0; v < voters; v++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
            java.util.Collections.shuffle(order, random);
            builder.add(strict(order), 1 + random.nextInt(4));
        }
        return builder.build();
    }

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(x -> "x" + x).toList();
    }

    static boolean holds(SingleWinnerRule rule, Axiom axiom, Profile profile) {
        List<Integer> winners = rule.count(profile).winners();
        Margins margins = Margins.of(profile);
        int n = profile.size();
        return switch (axiom) {
            case MAJORITY ->
                IntStream.range(0, n)
                        .filter(x -> 2 * firsts(profile, x) > profile.totalWeight())
                        .allMatch(x -> winners.equals(List.of(x)));
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
            case MONOTONICITY ->
                winners.stream()
                        .allMatch(w -> raised(profile, w).stream()
                                .allMatch(better -> rule.count(better).winners().contains(w)));
            case REVERSAL ->
                n == 1
                        || winners.size() > 1
                        || !rule.count(reversed(profile)).winners().contains(winners.get(0));
            case CLONES ->
                IntStream.range(0, n)
                        .filter(x -> !winners.contains(x))
                        .allMatch(x -> rule.count(cloned(profile, x)).winners().equals(winners));
            case POSITIVE_INVOLVEMENT ->
                winners.size() > 1
                        || permutations(n).stream()
                                .filter(order -> order.get(0).equals(winners.get(0)))
                                .allMatch(order -> rule.count(with(profile, order))
                                        .winners()
                                        .contains(winners.get(0)));
            case CONSISTENCY ->
                IntStream.range(1, profile.distinct()).allMatch(cut -> {
                    Set<Integer> both =
                            rule.count(part(profile, 0, cut)).winners().stream().collect(Collectors.toSet());
                    both.retainAll(
                            rule.count(part(profile, cut, profile.distinct())).winners());
                    return both.isEmpty() || winners.containsAll(both);
                });
        };
    }

    private static long firsts(Profile profile, int x) {
        return IntStream.range(0, profile.distinct())
                .filter(b -> profile.entry(b, 0) == x)
                .mapToLong(profile::weight)
                .sum();
    }

    private static List<Integer> order(Profile profile, int b) {
        return IntStream.range(0, profile.size())
                .map(i -> profile.entry(b, i))
                .boxed()
                .toList();
    }

    private static Ranking strict(List<Integer> order) {
        return new Ranking(order.stream().map(List::of).toList());
    }

    private static List<Profile> raised(Profile profile, int w) {
        List<Profile> all = new ArrayList<>();
        for (int changed = 0; changed < profile.distinct(); changed++) {
            for (int to = 0; to < order(profile, changed).indexOf(w); to++) {
                Profile.Builder builder = Profile.builder(profile.alternatives());
                for (int b = 0; b < profile.distinct(); b++) {
                    List<Integer> order = new ArrayList<>(order(profile, b));
                    if (b == changed) {
                        order.remove(Integer.valueOf(w));
                        order.add(to, w);
                    }
                    builder.add(strict(order), profile.weight(b));
                }
                all.add(builder.build());
            }
        }
        return all;
    }

    private static Profile reversed(Profile profile) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            List<Integer> order = new ArrayList<>(order(profile, b));
            java.util.Collections.reverse(order);
            builder.add(strict(order), profile.weight(b));
        }
        return builder.build();
    }

    private static Profile cloned(Profile profile, int x) {
        Profile.Builder builder = Profile.builder(names(profile.size() + 1));
        for (int b = 0; b < profile.distinct(); b++) {
            List<Integer> order = new ArrayList<>(order(profile, b));
            order.add(order.indexOf(x) + (b % 2), profile.size());
            builder.add(strict(order), profile.weight(b));
        }
        return builder.build();
    }

    private static Profile with(Profile profile, List<Integer> order) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            builder.add(profile.ranking(b), profile.weight(b));
        }
        return builder.add(strict(order), 1).build();
    }

    private static Profile part(Profile profile, int from, int to) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = from; b < to; b++) {
            builder.add(profile.ranking(b), profile.weight(b));
        }
        return builder.build();
    }

    static List<List<Integer>> permutations(int n) {
        List<List<Integer>> all = List.of(List.of());
        for (int x = 0; x < n; x++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int at = 0; at <= order.size(); at++) {
                    List<Integer> next = new ArrayList<>(order);
                    next.add(at, x);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
