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
        if (position.isAbstention()) {
            return "abstain";
        } else if (position.isBlock()) {
            return "block";
        } else if (position instanceof Position.Vote vote) {
            return lower(vote.choice());
        } else if (position instanceof Position.Fingers hand) {
            return Integer.toString(hand.shown());
        } else if (position instanceof Position.Grade grade) {
            return "level " + grade.level();
        } else if (position instanceof Position.Stance stance) {
            return lower(stance.stand());
        } else if (position instanceof Position.Thumb thumb) {
            return "thumb " + lower(thumb.shown());
        }
        return "";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
