/**
 * Analyses that are promised before anybody has seen an outcome: who looks first and decides afterwards what to look for
 * always finds something.
 *
 * <p>Start with {@link org.iltlib.impact.registered.AnalysisSpec} (what will be done) and
 * {@link org.iltlib.impact.registered.AnalysisPlan} (its entry in the record). Whether the promise was kept, in content and
 * in time, {@code record.PlanKept} says.
 *
 * <pre>{@code
 * AnalysisSpec spec = AnalysisSpec.builder().question("Do small classes learn more mathematics?").outcome(score)
 *         .treated("pupils in small classes").comparison("pupils in regular classes").rung(ClaimRung.RANDOMISED)
 *         .design("lot within schools").estimator("fixed effects of schools, CR2 by class").addCovariates("free lunch")
 *         .smallestEffect(0.05).unit("standard deviations").decisionRule("keep if it works at 0.05").seed(7).build();
 * AnalysisPlan plan = AnalysisPlan.builder().id(EntryId.of("plan/1")).spec(spec).addBasedOn(decision.id()).build();
 * TeamRecord before = record.with(now, ana, plan);             // then, and only then, the outcomes come in
 * }</pre>
 */
@NullMarked
package org.iltlib.impact.registered;

import org.jspecify.annotations.NullMarked;
