package org.iltlib.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.choice.TieBreak;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;

/**
 * What to do with ties.
 *
 * @param steps the chain; empty to leave every tie as it is
 * @param byOrder whether the order of the file decides in the end
 */
record TiePolicy(TieChain steps, boolean byOrder) {
    static TiePolicy parse(String text, BallotFile ballots) {
        List<TieBreak> steps = new ArrayList<>();
        if (text.equals("all")) {
            return new TiePolicy(new TieChain(steps), false);
        }
        boolean order = false;
        for (String word : List.of(text.split(",", -1))) {
            order |= word.equals("order");
            steps.add(step(word, ballots));
        }
        return new TiePolicy(new TieChain(steps), order);
    }

    private static TieBreak step(String word, BallotFile ballots) {
        if (word.startsWith("lot:") && word.length() > 4) {
            return TieBreaks.lot(word.substring(4));
        }
        return switch (word) {
            case "order" ->
                TieBreaks.order(
                        IntStream.range(0, ballots.approvals().size()).boxed().toList());
            case "file" -> {
                if (ballots.tieOrder().isEmpty()) {
                    throw new UsageException("The file gives no order for ties.");
                }
                yield TieBreaks.order(ballots.tieOrder());
            }
            case "previous-rounds" -> TieBreaks.PREVIOUS_ROUNDS;
            case "earliest-rounds" -> TieBreaks.EARLIEST_ROUNDS;
            case "first-preferences" -> TieBreaks.FIRST_PREFERENCES;
            case "head-to-head" -> TieBreaks.HEAD_TO_HEAD;
            default ->
                throw new UsageException("There is no tie policy \"" + word
                        + "\". Expected all, or some of order, file, previous-rounds, earliest-rounds,"
                        + " first-preferences, head-to-head, lot:SEED between commas.");
        };
    }

    /** The chain, if ties are to be broken. */
    Optional<TieChain> chain() {
        return steps.steps().isEmpty() ? Optional.empty() : Optional.of(steps);
    }
}
