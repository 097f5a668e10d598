/**
 * What the evidence means: numbers with their uncertainty, findings stated in words, gaps and needs.
 *
 * <p>Start with {@link org.iltlib.finding.Estimate} (a number never stands without its interval and the number of cases
 * behind it), {@link org.iltlib.finding.Finding} (a strength, a weakness or neither, with its evidence) and
 * {@link org.iltlib.finding.Need} (what follows for students or teachers).
 *
 * <pre>{@code
 * FindingSummary summary = FindingSummary.of(findings);
 * if (summary instanceof FindingSummary.Incomplete incomplete) {
 *     System.out.println(incomplete.reason());            // no strength is named among 7 findings
 * }
 * Need first = PriorityNeed.rank(needs).get(0).need();
 * }</pre>
 */
package org.iltlib.finding;
