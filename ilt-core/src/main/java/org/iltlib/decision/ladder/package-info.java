/**
 * Ways to decide that follow one another: consensus, then a vote when rounds or days are used up, then a named authority,
 * and a larger body that ratifies.
 *
 * <p>Start with {@link org.iltlib.decision.ladder.Ladder}, which is played with
 * {@link org.iltlib.decision.ladder.LadderEvent}s, {@link org.iltlib.decision.ladder.Sitting}s above all, and gives a
 * {@link org.iltlib.decision.ladder.LadderState}. The rules of schools are
 * {@link org.iltlib.decision.ladder.SchoolLadders}.
 *
 * <pre>{@code
 * Ladder ladder = Ladder.builder().name("consensus, else 80 %")
 *         .addSteps(Ladder.Step.of("consensus", Protocols.CONSENSUS), Ladder.Step.of("vote", vote))
 *         .build();
 * LadderState state = ladder.play(startedOn, sittings, today, calendar);
 * state.outcome();                                                 // needs another round: the step "vote" is due
 * state.reminders();                                               // what is due when
 * }</pre>
 *
 * <p>For the record: a team adopts a ladder ({@link org.iltlib.decision.ladder.AdoptedLadder}), takes a matter up it
 * ({@link org.iltlib.decision.ladder.LadderMatter}), and writes down what happens
 * ({@link org.iltlib.decision.ladder.LadderEntry}).
 */
package org.iltlib.decision.ladder;
