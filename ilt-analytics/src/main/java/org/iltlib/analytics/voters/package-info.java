/**
 * Voters who never were, drawn by a named law, and what rules of choice make of their ballots.
 *
 * <p>Start with {@link org.iltlib.analytics.voters.VoterModels} (the laws), {@link
 * org.iltlib.analytics.voters.Electorate} (what they draw: rankings, and utilities where the law has some) and {@link
 * org.iltlib.analytics.voters.RuleStudy} (rules compared on the same electorates, with intervals).
 *
 * <pre>{@code
 * VoterModel model = VoterModels.mallows(5, 0.7);
 * Profile profile = model.draw(25, 7).toProfile();                 // 25 voters, seed 7
 * RuleStudy study = RuleStudy.withDefaults().withVoters(25).withElections(2_000);
 * RuleStudyResult result = study.of(model, 1985);
 * result.condorcetEfficiency(SingleWinnerRules.BORDA.ruleName());  // how often Borda elects the Condorcet winner
 * }</pre>
 *
 * <p>A model is an assumption, not a description of any electorate: a figure found here follows from the law that was
 * chosen. The same seed gives the same ballots on any Java virtual machine and any number of threads.
 */
@NullMarked
package org.iltlib.analytics.voters;

import org.jspecify.annotations.NullMarked;
