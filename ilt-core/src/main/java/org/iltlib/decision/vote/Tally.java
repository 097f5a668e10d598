package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.people.StakeholderGroup;

/**
 * The steps that all protocols share, in their one order: who sits and who speaks for whom, whether the rules can be met
 * at all, eligibility and recusal, quorum; then what is left to count, thresholds, ties. For authors of protocols: it
 * leaves out ballots with the reason, and builds the outcome with its explanation.
 *
 * <pre>{@code
 * Tally tally = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
 * Optional<Outcome> early = tally.early(threshold);               // a rule out of reach, nobody entitled, no quorum
 * if (early.isPresent()) {
 *     return early.get();
 * }
 * int yes = tally.tally("yes", Position.yes()::equals);           // heads; weights are kept beside
 * boolean met = tally.isMet(threshold, Position.yes()::equals);   // by weight, which is by heads if all weigh 1
 * return tally.ending(met ? Status.ADOPTED : Status.REJECTED, yes + " yes.", threshold).build();
 * }</pre>
 *
 * <p>Votes that follow a delegate's stand among {@link #valid()} as ballots of the members who delegated, so a protocol
 * need not know of them; nor of proxies and alternates. Sorting takes time in proportion to ballots times seats. Lives
 * for one decision; not thread-safe.
 */
public final class Tally {
    private final String protocol;
    private final VotingRoll roll;
    private final VotingContext context;
    private final Seating seating;
    private final Sorting sorting;
    private final Bases bases;
    private final List<Ballot> valid;
    private final List<LeftOut> leftOut;
    private final List<String> steps = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Rational> weights = new LinkedHashMap<>();
    private final List<String> tiePath = new ArrayList<>();

    private Tally(
            String protocol,
            List<Ballot> ballots,
            VotingRoll roll,
            VotingContext context,
            Predicate<Position> understood) {
        this.protocol = protocol;
        this.roll = roll;
        this.context = context;
        seating = new Seating(roll, context);
        sorting = new Sorting(protocol, ballots, roll, seating, context, understood);
        bases = new Bases(roll, context, seating, sorting);
        valid = sorting.valid();
        leftOut = new ArrayList<>(sorting.leftOut());
    }

    /**
     * Sorts the ballots into those that count and those left out.
     *
     * @param protocol the name of the protocol
     * @param ballots all ballots, in any order
     * @param roll who could vote
     * @param context on what, under which rules
     * @param understood the positions that the protocol knows, abstentions apart
     * @throws IllegalArgumentException if a ballot comes from somebody who neither holds a seat nor stands in for one who
     *     does
     */
    public static Tally of(
            String protocol,
            List<Ballot> ballots,
            VotingRoll roll,
            VotingContext context,
            Predicate<Position> understood) {
        return new Tally(protocol, ballots, roll, context, understood);
    }

    /** Whether a recusal in effect keeps that person from voting. */
    public boolean excluded(PersonId person) {
        return seating.excluded(person);
    }

    /** Process, eligibility and quorum; present if one of them ends the matter. */
    public Optional<Outcome> early() {
        if (entitled() == 0) {
            return Optional.of(end(Status.INVALID, "Nobody is entitled to vote on this."));
        }
        QuorumCheck quorum = new QuorumCheck(context.quorum(), roll, seating, sorting);
        Optional<String> impossible = quorum.impossible();
        if (impossible.isPresent()) {
            return Optional.of(end(Status.INVALID, impossible.get(), "correct the rule, or fill the seats"));
        }
        eligibility();
        List<String> lacking = quorum.lacking();
        if (!lacking.isEmpty()) {
            return Optional.of(end(
                    Status.NO_QUORUM, "Quorum: " + String.join("; ", lacking) + ".", "adjourn, or find more members"));
        }
        steps.add(quorum.met());
        return Optional.empty();
    }

    /**
     * As {@link #early()}, and {@code INVALID} if that threshold is out of reach though everybody who may vote (of those
     * present, if it counts them) were in favour. Of votes cast, whatever they are, all can be in favour.
     */
    public Optional<Outcome> early(Threshold threshold) {
        Threshold.Base base = threshold.base();
        if (base == Threshold.Base.ENTITLED || base == Threshold.Base.SEATS) {
            Optional<Outcome> beyond = beyond(threshold, seating.entitled());
            return beyond.isPresent() ? beyond : early();
        }
        Optional<Outcome> early = early();
        if (early.isEmpty() && base == Threshold.Base.PRESENT) {
            return beyond(
                    threshold,
                    bases.persons(base).stream()
                            .filter(person -> !excluded(person))
                            .toList());
        }
        return early;
    }

