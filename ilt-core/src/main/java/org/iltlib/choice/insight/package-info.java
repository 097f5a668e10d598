/**
 * What a result rests on: how far the rules agree on these ballots, how many ballots would have to differ for another to
 * win, which paradoxes these very ballots show, and the rounds of a count as tidy rows.
 *
 * <p>Start with {@link org.iltlib.choice.insight.RuleAgreement}, {@link org.iltlib.choice.insight.VictoryMargins} and
 * {@link org.iltlib.choice.insight.ParadoxSearch}.
 *
 * <pre>{@code
 * System.out.println(RuleAgreement.of(profile).why());
 * VictoryMargin margin = VictoryMargins.withDefaults().of(SingleWinnerRules.IRV, profile);
 * System.out.println("At least " + margin.atLeast() + " ballots, exact: " + margin.isExact());
 * ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.IRV, profile);
 * report.witnesses().forEach(witness -> System.out.println(witness.story()));
 * RoundTable.of(SingleWinnerRules.IRV.count(profile)).rows().forEach(System.out::println);
 * }</pre>
 */
package org.iltlib.choice.insight;
