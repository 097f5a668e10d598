/**
 * Whether an item is fair: students of two groups who stand alike on the test should do alike on the item.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.fairness.FairnessStudy}, which looks at every item of a table and
 * controls for having looked at many; {@link org.iltlib.analytics.measurement.fairness.DifCounts} are the counts that
 * everything is computed from, and they merge. A flagged item is to be read by people, not deleted: a difference in an
 * item is not yet unfairness.
 *
 * <pre>{@code
 * FairnessStudy study = FairnessStudy.between("0", "1").withPurification();
 * for (ItemFairness item : study.of(read.table(), read.getGroups("group"))) {
 *     System.out.println(item.item() + " " + item.mantelHaenszel());   // i4 C, against the focal group …
 *     System.out.println(item.logistic());
 * }
 * }</pre>
 */
package org.iltlib.analytics.measurement.fairness;
