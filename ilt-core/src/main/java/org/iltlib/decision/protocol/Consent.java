package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Adopted if no reasoned objection remains, everybody present was heard, and a review date is set (sociocracy). An
 * objection without a reason is invalid. Nobody abstains: silence is asked. Objections are worked into the text in
 * another round; after the last round the next broader circle decides. An objection that is
 * {@linkplain Groundwork#resolved() resolved} stops nothing; who raised it is heard, and consents only by saying so.
 * Immutable.
 *
 * @param maxRounds the last round, at least 1
 */
public record Consent(int maxRounds) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Consent> FORM = Form.of("maxRounds", Forms.INTEGER, Consent::maxRounds, Consent::new);

    /** Checks the number. */
    public Consent {
        Checks.positive(maxRounds, "maxRounds");
    }

    @Override
    public String name() {
        return "consent (at most " + maxRounds + " rounds)";
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Objections objections() {
        return Objections.TESTED;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(), ballots, roll, context, position -> position instanceof Position.Stance || position.isBlock());
        if (context.reviewOn().isEmpty()) {
            return count.end(Status.INVALID, "consent needs a review date.", "set a review date");
        }
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        List<Ballot> objections = count.those(Position::isBlock);
        long resolved = objections.stream()
                .filter(ballot -> context.groundwork().resolved().contains(ballot.person()))
                .count();
        long reasoned = objections.stream()
                .filter(ballot -> !context.groundwork().resolved().contains(ballot.person()))
                .filter(BlockRuling::isReasoned)
                .count();
        int abstain = count.tallyHeads("abstain", Position::isAbstention);
        int object = count.tallyHeads("object", Position::isBlock);
        int consent = count.tallyHeads("consent", position -> !position.isAbstention() && !position.isBlock());
        if (resolved > 0) {
            count.step("Resolved: %s of %s objections.", resolved, object);
        }
        count.step("Answers: %s consent, %s object, %s of them with a reason.", consent, object, reasoned);
        if (reasoned > 0 && context.round() >= maxRounds) {
            return count.end(
                    Status.ESCALATED, "an objection stands after the last round.", "the next broader circle decides");
        } else if (reasoned > 0) {
            return count.end(Status.NEEDS_ROUND, "an objection stands.", "work the objection into the text, ask again");
        }
        int unheard = count.silent().size() + count.listIllegal().size() + abstain;
        if (unheard > 0) {
            return count.end(Status.NEEDS_ROUND, unheard + " not heard.", "ask those who were silent");
        }
        return consent > 0
                ? count.end(Status.ADOPTED, "no reasoned objection.")
                : count.end(Status.REJECTED, "nobody consented.");
    }
}
