package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Option;
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
import org.immutables.value.Value;

/**
 * Everybody places up to so many dots on options, several on one if stacking is allowed; the options with the most dots
 * are chosen. For setting priorities: it feeds proposals rather than settling contested ones.
 *
 * <ul>
 *   <li>Options stand fixed before the vote; a ballot that names another is illegal: left out, and the outcome says so.
 *   <li>A ballot with more dots than everybody has, or more on one option than allowed, is left out as a whole.
 *   <li>Dots not placed are no fault: a partial abstention, whose number is among the counts as {@code unused}.
 *   <li>An option without a dot is never chosen. Fewer options with dots than places: those are chosen.
 *   <li>A tie that decides nothing is shown in the numbers only. A tie at the cut is not broken: {@code NEEDS_ROUND},
 *       with the options that are safely in as {@link Outcome#chosen()} and the others as {@link Outcome#tied()};
 *       {@link #runOff} is the protocol of the next round.
 * </ul>
 *
 * <p>The dots on each option are among the counts as {@code dots on} its id. Dots weigh as their voters do, and that
 * decides. Time in proportion to ballots times options.
 * Immutable.
 */
@Value.Immutable
public abstract class DotVoting implements DecisionProtocol {
    /** The written form. */
    public static final Form<DotVoting> FORM = Form.<DotVoting, Builder>built(DotVoting::builder, Builder::build)
            .list("options", Forms.TEXT, DotVoting::options, Builder::addAllOptions)
            .field("dots", Forms.INTEGER, DotVoting::dots, Builder::dots)
            .field("mostOnOne", Forms.INTEGER, DotVoting::mostOnOne, Builder::mostOnOne)
            .field("places", Forms.INTEGER, DotVoting::places, Builder::places);

    DotVoting() {}

    /** The ids of the options, each once. */
    public abstract List<String> options();

    /** How many dots everybody has; three to five are usual. */
    public abstract int dots();

    /** How many of them one option may get from one person; all of them unless said otherwise. */
    @Value.Default
    public int mostOnOne() {
        return dots();
    }

    /** How many options are chosen; fewer than there are options. */
    public abstract int places();

    /** Checks options and numbers. */
    @Value.Check
    void check() {
        Checks.distinct(options(), "options");
        options().forEach(option -> Checks.id(option, "option id"));
        Checks.positive(dots(), "dots");
        Checks.require(
                mostOnOne() >= 1 && mostOnOne() <= dots(),
                "mostOnOne is %s. Expected 1 to %s, the number of dots.",
                mostOnOne(),
                dots());
        Checks.require(
                places() >= 1 && places() < options().size(),
                "places is %s. Expected at least 1, and fewer than the %s options.",
                places(),
                options().size());
    }

    /** So many dots for everybody, stacked at will, for the best so many of these options. */
    public static DotVoting of(List<Option> options, int dots, int places) {
        return builder()
                .options(options.stream().map(Option::id).toList())
                .dots(dots)
                .places(places)
                .build();
    }

    /** A copy where one person may put at most that many dots on one option. */
    public DotVoting withMostOnOne(int most) {
        return toBuilder().mostOnOne(most).build();
    }

    /**
     * The next round after a tie: the same dots, among the tied options, for the places still open.
     *
     * @throws IllegalArgumentException if the outcome has no tie, or is of another vote
     */
    public DotVoting runOff(Outcome outcome) {
        Checks.require(
                !outcome.tied().isEmpty() && options().containsAll(outcome.tied()),
                "The outcome leaves %s tied. Expected some of the options %s.",
                outcome.tied(),
                options());
        return toBuilder()
                .options(outcome.tied())
                .places(places() - outcome.chosen().size())
                .build();
    }

