/**
 * How people find it at the school, and whether they stay: scales of surveys with their reliability, who answered, gaps
 * between groups, stayers, movers and leavers. Adults' and students' answers are shown by
 * group, and small groups not at all.
 *
 * <p>Start with {@link org.iltlib.analytics.climate.SurveyReading}, {@link org.iltlib.analytics.climate.NonResponse} and
 * {@link org.iltlib.analytics.climate.Retention}.
 *
 * <pre>{@code
 * RetentionReport report = Retention.withDefaults().of(flow);     // 1,050 = 882 + 63 + 105
 * report.school();                                                // 0.84
 * report.district();                                              // 0.90
 * new TurnoverCost(cost, "our own books").ofDistrict(report);
 * RetentionLink.of(flow, post -> mentored(post)).rung();          // associated, never more
 * report.sentence("Coaching led to staying.");                    // refused
 * }</pre>
 */
package org.iltlib.analytics.climate;
