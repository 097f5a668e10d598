/**
 * How a course comes about: a draft with reasons for each change, comments that are answered, approvals by group, and its
 * adoption by a decision of the team; and whether those who contributed stand for those whom it concerns.
 *
 * <p>Start with {@link org.iltlib.plan.design.CourseDraft} and {@link org.iltlib.plan.design.DraftReview}, which puts a
 * draft together with its {@link org.iltlib.plan.design.DraftComment}s and {@link
 * org.iltlib.plan.design.DraftApproval}s.
 *
 * <pre>{@code
 * DraftReview review = DraftReview.of(draft, comments, answers, approvals, adoption);
 * review.stage(today);                    // in review
 * review.obstacles(today);                // [parents have not spoken, 2 comments are open]
 * review.parity(people).silent();         // [student]
 * CourseDiff.between(before, after).changes(); // what the draft changes, each with its reason in draft.changes()
 * }</pre>
 */
package org.iltlib.plan.design;
