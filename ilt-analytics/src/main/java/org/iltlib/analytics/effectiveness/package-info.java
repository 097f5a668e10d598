/**
 * How well a team works, read from its own record beside what it says of itself, and whether the conditions it creates go
 * with outcomes later.
 *
 * <p>Start with {@link org.iltlib.analytics.effectiveness.RecordLevels} and {@link
 * org.iltlib.analytics.effectiveness.LeadLag}.
 *
 * <pre>{@code
 * TeamYear year = TeamYear.builder().months(10).addAllMeetings(meetings).addAllMembers(members).addLeaders(principal).build();
 * List<ConceptRating> ratings = RecordLevels.withDefaults().ratings(rubric, Map.of("frequency", "Exemplary"), year);
 * ratings.get(0).gap();                                   // 1: self Exemplary, record Operational
 * ratings.get(0).why();                                   // 18 meetings in 10 months, the median of 60 minutes
 * LeadLag.withDefaults().of(link, support, scores);       // an association, with its interval
 * }</pre>
 */
package org.iltlib.analytics.effectiveness;
