/**
 * Whether a course does what a course should: teaches the standards that it claims, has something for every learner in
 * every unit, and matters to those who take it, teach it and live around it.
 *
 * <p>Start with {@link org.iltlib.curriculum.design.CourseCoverage}, {@link
 * org.iltlib.curriculum.design.UnitSupports} and {@link org.iltlib.curriculum.design.RelevanceRule}.
 *
 * <pre>{@code
 * CourseCoverage coverage = CourseCoverage.of(framework, course);
 * coverage.uncovered();                                     // standards of the grade that no unit teaches
 * coverage.unaligned();                                     // units and lessons that teach no standard
 * SupportCoverage.of(course, supports).listGaps();          // ratios has nothing for newcomers
 * RelevanceRule.withDefaults().of(course, ratings, reviews, today).obstacles();
 * }</pre>
 */
package org.iltlib.curriculum.design;
