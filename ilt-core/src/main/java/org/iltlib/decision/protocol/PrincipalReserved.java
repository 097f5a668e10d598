package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
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
        List<PersonId> holders = roll.seats().stream()
                .filter(seat -> seat.voting() && seat.offices().contains(decider))
                .flatMap(seat -> seat.person().stream())
                .toList();
        if (holders.size() != 1) {
            return count.end(
                    Status.INVALID,
                    "%s voting members hold the office %s; exactly one can decide.".formatted(holders.size(), decider));
        }
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        PersonId person = holders.get(0);
        if (count.excluded(person)) {
            return count.end(
                    Status.ESCALATED,
                    "the %s is recused.".formatted(decider),
                    "let the authority above the %s decide".formatted(decider));
        }
        int yes = others(count, person, Position.yes(), "yes");
        int no = others(count, person, Position.no(), "no");
        others(count, person, Position.abstain(), "abstain");
        int balance = Integer.compare(yes, no);
        String recommended = balance == 0 ? "makes no recommendation" : "recommends " + (balance > 0 ? "yes" : "no");
        count.step("Recommendation: the others vote %s yes, %s no; the team %s.", yes, no, recommended);
        Optional<Ballot> own = count.valid().stream()
                .filter(ballot ->
                        ballot.person().equals(person) && !ballot.position().isAbstention())
                .findFirst();
        if (own.isEmpty()) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "the %s has not decided.".formatted(decider),
                    "the %s decides".formatted(decider));
        }
        boolean adopts = own.get().position().equals(Position.yes());
        boolean differs = balance != 0 && adopts != balance > 0;
        Optional<String> reason = own.get().reason();
        if (differs && reason.isEmpty()) {
            return count.end(
                    Status.INVALID,
                    "the %s decides against the recommendation and gives no reason.".formatted(decider),
                    "publish the reason, or follow the recommendation");
        }
        reason.ifPresent(text -> count.step("The %s's reason: %s", decider, text));
        String claim = differs ? "against" : balance == 0 ? "without" : "in line with";
        return count.end(
                adopts ? Status.ADOPTED : Status.REJECTED,
                "the %s decides %s a recommendation of the team.".formatted(decider, claim));
    }

    private static int others(Tally count, PersonId decider, Position position, String name) {
        int found = (int) count.those(position::equals).stream()
                .filter(ballot -> !ballot.person().equals(decider))
                .count();
        count.put(name, found);
        return found;
    }
}
