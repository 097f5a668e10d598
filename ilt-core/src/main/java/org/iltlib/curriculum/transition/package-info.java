/**
 * Students move on, to the next grade or another school: what they need there, what the giving team tells the receiving
 * team, and whether that one has read it. Figures are of groups; no student is named.
 *
 * <p>Start with {@link org.iltlib.curriculum.transition.TransitionPoint}, {@link
 * org.iltlib.curriculum.transition.HandOff}, {@link org.iltlib.curriculum.transition.HandOffReceipt} and {@link
 * org.iltlib.curriculum.transition.Transition}, which puts them together.
 *
 * <pre>{@code
 * Transition transition = Transition.of(fiveToSix, handOffs, receipts);
 * transition.listWaiting(today);          // hand-offs that nobody has acknowledged
 * transition.listWeakest(handOff, 3);     // [6.RP.A.1 1/2, 5.NF.B.3 11/20, 5.NBT.B.7 3/5]
 * transition.listUnanswered(handOff);     // concerns that no receipt takes up
 * }</pre>
 */
package org.iltlib.curriculum.transition;
