package org.iltlib.decision.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
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
 * One member decides after asking for advice. Everybody whose advice is required must have been asked
 * ({@link VotingContext#asked()}); being asked without answering is enough. The decider is not bound by the advice;
 * other members' ballots are counted and shown. There is no quorum. Immutable.
 *
 * @param decider who decides; holds a seat
 * @param advisers who must be asked
 */
public record Advice(PersonId decider, Set<PersonId> advisers) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Advice> FORM = Form.of(
            "decider",
            PersonId.FORM,
            Advice::decider,
            "advisers",
            Forms.setOf(PersonId.FORM),
            Advice::advisers,
            Advice::new);

    /** Copies the advisers, in their natural order. */
    public Advice {
        advisers = Collections.unmodifiableSet(new TreeSet<>(advisers));
    }

    @Override
    public String name() {
        return "advice process";
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        for (PersonId adviser : advisers) {
            if (!context.asked().contains(adviser)) {
                return count.end(Status.INVALID, adviser + " was never asked.", "ask for the advice, then decide");
            }
        }
        count.step("Advice: all %s required advisers were asked.", advisers.size());
        count.tally("yes", Position.yes()::equals);
        count.tally("no", Position.no()::equals);
        count.tally("abstain", Position::isAbstention);
        return count.valid().stream()
                .filter(ballot ->
                        ballot.person().equals(decider) && !ballot.position().isAbstention())
                .findFirst()
                .map(ballot -> ballot.position().equals(Position.yes())
                        ? count.end(Status.ADOPTED, decider + " decided so.")
                        : count.end(Status.REJECTED, decider + " decided against it."))
                .orElseGet(() -> count.end(Status.NEEDS_ROUND, decider + " has not decided.", "the decider decides"));
    }
}
