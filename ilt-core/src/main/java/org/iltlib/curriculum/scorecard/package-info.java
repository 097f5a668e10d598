/**
 * Whether students meet themselves and one another in what they read: a culturally responsive scorecard as a structure
 * whose statements a school loads, rated by a mixed panel and read section by section.
 *
 * <p>Start with {@link org.iltlib.curriculum.scorecard.Scorecard}, {@link
 * org.iltlib.curriculum.scorecard.ScorecardReview} and {@link org.iltlib.curriculum.scorecard.ScorecardResult}; how often
 * groups are met beside how many students there are of them is told by the analytics.
 *
 * <pre>{@code
 * Scorecard scorecard = Scorecard.FORM.read(CanonicalJson.read(file));
 * ScorecardReview review = ScorecardReview.builder().id(id).scorecard(scorecard.id()).material(novel).on(today)
 *         .addReviewers(Reviewer.of(teacher, TEACHER), Reviewer.of(mother, PARENT), Reviewer.of(pupil, STUDENT))
 *         .addTallies(IdentityTally.of("authors", Map.of("women", 3, "men", 9), 1)).addAllRatings(ratings).build();
 * ScorecardResult.of(scorecard, review).sections();     // a band each, never a total
 * }</pre>
 */
package org.iltlib.curriculum.scorecard;
