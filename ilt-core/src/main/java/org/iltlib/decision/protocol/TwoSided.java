package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Rational;
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
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Enough for, and not too many against: adopted if the yes votes of those who take part meet a share, and the no votes
 * of everybody do not exceed another. Abstentions count on neither side. Votes
 * count by weight where weights differ. Immutable.
 *
 * <p>Commonly told as the rule for standards of the ISO: two thirds of the participating members for, and not more than
 * a quarter of all votes cast against.
 *
 * @param participants whose yes votes are counted against their no votes; everybody's if absent
 * @param enough the share of their votes cast that must be for
 * @param mostAgainst the share of all votes cast that may be against
 */
public record TwoSided(Optional<StakeholderGroup> participants, Minimum enough, Fraction mostAgainst)
        implements DecisionProtocol {
    /** The written form. */
    public static final Form<TwoSided> FORM = Form.of(
            "participants",
            Forms.optional(StakeholderGroup.FORM),
            TwoSided::participants,
            "enough",
            Minimum.FORM,
            TwoSided::enough,
            "mostAgainst",
            Fraction.FORM,
            TwoSided::mostAgainst,
            TwoSided::new);

    @Override
    public String name() {
        return "two-sided majority (%s for%s, at most %s against)"
                .formatted(
                        enough,
                        participants.map(group -> " of " + group.plural()).orElse(""),
                        mostAgainst);
    }

    @Override
    public boolean countsHeads() {
        return participants.isEmpty();
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int yes = count.tally("yes", Position.yes()::equals);
        int no = count.tally("no", Position.no()::equals);
        int abstain = count.tally("abstain", Position::isAbstention);
        Rational yesThere = among(count, Position.yes());
        Rational there = yesThere.plus(among(count, Position.no()));
        Rational against = count.weigh(Position.no()::equals);
        Rational all = count.weigh(Position.yes()::equals).plus(against);
        count.step("Votes: %s yes, %s no, %s abstain.", yes, no, abstain);
        count.step(
                "For: %s of %s%s, %s is needed.",
                yesThere,
                there,
                participants.map(group -> " votes cast by " + group.plural()).orElse(" votes cast"),
                enough);
        count.step("Against: %s of %s votes cast, at most %s allowed.", against, all, mostAgainst);
        boolean met = Threshold.of(enough, Threshold.Base.CAST).isMetBy(yesThere, there);
        boolean spared =
                against.compareTo(all.times(Rational.of(mostAgainst.numerator(), mostAgainst.denominator()))) <= 0;
        String claim = there.signum() == 0
                ? "no votes counted."
                : met && spared ? "enough for, not too many against." : met ? "too many against." : "not enough for.";
        Outcome.Builder outcome = count.ending(met && spared ? Status.ADOPTED : Status.REJECTED, claim)
                .base(yes + no);
        if (roll.isWeighted()) {
            outcome.baseWeight(all);
        }
        return outcome.build();
    }

    private Rational among(Tally count, Position position) {
        return count.weigh(count.those(position::equals).stream()
                .map(Ballot::person)
                .filter(person -> participants
                        .filter(group -> !count.groupOf(person).equals(group))
                        .isEmpty())
                .toList());
    }
}
