package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.single.Axiom;
import org.iltlib.choice.single.InstantRunoff;
import org.iltlib.choice.single.PairwiseRule;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/** Lower bounds: fewer changed ballots cannot unseat the sole winner. */
final class MarginBounds {
    /** The most alternatives of which every subset is looked at. */
    private static final int MOST_SUBSETS = 14;

    /** Rules in which those who leave can be put into an order in which each is among the lowest when it leaves. */
    private static final List<SingleWinnerRule> ONE_BY_ONE =
            List.of(SingleWinnerRules.IRV, SingleWinnerRules.IRV_BATCH, SingleWinnerRules.IRV_ALL_VALID);

    private MarginBounds() {}

    static long least(SingleWinnerRule rule, Profile profile, int winner) {
        long least = 0;
        boolean beatsAll =
                Margins.of(profile).findCondorcetWinner().map(x -> x == winner).orElse(false);
        // Opposition elects the winner of every pair only where every ballot ranks all.
        boolean electsIt =
                rule.axioms().contains(Axiom.CONDORCET) && !rule.equals(SingleWinnerRules.MINIMAX_OPPOSITION);
        if (beatsAll && rule instanceof PairwiseRule && electsIt) {
            least = pairs(profile, winner);
        }
        if (rule instanceof InstantRunoff runoff && profile.size() <= MOST_SUBSETS) {
            least = Math.max(least, runoff(runoff, profile, winner));
        }
        if (rule.equals(SingleWinnerRules.MINIMAX_MARGINS) || rule.equals(SingleWinnerRules.MINIMAX_OPPOSITION)) {
            least = Math.max(least, minimax((PairwiseRule) rule, profile, winner));
        }
        return least;
    }

    /**
     * The fewest that make one that wins every pair lose or tie one: a ballot for it that turns into one against it moves
     * the margin by 2, and there are always enough of them.
     */
    static long pairs(Profile profile, int winner) {
        Margins margins = Margins.of(profile);
        long fewest = Long.MAX_VALUE;
        for (int y = 0; y < profile.size(); y++) {
            if (y != winner) {
                fewest = Math.min(fewest, half(margins.margin(winner, y)));
            }
        }
        return fewest;
    }

    /**
     * To lose, the winner must be among the lowest of those left at some time, and so must everyone who leaves before it;
     * one changed ballot moves the difference of two of them by 2 at most. The least, over orders of leaving, of the most
     * that a step needs. Where several may leave together only the step of the winner itself is looked at.
     */
    private static long runoff(InstantRunoff rule, Profile profile, int winner) {
        int n = profile.size();
        boolean oneByOne = ONE_BY_ONE.contains(rule);
        Rational never = Rational.of(profile.totalWeight() + 1);
        Rational[] lead = new Rational[1 << n];
        Rational alone = never;
        for (int set = 1; set < 1 << n; set++) {
            lead[set] = never;
            if ((set >>> winner & 1) == 0 || Integer.bitCount(set) < 2) {
                continue;
            }
            List<Integer> left = members(set);
            List<Rational> tallies = rule.count(profile, left).rounds().get(0).tallies();
            for (int x : left) {
                Rational lowest = left.stream()
                        .filter(y -> y != x)
                        .map(tallies::get)
                        .min(Rational::compareTo)
                        .orElseThrow();
                Rational step = tallies.get(x).minus(lowest);
                if (x == winner) {
                    alone = alone.min(step);
                    lead[set] = lead[set].min(step);
                } else {
                    Rational later = lead[set & ~(1 << x)];
                    lead[set] = lead[set].min(later.compareTo(step) > 0 ? later : step);
                }
            }
        }
        return half(oneByOne ? lead[(1 << n) - 1] : alone);
    }

    private static List<Integer> members(int set) {
        List<Integer> members = new ArrayList<>();
        for (int rest = set; rest != 0; rest &= rest - 1) {
            members.add(Integer.numberOfTrailingZeros(rest));
        }
        return members;
    }

    /** One changed ballot moves a margin by 2 and a number of ballots by 1 at most, for the winner and for the other. */
    private static long minimax(PairwiseRule rule, Profile profile, int winner) {
        List<Rational> worst = rule.count(profile).rounds().get(0).tallies();
        Rational fewest = Rational.of(profile.totalWeight());
        for (int y = 0; y < profile.size(); y++) {
            if (y != winner) {
                fewest = fewest.min(worst.get(winner).minus(worst.get(y)));
            }
        }
        return rule.equals(SingleWinnerRules.MINIMAX_MARGINS) ? half(fewest.dividedBy(2)) : half(fewest);
    }

    private static long half(long number) {
        return number / 2 + number % 2;
    }

    private static long half(Rational number) {
        return number.dividedBy(2).negate().floor().negate().longValueExact();
    }
}
