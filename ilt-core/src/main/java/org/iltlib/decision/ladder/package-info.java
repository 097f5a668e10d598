/**
 * Ways to decide that follow one another: consensus, then a vote when rounds or days are used up, then a named authority,
 * and a larger body that ratifies.
 *
 * <p>Start with {@link org.iltlib.decision.ladder.Ladder}, which is played with
 * {@link org.iltlib.decision.ladder.Sitting}s and gives a {@link org.iltlib.decision.ladder.LadderState}.
 *
 * <pre>{@code
 * Ladder ladder = Ladder.builder().name("consensus, else 80 %")
 *         .addSteps(Ladder.Step.of("consensus", Protocols.CONSENSUS), Ladder.Step.of("vote", vote))
 *         .build();
 * LadderState state = ladder.play(startedOn, sittings, today, calendar);
 * state.outcome();                                                 // needs another round: the step "vote" is due
 * }</pre>
 */
package org.iltlib.decision.ladder;
