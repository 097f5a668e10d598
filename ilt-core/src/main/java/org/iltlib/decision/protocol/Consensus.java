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
 * Adopted if no block stands, few stand aside, and somebody agrees. A block that does not stand, such as one without a
 * reason, counts as standing aside; too many standing aside mean that the proposal is not ready. A share of those who
 * stand aside is one of the ballots that do not abstain. Immutable.
 *
 * @param mostStandAsides how many may stand aside
 * @param blocks when a block stands
 * @param blocksAllowed how many blocks a person may use in the span of which the groundwork counts them, usually a
 *     year; at least 1, absent if there is no limit
 */
public record Consensus(AtMost mostStandAsides, BlockRule blocks, Optional<Integer> blocksAllowed)
        implements DecisionProtocol {
    /** The written form. */
    public static final Form<Consensus> FORM = Form.of(
            "mostStandAsides",
            AtMost.FORM,
            Consensus::mostStandAsides,
            "blocks",
            Forms.optional(BlockRule.form()),
            consensus -> Optional.of(consensus.blocks()).filter(rule -> !(rule instanceof BlockRule.WithReason)),
            "blocksAllowed",
            Forms.optional(Forms.INTEGER),
            Consensus::blocksAllowed,
            (most, blocks, allowed) -> new Consensus(most, blocks.orElseGet(BlockRule::withReason), allowed));

    /** Checks the number. */
    public Consensus {
        blocksAllowed.ifPresent(allowed -> Checks.positive(allowed, "blocksAllowed"));
    }

    /** So many may stand aside, and a block with a reason stands. */
    public Consensus(int mostStandAsides) {
        this(AtMost.of(mostStandAsides), BlockRule.withReason(), Optional.empty());
    }

    /** A copy with that rule for blocks. */
    public Consensus withBlocks(BlockRule rule) {
        return new Consensus(mostStandAsides, rule, blocksAllowed);
    }

    /** A copy with so many blocks for each person. */
    public Consensus withBlocksAllowed(int most) {
        return new Consensus(mostStandAsides, blocks, Optional.of(most));
    }

    @Override
    public String name() {
        return "consensus (%s stand aside%s%s)"
                .formatted(
                        mostStandAsides.inWords(),
                        blocks instanceof BlockRule.WithReason ? "" : "; blocks " + blocks,
                        blocksAllowed
                                .map(allowed -> "; at most " + allowed + " a person")
                                .orElse(""));
    }

    @Override
    public boolean countsHeads() {
        return blocksAllowed.isEmpty() && !(blocks instanceof BlockRule.Confirmed);
    }

    @Override
    public Objections objections() {
        if (blocks instanceof BlockRule.Confirmed) {
            return Objections.CONFIRMED;
        }
        return blocks instanceof BlockRule.Several ? Objections.COUNTED : Objections.TESTED;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(), ballots, roll, context, position -> position instanceof Position.Stance || position.isBlock());
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int agree = count.tallyHeads("agree", Position.stance(Stand.AGREE)::equals);
        int reservations = count.tallyHeads("reservations", Position.stance(Stand.RESERVATIONS)::equals);
        int aside = count.tallyHeads("stand aside", Position.stance(Stand.STAND_ASIDE)::equals);
        int block = count.tallyHeads("block", Position::isBlock);
        int abstain = count.tallyHeads("abstain", Position::isAbstention);
        long reasoned = count.those(Position::isBlock).stream()
                .filter(BlockRuling::isReasoned)
                .count();
        count.step(
                "Answers: %s agree, %s with reservations, %s stand aside, %s block, %s of them with a reason.",
                agree, reservations, aside, block, reasoned);
        BlockRuling ruling = BlockRuling.of(this, count, context);
        int asideInAll = aside + ruling.aside();
        if (ruling.standing() > 0) {
            return count.end(
                    Status.BLOCKED, ruling.standing() + " block " + blocks + ".", "ask what would remove the block");
        } else if (ruling.untested() > 0) {
            return count.end(
                    Status.NEEDS_ROUND,
                    ruling.untested() + " block and the team has not been asked whether it is one.",
                    "ask who confirms and who supports the block");
        } else if (!mostStandAsides.allows(asideInAll, count.valid().size() - abstain)) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "%s stand aside, %s may.".formatted(asideInAll, mostStandAsides.inWords()),
                    "hear the concerns, amend, ask again");
        }
        return agree + reservations > 0
                ? count.end(Status.ADOPTED, "no block, %s stand aside.".formatted(asideInAll))
                : count.end(Status.REJECTED, "nobody agreed.");
    }
}
