package org.iltlib.choice.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;
import org.jspecify.annotations.Nullable;

/**
 * Equal shares with a given share for each voter. Exact: all purses are whole numbers over one common denominator, which
 * grows with each purchase and is never reduced, since the search for common divisors would be most of the time.
 */
final class EqualShares {
    private final BudgetProfile profile;
    private final boolean points;
    private final int[][] supporters;
    private final long[][] worths;
    private final BigInteger unit;
    private final BigInteger[] costs;
    private final BigInteger[] purses;
    private final Integer[] byPurse;
    private BigInteger denominator = BigInteger.ONE;
    private final List<Purchase> purchases = new ArrayList<>();
    final List<TieNote> ties = new ArrayList<>();

    /**
     * What supporters pay for a unit of worth at most: top / bottom, not reduced.
     *
     * @param rate the same without the worth of the project, over the common denominator times {@code voters}
     * @param voters the worth of the project to those who pay that rate, rather than all they have
     */
    private record Price(BigInteger top, BigInteger bottom, BigInteger rate, long voters) implements Comparable<Price> {
        @Override
        public int compareTo(Price other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }
    }

    private record Purchase(int project, Price price) {}

    EqualShares(BudgetProfile profile, boolean points) {
        this.profile = profile;
        this.points = points;
        int projects = profile.projects().size();
        supporters = new int[projects][];
        worths = new long[projects][profile.distinct()];
        costs = new BigInteger[projects];
        purses = new BigInteger[profile.distinct()];
        byPurse = IntStream.range(0, purses.length).boxed().toArray(Integer[]::new);
        BigInteger common = BigInteger.ONE;
        for (int p = 0; p < projects; p++) {
            BigInteger bottom = profile.cost(p).denominator();
            common = common.divide(common.gcd(bottom)).multiply(bottom);
        }
        unit = common;
        for (int p = 0; p < projects; p++) {
            costs[p] = profile.cost(p).times(Rational.of(unit, BigInteger.ONE)).numerator();
            int[] found = new int[purses.length];
            int size = 0;
            for (int b = 0; b < purses.length; b++) {
                long given = profile.points(b).getOrDefault(p, 0L);
                worths[p][b] = points || given == 0 ? given : 1;
                if (given > 0) {
                    found[size++] = b;
                }
            }
            supporters[p] = Arrays.copyOf(found, size);
        }
    }

    EqualShares run(Rational share) {
        purchases.clear();
        ties.clear();
        denominator = share.denominator();
        Arrays.fill(purses, share.numerator().multiply(unit));
        @Nullable Price[] bounds = new Price[costs.length];
        boolean[] out = new boolean[costs.length];
        while (buy(bounds, out)) {
            // each call buys one project
        }
        return this;
    }

    /** The projects bought, in that order. */
    List<Integer> chosen() {
        return purchases.stream().map(Purchase::project).toList();
    }

    /** What was bought, by how many, at which price. */
    List<String> steps() {
        return purchases.stream()
                .map(purchase -> "%s costs %s and is paid by its %s supporters, each at most %s per unit of worth."
                        .formatted(
                                profile.projects().get(purchase.project),
                                profile.cost(purchase.project),
                                Arrays.stream(supporters[purchase.project])
                                        .mapToLong(profile::weight)
                                        .sum(),
                                Rational.of(purchase.price.top, purchase.price.bottom)))
                .toList();
    }

    /** Prices only rise and who cannot pay never can again, so the last price of a project is a lower bound. */
    private boolean buy(@Nullable Price[] bounds, boolean[] out) {
        if (!points) {
            Arrays.sort(byPurse, Comparator.comparing(b -> purses[b]));
        }
        List<Integer> best = new ArrayList<>();
        Price least = null;
        for (int p = 0; p < costs.length; p++) {
            Price bound = bounds[p];
            if (out[p] || (least != null && bound != null && bound.compareTo(least) > 0)) {
                continue;
            }
            Price price = price(p);
            bounds[p] = price;
            out[p] = price == null;
            if (price != null) {
                int order = least == null ? -1 : price.compareTo(least);
                if (order < 0) {
                    best.clear();
                    least = price;
                }
                if (order <= 0) {
                    best.add(p);
                }
            }
        }
        if (least == null) {
            return false;
        }
        int p = best.get(0);
        if (best.size() > 1) {
            ties.add(new TieNote(best, List.of(p), "separated by the order of projects"));
        }
        pay(p, least);
        out[p] = true;
        purchases.add(new Purchase(p, least));
        return true;
    }

    /** The least price with which the supporters can pay; null if they cannot. */
    private @Nullable Price price(int project) {
        long[] worth = worths[project];
        long voters = 0;
        for (int b : supporters[project]) {
            voters = Math.addExact(voters, Math.multiplyExact(worth[b], profile.weight(b)));
        }
        BigInteger open = costs[project].multiply(denominator);
        for (int b : payers(project)) {
            if (worth[b] == 0) {
                continue;
            }
            if (purses[b].signum() > 0 && times(open, worth[b]).compareTo(times(purses[b], voters)) <= 0) {
                BigInteger bottom = times(denominator, voters);
                return points
                        ? new Price(open, bottom.multiply(unit), open, voters)
                        : new Price(open, bottom.multiply(costs[project]), open, voters);
            }
            open = open.subtract(times(purses[b], profile.weight(b)));
            voters -= worth[b] * profile.weight(b);
        }
        return null;
    }

    /** Those who can pay least for a unit of worth first; without points others stand between them. */
    private Iterable<Integer> payers(int project) {
        if (!points) {
            return Arrays.asList(byPurse);
        }
        long[] worth = worths[project];
        return Arrays.stream(supporters[project])
                .boxed()
                .sorted((a, b) -> times(purses[a], worth[b]).compareTo(times(purses[b], worth[a])))
                .toList();
    }

    /** Takes from each supporter the rate times the worth, or all there is. */
    private void pay(int project, Price price) {
        BigInteger divisor = price.rate.gcd(BigInteger.valueOf(price.voters));
        BigInteger factor = BigInteger.valueOf(price.voters).divide(divisor);
        BigInteger rate = price.rate.divide(divisor);
        denominator = denominator.multiply(factor);
        for (int b = 0; b < purses.length; b++) {
            BigInteger has = purses[b].multiply(factor);
            long worth = worths[project][b];
            purses[b] = worth == 0 ? has : has.subtract(times(rate, worth).min(has));
        }
    }

    private static BigInteger times(BigInteger number, long factor) {
        return factor == 1 ? number : number.multiply(BigInteger.valueOf(factor));
    }
}
