package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/** The axioms as checks on one profile; profiles as texts such as {@code 3:0>1>2 2:2>1=0}, unlisted below all listed. */
final class AxiomChecks {
    private AxiomChecks() {}

    /** A profile over as many alternatives as its first ballot lists. */
    static Profile read(String text) {
        Profile.Builder builder = null;
        for (String ballot : text.split(" ", -1)) {
            String[] parts = ballot.split(":", -1);
            Ranking ranking = Ranking.parse(parts[1]);
            if (builder == null) {
                builder = Profile.builder(
                        names(ranking.ranks().stream().mapToInt(List::size).sum()));
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

    /** Strict complete ballots. */
    static Profile random(Random random, int n, int voters) {
        return random(random, n, voters, 4);
    }

    static Profile random(Random random, int n, int voters, int weight) {
        Profile.Builder builder = Profile.builder(names(n));
        for (int v = 0; v < voters; v++) {
            builder.add(strict(shuffled(random, n)), 1 + random.nextInt(weight));
        }
        return builder.build();
    }

    /** Ballots with ties, that may leave out the lowest. */
    static Profile weak(Random random, int n, int voters) {
        Profile.Builder builder = Profile.builder(names(n));
        for (int v = 0; v < voters; v++) {
            List<List<Integer>> ranks = new ArrayList<>();
            for (int x : shuffled(random, n)) {
                if (ranks.isEmpty() || random.nextInt(3) > 0) {
                    ranks.add(new ArrayList<>());
                }
                ranks.get(ranks.size() - 1).add(x);
            }
            if (random.nextBoolean() && ranks.size() > 1) {
                ranks = ranks.subList(0, 1 + random.nextInt(ranks.size() - 1));
            }
            builder.add(new Ranking(ranks), 1 + random.nextInt(4));
        }
        return builder.build();
    }

    private static List<Integer> shuffled(Random random, int n) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(x -> "x" + x).toList();
    }

    static boolean holds(SingleWinnerRule rule, Axiom axiom, Profile profile) {
        List<Integer> winners = rule.count(profile).winners();
        Margins margins = Margins.of(profile);
        int n = profile.size();
        return switch (axiom) {
            case UNANIMITY ->
                IntStream.range(0, n)
                        .filter(x -> firsts(profile, x) == profile.totalWeight())
                        .allMatch(x -> winners.equals(List.of(x)));
            case PARETO ->
                IntStream.range(0, n)
                        .filter(y -> IntStream.range(0, n).anyMatch(x -> margins.above(x, y) == profile.totalWeight()))
                        .noneMatch(winners::contains);
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
                        .allMatch(x -> IntStream.of(1, 2)
                                .allMatch(copies -> sameButForClones(
                                        winners,
                                        rule.count(cloned(profile, x, copies)).winners(),
                                        x,
                                        n)));
            case POSITIVE_INVOLVEMENT ->
                winners.size() > 1
                        || more(n).filter(added -> added.getKey().get(0).equals(winners.get(0)))
                                .allMatch(added -> rule.count(with(profile, added))
                                        .winners()
                                        .contains(winners.get(0)));
            case PARTICIPATION ->
                winners.size() > 1
                        || more(n).allMatch(added -> {
                            List<Integer> order = added.getKey();
                            List<Integer> then =
                                    rule.count(with(profile, added)).winners();
                            return then.size() > 1 || order.indexOf(then.get(0)) <= order.indexOf(winners.get(0));
                        });
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

    /** Whether the same win, where x and its copies, from an index on, stand for one another. */
    static boolean sameButForClones(List<Integer> before, List<Integer> after, int x, int copy) {
        return Set.copyOf(before)
                .equals(after.stream().map(y -> y >= copy ? x : y).collect(Collectors.toSet()));
    }

    private static long firsts(Profile profile, int x) {
        return IntStream.range(0, profile.distinct())
                .filter(b -> profile.ranking(b).ranks().get(0).equals(List.of(x)))
                .mapToLong(profile::weight)
                .sum();
    }

    /** The ranks, the unlisted as the last of them. */
    private static List<List<Integer>> ranks(Profile profile, int b) {
        List<List<Integer>> ranks = new ArrayList<>(profile.ranking(b).ranks());
        List<Integer> rest =
                new ArrayList<>(IntStream.range(0, profile.size()).boxed().toList());
        ranks.forEach(rest::removeAll);
        if (!rest.isEmpty()) {
            ranks.add(rest);
        }
        return ranks;
    }

    private static Ranking strict(List<Integer> order) {
        return new Ranking(order.stream().map(List::of).toList());
    }

    /** Every profile in which the ballots of one kind put w higher: between two ranks, or into one. */
    private static List<Profile> raised(Profile profile, int w) {
        List<Profile> all = new ArrayList<>();
        for (int changed = 0; changed < profile.distinct(); changed++) {
            List<List<Integer>> ranks = ranks(profile, changed);
            int at = IntStream.range(0, ranks.size())
                    .filter(i -> ranks.get(i).contains(w))
                    .findFirst()
                    .orElseThrow();
            boolean alone = ranks.get(at).size() == 1;
            for (int to = 0; to < at + (alone ? 0 : 1); to++) {
                List<List<Integer>> above = without(ranks, w);
                above.add(to, List.of(w));
                all.add(replacing(profile, changed, above));
                if (to < at && !profile.isStrict()) {
                    List<List<Integer>> into = without(ranks, w);
                    List<Integer> joined = new ArrayList<>(into.get(to));
                    joined.add(w);
                    into.set(to, joined);
                    all.add(replacing(profile, changed, into));
                }
            }
        }
        return all;
    }

    private static List<List<Integer>> without(List<List<Integer>> ranks, int w) {
        return new ArrayList<>(ranks.stream()
                .map(rank -> rank.stream().filter(x -> x != w).toList())
                .filter(rank -> !rank.isEmpty())
                .toList());
    }

    private static Profile replacing(Profile profile, int changed, List<List<Integer>> ranks) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            builder.add(b == changed ? new Ranking(ranks) : profile.ranking(b), profile.weight(b));
        }
        return builder.build();
    }

    private static Profile reversed(Profile profile) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            List<List<Integer>> ranks = ranks(profile, b);
            Collections.reverse(ranks);
            builder.add(new Ranking(ranks), profile.weight(b));
        }
        return builder.build();
    }

