package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
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
 * Asked whether anybody objects, nobody does: adopted without a vote. Here silence is consent. A single objection, with
 * or without a reason, turns the question into a vote: {@code NEEDS_ROUND}, unless it is
 * {@linkplain org.iltlib.decision.vote.Groundwork#resolved() resolved}. So does an illegal paper, which is neither silence
 * nor consent. Somebody must be there who neither abstains nor objected.
 * Known in parliamentary procedure as unanimous consent. Immutable.
 */
public record GeneralConsent() implements DecisionProtocol {
    /** The written form. */
    public static final Form<GeneralConsent> FORM =
            Form.<GeneralConsent, Object>built(Object::new, none -> new GeneralConsent());

    @Override
    public String name() {
        return "general consent";
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Objections objections() {
        return Objections.COUNTED;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(), ballots, roll, context, position -> position instanceof Position.Vote || position.isBlock());
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int yes = count.tallyHeads("yes", Position.yes()::equals);
        count.tallyHeads("object", position -> position.equals(Position.no()) || position.isBlock());
        long resolved = count.those(Position::isBlock).stream()
                .filter(ballot -> context.groundwork().resolved().contains(ballot.person()))
                .count();
        long object = count.those(position -> position.equals(Position.no()) || position.isBlock())
                        .size()
                - resolved;
        int abstain = count.tallyHeads("abstain", Position::isAbstention);
        int silent = count.silent().size();
        count.put("silent", silent);
        if (resolved > 0) {
            count.step("Resolved: %s of the objections.", resolved);
        }
        count.step("Answers: %s object, %s say yes, %s are silent, %s abstain.", object, yes, silent, abstain);
        if (object > 0) {
            return count.end(Status.NEEDS_ROUND, object + " object.", "put it to the vote");
        }
        int illegal = count.listIllegal().size();
        if (illegal > 0) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "%s papers are illegal, which is neither silence nor consent.".formatted(illegal),
                    "ask again");
        }
        return yes + silent > 0
                ? count.end(Status.ADOPTED, "nobody objects.")
                : count.end(Status.REJECTED, "nobody is there who does not abstain.");
    }
}