    @Override
    public String name() {
        return "dot voting (%s dots%s, best %s of %s options)"
                .formatted(
                        dots(),
                        mostOnOne() == dots() ? "" : ", at most " + mostOnOne() + " on one",
                        places(),
                        options().size());
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(name(), options(), ballots, roll, context, this::understands);
        Optional<Outcome> early = count.early();
        return early.isPresent() ? early.get() : choose(count);
    }

    /** An option and what the dots on it weigh; their number if all weigh 1. */
    private record Total(String option, Rational dots) {
        @Override
        public String toString() {
            return option + " " + dots;
        }
    }

    private Outcome choose(Tally count) {
        List<Total> ranking = new ArrayList<>();
        int used = 0;
        for (String option : options()) {
            int dots = count.valid().stream()
                    .mapToInt(ballot -> placed(ballot).getOrDefault(option, 0))
                    .reduce(0, Math::addExact);
            Rational weight = weigh(count, option);
            count.put("dots on " + option, dots, weight);
            used = Math.addExact(used, dots);
            if (dots > 0) {
                ranking.add(new Total(option, weight));
            }
        }
        count.put("unused", Math.subtractExact(Math.multiplyExact(count.valid().size(), dots()), used));
        if (ranking.isEmpty()) {
            return count.end(Status.REJECTED, "no dots were placed.");
        }
        ranking.sort(Comparator.comparing(Total::dots).reversed().thenComparing(Total::option));
        count.step(
                "Dots: %s; %s of %s placed by %s members.",
                ranking.stream().map(Total::toString).collect(Collectors.joining(", ")),
                used,
                count.valid().size() * dots(),
                count.valid().size());
        if (ranking.size() <= places()) {
            return chosen(count, Status.ADOPTED, ids(ranking, total -> true), List.of())
                    .build();
        }
        Rational cut = ranking.get(places() - 1).dots();
        if (cut.compareTo(ranking.get(places()).dots()) > 0) {
            return chosen(
                            count,
                            Status.ADOPTED,
                            ids(ranking, total -> total.dots().compareTo(cut) >= 0),
                            List.of())
                    .build();
        }
        List<String> in = ids(ranking, total -> total.dots().compareTo(cut) > 0);
        List<String> tied = ids(ranking, total -> total.dots().equals(cut));
        int open = places() - in.size();
        count.step("Tie at the cut: %s have %s dots each.", String.join(", ", tied), cut);
        return chosen(count, Status.NEEDS_ROUND, in, tied)
                .nextStep("discuss, then vote among %s for %s place%s"
                        .formatted(String.join(", ", tied), open, open == 1 ? "" : "s"))
                .build();
    }

    private static Rational weigh(Tally count, String option) {
        Rational sum = Rational.ZERO;
        for (Ballot ballot : count.valid()) {
            sum = sum.plus(
                    count.weigh(List.of(ballot.person())).times(placed(ballot).getOrDefault(option, 0)));
        }
        return sum;
    }

    private static List<String> ids(List<Total> ranking, Predicate<Total> which) {
        return ranking.stream().filter(which).map(Total::option).toList();
    }

    private static Outcome.Builder chosen(Tally count, Status status, List<String> chosen, List<String> tied) {
        String claim = (chosen.isEmpty() ? "nothing is chosen yet" : String.join(", ", chosen))
                + (tied.isEmpty() ? "." : "; tied: " + String.join(", ", tied) + ".");
        Outcome.Builder outcome = count.ending(status, claim);
        outcome.addAllChosen(chosen).addAllTied(tied);
        return outcome;
    }

    private boolean understands(Position position) {
        return position instanceof Position.Dots placed
                && placed.total() <= dots()
                && placed.placed().values().stream().allMatch(dots -> dots <= mostOnOne());
    }

    private static Map<String, Integer> placed(Ballot ballot) {
        return ballot.position() instanceof Position.Dots placed ? placed.placed() : Collections.emptyMap();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a protocol; options, dots and places must be set. */
    public static final class Builder extends ImmutableDotVoting.Builder {
        Builder() {}
    }
}
