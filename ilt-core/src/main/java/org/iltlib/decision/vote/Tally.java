package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.people.StakeholderGroup;

/**
 * The steps that all protocols share: eligibility, recusal, quorum; and what is left to count. For authors of protocols:
 * it keeps the order of the checks, leaves out ballots with the reason, and builds the outcome with its explanation.
 *
 * <pre>{@code
 * Tally tally = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
 * Optional<Outcome> early = tally.early();                        // nobody entitled, or no quorum
 * if (early.isPresent()) {
 *     return early.get();
 * }
 * int yes = tally.tally("yes", Position.yes()::equals);
 * return tally.end(yes > 3 ? Outcome.Status.ADOPTED : Outcome.Status.REJECTED, yes + " yes.");
 * }</pre>
 *
 * <p>Lives for one decision; not thread-safe.
 */
public final class Tally {
    private final String protocol;
    private final VotingRoll roll;
    private final VotingContext context;
    private final List<Ballot> valid = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final int illegal;

    private Tally(
            String protocol,
            List<Ballot> ballots,
            VotingRoll roll,
            VotingContext context,
            Predicate<Position> understood) {
        this.protocol = protocol;
        this.roll = roll;
        this.context = context;
        Map<PersonId, List<Ballot>> byPerson = new TreeMap<>();
        for (Ballot ballot : ballots) {
            if (roll.findSeat(ballot.person()).isEmpty()) {
                throw new IllegalArgumentException(
                        "A ballot comes from %s, who holds no seat. Maybe the roll is of another team."
                                .formatted(ballot.person()));
            }
            Optional<String> refused = refusal(ballot);
            if (refused.isPresent()) {
                leftOut.add(new LeftOut(ballot.person(), refused.get()));
            } else {
                byPerson.computeIfAbsent(ballot.person(), id -> new ArrayList<>())
                        .add(ballot);
            }
        }
        int wrong = 0;
        for (List<Ballot> own : byPerson.values()) {
            Ballot ballot = own.get(0);
            boolean agree = own.stream().allMatch(ballot::equals);
            if (agree && (ballot.position().isAbstention() || understood.test(ballot.position()))) {
                valid.add(ballot);
            } else {
                wrong++;
                leftOut.add(new LeftOut(
                        ballot.person(),
                        agree
                                ? "the position is not one of " + protocol
                                : "several ballots by one person that do not agree"));
            }
        }
        illegal = wrong;
        leftOut.sort(Comparator.comparing(LeftOut::person).thenComparing(LeftOut::reason));
    }

    /**
     * Sorts the ballots into those that count and those left out.
     *
     * @param protocol the name of the protocol
     * @param ballots all ballots, in any order
     * @param roll who could vote
     * @param context on what, under which rules
     * @param understood the positions that the protocol knows, abstentions apart
     * @throws IllegalArgumentException if a ballot comes from somebody without a seat
     */
    public static Tally of(
            String protocol,
            List<Ballot> ballots,
            VotingRoll roll,
            VotingContext context,
            Predicate<Position> understood) {
        return new Tally(protocol, ballots, roll, context, understood);
    }

    private Optional<String> refusal(Ballot ballot) {
        PersonId person = ballot.person();
        if (!ballot.proposal().equals(context.proposal()) || ballot.revision() != context.revision()) {
            return Optional.of("cast on another text: %s, revision %s".formatted(ballot.proposal(), ballot.revision()));
        } else if (!roll.listMembers().contains(person)) {
            return Optional.of("the seat has no vote");
        } else if (!roll.present().contains(person)) {
            return Optional.of("absent at the vote");
        } else if (excluded(person)) {
            return Optional.of("recused");
        }
        return Optional.empty();
    }

    /** Whether a recusal keeps that person from voting. */
    public boolean excluded(PersonId person) {
        return context.recusalPolicy() != Recusal.Policy.ADVISORY && roll.isRecused(person);
    }

    private boolean outOfBase(PersonId person) {
        return roll.isRecused(person)
                && context.recusalPolicy().compareTo(Recusal.Policy.EXCLUDED_FROM_VOTE_AND_BASE) >= 0;
    }

