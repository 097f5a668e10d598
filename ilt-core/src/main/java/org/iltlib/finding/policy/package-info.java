/**
 * Rules about groups and students as data: named, dated, with their source, so that a reader can ask whose rule it was.
 *
 * <p>Start with {@link org.iltlib.finding.policy.IndicatorPack} (which readings of a student count as a warning) and {@link
 * org.iltlib.finding.policy.DisproportionalityPolicy} (when a difference between groups must be looked into).
 *
 * <pre>{@code
 * IndicatorPack pack = IndicatorPacks.MIDDLE_GRADES;
 * pack.indicators().get(0).anyOf();            // absence share at least 0.2
 * String json = pack.toJson();                 // a district edits it, and reads it back:
 * IndicatorPack ours = IndicatorPack.parse(json);
 * }</pre>
 */
package org.iltlib.finding.policy;
