/**
 * Numbers that give nobody away: named policies, linked tables in which small cells and those that would give them away
 * are withheld, the attack that proves it, and a ledger of what was published before.
 *
 * <p>Start with {@link org.iltlib.analytics.privacy.PrivacyPolicies} (whose rule), {@link
 * org.iltlib.analytics.privacy.Suppressor} (what to withhold) and {@link org.iltlib.analytics.privacy.SafeCells#attack}
 * (what a reader can still prove).
 *
 * <pre>{@code
 * LinkedCells.Builder cells = LinkedCells.builder();
 * CrossTable.of(List.of(grade, learner), counts).addTo(cells);
 * SafeCells safe = Suppressor.of(PrivacyPolicies.PTAC_TEN).protect(cells.build());
 * Measured<Long> count = safe.count(3);                      // or that it is withheld
 * safe.attack();                                             // grade 4, learner Y: 1 to 20 …: safe
 * }</pre>
 *
 * <p>The attacker knows everything that is shown, all sums that hold between cells, that counts are whole and not below
 * zero, and, where the policy shows zeros, that what is withheld is none; nothing about single students. A reader who is counted himself
 * knows more: {@link org.iltlib.analytics.privacy.Suppressor#withMembers} keeps him out too. Tables and charts of what was
 * released are made by {@link org.iltlib.analytics.chart.ReleaseFigures}.
 */
package org.iltlib.analytics.privacy;
