/**
 * Early warning that has to prove itself first: a pack of signs is held against a school's own past students, and only then
 * may it flag anybody.
 *
 * <p>Start with {@link org.iltlib.analytics.equity.warning.EarlyWarning} (evaluates a pack), {@link
 * org.iltlib.analytics.equity.warning.EvaluatedPack} (how often it was right, for whom it errs, and flags) and {@link
 * org.iltlib.analytics.equity.warning.OnTrack} (readiness by group, with coverage).
 *
 * <pre>{@code
 * EvaluatedPack pack = EarlyWarning.of(policy).evaluate(IndicatorPacks.MIDDLE_GRADES, history).value().orElseThrow();
 * pack.rates(2).sensitivity();                  // of those to whom it happened, how many had two flags
 * pack.ratesBy("ses", 2).get("F").falseAlarms();
 * pack.warn(student).tier();                    // look at it together
 * }</pre>
 */
package org.iltlib.analytics.equity.warning;
