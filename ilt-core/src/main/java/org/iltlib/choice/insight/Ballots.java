package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Unranked;

/** The ballots of a profile as groups of equal ones, to be changed and made into a profile again. */
final class Ballots {
    private final Profile profile;
    private final List<Ranking> rankings = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();

    Ballots(Profile profile) {
        this.profile = profile;
        for (int b = 0; b < profile.distinct(); b++) {
            add(profile.ranking(b), profile.weight(b));
        }
    }

    int groups() {
        return rankings.size();
    }

    Ranking ranking(int group) {
        return rankings.get(group);
    }

    long weight(int group) {
        return weights.get(group);
    }

    /** More units with a ranking, as a group of their own. */
    Ballots add(Ranking ranking, long units) {
        rankings.add(ranking);
        weights.add(units);
        return this;
    }

    /** Fewer units in a group. */
    Ballots take(int group, long units) {
        weights.set(group, weights.get(group) - units);
        return this;
    }

    Profile build() {
        return build(profile.alternatives());
    }

    Profile build(List<String> names) {
        Profile.Builder builder = Profile.builder(names);
        for (int b = 0; b < rankings.size(); b++) {
            builder.add(rankings.get(b), profile.inBallots(weights.get(b)));
        }
        return builder.build().withUnranked(profile.unranked());
    }

    /** All ballots turned round; the unlisted come first where they are tied last. */
    Profile reversed() {
        for (int b = 0; b < rankings.size(); b++) {
            List<List<Integer>> ranks = new ArrayList<>(rankings.get(b).ranks());
            List<Integer> rest = unlisted(b);
            if (!rest.isEmpty() && profile.unranked() == Unranked.TIED_LAST) {
                ranks.add(rest);
            }
            Collections.reverse(ranks);
            rankings.set(b, new Ranking(ranks));
        }
        return build();
    }

    private List<Integer> unlisted(int group) {
        List<Integer> rest =
                new ArrayList<>(IntStream.range(0, profile.size()).boxed().toList());
        rankings.get(group).ranks().forEach(rest::removeAll);
        return rest;
    }

    /** The rank of an alternative from 0; as many as there are ranks if it is not listed. */
    int rank(int group, int alternative) {
        List<List<Integer>> ranks = rankings.get(group).ranks();
        int at = 0;
        while (at < ranks.size() && !ranks.get(at).contains(alternative)) {
            at++;
        }
        return at;
    }

    /** Whether the ballots of a group say that x is better than y. */
    boolean prefers(int group, int x, int y) {
        int of = rank(group, x);
        int other = rank(group, y);
        boolean says = profile.unranked() == Unranked.TIED_LAST
                || other < rankings.get(group).ranks().size();
        return of < other && says;
    }

    /** The ranking of a group with an alternative alone at a rank that was not below its own. */
    Ranking raised(int group, int alternative, int to) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (List<Integer> rank : rankings.get(group).ranks()) {
            if (ranks.size() == to) {
                ranks.add(List.of(alternative));
            }
            List<Integer> rest = rank.stream().filter(x -> x != alternative).toList();
            if (rank.isEmpty() || !rest.isEmpty()) {
                ranks.add(rest);
            }
        }
        if (ranks.stream().noneMatch(rank -> rank.contains(alternative))) {
            ranks.add(List.of(alternative));
        }
        return new Ranking(ranks);
    }

    /** With a copy of x right above it where the flags say so, else right below; tied with it where x is tied. */
    Profile cloned(int x, List<Boolean> above) {
        Ballots wider = new Ballots(profile);
        for (int b = 0; b < groups(); b++) {
            wider.rankings.set(b, beside(b, x, above.get(b)));
        }
        return wider.buildWith(x);
    }

    /** With a copy of x right above it on one half of the ballots of each group, and right below it on the other. */
    Profile clonedInHalves(int x) {
        Ballots wider = new Ballots(profile);
        for (int b = 0; b < groups(); b++) {
            wider.rankings.set(b, beside(b, x, true));
            long half = weight(b) / 2;
            wider.take(b, half).add(beside(b, x, false), half);
        }
        return wider.buildWith(x);
    }

    private Ranking beside(int group, int x, boolean above) {
        int copy = profile.size();
        List<List<Integer>> ranks = new ArrayList<>();
        for (List<Integer> rank : rankings.get(group).ranks()) {
            if (rank.equals(List.of(x))) {
                ranks.add(List.of(above ? copy : x));
                ranks.add(List.of(above ? x : copy));
            } else {
                List<Integer> with = new ArrayList<>(rank);
                if (rank.contains(x)) {
                    with.add(copy);
                }
                ranks.add(with);
            }
        }
        return new Ranking(ranks);
    }

    private Profile buildWith(int x) {
        List<String> names = new ArrayList<>(profile.alternatives());
        names.add("copy of " + names.get(x));
        return build(names);
    }
}
