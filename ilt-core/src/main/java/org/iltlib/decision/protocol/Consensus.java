package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Adopted if nobody blocks, few stand aside, and somebody agrees. A block without a reason counts as standing aside;
 * too many standing aside mean that the proposal is not ready. Immutable.
 *
 * @param mostStandAsides how many may stand aside, zero or more
 */
public record Consensus(int mostStandAsides) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Consensus> FORM =
            Form.of("mostStandAsides", Forms.INTEGER, Consensus::mostStandAsides, Consensus::new);

    /** Checks the number. */
    public Consensus {
        Checks.notNegative(mostStandAsides, "mostStandAsides");
    }

    @Override
    public String name() {
        return "consensus (at most " + mostStandAsides + " stand aside)";
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Stance);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int agree = count.tally("agree", Position.stance(Stand.AGREE)::equals);
        int reservations = count.tally("reservations", Position.stance(Stand.RESERVATIONS)::equals);
        int aside = count.tally("stand aside", Position.stance(Stand.STAND_ASIDE)::equals);
        int block = count.tally("block", Position.stance(Stand.BLOCK)::equals);
        count.tally("abstain", Position::isAbstention);
        int reasoned = (int) count.those(Position.stance(Stand.BLOCK)::equals).stream()
                .filter(ballot -> ballot.reason().isPresent())
                .count();
        int asideInAll = aside + block - reasoned;
        count.step(
                "Answers: %s agree, %s with reservations, %s stand aside, %s block, %s of them with a reason.",
                agree, reservations, aside, block, reasoned);
        if (reasoned > 0) {
            return count.end(Status.BLOCKED, reasoned + " block with a reason.", "ask what would remove the block");
        } else if (asideInAll > mostStandAsides) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "%s stand aside, at most %s may.".formatted(asideInAll, mostStandAsides),
                    "hear the concerns, amend, ask again");
        }
        return agree + reservations > 0
                ? count.end(Status.ADOPTED, "no block, %s stand aside.".formatted(asideInAll))
                : count.end(Status.REJECTED, "nobody agreed.");
    }
}
