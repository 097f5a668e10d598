/**
 * Whether what is taught is good for those it is for, each question by itself: ready for what is to come, served by technology,
 * centred on students, strong and rigorous in every grade, and carried out as meant. No answer makes up for
 * another, and what too few said is not said.
 *
 * <p>Start with {@link org.iltlib.impact.quality.ImplementationCheck} and {@link
 * org.iltlib.impact.quality.GradeCheck}.
 *
 * <pre>{@code
 * ImplementationCheck check = ImplementationCheck.builder().id(id).about(course.id()).on(today)
 *         .addClassrooms(room).reach(CountOf.count(84, 96)).floor(Minimum.atLeast(Fraction.HALF)).build();
 * check.weakest();                                       // dosage
 * boolean judge = check.passes();                        // exactly, before any effect is looked at
 * Verdict verdict = VerdictRule.withDefaults().of(effect, check);
 * }</pre>
 */
package org.iltlib.impact.quality;
