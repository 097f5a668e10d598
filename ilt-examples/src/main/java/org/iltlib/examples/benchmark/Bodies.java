package org.iltlib.examples.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Option;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.plan.Commitment;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * What a team records, as much as one likes: in turns a proposal, the decision on it, and eight commitments. Each proposal
 * rests on the decision before, so that everything rests on the first. Bodies have 400 to 900 bytes.
 */
final class Bodies {
    private static final int CYCLE = 10;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    private static final List<PersonId> PEOPLE =
            IntStream.range(0, 5).mapToObj(i -> PersonId.of("p-10" + i)).toList();
    private static final Option TRY = Option.of("try", "Small-group reading four times a week in grades 1 and 2");
    private static final Option STAY = Option.statusQuo("Keep the timetable as it is");
    private static final Outcome OUTCOME = outcome();

    private Bodies() {}

    private static Outcome outcome() {
        Team team = Team.builder()
                .id(EntryId.of("team"))
                .team(TeamId.of("lincoln-ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("lincoln"))
                .name("Lincoln leadership team")
                .formed(DAY)
                .addAllSeats(PEOPLE.stream()
                        .map(person -> Seat.of(person, StakeholderGroup.TEACHER))
                        .toList())
                .build();
        VotingContext context = VotingContext.of(EntryId.of("proposal"), 1);
        List<Ballot> ballots = PEOPLE.stream()
                .map(person -> Ballot.of(person, context, Position.fingers(4)))
                .toList();
        return Protocols.FIST_TO_FIVE_CLASSIC.decide(
                ballots, VotingRoll.of(team).withPresent(Set.copyOf(PEOPLE)), context);
    }

    static TeamKey key(String team) {
        return TeamKey.of(TeamId.of(team), SchoolYear.startingIn(2026));
    }

    /** The values that come after so many others. */
    static List<Recordable> values(long after, int count) {
        List<Recordable> values = new ArrayList<>(count);
        for (long place = after; place < after + count; place++) {
            values.add(value(place));
        }
        return values;
    }

    /** The id of the decision of the cycle at that place. */
    static EntryId decision(long place) {
        return EntryId.of("decision/" + place / CYCLE);
    }

    private static Recordable value(long place) {
        long cycle = place / CYCLE;
        EntryId proposal = EntryId.of("proposal/" + cycle);
        return switch ((int) (place % CYCLE)) {
            case 0 ->
                Proposal.builder()
                        .id(proposal)
                        .question("How do we get 15 more first graders to read on level by May?")
                        .text(
                                "Small-group reading with the decodable texts that we have, led by the classroom teacher.")
                        .addOptions(TRY, STAY)
                        .proposed(TRY.id())
                        .addCriteria("Reaches the children below benchmark", "Costs no more than 40 hours a week")
                        .addAllEvidence(cycle == 0 ? List.of() : List.of(decision(place - 1)))
                        .build();
            case 1 ->
                Decision.builder()
                        .id(decision(place))
                        .proposal(proposal)
                        .chosen(TRY)
                        .outcome(OUTCOME)
                        .snapshot(new EvidenceSnapshot(DAY, List.of()))
                        .decidedOn(DAY)
                        .reviewOn(DAY.plusDays(90))
                        .owner(PEOPLE.get(0))
                        .build();
            default ->
                Commitment.builder()
                        .id(EntryId.of("commitment/" + place))
                        .decision(decision(place))
                        .owner(PEOPLE.get((int) (place % 2)))
                        .addContributors(PEOPLE.get(2), PEOPLE.get(3))
                        .what("Plan and teach small-group reading for the children of room " + place % 97
                                + ", with the decodable texts of unit 4, and keep the weekly fluency log.")
                        .due(DAY.plusDays(place % 200))
                        .doneWhen("Four groups a week were taught in eight of ten weeks, and each child has a running"
                                + " record of the last two weeks in the team's folder.")
                        .build();
        };
    }

    /** The record with so many values more, sealed. */
    static TeamRecord grow(TeamRecord record, int count) {
        return with(record, values(record.revision(), count));
    }

    /** The record with these values more, sealed. */
    static TeamRecord with(TeamRecord record, List<Recordable> values) {
        return record.with(START.plusSeconds(record.revision()), PEOPLE.get(0), values);
    }
}
