/**
 * Who goes with whom: mentors and new teachers, or any rows and columns at the least cost.
 *
 * <p>Start with {@link org.iltlib.analytics.matching.MentorMatching}, its answer
 * {@link org.iltlib.analytics.matching.MentorMatches}, and {@link org.iltlib.analytics.matching.Assignment} below both.
 *
 * <pre>{@code
 * MentorMatches matches = MentorMatching.withDefaults().of(mentors, mentees);
 * for (MentorMatch pair : matches.pairs()) {
 *     print(pair + "\n" + pair.explanation());
 * }
 * List<MentorMatches.Unmatched> without = matches.unmatched();
 * SortedMap<OrgUnitId, Double> bySchool = matches.meanPointsBySite(mentees);
 * Measured<MatchEquityResult> fair = MatchEquity.withDefaults().of(matches, mentees, lowIncomeSchools);
 * }</pre>
 */
package org.iltlib.analytics.matching;
