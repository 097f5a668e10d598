package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/**
 * What votes still to come could do, and how many changed votes would turn an outcome. For majorities, unanimity and
 * two-sided majorities by exact arithmetic, at once for a team of any size, as long as votes weigh the same, nobody
 * stands in for anybody, and no policy settles ties. Otherwise it tries every possibility under the protocol itself, so
 * it holds for any protocol, with its quorum, recusals and reserved rights. Both find the same. Immutable.
 *
 * <pre>{@code
 * Foresight foresight = new Foresight(majority, roll, context, List.of(Position.yes(), Position.no(), Position.abstain()));
 * foresight.stillPossible(ballots);      // [ADOPTED]: the two outstanding votes cannot change it
 * foresight.findFlip(ballots, 3);        // two votes from no to yes adopt it
 * foresight.explain(ballots, 3);         // both in words
 * }</pre>
 *
 * @param protocol the protocol
 * @param roll who may vote
 * @param context what is voted on
 * @param positions the positions that a ballot can take, at least one
 */
public record Foresight(DecisionProtocol protocol, VotingRoll roll, VotingContext context, List<Position> positions) {
    private static final long MOST = 500_000;
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Copies the positions. */
    public Foresight {
        positions = List.copyOf(Checks.notEmpty(Checks.distinct(positions, "positions"), "positions"));
    }

    /**
     * A smallest change of votes that leads to another outcome.
     *
     * @param changed the ballots as they would be cast instead
     * @param status the outcome then
     */
    public record Flip(List<Ballot> changed, Outcome.Status status) {
        /** Copies the ballots. */
        public Flip {
            changed = List.copyOf(changed);
        }
    }

    /** Those who may still vote, themselves or by a proxy in the room, in the order of seats. */
    public List<PersonId> listOutstanding(List<Ballot> ballots) {
        return outstanding(ballots).stream().map(Ballot::person).toList();
    }

    private List<Ballot> outstanding(List<Ballot> ballots) {
        return Tally.of(protocol.name(), ballots, roll, context, position -> true)
                .outstanding();
    }

    /**
     * The outcomes that can still come about, whatever the outstanding members do: vote in any way, or not at all;
     * whatever casting vote a chair may still give; and however a lot falls whose seeds are not shown yet. If there is
     * one only, the matter is already decided.
     *
     * @throws IllegalArgumentException if more than 500,000 possibilities would have to be tried
     */
    public Set<Outcome.Status> stillPossible(List<Ballot> ballots) {
        List<Ballot> outstanding = outstanding(ballots);
        Optional<VoteArithmetic> exact = VoteArithmetic.of(this, ballots);
        if (exact.isPresent()) {
            return exact.get().stillPossible(outstanding.size());
        }
        refuseTooMany(Math.pow(positions.size() + 1.0, outstanding.size()));
        Set<Outcome.Status> possible = EnumSet.noneOf(Outcome.Status.class);
        vote(outstanding, 0, new ArrayList<>(ballots), possible);
        return possible;
    }

    private void vote(List<Ballot> outstanding, int next, List<Ballot> ballots, Set<Outcome.Status> possible) {
        if (next == outstanding.size()) {
            possible.addAll(new AtTheTie(this).outcomes(ballots));
            return;
        }
        vote(outstanding, next + 1, ballots, possible);
        for (Position position : positions) {
            ballots.add(supposed(outstanding.get(next), position));
            vote(outstanding, next + 1, ballots, possible);
            ballots.remove(ballots.size() - 1);
        }
    }