    private Optional<Outcome> beyond(Threshold threshold, List<PersonId> most) {
        Rational whole = weighBase(threshold.base());
        return threshold.isMetBy(seating.weight(most), whole)
                ? Optional.empty()
                : Optional.of(end(
                        Status.INVALID,
                        roll.isWeighted()
                                ? "%s, of a weight of %s, cannot be reached: those who may vote weigh %s."
                                        .formatted(threshold, whole, seating.weight(most))
                                : "%s needs %s yes votes, and only %s members may vote."
                                        .formatted(threshold, threshold.needed(base(threshold.base())), most.size())));
    }

    private void eligibility() {
        long recused = roll.recusals().stream().filter(Recusal::isInEffect).count();
        int notCounted = leftOut.size() - seating.setAside().size();
        steps.add("Eligibility: %s ballots count, %s are left out%s."
                .formatted(
                        valid.size(),
                        notCounted,
                        recused == 0
                                ? ""
                                : "; %s recused (%s): %s of %s members are the base"
                                        .formatted(
                                                recused,
                                                context.recusalPolicy(),
                                                base(Threshold.Base.ENTITLED),
                                                seating.members().size())));
        roll.recusals().stream()
                .filter(it -> !it.isInEffect()
                        || it.challenge().isPresent()
                        || it.ruling().isPresent())
                .forEach(it -> steps.add("Recusal of %s: %s; %s."
                        .formatted(it.person(), it.standing(), it.isInEffect() ? "in effect" : "without effect")));
        seating.alternates()
                .forEach((member, alternate) -> steps.add("Alternate: %s sits for %s.".formatted(alternate, member)));
        seating.proxies().forEach((member, proxy) -> steps.add("Proxy: %s for %s.".formatted(proxy, member)));
        sorting.carried()
                .forEach((member, delegate) ->
                        steps.add("Delegation: the vote of %s follows %s.".formatted(member, delegate)));
    }

    /** Members who may vote on this, alternates in their seats, present or not. */
    public int entitled() {
        return seating.entitled().size();
    }

    /** Whoever sits in a voting seat, alternates in the place of members, in the order of seats. */
    public List<PersonId> seated() {
        return seating.members();
    }

    /** Those in a seat who are present and may vote, and from whom there is no ballot, not even an illegal one. */
    public List<PersonId> silent() {
        return seating.present().stream()
                .filter(id -> !excluded(id)
                        && !sorting.heard().contains(id)
                        && !sorting.illegal().contains(id))
                .toList();
    }

    /** Those who may vote and handed in a ballot that does not count, since it is illegal: neither silent nor heard. */
    public List<PersonId> listIllegal() {
        return List.copyOf(sorting.illegal());
    }

    /**
     * The ballots that may still come and would count, each written as an abstention: of whoever in a seat is present, or
     * has a proxy in the room, may vote and has cast none. In the order of seats.
     */
    public List<Ballot> outstanding() {
        return seating.entitled().stream()
                .filter(person -> !sorting.voted(person))
                .flatMap(person -> seating.isThere(person)
                        ? Stream.of(Ballot.of(person, context, Position.abstain()))
                        : seating.proxyOf(person).stream()
                                .map(proxy -> Ballot.byProxy(person, proxy, context, Position.abstain())))
                .toList();
    }

    /** The ballots that count, in the order of persons. */
    public List<Ballot> valid() {
        return valid;
    }

    /** The ballots that count with such a position. */
    public List<Ballot> those(Predicate<Position> which) {
        return valid.stream().filter(ballot -> which.test(ballot.position())).toList();
    }

    /**
     * The number of ballots that count with such a position, put among the counts of the outcome under that name, and
     * what they weigh among its weights.
     */
    public int tally(String name, Predicate<Position> which) {
        int found = those(which).size();
        counts.put(name, found);
        if (roll.isWeighted()) {
            weights.put(name, weigh(which));
        }
        return found;
    }

    /** As {@link #tally}, without the weights: where heads decide, whatever they weigh. */
    public int tallyHeads(String name, Predicate<Position> which) {
        int found = those(which).size();
        counts.put(name, found);
        return found;
    }

