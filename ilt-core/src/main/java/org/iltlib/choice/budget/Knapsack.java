package org.iltlib.choice.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;

/**
 * The most points that a budget can buy: depth first over projects by points for money, with what the rest would bring if
 * projects could be divided as the bound (G. B. Dantzig, 1957). Exact.
 */
final class Knapsack {
    private static final long MOST_STEPS = 5_000_000;
    private static final int MOST_SETS = 100;

    private final BudgetProfile profile;
    private final List<Integer> order;
    private final List<BitSet> best = new ArrayList<>();
    private boolean more;
    private long most = -1;
    private long steps;

    Knapsack(BudgetProfile profile) {
        this.profile = profile;
        this.order = IntStream.range(0, profile.projects().size())
                .boxed()
                .filter(p -> profile.score(p) > 0 && profile.cost(p).compareTo(profile.budget()) <= 0)
                .sorted(Comparator.comparing((Integer p) -> profile.cost(p).dividedBy(profile.score(p))))
                .toList();
    }

    /** The sets with most points, 100 of them at most, the first by projects among them; projects that nobody supports are in none. */
    List<BitSet> best() {
        visit(0, new BitSet(), profile.budget(), 0);
        return best;
    }

    long points() {
        return most;
    }

    private void visit(int from, BitSet chosen, Rational left, long points) {
        steps++;
        Checks.require(
                steps <= MOST_STEPS,
                "The search for most points takes more than %s steps. Maybe use a greedy rule or equal shares.",
                MOST_STEPS);
        if (from == order.size()) {
            if (points > most) {
                most = points;
                best.clear();
                more = false;
            }
            if (points == most) {
                keep(chosen);
            }
            return;
        }
        if (bound(from, left).compareTo(Rational.of(most - points)) < 0) {
            return;
        }
        int p = order.get(from);
        Rational after = left.minus(profile.cost(p));
        if (after.signum() >= 0) {
            chosen.set(p);
            visit(from + 1, chosen, after, points + profile.score(p));
            chosen.clear(p);
        }
        visit(from + 1, chosen, left, points);
    }

    /** At most 100 sets, and always the one whose projects are listed first. */
    private void keep(BitSet chosen) {
        boolean before = !best.isEmpty() && isBefore(chosen, best.get(0));
        if (best.size() == MOST_SETS) {
            more = true;
            if (!before) {
                return;
            }
            best.remove(best.size() - 1);
        }
        best.add(before ? 0 : best.size(), (BitSet) chosen.clone());
    }

    /** Whether one list of projects comes before another, project by project. */
    private static boolean isBefore(BitSet one, BitSet other) {
        return Arrays.compare(one.stream().toArray(), other.stream().toArray()) < 0;
    }

    /** Whether there are more than those of {@link #best}. */
    boolean isCut() {
        return more;
    }

    /** The points of the rest if the first that does not fit could be had in part. */
    private Rational bound(int from, Rational left) {
        Rational sum = Rational.ZERO;
        Rational money = left;
        for (int i = from; i < order.size(); i++) {
            Rational cost = profile.cost(order.get(i));
            Rational score = Rational.of(profile.score(order.get(i)));
            if (cost.compareTo(money) > 0) {
                return sum.plus(score.times(money).dividedBy(cost));
            }
            sum = sum.plus(score);
            money = money.minus(cost);
        }
        return sum;
    }
}
