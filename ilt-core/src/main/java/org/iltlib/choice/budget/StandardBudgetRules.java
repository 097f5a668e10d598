package org.iltlib.choice.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.iltlib.base.Explanation;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;

/** The rules for budgets. */
enum StandardBudgetRules implements BudgetRule {
    GREEDY("greedy", p -> greedy("greedy", p, List.of(), true)),
    GREEDY_NO_SKIP("greedy-no-skip", p -> greedy("greedy-no-skip", p, List.of(), false)),
    EQUAL_SHARES("equalshares", p -> told("equalshares", p, new EqualShares(p, false).run(share(p, 0)))),
    EQUAL_SHARES_POINTS(
            "equalshares-points", p -> told("equalshares-points", p, new EqualShares(p, true).run(share(p, 0)))),
    EQUAL_SHARES_ADD1("equalshares/add1", p -> add1("equalshares/add1", p)),
    EQUAL_SHARES_ADD1U("equalshares/add1u", p -> {
        BudgetCount first = add1("equalshares/add1u", p);
        BudgetCount more = greedy("equalshares/add1u", p, first.chosen(), true);
        return more.toBuilder()
                .ties(first.ties())
                .addAllTies(more.ties())
                .why(first.why().because(more.why()))
                .build();
    }),
    EQUAL_SHARES_COMPARISON("equalshares/comparison", p -> compared(EQUAL_SHARES_ADD1U.count(p), GREEDY.count(p), p)),
    PHRAGMEN("phragmen", p -> {
        Accrual run = new Accrual(p).run();
        return told("phragmen", p, "All earn at the same rate.", run.steps, run.chosen, run.ties);
    }),
    MOST_POINTS("most-points", p -> mostPoints("most-points", p));

    private static final int MOST_RAISES = 1_000_000;

    private final String rule;
    private final Function<BudgetProfile, BudgetCount> method;

    StandardBudgetRules(String rule, Function<BudgetProfile, BudgetCount> method) {
        this.rule = rule;
        this.method = method;
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public BudgetCount count(BudgetProfile profile) {
        return method.apply(profile);
    }

    private static Rational share(BudgetProfile profile, long raise) {
        return profile.budget().dividedBy(Math.max(1, profile.voters())).plus(Rational.of(raise));
    }

    private static BudgetCount greedy(String rule, BudgetProfile profile, List<Integer> start, boolean skip) {
        return greedy(rule, profile, start, List.of(), skip);
    }

    private static BudgetCount greedy(
            String rule, BudgetProfile profile, List<Integer> start, List<Integer> without, boolean skip) {
        List<Integer> chosen = new ArrayList<>(start);
        Rational left = profile.budget().minus(profile.cost(start));
        long[] scores = IntStream.range(0, profile.projects().size())
                .mapToLong(profile::score)
                .toArray();
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .filter(p -> !start.contains(p) && !without.contains(p))
                .sorted(Comparator.comparingLong(p -> -scores[p]))
                .toList();
        List<TieNote> ties = new ArrayList<>();
        Explanation why = Explanation.of("Most points first.");
        for (int p : order) {
            List<Integer> equal = order.stream()
                    .filter(q -> scores[q] == scores[p] && !chosen.contains(q))
                    .toList();
            boolean fits = profile.cost(p).compareTo(left) <= 0;
            why = why.because(
                    "%s",
                    "%s: %s points, cost %s, left %s: %s."
                            .formatted(
                                    profile.projects().get(p),
                                    scores[p],
                                    profile.cost(p),
                                    left,
                                    fits ? "chosen" : "does not fit"));
            if (fits) {
                if (equal.size() > 1) {
                    ties.add(new TieNote(equal, List.of(p), "separated by the order of projects"));
                }
                chosen.add(p);
                left = left.minus(profile.cost(p));
            } else if (!skip) {
                break;
            }
        }
        return BudgetCount.builder()
                .rule(rule)
                .chosen(chosen)
                .cost(profile.cost(chosen))
                .ties(ties)
                .why(why)
                .build();
    }

    private static BudgetCount add1(String rule, BudgetProfile profile) {
        EqualShares shares = new EqualShares(profile, false);
        Rational kept = share(profile, 0);
        List<Integer> chosen = shares.run(kept).chosen();
        for (long raise = 1; !isExhaustive(profile, chosen); raise++) {
            if (raise > MOST_RAISES) {
                throw new IllegalArgumentException(
                        "After " + MOST_RAISES + " raises by 1 money is left. Maybe use a larger unit of money.");
            }
            List<Integer> more = shares.run(share(profile, raise)).chosen();
            if (profile.cost(more).compareTo(profile.budget()) > 0) {
                break;
            }
            kept = share(profile, raise);
            chosen = more;
        }
        return told(rule, profile, shares.run(kept));
    }

    /** The first outcome, unless more voters have more of the second than the other way round. */
    private static BudgetCount compared(BudgetCount first, BudgetCount second, BudgetProfile profile) {
        long forFirst = 0;
        long forSecond = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            int sign = worth(profile, b, first).compareTo(worth(profile, b, second));
            forFirst += sign > 0 ? profile.weight(b) : 0;
            forSecond += sign < 0 ? profile.weight(b) : 0;
        }
        BudgetCount chosen = forSecond > forFirst ? second : first;
        String why = forFirst + " voters have more of the outcome of equal shares, " + forSecond
                + " of the one by most points; " + (forSecond > forFirst ? "that" : "equal shares") + " is taken.";
        return chosen.toBuilder()
                .rule("equalshares/comparison")
                .why(Explanation.of("%s", why).because(first.why()).because(second.why()))
                .build();
    }

