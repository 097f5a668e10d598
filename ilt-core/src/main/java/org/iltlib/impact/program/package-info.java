/**
 * What a program's evaluation comes to: keep it, improve it, pilot it further or stop it, with the reason. The advice is a
 * rule's; the conclusion is the team's and is recorded with what it rests on.
 *
 * <p>Start with {@link org.iltlib.impact.program.ProgramRule} and {@link org.iltlib.impact.program.ProgramEvaluation}.
 *
 * <pre>{@code
 * Verdict verdict = VerdictRule.withDefaults().of(effect, fidelity);
 * ProgramRule.Advice advice = ProgramRule.withDefaults().of(study.rung(), verdict, new BigDecimal("619.05"));
 * advice.conclusion();                                  // KEEP
 * System.out.println(advice.explanation());
 * }</pre>
 */
package org.iltlib.impact.program;
