package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.PersonId;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;

/** Whether a quorum could ever be there, and whether it is. */
final class QuorumCheck {
    private final Quorum quorum;
    private final VotingRoll roll;
    private final Seating seating;
    private final List<PersonId> there;
    private final long total;
    private final long needed;

    QuorumCheck(Quorum quorum, VotingRoll roll, Seating seating, Sorting sorting) {
        this.quorum = quorum;
        this.roll = roll;
        this.seating = seating;
        there = seating.members().stream()
                .filter(person -> counts(person) && isThere(person, sorting))
                .toList();
        long out = seating.members().stream().filter(seating::outOfQuorum).count();
        total = switch (quorum.of()) {
            case MEMBERS -> seating.members().size() - out;
            case ENTITLED -> seating.entitled().size();
            case SEATS -> seating.votingSeats() - out;
        };
        needed = quorum.needed(total);
    }

    /** Whether that person is in the set of which the share is taken. */
    private boolean counts(PersonId person) {
        return !seating.outOfQuorum(person) && !(quorum.of() == Quorum.Of.ENTITLED && seating.excluded(person));
    }

    private boolean isThere(PersonId person, Sorting sorting) {
        return switch (quorum.by()) {
            case PRESENCE -> seating.isThere(person);
            case PARTICIPATION ->
                (sorting.heard().contains(person) || sorting.illegal().contains(person))
                        && !sorting.carried().containsKey(person);
        };
    }

    /** What of it nobody could ever fulfil. */
    Optional<String> impossible() {
        long most = quorum.by() == Quorum.By.PARTICIPATION
                ? seating.entitled().size()
                : seating.members().stream().filter(this::counts).count();
        long vacant = quorum.of() == Quorum.Of.SEATS
                ? seating.votingSeats() - seating.members().size()
                : 0;
        if (quorum.atLeast() > most || needed > most + vacant) {
            return Optional.of("the quorum is %s, and only %s can be there.".formatted(needed, most));
        }
        for (Map.Entry<String, Integer> group : new TreeMap<>(quorum.perGroup()).entrySet()) {
            long seats = seating.seatsOf(of(group.getKey()));
            if (group.getValue() > seats) {
                return Optional.of("the quorum needs %s %s, and they have %s voting seats."
                        .formatted(
                                group.getValue(),
                                StakeholderGroup.of(group.getKey()).plural(),
                                seats));
            }
        }
        return quorum.parity().stream()
                .flatMap(parity -> List.of(parity.one(), parity.other()).stream())
                .filter(side -> seating.seatsOf(of(side)) == 0)
                .findFirst()
                .map(side -> "the quorum needs parity with %s, who have no voting seat.".formatted(side.name()));
    }

    /** What is lacking; empty if the quorum is there. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (there.size() < needed) {
            lacking.add("%s %s, %s needed".formatted(there.size(), quorum.by(), needed));
        }
        new TreeMap<>(quorum.perGroup()).forEach((group, number) -> {
            long found = count(of(group));
            if (found < number) {
                lacking.add("%s %s %s, %s needed"
                        .formatted(found, StakeholderGroup.of(group).plural(), quorum.by(), number));
            }
        });
        quorum.offices().stream()
                .filter(office -> roll.present().stream()
                        .flatMap(person -> roll.findSeat(person).stream())
                        .noneMatch(seat -> seat.offices().contains(office)))
                .forEach(office -> lacking.add("no " + office + " present"));
        for (Parity parity : quorum.parity()) {
            long ones = count(of(parity.one()));
            long others = count(of(parity.other()));
            if (!parity.isMetBy(ones, others)) {
                lacking.add("%s %s and %s %s %s, %s"
                        .formatted(
                                ones,
                                parity.one().name(),
                                others,
                                parity.other().name(),
                                quorum.by(),
                                parity.within() == 0
                                        ? "as many needed"
                                        : "at most " + parity.within() + " apart needed"));
            }
        }
        return lacking;
    }

    /** {@code Quorum: 5 of 8 present, 5 needed.} */
    String met() {
        return "Quorum: %s of %s %s, %s needed.".formatted(there.size(), total, quorum.by(), needed);
    }

    private long count(Predicate<Seat> which) {
        return there.stream().map(seating::seatOf).filter(which).count();
    }

    private static Predicate<Seat> of(String group) {
        return seat -> seat.group().value().equals(group);
    }

    private static Predicate<Seat> of(Parity.Side side) {
        return seat -> side.groups().contains(seat.group());
    }
}
