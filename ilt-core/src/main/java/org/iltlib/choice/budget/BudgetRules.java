package org.iltlib.choice.budget;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.BudgetProfile;

/**
 * The rules for budgets. Ties go to the project listed first, and are noted. Source of equal shares: D. Peters, G.
 * Pierczyński and P. Skowron (2021), Proportional participatory budgeting with additive utilities, <i>NeurIPS</i> 34.
 */
public final class BudgetRules {
    /** Most points first; what does not fit is passed over. Time: projects × log projects. */
    public static final BudgetRule GREEDY = StandardBudgetRules.GREEDY;

    /** Most points first, up to the first that does not fit. */
    public static final BudgetRule GREEDY_NO_SKIP = StandardBudgetRules.GREEDY_NO_SKIP;

    /**
     * Equal shares: each of n voters has budget / n; again and again the project is bought whose voters pay least for
     * what it is worth to them, its cost for each supporter. What is left stays unspent. Time: purchases × ballots.
     */
    public static final BudgetRule EQUAL_SHARES = StandardBudgetRules.EQUAL_SHARES;

    /** As {@link #EQUAL_SHARES}, each project worth the points that a voter gives it: 1 for an approval. */
    public static final BudgetRule EQUAL_SHARES_POINTS = StandardBudgetRules.EQUAL_SHARES_POINTS;

    /**
     * {@link #EQUAL_SHARES} with everybody's share raised by 1 (in the unit of the budget) again and again, until the
     * outcome costs more than the budget or nothing more would fit; the last outcome that the budget pays. Refused
     * after 1,000,000 raises: a budget of more than about that many units for each voter is best told in larger units.
     */
    public static final BudgetRule EQUAL_SHARES_ADD1 = StandardBudgetRules.EQUAL_SHARES_ADD1;

    /** {@link #EQUAL_SHARES_ADD1}, then {@link #GREEDY} with what is left. */
    public static final BudgetRule EQUAL_SHARES_ADD1U = StandardBudgetRules.EQUAL_SHARES_ADD1U;

    /**
     * {@link #EQUAL_SHARES_ADD1U}, unless more voters prefer the outcome of {@link #GREEDY}: a voter prefers the one whose
     * projects, of those that they support, cost more together. As towns have done that let voters compare both.
     */
    public static final BudgetRule EQUAL_SHARES_COMPARISON = StandardBudgetRules.EQUAL_SHARES_COMPARISON;

    /**
     * Phragmén: all voters earn at the same rate, and a project is bought as soon as its supporters can pay it; ends at
     * the moment at which this holds for one that exceeds what is left, also if others could be bought at the same
     * moment, so that the end does not depend on the order of projects. Time: purchases × projects × ballots. M. Los, Z. Christoff and D. Grossi (2022),
     * doi 10.24963/ijcai.2022/56.
     */
    public static final BudgetRule PHRAGMEN = StandardBudgetRules.PHRAGMEN;

    /**
     * The set with most points that the budget pays, exactly; branch and bound, refused after 5,000,000 steps. Of equals
     * the one whose projects are listed first; projects without points are never bought.
     */
    public static final BudgetRule MOST_POINTS = StandardBudgetRules.MOST_POINTS;

    private BudgetRules() {}

    /**
     * {@link #GREEDY} without projects that have fewer points than that. Its name is {@code greedy-above-N}.
     *
     * @param points the least number of points, zero or more
     */
    public static BudgetRule greedyAbove(long points) {
        Checks.notNegative(points, "points");
        return new BudgetRule() {
            @Override
            public String ruleName() {
                return "greedy-above-" + points;
            }

            @Override
            public BudgetCount count(BudgetProfile profile) {
                return StandardBudgetRules.greedyAbove(ruleName(), profile, points);
            }
        };
    }

    /** All of them. */
    public static List<BudgetRule> all() {
        return Arrays.asList(StandardBudgetRules.values());
    }

    /** The rule of that {@linkplain BudgetRule#ruleName() name}. */
    public static Optional<BudgetRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
