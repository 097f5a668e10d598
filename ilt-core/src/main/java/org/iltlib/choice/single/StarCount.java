package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.iltlib.choice.Count;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;

/** STAR on one profile: the scoring round with its tie steps, then the second round. */
final class StarCount {
    private final GradeProfile profile;
    private final List<Rational> sums;
    private final List<Rational> tops;
    private final Margins margins;

    StarCount(GradeProfile profile) {
        this.profile = profile;
        this.sums = StandardGradeRules.sums(profile);
        this.tops = StandardGradeRules.highest(profile);
        Profile rankings = profile.toProfile();
        this.margins = Margins.of(rankings);
    }

    Count count() {
        List<CountRound> rounds = new ArrayList<>();
        BitSet winners = new BitSet();
        for (List<Integer> pair : finalists()) {
            winners.or(better(pair.get(0), pair.get(1)));
            if (pair.get(0).intValue() != pair.get(1)) {
                rounds.add(secondRound(pair.get(0), pair.get(1)));
            }
        }
        List<Integer> list = winners.stream().boxed().toList();
        return Scores.count("star", profile.alternatives(), list, sums, "Sum of grades").toBuilder()
                .addAllRounds(rounds)
                .sharedRounds(rounds.size() > 1 ? OptionalInt.of(1) : OptionalInt.empty())
                .build();
    }

    /** Every pair that can go to the second round. */
    private List<List<Integer>> finalists() {
        if (profile.size() == 1) {
            return List.of(List.of(0, 0));
        }
        List<Integer> best = narrowed(atTop(PairwiseMethods.all(profile.size())), 2);
        if (best.size() >= 2) {
            return pairsOf(best);
        }
        List<List<Integer>> pairs = new ArrayList<>();
        List<Integer> rest = new ArrayList<>(PairwiseMethods.all(profile.size()));
        rest.removeAll(best);
        for (int second : narrowed(atTop(rest), 1)) {
            pairs.add(List.of(Math.min(best.get(0), second), Math.max(best.get(0), second)));
        }
        return pairs;
    }

    private List<Integer> atTop(List<Integer> some) {
        Rational most = some.stream().map(sums::get).max(Rational::compareTo).orElseThrow();
        return some.stream().filter(x -> sums.get(x).equals(most)).toList();
    }

    /**
     * Those of equal sum that go on to fill some places: whoever lost most pairs among them leaves, again and again,
     * while enough are left; then those with most highest grades go on. More than the places if this leaves them tied.
     */
    private List<Integer> narrowed(List<Integer> tied, int places) {
        List<Integer> left = tied;
        while (left.size() > places) {
            List<Integer> now = left;
            int most = now.stream().mapToInt(x -> losses(x, now)).max().orElseThrow();
            List<Integer> rest = now.stream().filter(x -> losses(x, now) < most).toList();
            if (rest.size() < places) {
                break;
            }
            left = rest;
        }
        while (left.size() > places) {
            List<Integer> now = left;
            Rational fewest =
                    now.stream().map(tops::get).min(Rational::compareTo).orElseThrow();
            List<Integer> rest =
                    now.stream().filter(x -> !tops.get(x).equals(fewest)).toList();
            if (rest.size() < places) {
                break;
            }
            left = rest;
        }
        return left;
    }

    private int losses(int x, List<Integer> among) {
        return (int) among.stream().filter(y -> margins.beats(y, x)).count();
    }

    private static List<List<Integer>> pairsOf(List<Integer> some) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int x : some) {
            some.stream().filter(y -> x < y).forEach(y -> pairs.add(List.of(x, y)));
        }
        return pairs;
    }

    private CountRound secondRound(int x, int y) {
        List<Rational> tallies = new ArrayList<>();
        for (int z = 0; z < profile.size(); z++) {
            long votes = z == x ? margins.above(x, y) : z == y ? margins.above(y, x) : 0;
            tallies.add(Rational.of(votes));
        }
        Rational none = Rational.of(profile.totalWeight() - margins.above(x, y) - margins.above(y, x));
        return new CountRound(
                tallies,
                none,
                "Second round of " + profile.alternatives().get(x) + " and "
                        + profile.alternatives().get(y) + ".");
    }

    private BitSet better(int x, int y) {
        int order = Long.signum(margins.margin(x, y));
        order = order != 0 ? order : sums.get(x).compareTo(sums.get(y));
        order = order != 0 ? order : tops.get(x).compareTo(tops.get(y));
        BitSet better = new BitSet();
        better.set(x, x + (order >= 0 ? 1 : 0));
        better.set(y, y + (order <= 0 ? 1 : 0));
        return better;
    }
}
