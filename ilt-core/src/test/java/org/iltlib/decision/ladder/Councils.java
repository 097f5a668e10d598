package org.iltlib.decision.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;

/** Councils of several groups, all present; members are numbered group after group, in the order of their names. */
final class Councils {
    static VotingRoll roll(Map<StakeholderGroup, Integer> sizes) {
        List<Seat> seats = new ArrayList<>();
        Set<PersonId> present = new TreeSet<>();
        new TreeMap<>(sizes).forEach((group, size) -> {
            for (int i = 0; i < size; i++) {
                PersonId person = Members.person(seats.size());
                seats.add(Seat.of(person, group));
                present.add(person);
            }
        });
        return VotingRoll.of(seats, present, List.of());
    }

    /** The roll without these members, by number. */
    static VotingRoll without(VotingRoll roll, int... absent) {
        Set<PersonId> present = new TreeSet<>(roll.present());
        for (int each : absent) {
            present.remove(Members.person(each));
        }
        return roll.withPresent(present);
    }

    private Councils() {}
}
