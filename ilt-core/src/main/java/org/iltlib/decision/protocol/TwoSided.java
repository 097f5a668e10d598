package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
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
import org.iltlib.people.StakeholderGroup;

/**
 * Enough for, and not too many against: adopted if the yes votes of those who take part meet a share, and the no votes
 * of everybody do not exceed another. Abstentions count on neither side. Immutable.
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
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int yes = count.tally("yes", Position.yes()::equals);
        int no = count.tally("no", Position.no()::equals);
        int abstain = count.tally("abstain", Position::isAbstention);
        long yesThere = among(count, roll, Position.yes());
        long noThere = among(count, roll, Position.no());
        long there = yesThere + noThere;
        count.step("Votes: %s yes, %s no, %s abstain.", yes, no, abstain);
        count.step(
                "For: %s of %s%s, %s needed.",
                yesThere,
                there,
                participants.map(group -> " votes cast by " + group.plural()).orElse(" votes cast"),
                enough.needed(there));
        count.step("Against: %s of %s votes cast, at most %s allowed.", no, yes + no, mostAgainst);
        boolean met = enough.isMetBy(yesThere, there);
        boolean spared = mostAgainst.compareShare(no, (long) yes + no) <= 0;
        String claim = there == 0
                ? "no votes counted."
                : met && spared ? "enough for, not too many against." : met ? "too many against." : "not enough for.";
        return count.ending(met && spared ? Status.ADOPTED : Status.REJECTED, claim)
                .base(yes + no)
                .build();
    }

    private long among(Tally count, VotingRoll roll, Position position) {
        return count.those(position::equals).stream()
                .filter(ballot -> participants
                        .map(group -> roll.findSeat(ballot.person())
                                .filter(seat -> seat.group().equals(group))
                                .isPresent())
                        .orElse(true))
                .count();
    }
}
