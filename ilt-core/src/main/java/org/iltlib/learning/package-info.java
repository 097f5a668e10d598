/**
 * How teachers grow: mentoring and professional learning, and the wall between growth and evaluation. The rooms behind
 * it hold the catalogue of learning, its evaluation, coaching, practices, and learning from peers.
 *
 * <p>Start with {@link org.iltlib.learning.Mentorship}, {@link org.iltlib.learning.MentorRule} and
 * {@link org.iltlib.learning.PurposeLimited}.
 *
 * <pre>{@code
 * List<String> obstacles = MentorRule.withDefaults().obstacles(mentor, mentee);
 * Mentorship pair = Mentorship.builder().id(id).mentor(ana).mentee(ben).addReasons("same grade").term(year).build();
 * List<String> breaches = InductionClock.withDefaults().breaches(start, progress, today);
 * boolean sustained = course.isSustained();
 * }</pre>
 */
package org.iltlib.learning;
