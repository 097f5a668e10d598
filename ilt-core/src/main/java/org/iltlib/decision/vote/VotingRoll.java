package org.iltlib.decision.vote;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * Who could vote on one matter: the seats, who was present, who stepped back.
 *
 * @param seats all seats of the team, those without a vote and vacant ones included
 * @param present who was present at the vote; each holds a seat
 * @param recusals who stepped back; each holds a seat, at most once
 */
public record VotingRoll(List<Seat> seats, Set<PersonId> present, List<Recusal> recusals) {
    /** The written form. */
    public static final Form<VotingRoll> FORM = Form.of(
            "seats",
            Forms.listOf(Seat.FORM),
            VotingRoll::seats,
            "present",
            Forms.setOf(PersonId.FORM),
            VotingRoll::present,
            "recusals",
            Forms.listOf(Recusal.FORM),
            VotingRoll::recusals,
            VotingRoll::new);

    /** Copies all three and checks that everybody named holds a seat. */
    public VotingRoll {
        seats = List.copyOf(seats);
        present = Collections.unmodifiableSet(new TreeSet<>(present));
        recusals = List.copyOf(recusals);
        List<PersonId> members =
                seats.stream().flatMap(seat -> seat.person().stream()).toList();
        Checks.distinct(members, "members");
        Checks.distinct(recusals.stream().map(Recusal::person).toList(), "recusals");
        for (PersonId person : present) {
            Checks.require(members.contains(person), "%s is present but holds no seat.", person);
        }
        for (Recusal recusal : recusals) {
            Checks.require(members.contains(recusal.person()), "%s is recused but holds no seat.", recusal.person());
        }
    }

    /** The team with every member present and nobody recused. */
    public static VotingRoll of(Team team) {
        return new VotingRoll(team.seats(), new TreeSet<>(team.listMembers()), List.of());
    }

    /** A copy with these present. */
    public VotingRoll withPresent(Set<PersonId> persons) {
        return new VotingRoll(seats, persons, recusals);
    }

    /** A copy with these recusals. */
    public VotingRoll withRecusals(List<Recusal> newRecusals) {
        return new VotingRoll(seats, present, newRecusals);
    }

    /** The seat of that person, if there is one. */
    public Optional<Seat> findSeat(PersonId person) {
        return seats.stream()
                .filter(seat -> seat.person().filter(person::equals).isPresent())
                .findFirst();
    }

    /** The holders of voting seats, in the order of seats. */
    public List<PersonId> listMembers() {
        return seats.stream()
                .filter(Seat::voting)
                .flatMap(seat -> seat.person().stream())
                .toList();
    }

    /** Whether that person stepped back. */
    public boolean isRecused(PersonId person) {
        return recusals.stream().anyMatch(recusal -> recusal.person().equals(person));
    }

    /** The number of voting seats, vacant ones included. */
    public int votingSeats() {
        return (int) seats.stream().filter(Seat::voting).count();
    }
}
