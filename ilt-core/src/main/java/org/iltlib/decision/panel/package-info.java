/**
 * Anonymous panels in rounds (Delphi): members rate items, see where the group stands, and rate again, until enough agree
 * or nothing moves any more.
 *
 * <p>Start with {@link org.iltlib.decision.panel.PanelRound} (what was rated), {@link
 * org.iltlib.decision.panel.Delphi} (when it is enough) and {@link org.iltlib.decision.panel.PanelResult}.
 *
 * <pre>{@code
 * Delphi delphi = Delphi.of(ConsensusRule.bands(Fraction.parse("7/10"), Fraction.parse("3/20"))).withMostRounds(3);
 * PanelResult result = delphi.assess(List.of(first, second));
 * result.status();                 // NEEDS_ROUND
 * result.items().get(0).why();     // which share rated it 7 to 9, out of how many who answered
 * }</pre>
 */
package org.iltlib.decision.panel;