    /** Puts a number among the counts, and what it weighs among the weights unless all weigh 1. */
    public void put(String name, int number, Rational weight) {
        counts.put(name, number);
        if (roll.isWeighted()) {
            weights.put(name, weight);
        }
    }

    /** Puts a number among the counts. */
    public void put(String name, int number) {
        counts.put(name, number);
    }

    /** What the ballots that count with such a position weigh; their number if all weigh 1. */
    public Rational weigh(Predicate<Position> which) {
        return seating.weight(those(which).stream().map(Ballot::person).toList());
    }

    /** What that base amounts to here, in heads. */
    public int base(Threshold.Base base) {
        return bases.heads(base);
    }

    /** What that base weighs; its heads if all weigh 1. A vacant seat weighs as much as held ones do on average. */
    public Rational weighBase(Threshold.Base base) {
        return bases.weight(base);
    }

    /** Who is in that base; vacant seats apart. */
    public List<PersonId> listBase(Threshold.Base base) {
        return List.copyOf(bases.persons(base));
    }

    /** Who may vote on this, present or not, alternates in their seats. */
    public List<PersonId> listEntitled() {
        return seating.entitled();
    }

    /** Those of {@link #listEntitled} who are present. */
    public List<PersonId> listPresent() {
        return seating.present().stream().filter(id -> !excluded(id)).toList();
    }

    /** The group of the seat in which that person votes. */
    public StakeholderGroup groupOf(PersonId person) {
        return seating.seatOf(person).group();
    }

    /** What the votes of these persons weigh together; their number if all weigh 1. */
    public Rational weigh(Iterable<PersonId> persons) {
        return seating.weight(persons);
    }

    /** Whether those in favour meet the threshold, by weight; exact. */
    public boolean isMet(Threshold threshold, Predicate<Position> favour) {
        return threshold.isMetBy(weigh(favour), weighBase(threshold.base()));
    }

    /** Adds the threshold to the explanation: how many it means here, and what recusals do to that number. */
    public void explain(Threshold threshold) {
        steps.addAll(bases.tell(threshold));
    }

    /**
     * Tries the policies for ties on these, one place at a time; the path becomes part of the outcome.
     *
     * @param tied the ids of the tied, at least two, in any order
     * @param preferred which of them a casting vote prefers, if any
     * @param statusQuo the id under which things stay as they are, if there is one
     */
    public TiePolicy.Settled settle(
            List<String> tied, Function<Position, Optional<String>> preferred, Optional<String> statusQuo) {
        TieChain.Result result = new TieChain(roll, context, seating, sorting, tied, preferred, statusQuo).settle();
        result.opened().ifPresent(chair -> leftOut.remove(new LeftOut(chair, Sorting.CASTING)));
        tiePath.addAll(result.settled().path());
        result.settled().path().forEach(line -> steps.add("Tie, " + line + "."));
        return result.settled();
    }

    /** Adds a line to the explanation. */
    public void step(String template, Object... arguments) {
        steps.add(String.format(Locale.ROOT, template, arguments));
    }

    /** The outcome. */
    public Outcome end(Status status, String claim) {
        return ending(status, claim).build();
    }

    /** The outcome, with what to do next. */
    public Outcome end(Status status, String claim, String nextStep) {
        return ending(status, claim).nextStep(nextStep).build();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The outcome with the threshold and its base, to be completed. */
    public Outcome.Builder ending(Status status, String claim, Threshold threshold) {
        Outcome.Builder builder = ending(status, claim);
        builder.base(base(threshold.base())).threshold(threshold);
        if (roll.isWeighted()) {
            builder.baseWeight(weighBase(threshold.base()));
        }
        return builder;
    }

    /** The outcome, to be completed with base, threshold or options. */
    public Outcome.Builder ending(Status status, String claim) {
        Explanation why = Explanation.of("%s by %s: %s", capital(status.toString()), protocol, claim);
        for (String step : steps) {
            why = why.because(step);
        }
        for (LeftOut left : leftOut) {
            why = why.because("Left out: %s, %s.", left.person(), left.reason());
        }
        Outcome.Builder builder = Outcome.builder();
        builder.status(status)
                .protocol(protocol)
                .round(context.round())
                .revision(context.revision())
                .counts(counts)
                .weights(weights)
                .tiePath(tiePath)
                .leftOut(leftOut)
                .explanation(why);
        return builder;
    }
}
