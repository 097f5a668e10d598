/**
 * Which materials a school may choose: rubrics with gates as data, reviews by a panel, and what follows from them. A gate
 * that was not opened is not rated, which is not zero; nothing is averaged over gates.
 *
 * <p>Start with {@link org.iltlib.curriculum.review.ReviewRubric}, {@link org.iltlib.curriculum.review.MaterialReview} and
 * {@link org.iltlib.curriculum.review.ReviewResult}; several materials stand side by side in {@link
 * org.iltlib.curriculum.review.MaterialComparison}.
 *
 * <pre>{@code
 * ReviewRubric rubric = EdReports.k8Mathematics(EntryId.of("rubric-math"));
 * MaterialReview review = MaterialReview.builder().id(id).rubric(rubric.id()).material(series).on(today)
 *         .addReviewers(Reviewer.of(teacher, TEACHER), Reviewer.of(author, EXTERNAL).withConflict("wrote a part"))
 *         .addAllIndependent(ratings).addConsensus(ConsensusRating.of("1-all", 7, "units 1 to 9")).build();
 * ReviewResult result = ReviewResult.of(rubric, review);
 * result.getGate("gate-2").points();     // not applicable: gate-1 does not meet, "partially meets" is needed
 * }</pre>
 */
package org.iltlib.curriculum.review;
