/**
 * What the evidence means: numbers with their uncertainty, findings stated in words, gaps and needs.
 *
 * <p>Start with {@link org.iltlib.finding.Estimate}: a number never stands without its interval and the number of
 * cases behind it.
 */
package org.iltlib.finding;
