package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;

/** Members numbered from 0, and ballots that they cast. */
public final class Members {
    /** The first round on the first revision of a proposal. */
    public static final VotingContext CONTEXT = VotingContext.of(EntryId.of("proposal"), 1);

    /** A member by number, from 0. */
    public static PersonId person(int i) {
        return PersonId.of("p-%03d".formatted(i));
    }

    /** That many teachers, all present. */
    public static VotingRoll roll(int members) {
        List<Seat> seats = new ArrayList<>();
        Set<PersonId> present = new HashSet<>();
        for (int i = 0; i < members; i++) {
            seats.add(Seat.of(person(i), StakeholderGroup.TEACHER));
            present.add(person(i));
        }
        return VotingRoll.of(seats, present, List.of());
    }

    /** What member after member shows. */
    public static List<Ballot> fingers(int... shown) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            ballots.add(Ballot.of(person(i), CONTEXT, Position.fingers(shown[i])));
        }
        return ballots;
    }

    /** So many of each, in that order. */
    public static List<Ballot> votes(int yes, int no, int abstain) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < yes + no + abstain; i++) {
            ballots.add(Ballot.of(
                    person(i), CONTEXT, i < yes ? Position.yes() : i < yes + no ? Position.no() : Position.abstain()));
        }
        return ballots;
    }

    /** Where member after member stands. */
    public static List<Ballot> stances(Stand... stands) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < stands.length; i++) {
            ballots.add(Ballot.of(person(i), CONTEXT, Position.stance(stands[i])));
        }
        return ballots;
    }

    private Members() {}
}
