package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;

/**
 * Takes the temperature: everybody shows where they stand, in votes, fingers, thumbs, levels or stances. It binds nobody
 * and can never adopt: whatever is shown, the outcome is {@code NEEDS_ROUND}, since the question is still open, with the
 * distribution as its counts ({@code NO_QUORUM} and {@code INVALID} as everywhere). {@link #isBinding()} is false, so
 * that a ladder can tell. Immutable.
 */
public record ShowOfStanding() implements DecisionProtocol {
    /** The written form. */
    public static final Form<ShowOfStanding> FORM =
            Form.<ShowOfStanding, Object>built(Object::new, none -> new ShowOfStanding());

    @Override
    public String name() {
        return "show of standing";
    }

    @Override
    public boolean isBinding() {
        return false;
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(), ballots, roll, context, position -> !words(position).isEmpty());
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        Map<String, Integer> shown = new TreeMap<>();
        count.valid().forEach(ballot -> shown.merge(words(ballot.position()), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        shown.forEach((words, number) -> {
            count.put(words, number);
            text.append(text.isEmpty() ? "" : ", ").append(number).append(" × ").append(words);
        });
        count.step("Shown: %s.", text.isEmpty() ? "nothing" : text);
        return count.end(Status.NEEDS_ROUND, "a show of standing decides nothing.", "word a proposal and decide on it");
    }

    private static String words(Position position) {
        if (position instanceof Position.Grade) {
            return "level " + position.inWords();
        }
        return position.isBlock()
                        || position instanceof Position.Vote
                        || position instanceof Position.Fingers
                        || position instanceof Position.Stance
                        || position instanceof Position.Thumb
                ? position.inWords()
                : "";
    }
}
