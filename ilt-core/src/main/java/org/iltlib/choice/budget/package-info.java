/**
 * Money and time divided among projects: greedy rules and equal shares, exact to the last fraction.
 *
 * <p>Start with {@link org.iltlib.choice.budget.BudgetRules}.
 *
 * <pre>{@code
 * var profile = BudgetProfile.builder(Rational.of(9000))
 *         .project("Coaching days", Rational.of(6000))
 *         .project("Book study", Rational.of(2500))
 *         .approve(14, List.of(0, 1))
 *         .build();
 * System.out.println(BudgetRules.EQUAL_SHARES_ADD1.count(profile).chosen());
 * }</pre>
 */
package org.iltlib.choice.budget;