    /** What the chosen projects cost that a ballot gives points. */
    private static Rational worth(BudgetProfile profile, int ballot, BudgetCount count) {
        return profile.cost(count.chosen().stream()
                .filter(p -> profile.points(ballot).getOrDefault(p, 0L) > 0)
                .toList());
    }

    /** Whether no project with a supporter fits into what is left. */
    private static boolean isExhaustive(BudgetProfile profile, List<Integer> chosen) {
        Rational left = profile.budget().minus(profile.cost(chosen));
        return IntStream.range(0, profile.projects().size())
                .noneMatch(p -> !chosen.contains(p)
                        && profile.score(p) > 0
                        && profile.cost(p).compareTo(left) <= 0);
    }

    private static BudgetCount mostPoints(String rule, BudgetProfile profile) {
        Knapsack knapsack = new Knapsack(profile);
        List<BitSet> best = knapsack.best();
        List<List<Integer>> sets = best.stream()
                .map(set -> set.stream().boxed().toList())
                .sorted(Comparator.comparing(
                        set -> set.stream().mapToInt(Integer::intValue).toArray(), Arrays::compare))
                .toList();
        List<String> steps = List.of(knapsack.points() + " points are the most that the budget buys; "
                + (sets.size() == 1
                        ? "one set of projects has them."
                        : (knapsack.isCut() ? "at least " : "") + sets.size()
                                + " sets of projects have them, the first is taken."));
        List<Integer> touched =
                sets.stream().flatMap(List::stream).distinct().sorted().toList();
        boolean tied = sets.size() > 1 && !sets.get(0).isEmpty();
        List<TieNote> ties = tied
                ? List.of(new TieNote(touched, sets.get(0), "sets of equal points, the one listed first"))
                : List.of();
        return told(rule, profile, "Every set that the budget pays was compared.", steps, sets.get(0), ties);
    }

    /** As {@code greedy}, without projects of fewer points. */
    static BudgetCount greedyAbove(String rule, BudgetProfile profile, long least) {
        List<Integer> weak = IntStream.range(0, profile.projects().size())
                .filter(p -> profile.score(p) < least)
                .boxed()
                .toList();
        return greedy(rule, profile, List.of(), weak, true);
    }

    private static BudgetCount told(String rule, BudgetProfile profile, EqualShares shares) {
        String first = "Every voter has an equal share and pays only for what they support.";
        return told(rule, profile, first, shares.steps(), shares.chosen(), shares.ties);
    }

    private static BudgetCount told(
            String rule,
            BudgetProfile profile,
            String first,
            List<String> steps,
            List<Integer> chosen,
            List<TieNote> ties) {
        Explanation why = Explanation.of("%s", first);
        for (String step : steps) {
            why = why.because("%s", step);
        }
        return BudgetCount.builder()
                .rule(rule)
                .chosen(chosen)
                .cost(profile.cost(chosen))
                .ties(ties)
                .why(why)
                .build();
    }
}
