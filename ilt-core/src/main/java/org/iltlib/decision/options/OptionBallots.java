package org.iltlib.decision.options;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Settled;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/** What choices among options share: the options stand fixed, ballots weigh, ties go to the rules of the room. */
final class OptionBallots {
    /** The id of the option to leave things as they are, as a proposal names it. */
    static final String STATUS_QUO = "status-quo";

    private OptionBallots() {}

    static List<String> checked(List<String> options) {
        List<String> copy = List.copyOf(options);
        copy.forEach(option -> Checks.id(option, "option id"));
        Checks.distinct(copy, "options");
        Checks.require(copy.size() >= 2, "There are %s options. Expected at least 2.", copy.size());
        return copy;
    }

    /** Leaves out, as illegal, ballots that name an option that is none, and says which. */
    static Tally tally(
            String name,
            List<String> options,
            List<Ballot> ballots,
            VotingRoll roll,
            VotingContext context,
            Predicate<Position> understood) {
        Tally count = Tally.of(
                name,
                ballots,
                roll,
                context,
                position -> options.containsAll(position.options()) && understood.test(position));
        Map<String, TreeSet<String>> unknown = new TreeMap<>();
        for (Ballot ballot : ballots) {
            if (ballot.revision() == context.revision() && ballot.proposal().equals(context.proposal())) {
                ballot.position().options().stream()
                        .filter(option -> !options.contains(option))
                        .forEach(option -> unknown.computeIfAbsent(
                                        ballot.person().value(), id -> new TreeSet<>())
                                .add(option));
            }
        }
        unknown.forEach((person, named) -> count.step(
                "Illegal: the ballot of %s names %s, which is no option.", person, String.join(", ", named)));
        return count;
    }

    /** The ballots that count and do not abstain. */
    static List<Ballot> cast(Tally count) {
        return count.those(position -> !position.isAbstention());
    }

    /** What each of these ballots weighs, as whole numbers in the same proportions; 1 each where all weigh 1. */
    static long[] weights(Tally count, List<Ballot> ballots) {
        List<Rational> exact = ballots.stream()
                .map(ballot -> count.weigh(List.of(ballot.person())))
                .toList();
        BigInteger common = exact.stream()
                .map(Rational::denominator)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        return exact.stream()
                .mapToLong(weight -> weight.numerator()
                        .multiply(common.divide(weight.denominator()))
                        .longValueExact())
                .toArray();
    }

    /**
     * One winner out of these: none is a rejection, several a tie for the policies of the room.
     *
     * @param preferred which of the tied a casting vote prefers
     */
    static Outcome one(
            Tally count,
            List<String> winners,
            Function<List<String>, Function<Position, Optional<String>>> preferred,
            Explanation why) {
        if (winners.isEmpty()) {
            return with(count.ending(Status.REJECTED, "nothing wins."), why);
        } else if (winners.size() == 1) {
            return chosen(count, winners, why);
        }
        List<String> tied = winners.stream().sorted().toList();
        Settled settled = count.settle(tied, preferred.apply(tied), Optional.of(STATUS_QUO));
        return settled.winner()
                .map(winner -> chosen(count, List.of(winner), why))
                .orElseGet(() -> tied(count, List.of(), tied, settled.nextStep(), why));
    }

    static Outcome chosen(Tally count, List<String> chosen, Explanation why) {
        Outcome.Builder outcome = count.ending(Status.ADOPTED, String.join(", ", chosen) + ".");
        outcome.addAllChosen(chosen);
        return with(outcome, why);
    }

    static Outcome tied(Tally count, List<String> safe, List<String> tied, Optional<String> nextStep, Explanation why) {
        Outcome.Builder outcome = count.ending(
                Status.TIED,
                (safe.isEmpty() ? "" : String.join(", ", safe) + "; ") + "tied: " + String.join(", ", tied) + ".");
        outcome.addAllChosen(safe)
                .addAllTied(tied)
                .nextStep(nextStep.orElse("discuss, then vote among " + String.join(", ", tied)));
        return with(outcome, why);
    }

    /** The outcome with the count of the rule as the last step of its explanation. */
    static Outcome with(Outcome.Builder outcome, Explanation why) {
        Outcome built = outcome.build();
        return built.toBuilder().explanation(built.explanation().because(why)).build();
    }

    /** The one with the best value among the tied, if it is alone. */
    static <K extends Comparable<K>> Optional<String> best(List<String> tied, Function<String, K> value) {
        Map<K, List<String>> by = tied.stream()
                .collect(Collectors.groupingBy(value, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        return by.keySet().stream()
                .max(Comparable::compareTo)
                .map(by::get)
                .filter(top -> top.size() == 1)
                .map(top -> top.get(0));
    }

    /** The rank of an option on a ranking, below all where it is not listed. */
    static int rank(Position.Ranking ranking, String option) {
        for (int i = 0; i < ranking.ranks().size(); i++) {
            if (ranking.ranks().get(i).contains(option)) {
                return i;
            }
        }
        return ranking.ranks().size();
    }

    /** Which of the tied a casting vote by ranking prefers. */
    static Function<Position, Optional<String>> ranked(List<String> tied) {
        return position -> position instanceof Position.Ranking ranking
                ? best(tied, option -> -rank(ranking, option))
                : Optional.empty();
    }
}
