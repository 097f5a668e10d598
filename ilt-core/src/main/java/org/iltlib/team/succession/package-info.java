/**
 * How a team lasts: terms that do not all end at once, deputies, duties that go round, an even load, and what somebody who
 * leaves hands over to whom.
 *
 * <p>Start with {@link org.iltlib.team.succession.TeamWarnings}, {@link org.iltlib.team.succession.Turnover} and
 * {@link org.iltlib.team.succession.Handovers}. A new name on a seat opens nothing: what is restricted to an office is
 * seen by the successor from the day of the {@link org.iltlib.team.succession.Handover} on.
 *
 * <pre>{@code
 * TeamWarnings.withDefaults().of(team, facts).forEach(System.out::println);
 * Rotation.of(team, meetings).nextInTurn(Office.FACILITATOR);      // who has led the fewest meetings
 * Turnover turnover = Turnover.of(before, after, owned);
 * turnover.listOrphans();                                         // each with a proposed receiver and why
 * }</pre>
 */
package org.iltlib.team.succession;
