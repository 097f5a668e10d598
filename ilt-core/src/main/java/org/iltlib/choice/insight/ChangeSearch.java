package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.single.SingleWinnerRule;

/** Changes ballots and counts again: to find some that unseat the winner, and to try all of so many. */
final class ChangeSearch {
    /** The most alternatives of which every strict ranking is tried. */
    private static final int MOST_ORDERS = 4;

    private final SingleWinnerRule rule;
    private final Profile profile;
    private final int winner;
    private int left;
    private long tried;

    ChangeSearch(SingleWinnerRule rule, Profile profile, int winner, int most) {
        this.rule = rule;
        this.profile = profile;
        this.winner = winner;
        this.left = most;
    }

    /** The challenger first, the winner last, the others between in that order, then those that it leaves out. */
    static Ranking opposing(int n, int challenger, int winner, List<Integer> between) {
        List<List<Integer>> ranks = new ArrayList<>();
        ranks.add(List.of(challenger));
        List<Integer> rest = new ArrayList<>(between);
        for (int x = 0; x < n; x++) {
            if (!rest.contains(x)) {
                rest.add(x);
            }
        }
        rest.stream().filter(x -> x != challenger && x != winner).forEach(x -> ranks.add(List.of(x)));
        ranks.add(List.of(winner));
        return new Ranking(ranks);
    }

    /** So many are enough: the fewest found for any challenger, by doubling and halving; all ballots always are. */
    long enough() {
        long enough = profile.totalWeight();
        for (int y = 0; y < profile.size(); y++) {
            if (y != winner) {
                for (boolean gentle : List.of(true, false)) {
                    enough = Math.min(enough, enough(y, gentle, enough));
                }
            }
        }
        return enough;
    }

    private long enough(int challenger, boolean gentle, long known) {
        List<Integer> order = removal(challenger);
        Ranking ranking = opposing(profile.size(), challenger, winner, others(challenger, gentle));
        long low = 0;
        long high = 1;
        while (high < known && !isUnseated(order, ranking, high)) {
            low = high;
            high *= 2;
        }
        high = Math.min(high, known);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (isUnseated(order, ranking, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The groups: those that put the winner highest first, and of these those that put the challenger lowest. */
    private List<Integer> removal(int challenger) {
        Ballots ballots = new Ballots(profile);
        List<Integer> order = new ArrayList<>();
        for (int b = 0; b < ballots.groups(); b++) {
            order.add(b);
        }
        order.sort(Comparator.<Integer>comparingInt(b -> ballots.rank(b, winner))
                .thenComparingInt(b -> -ballots.rank(b, challenger)));
        return order;
    }

    /** The others by how many prefer each to the challenger: the weakest of them first, or the strongest. */
    private List<Integer> others(int challenger, boolean gentle) {
        Margins margins = Margins.of(profile);
        List<Integer> others = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            if (x != challenger && x != winner) {
                others.add(x);
            }
        }
        others.sort(Comparator.comparingLong(x -> (gentle ? 1 : -1) * margins.above(x, challenger)));
        return others;
    }

    private boolean isUnseated(List<Integer> order, Ranking ranking, long ballots) {
        Ballots changed = new Ballots(profile);
        long rest = ballots;
        for (int b : order) {
            long taken = Math.min(rest, changed.weight(b));
            changed.take(b, taken);
            rest -= taken;
        }
        return isUnseated(changed.add(ranking, ballots - rest).build());
    }

    private boolean isUnseated(Profile changed) {
        try {
            return !rule.count(changed).winners().equals(List.of(winner));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** The exact number, if every change of fewer ballots could be tried. */
    Optional<Long> between(long least, long enough) {
        tried = least;
        if (profile.size() > MOST_ORDERS || least == enough) {
            return Optional.empty();
        }
        List<Ranking> orders = orders(profile.size());
        for (long ballots = least; ballots < enough; ballots++) {
            if (taking(orders, new long[profile.distinct()], 0, ballots, ballots)) {
                return Optional.of(ballots);
            }
            if (left <= 0) {
                return Optional.empty();
            }
            tried = ballots + 1;
        }
        return Optional.of(enough);
    }

    /** Every way to take so many more ballots from the groups from here on, and then to give them back changed. */
    private boolean taking(List<Ranking> orders, long[] taken, int group, long rest, long ballots) {
        if (left <= 0) {
            return false;
        }
        if (rest == 0) {
            return giving(orders, taken, new long[orders.size()], 0, ballots);
        }
        if (group == taken.length) {
            return false;
        }
        boolean found = false;
        for (long now = Math.min(rest, profile.weight(group)); now >= 0 && !found; now--) {
            taken[group] = now;
            found = taking(orders, taken, group + 1, rest - now, ballots);
        }
        taken[group] = 0;
        return found;
    }

    private boolean giving(List<Ranking> orders, long[] taken, long[] given, int order, long rest) {
        if (left <= 0) {
            return false;
        }
        if (order == given.length - 1 || rest == 0) {
            given[order] = rest;
            left--;
            Ballots changed = new Ballots(profile);
            for (int b = 0; b < taken.length; b++) {
                changed.take(b, taken[b]);
            }
            for (int i = 0; i <= order; i++) {
                changed.add(orders.get(i), given[i]);
            }
            given[order] = 0;
            return isUnseated(changed.build());
        }
        boolean found = false;
        for (long now = rest; now >= 0 && !found; now--) {
            given[order] = now;
            found = giving(orders, taken, given, order + 1, rest - now);
        }
        given[order] = 0;
        return found;
    }

    /** Every strict ranking of all. */
    private static List<Ranking> orders(int n) {
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
        return all.stream()
                .map(order -> new Ranking(order.stream().map(List::of).toList()))
                .toList();
    }

    /** No fewer than this are enough, after the search. */
    long excluded(long least) {
        return Math.max(least, tried);
    }
}
