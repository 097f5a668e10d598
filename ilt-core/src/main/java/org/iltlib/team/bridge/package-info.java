/**
 * The bridge between leadership and classrooms, in both directions: what a teacher team raises goes up through the
 * school's team to the district's, and the answer comes back to those who raised it.
 *
 * <p>Start with {@link org.iltlib.team.bridge.UpwardItem}, {@link org.iltlib.team.bridge.ReportBack} and
 * {@link org.iltlib.team.bridge.Bridge}, which puts items, hops and answers together: how many loops are closed, how long
 * that took, what is still open and with whom, and "you said, we did". {@link org.iltlib.team.bridge.Constituencies} say
 * for whom each member speaks; a {@link org.iltlib.team.bridge.Notice} goes the other way, and says who read it.
 *
 * <p>The loop of district, building and teacher-based teams follows the Ohio Improvement Process. An item keeps its id
 * on the way: a team that takes one in from another record first records a reference to it under the same id.
 *
 * <pre>{@code
 * TeamChain chain = TeamChain.builder().id(EntryId.of("chain")).adopted(august)
 *         .addChannels(Channel.of(grade3, school), Channel.of(school, district)).build();
 * Bridge bridge = Bridge.of(chain, items, hops, reports);
 * bridge.closureTimes(day).quantile(Fraction.HALF);        // 19 days for half of those answered
 * bridge.listOpenLongerThan(60, day);                      // with whom they stand, and since when
 * System.out.println(bridge.explain(day));
 * }</pre>
 */
package org.iltlib.team.bridge;
