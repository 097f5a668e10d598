package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;

/**
 * Yes, no or abstain; adopted if the yes votes meet a threshold. As many yes as no under a simple majority of votes cast
 * is a tie, which does not adopt. A threshold out of reach even if everybody entitled said yes is a fault of the rules,
 * not of the proposal. Linear in ballots times seats. Immutable.
 *
 * @param threshold the threshold
 */
public record Majority(Threshold threshold) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Majority> FORM = Form.of("threshold", Threshold.FORM, Majority::threshold, Majority::new);

    /** Adoption by that threshold. */
    public static Majority of(Threshold threshold) {
        return new Majority(threshold);
    }

    @Override
    public String name() {
        return "majority (" + threshold + ")";
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        boolean fixedBase = threshold.base() == Threshold.Base.ENTITLED || threshold.base() == Threshold.Base.SEATS;
        if (fixedBase && threshold.needed(count.base(threshold.base())) > count.entitled()) {
            return count.end(
                    Status.INVALID,
                    "%s needs %s yes votes, and only %s members may vote."
                            .formatted(threshold, threshold.needed(count.base(threshold.base())), count.entitled()));
        }
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int yes = count.tally("yes", Position.yes()::equals);
        int no = count.tally("no", Position.no()::equals);
        int abstain = count.tally("abstain", Position::isAbstention);
        int base = count.base(threshold.base());
        count.step("Votes: %s yes, %s no, %s abstain.", yes, no, abstain);
        count.step("Threshold: %s, that is %s of %s.", threshold, threshold.needed(base), base);
        Status status;
        if (threshold.isMetBy(yes, base)) {
            status = Status.ADOPTED;
        } else if (yes == no
                && yes > 0
                && threshold.base() == Threshold.Base.CAST
                && threshold.minimum().share().equals(Fraction.HALF)) {
            status = Status.TIED;
        } else {
            status = Status.REJECTED;
        }
        String claim = base == 0 ? "no votes counted." : "%s yes of %s.".formatted(yes, base);
        return count.ending(status, claim).base(base).threshold(threshold).build();
    }
}
