package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.team.Office;

/** The holder of an office who decides, and owes a reason for another decision than the others recommend. */
final class Decider {
    private final Office office;
    private final Tally count;
    private final List<PersonId> holders;

    private Decider(Office office, Tally count, List<PersonId> holders) {
        this.office = office;
        this.count = count;
        this.holders = holders;
    }

    static Decider of(Office office, Tally count, VotingRoll roll) {
        return new Decider(
                office,
                count,
                roll.seats().stream()
                        .filter(seat -> seat.voting() && seat.offices().contains(office))
                        .flatMap(seat -> seat.person().stream())
                        .toList());
    }

    /** Present unless exactly one voting member holds the office. */
    Optional<Outcome> missing() {
        return holders.size() == 1
                ? Optional.empty()
                : Optional.of(count.end(
                        Status.INVALID,
                        "%s voting members hold the office %s; exactly one can decide."
                                .formatted(holders.size(), office)));
    }

    /** Present if the one who would decide may not. */
    Optional<Outcome> recused() {
        return count.excluded(person())
                ? Optional.of(count.end(
                        Status.ESCALATED,
                        "the %s is recused.".formatted(office),
                        "let the authority above the %s decide".formatted(office)))
                : Optional.empty();
    }

    /** What the decider decides, or has not decided. */
    Outcome decide() {
        int yes = others(Position.yes(), "yes");
        int no = others(Position.no(), "no");
        others(Position.abstain(), "abstain");
        int balance = Integer.compare(yes, no);
        String recommended = balance == 0 ? "makes no recommendation" : "recommends " + (balance > 0 ? "yes" : "no");
        count.step("Recommendation: the others vote %s yes, %s no; the team %s.", yes, no, recommended);
        Optional<Ballot> own = count.valid().stream()
                .filter(ballot ->
                        ballot.person().equals(person()) && !ballot.position().isAbstention())
                .findFirst();
        if (own.isEmpty()) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "the %s has not decided.".formatted(office),
                    "the %s decides".formatted(office));
        }
        boolean adopts = own.get().position().equals(Position.yes());
        boolean differs = balance != 0 && adopts != balance > 0;
        Optional<String> reason = own.get().reason();
        if (differs && reason.isEmpty()) {
            return count.end(
                    Status.INVALID,
                    "the %s decides against the recommendation and gives no reason.".formatted(office),
                    "publish the reason, or follow the recommendation");
        }
        reason.ifPresent(text -> count.step("The %s's reason: %s", office, text));
        String claim = differs ? "against" : balance == 0 ? "without" : "in line with";
        return count.end(
                adopts ? Status.ADOPTED : Status.REJECTED,
                "the %s decides %s a recommendation of the team.".formatted(office, claim));
    }

    private PersonId person() {
        return holders.get(0);
    }

    private int others(Position position, String name) {
        int found = (int) count.those(position::equals).stream()
                .filter(ballot -> !ballot.person().equals(person()))
                .count();
        count.put(name, found);
        return found;
    }
}
