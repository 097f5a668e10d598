/**
 * All reports on alignment from one store of judgments, each figure beside the agreement of those who judged.
 *
 * <p>Start with {@link org.iltlib.analytics.alignment.panel.PanelAgreement}, then {@link
 * org.iltlib.analytics.alignment.panel.WebbReport}, {@link org.iltlib.analytics.alignment.panel.PorterReport} and {@link
 * org.iltlib.analytics.alignment.panel.AchieveReport}.
 *
 * <pre>{@code
 * PanelAgreement agreement = PanelAgreement.of(DemandScale.DOK, alignment.listRound(1));
 * System.out.println(agreement.objective()); // 3/4
 * WebbReport webb = WebbReport.of(alignment, 1, standards);
 * System.out.println(webb.lines().get(0).result().balanceVerdict()); // YES
 * PorterReport porter = PorterReport.of(alignment, 1, intended, topicOf);
 * System.out.println(porter.index()); // 0.71 [0.66, 0.76]
 * porter.against(porter.pairedItems(), PorterChance.seeded(7)); // within what chance gives
 * }</pre>
 */
package org.iltlib.analytics.alignment.panel;
