package org.iltlib.team.succession;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.team.Meeting;
import org.iltlib.team.Office;
import org.iltlib.team.Team;

/**
 * Who had which duty in past meetings, and whose turn it is. Only present members take turns; who has left is not counted
 * on. Linear in members times meetings.
 *
 * @param members the members, in the order of seats
 * @param meetings the meetings, by when they began
 */
public record Rotation(List<PersonId> members, List<Meeting> meetings) {

    /** Copies both and puts the meetings in order. */
    public Rotation {
        members = List.copyOf(members);
        meetings =
                meetings.stream().sorted(Comparator.comparing(Meeting::start)).toList();
    }

    /** The rotation among the members of that team over these meetings. */
    public static Rotation of(Team team, List<Meeting> meetings) {
        return new Rotation(team.listMembers(), meetings);
    }

    /** In how many meetings that person had the duty. */
    public int count(Office office, PersonId person) {
        return (int) meetings.stream()
                .filter(meeting -> person.equals(meeting.roles().get(office.value())))
                .count();
    }

    /** The members who never had it, in the order of seats. */
    public List<PersonId> listNever(Office office) {
        return members.stream().filter(member -> count(office, member) == 0).toList();
    }

    /** Whether no member had it more than once more often than another. */
    public boolean isEven(Office office) {
        int most =
                members.stream().mapToInt(member -> count(office, member)).max().orElse(0);
        int fewest =
                members.stream().mapToInt(member -> count(office, member)).min().orElse(0);
        return most - fewest <= 1;
    }

    /**
     * Whose turn it is: who had it least often; of these, whose last time is longest ago; of these, the first by seat.
     * Empty on a team without members.
     */
    public Optional<PersonId> nextInTurn(Office office) {
        return order(office).stream().findFirst();
    }

    /** All members in the order in which it should come to them. */
    public List<PersonId> order(Office office) {
        List<PersonId> order = new ArrayList<>(members);
        order.sort(Comparator.<PersonId>comparingInt(member -> count(office, member))
                .thenComparingInt(member -> last(office, member)));
        return List.copyOf(order);
    }

    private int last(Office office, PersonId person) {
        int last = -1;
        for (int i = 0; i < meetings.size(); i++) {
            if (person.equals(meetings.get(i).roles().get(office.value()))) {
                last = i;
            }
        }
        return last;
    }

    /** How often each member had it, and whose turn it is. */
    public Explanation explain(Office office) {
        Explanation text = Explanation.of(
                "%s: %s.", office, isEven(office) ? "it goes round evenly" : "it does not go round evenly");
        for (PersonId member : members) {
            text = text.because("%s: %d of %d meetings.", member, count(office, member), meetings.size());
        }
        Optional<PersonId> next = nextInTurn(office);
        return next.isEmpty() ? text : text.because("Next in turn: %s.", next.get());
    }
}
