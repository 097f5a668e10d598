/**
 * What the numbers of a materials review say: whom students meet beside who they are, how far a panel agreed beyond chance,
 * and who can use the technology.
 *
 * <p>Start with {@link org.iltlib.analytics.review.Representation}, {@link org.iltlib.analytics.review.PanelAgreement} and
 * {@link org.iltlib.analytics.review.TechnologyAccess}.
 *
 * <pre>{@code
 * RepresentationReport report = Representation.withDefaults().of(tally, Map.of("girls", 210L, "boys", 190L));
 * report.listRare();                                       // met less often than their share
 * PanelAgreement.of(ReviewResult.of(rubric, review)).alpha();
 * List<AccessShares> shares = TechnologyAccess.withDefaults().of(technology.access());
 * TechnologyAccess.findWorstOff(shares, AccessShares::connected);
 * }</pre>
 */
package org.iltlib.analytics.review;
