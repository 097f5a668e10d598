package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.TiePolicy.Settled;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;

/**
 * Yes, no or abstain; adopted if the yes votes meet a threshold. As many yes as no under a simple majority of votes cast
 * is a tie, which does not adopt unless a policy for ties ({@link VotingContext#ties()}) settles it so. Votes count by
 * weight where weights differ. A threshold out of reach even if everybody entitled said yes is a fault of the rules,
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
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        Optional<Outcome> early = count.early(threshold);
        if (early.isPresent()) {
            return early.get();
        }
        int yes = count.tally("yes", Position.yes()::equals);
        int no = count.tally("no", Position.no()::equals);
        int abstain = count.tally("abstain", Position::isAbstention);
        int base = count.base(threshold.base());
        count.step("Votes: %s yes, %s no, %s abstain.", yes, no, abstain);
        if (roll.isWeighted()) {
            count.step(
                    "Weights: %s yes, %s no.", count.weigh(Position.yes()::equals), count.weigh(Position.no()::equals));
        }
        count.explain(threshold);
        Status status = Status.REJECTED;
        Optional<String> nextStep = Optional.empty();
        if (count.isMet(threshold, Position.yes()::equals)) {
            status = Status.ADOPTED;
        } else if (isTie(count)) {
            Settled settled = count.settle(List.of("yes", "no"), Majority::side, Optional.of("no"));
            status = settled.winner()
                    .map(winner -> winner.equals("yes") ? Status.ADOPTED : Status.REJECTED)
                    .orElse(Status.TIED);
            nextStep = settled.nextStep();
        }
        String claim = base == 0 ? "no votes counted." : "%s yes of %s.".formatted(yes, base);
        Outcome.Builder outcome = count.ending(status, claim, threshold);
        nextStep.ifPresent(outcome::nextStep);
        return outcome.build();
    }

    private boolean isTie(Tally count) {
        Rational yes = count.weigh(Position.yes()::equals);
        return threshold.base() == Threshold.Base.CAST
                && threshold.minimum().share().equals(Fraction.HALF)
                && yes.signum() > 0
                && yes.equals(count.weigh(Position.no()::equals));
    }

    private static Optional<String> side(Position position) {
        if (position.isAbstention()) {
            return Optional.empty();
        }
        return Optional.of(position.equals(Position.yes()) ? "yes" : "no");
    }
}
