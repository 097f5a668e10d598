package org.iltlib.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/** The quickstart of the README: a team of five shows fingers, the outcome explains itself, and the record is kept. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs it. */
    public static void main(String[] args) {
        // spotless:off
        List<PersonId> people = Stream.of("ana", "ben", "cho", "dev", "eli").map(PersonId::of).toList();
        Team team = Team.builder()
                .id(EntryId.of("team")).team(TeamId.of("lincoln-ilt")).kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("lincoln")).name("Lincoln leadership team").formed(LocalDate.of(2026, 8, 24))
                .addAllSeats(people.stream().map(p -> Seat.of(p, StakeholderGroup.TEACHER)).toList())
                .build();
        VotingContext context = VotingContext.of(EntryId.of("proposal"), 1);
        int[] fingers = {5, 4, 4, 3, 2};
        List<Ballot> ballots = IntStream.range(0, 5)
                .mapToObj(i -> Ballot.of(people.get(i), context, Position.fingers(fingers[i]))).toList();
        VotingRoll roll = VotingRoll.of(team).withPresent(Set.copyOf(people));
        Outcome outcome = Protocols.FIST_TO_FIVE_CLASSIC.decide(ballots, roll, context);
        System.out.println(outcome.explanation());
        try (Store store = Stores.open("mem:")) {
            TeamRecord year = TeamRecord.empty(TeamKey.of(team.team(), SchoolYear.startingIn(2026)));
            TeamRecord kept = store.forTenant(TenantId.of("district-7"))
                    .append(year.with(Instant.now(), people.get(0), team));
            System.out.println(kept.verify());
        }
        // spotless:on
    }
}
