package org.iltlib.decision.protocol;

import java.util.List;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.team.Office;

/**
 * The holder of an office decides, after the team has said what it recommends. All others vote yes, no or abstain; more
 * yes than no is a recommendation for, more no than yes one against, as many is none. The decider's own vote is the
 * decision. One that differs from the recommendation needs a reason, which the outcome publishes; without it nothing is
 * decided.
 *
 * <p>Exactly one voting member holds the office, otherwise the outcome is {@code INVALID}. A decider who is recused and
 * so may not vote does not decide: {@code ESCALATED}. One who is absent, abstains or does not vote has not decided yet:
 * {@code NEEDS_ROUND}. Quorum is that of the team. Linear in ballots times seats. Immutable.
 *
 * @param decider the office whose holder decides
 */
public record PrincipalReserved(Office decider) implements DecisionProtocol {
    /** The written form. */
    public static final Form<PrincipalReserved> FORM =
            Form.of("decider", Office.FORM, PrincipalReserved::decider, PrincipalReserved::new);

    @Override
    public String name() {
        return "decision reserved to the " + decider;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        Decider one = Decider.of(decider, count, roll);
        return one.missing().or(count::early).or(one::recused).orElseGet(one::decide);
    }
}