    /** With copies beside x, in an order that turns from one kind of ballots to the next; tied where x is tied. */
    private static Profile cloned(Profile profile, int x, int copies) {
        int n = profile.size();
        Profile.Builder builder = Profile.builder(names(n + copies));
        List<Integer> alike =
                new ArrayList<>(IntStream.range(n, n + copies).boxed().toList());
        alike.add(x);
        for (int b = 0; b < profile.distinct(); b++) {
            List<List<Integer>> ranks = new ArrayList<>();
            for (List<Integer> rank : profile.ranking(b).ranks()) {
                if (rank.equals(List.of(x))) {
                    alike.forEach(y -> ranks.add(List.of(y)));
                } else {
                    List<Integer> wider = new ArrayList<>(rank);
                    if (rank.contains(x)) {
                        wider.addAll(alike.stream().filter(y -> y != x).toList());
                    }
                    ranks.add(wider);
                }
            }
            builder.add(new Ranking(ranks), profile.weight(b));
            Collections.rotate(alike, 1);
        }
        return builder.build();
    }

    /** One to three ballots more, of every strict kind. */
    private static Stream<Map.Entry<List<Integer>, Integer>> more(int n) {
        return permutations(n).stream().flatMap(order -> Stream.of(1, 2, 3).map(ballots -> Map.entry(order, ballots)));
    }

    private static Profile with(Profile profile, Map.Entry<List<Integer>, Integer> added) {
        Profile.Builder builder = Profile.builder(profile.alternatives());
        for (int b = 0; b < profile.distinct(); b++) {
            builder.add(profile.ranking(b), profile.weight(b));
        }
        return builder.add(strict(added.getKey()), added.getValue()).build();
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