    private boolean outOfQuorum(PersonId person) {
        return roll.isRecused(person) && context.recusalPolicy() == Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
    }

    /** Process, eligibility and quorum; present if one of them ends the matter. */
    public Optional<Outcome> early() {
        if (entitled() == 0) {
            return Optional.of(end(Status.INVALID, "Nobody is entitled to vote on this."));
        }
        steps.add("Eligibility: %s ballots count, %s are left out%s."
                .formatted(
                        valid.size(),
                        leftOut.size(),
                        roll.recusals().isEmpty()
                                ? ""
                                : "; %s recused (%s): %s of %s members are the base"
                                        .formatted(
                                                roll.recusals().size(),
                                                context.recusalPolicy(),
                                                base(Threshold.Base.ENTITLED),
                                                roll.listMembers().size())));
        return quorum();
    }

    private Optional<Outcome> quorum() {
        Quorum quorum = context.quorum();
        long recused = roll.listMembers().stream().filter(this::outOfQuorum).count();
        long total = switch (quorum.of()) {
            case MEMBERS -> roll.listMembers().size() - recused;
            case ENTITLED -> entitled();
            case SEATS -> roll.votingSeats() - recused;
        };
        List<PersonId> there = present().stream().filter(id -> !outOfQuorum(id)).toList();
        long needed = quorum.needed(total);
        List<String> lacking = new ArrayList<>();
        if (there.size() < needed) {
            lacking.add("%s present, %s needed".formatted(there.size(), needed));
        }
        new TreeMap<>(quorum.perGroup()).forEach((group, number) -> {
            long found = there.stream()
                    .filter(id ->
                            roll.findSeat(id).orElseThrow().group().value().equals(group))
                    .count();
            if (found < number) {
                lacking.add("%s %s present, %s needed"
                        .formatted(found, StakeholderGroup.of(group).plural(), number));
            }
        });
        quorum.offices().stream()
                .filter(office -> roll.present().stream()
                        .noneMatch(
                                id -> roll.findSeat(id).orElseThrow().offices().contains(office)))
                .forEach(office -> lacking.add("no " + office + " present"));
        if (lacking.isEmpty()) {
            steps.add("Quorum: %s of %s present, %s needed.".formatted(there.size(), total, needed));
            return Optional.empty();
        }
        return Optional.of(
                end(Status.NO_QUORUM, "Quorum: " + String.join("; ", lacking) + ".", "adjourn, or find more members"));
    }

    private List<PersonId> present() {
        return roll.listMembers().stream().filter(roll.present()::contains).toList();
    }

    /** Members who may vote on this, present or not. */
    public int entitled() {
        return (int) roll.listMembers().stream().filter(id -> !excluded(id)).count();
    }

    /** Members present who may vote and from whom there is no ballot that counts. */
    public List<PersonId> silent() {
        List<PersonId> heard = valid.stream().map(Ballot::person).toList();
        return present().stream()
                .filter(id -> !excluded(id) && !heard.contains(id))
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

    /** The number of ballots that count with such a position, put among the counts of the outcome under that name. */
    public int tally(String name, Predicate<Position> which) {
        int found = those(which).size();
        counts.put(name, found);
        return found;
    }

    /** Puts a number among the counts. */
    public void put(String name, int number) {
        counts.put(name, number);
    }

    /** What that base amounts to here. */
    public int base(Threshold.Base base) {
        int cast = (int) valid.stream()
                .filter(ballot -> !ballot.position().isAbstention())
                .count();
        return switch (base) {
            case CAST -> cast;
            case CAST_WITH_ILLEGAL -> cast + illegal;
            case PRESENT ->
                (int) present().stream().filter(id -> !outOfBase(id)).count();
            case ENTITLED ->
                (int) roll.listMembers().stream().filter(id -> !outOfBase(id)).count();
            case SEATS -> roll.votingSeats();
        };
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
                .leftOut(leftOut)
                .explanation(why);
        return builder;
    }
}
