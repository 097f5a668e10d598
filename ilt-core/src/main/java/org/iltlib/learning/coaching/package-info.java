/**
 * Coaching and feedback: what was said stays between coach and teacher, and others see that it happened.
 *
 * <p>Start with {@link org.iltlib.learning.coaching.CoachingCycle},
 * {@link org.iltlib.learning.coaching.CoachingJournal} and {@link org.iltlib.learning.coaching.CoachingActivity}.
 *
 * <pre>{@code
 * CoachingJournal journal = CoachingJournal.of(cycle, contacts);
 * journal.findContent(teacher);                 // goal, notes and steps: for the two only
 * journal.findContent(principal);               // Optional.empty
 * CoachingActivity seen = journal.activity();   // dates, minutes and counts; has no word of content
 * CoachingClock.withDefaults().standing(seen, today);          // DUE_SOON
 * CoachLoad.of(activities, CoachingClock.withDefaults(), today);
 * }</pre>
 *
 * <p>Cycle and contacts hold their content when written, so they belong into a record that only the two open; the
 * team's record takes the activity.
 */
package org.iltlib.learning.coaching;