    /**
     * A smallest set of ballots that, cast otherwise, leads to another outcome; empty if so many changes or fewer cannot.
     * Of equals the first in the order of ballots and positions.
     *
     * @param most the number of changes to try at most
     * @throws IllegalArgumentException if more than 500,000 possibilities would have to be tried
     */
    public Optional<Flip> findFlip(List<Ballot> ballots, int most) {
        Checks.notNegative(most, "most");
        Optional<VoteArithmetic> exact = VoteArithmetic.of(this, ballots);
        if (exact.isPresent()) {
            return exact.get().findFlip(most);
        }
        Outcome.Status now = protocol.decide(ballots, roll, context).status();
        double possibilities = 1;
        for (int changes = 1; changes <= Math.min(most, ballots.size()); changes++) {
            possibilities *= (ballots.size() - changes + 1.0) / changes * positions.size();
            refuseTooMany(possibilities);
            Optional<Flip> flip = change(new ArrayList<>(ballots), 0, changes, new ArrayList<>(), now);
            if (flip.isPresent()) {
                return flip;
            }
        }
        return Optional.empty();
    }

    private Optional<Flip> change(
            List<Ballot> ballots, int from, int changes, List<Ballot> changed, Outcome.Status now) {
        if (changes == 0) {
            Outcome.Status then = protocol.decide(ballots, roll, context).status();
            return then == now ? Optional.empty() : Optional.of(new Flip(changed, then));
        }
        for (int i = from; i <= ballots.size() - changes; i++) {
            Ballot cast = ballots.get(i);
            for (Position position : positions) {
                if (!position.equals(cast.position())) {
                    Ballot other = supposed(cast, position);
                    ballots.set(i, other);
                    changed.add(other);
                    Optional<Flip> flip = change(ballots, i + 1, changes - 1, changed, now);
                    if (flip.isPresent()) {
                        return flip;
                    }
                    changed.remove(changed.size() - 1);
                }
            }
            ballots.set(i, cast);
        }
        return Optional.empty();
    }

    /**
     * Both in words: whether the matter is already decided, and how few changed votes would flip it. Names nobody.
     *
     * @param most the number of changes to try at most
     * @throws IllegalArgumentException as {@link #stillPossible} and {@link #findFlip} do
     */
    public Explanation explain(List<Ballot> ballots, int most) {
        int out = listOutstanding(ballots).size();
        Set<Outcome.Status> possible = stillPossible(ballots);
        Outcome.Status now = protocol.decide(ballots, roll, context).status();
        boolean open = possible.size() > 1;
        String tie = open && !context.ties().isEmpty() ? "what settles a tie" : "";
        String outstanding = out == 0
                ? open ? tie + " can still change it" : "no vote is outstanding"
                : "the " + votes(out, "outstanding") + (tie.isEmpty() ? "" : " and " + tie)
                        + (open ? " can still change it" : " cannot change it");
        boolean decides = now == Outcome.Status.ADOPTED || now == Outcome.Status.REJECTED;
        String claim;
        if (open) {
            List<String> others = possible.stream()
                    .filter(status -> status != now)
                    .map(Outcome.Status::toString)
                    .toList();
            claim = "Not yet decided: " + outstanding + ", to " + String.join(" or ", others) + ".";
        } else {
            claim = (decides ? "Already decided: " : "Nothing is decided: ") + outstanding + ".";
        }
        String flips = findFlip(ballots, most)
                .map(flip -> first(votes(flip.changed().size(), "changed"))
                        + (flip.changed().size() == 1 ? " flips it: " : " flip it: ") + flip.status() + ".")
                .orElseGet(() -> unflipped(most));
        return Explanation.of("%s", claim)
                .because("As the votes stand: %s.", now)
                .because("%s", flips);
    }

    private static String unflipped(int most) {
        return switch (most) {
            case 0 -> "No changes were tried.";
            case 1 -> "No single changed vote flips it.";
            default -> "No " + votes(most, "changed") + " flip it, nor do fewer.";
        };
    }

    private static String votes(int number, String which) {
        return (number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number)) + " " + which
                + (number == 1 ? " vote" : " votes");
    }

    private static String first(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** With a reason, without which a block would not stop anything. */
    static Ballot supposed(Ballot ballot, Position position) {
        return ballot.toBuilder().position(position).reason("supposed").build();
    }

    private static void refuseTooMany(double possibilities) {
        Checks.require(
                possibilities <= MOST,
                "There are %s possibilities. Expected at most %s. Maybe wait until fewer votes are outstanding.",
                possibilities,
                MOST);
    }
}
