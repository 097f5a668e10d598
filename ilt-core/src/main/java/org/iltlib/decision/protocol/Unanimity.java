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
import org.iltlib.form.Forms;

/**
 * Adopted if nobody says no or blocks and somebody says yes; in the strict reading if all entitled say yes, so that an
 * abstention or an absence is enough to stop it. Immutable.
 *
 * @param strict whether everybody entitled must say yes
 */
public record Unanimity(boolean strict) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Unanimity> FORM = Form.of("strict", Forms.FLAG, Unanimity::strict, Unanimity::new);

    @Override
    public String name() {
        return strict ? "unanimity (of all entitled)" : "unanimity (of votes cast)";
    }

    @Override
    public boolean countsHeads() {
        return true;
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
        int no = count.tallyHeads("no", Position.no()::equals);
        int abstain = count.tallyHeads("abstain", Position::isAbstention);
        int block = count.those(Position::isBlock).size();
        if (block > 0) {
            count.put("block", block);
            count.step("Blocks: %s, each as good as a no.", block);
        }
        int base = strict ? count.entitled() : yes + no + block;
        count.step("Votes: %s yes, %s no, %s abstain.", yes, no, abstain);
        return count.ending(
                        yes > 0 && yes == base ? Status.ADOPTED : Status.REJECTED, "%s yes of %s.".formatted(yes, base))
                .base(base)
                .build();
    }
}
