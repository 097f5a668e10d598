package org.iltlib.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.Option;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.ladder.LadderState;
import org.iltlib.decision.proceedings.Act;
import org.iltlib.decision.proceedings.Attendance;
import org.iltlib.decision.proceedings.Concern;
import org.iltlib.decision.proceedings.Envelope;
import org.iltlib.decision.proceedings.Move;
import org.iltlib.decision.proceedings.Procedure;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.decision.proceedings.Rules;
import org.iltlib.decision.proceedings.Voting;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;

/**
 * One meeting of a team of six on weekly lesson study: consensus in two rounds, then a vote, then the faculty. One member
 * is recused, an alternate sits for the parent, the vote is a tie that a lot settles to which each side gave a seed, the faculty votes in secret.
 */
final class MeetingStory {
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final SchoolDays CALENDAR =
            new SchoolDays(Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)));
    private static final PersonId CHAIR = person(1);
    private static final PersonId PARENT = person(6);
    private static final PersonId ALTERNATE = person(106);
    private static final int FACULTY = 12;

    private final String seed;
    private final String other;
    private final Proposal first;
    private final Proposal second;
    private Instant now = Instant.parse("2026-11-24T21:00:00Z");
    private Proceedings log;

    /**
     * Plays it.
     *
     * @param prefix what the ids of its entries begin with
     * @param seed what those in favour commit to for a lot
     * @param other what those against commit to; it is drawn from both, so that neither side can choose how it falls
     */
    MeetingStory(String prefix, String seed, String other) {
        this.seed = seed;
        this.other = other;
        first = Proposal.builder()
                .id(EntryId.of(prefix + "-proposal-1"))
                .question("How do grade teams learn from each other's lessons?")
                .text("Every grade team holds a lesson study each Wednesday in the planning period.")
                .addOptions(Option.of("weekly", "Weekly lesson study"), Option.statusQuo("Meetings as they are now"))
                .proposed("weekly")
                .addAffected(StakeholderGroup.TEACHER)
                .build();
        second = first.revise(
                        EntryId.of(prefix + "-proposal-2"),
                        "Every grade team holds a lesson study each Wednesday; a second planning period is kept free.")
                .build();
        VotingContext context = VotingContext.of(first.id(), 1).withAllowed(Substitution.Kind.ALTERNATE);
        log = Proceedings.open(
                EntryId.of(prefix + "-proceedings"),
                new Move(now, CHAIR, new Procedure.Opened(context, team(), rules(Protocols.CONSENSUS, "team"))));
        consensus();
        vote();
        if (log.outcome().orElseThrow().isAdopted()) {
            ratification();
        }
    }

    Proceedings log() {
        return log;
    }

    List<Proposal> proposals() {
        return List.of(first, second);
    }

    /** Where the ladder stands after these proceedings. */
    LadderState ladder(Proceedings proceedings) {
        Ladder.Step consensus = Ladder.Step.builder()
                .name("consensus")
                .protocol(Protocols.CONSENSUS)
                .maxRounds(2)
                .addAllowed(Substitution.Kind.ALTERNATE)
                .build();
        Ladder.Step vote = Ladder.Step.builder()
                .name("vote")
                .protocol(Protocols.MAJORITY)
                .addAllowed(Substitution.Kind.ALTERNATE)
                .addTies(TiePolicy.lot(TieBreaks.commitment(seed), TieBreaks.commitment(other))
                        .withSeeds(seed, other))
                .build();
        Ladder.Step ratification = Ladder.Step.builder()
                .name("ratification")
                .protocol(Protocols.MAJORITY)
                .body("faculty")
                .ratifies(true)
                .secretBallot(true)
                .build();
        return Ladder.builder()
                .name("consensus, then a vote, then the faculty")
                .addSteps(consensus, vote, ratification)
                .build()
                .play(DAY, proceedings.listSittings(), DAY, CALENDAR);
    }

    private void consensus() {
        then(
                5,
                new Attendance.Recused(
                        person(5), "my sister sells the cameras for it", Optional.of(Recusal.Interest.FAMILY)));
        then(1, new Attendance.Substituted(Substitution.alternate(PARENT, ALTERNATE)));
        then(1, new Attendance.Came(ALTERNATE));
        then(3, new Concern.Raised("o-1", "It takes the only planning period of the week."));
        then(1, new Concern.Tested("o-1", "names the aim that is harmed, and how", true));
        stand(1, Stand.AGREE);
        stand(2, Stand.AGREE);
        cast(person(3), Position.stance(Stand.BLOCK), "It takes the only planning period of the week.");
        stand(4, Stand.RESERVATIONS);
        stand(106, Stand.AGREE);
        then(1, Procedure.Closed.openly());
        then(1, new Procedure.Amended(second.id(), 2, "a second planning period is kept free"));
        then(1, new Concern.Integrated("o-1", 2, "a second planning period is kept free"));
        then(1, new Procedure.RoundBegun(2));
        then(3, new Concern.StoodAside("Every other week would do.", false));
        then(4, new Concern.StoodAside("I cannot leave my students on Wednesdays.", true));
        stand(1, Stand.AGREE);
        stand(2, Stand.AGREE);
        stand(3, Stand.STAND_ASIDE);
        stand(4, Stand.STAND_ASIDE);
        stand(106, Stand.AGREE);
        then(1, Procedure.Closed.openly());
    }

    private void vote() {
        VotingContext context = log.state().context().toBuilder().round(1).build();
        then(1, new Procedure.StepBegun(context, log.state().roll(), rules(Protocols.MAJORITY, "team")));
        then(2, new Procedure.SeedCommitted(TieBreaks.commitment(seed)));
        then(3, new Procedure.SeedCommitted(TieBreaks.commitment(other)));
        cast(person(1), Position.yes());
        cast(person(2), Position.yes());
        cast(person(3), Position.no(), "Every other week would do.");
        cast(person(4), Position.no(), "I cannot leave my students on Wednesdays.");
        cast(ALTERNATE, Position.abstain());
        then(1, Procedure.Closed.openly());
        then(2, new Procedure.SeedsRevealed(List.of(seed, other)));
    }

    private void ratification() {
        VotingContext context = VotingContext.of(second.id(), 2).toBuilder()
                .secrecy(Secrecy.ANONYMOUS)
                .build();
        List<Seat> seats = IntStream.rangeClosed(1, FACULTY)
                .mapToObj(i -> Seat.of(person(200 + i), StakeholderGroup.TEACHER))
                .toList();
        Set<PersonId> present = new TreeSet<>();
        seats.forEach(seat -> seat.person().ifPresent(present::add));
        then(
                1,
                new Procedure.StepBegun(
                        context, VotingRoll.of(seats, present, List.of()), rules(Protocols.MAJORITY, "faculty")));
        List<Envelope> envelopes = new ArrayList<>();
        for (int i = 1; i <= FACULTY; i++) {
            Position position = i % 3 == 0 ? Position.no() : Position.yes();
            String nonce = TieBreaks.commitment("nonce " + i + " of " + seed); // a host takes a secure generator
            envelopes.add(new Envelope(log.id(), Ballot.of(person(200 + i), context, position), nonce));
        }
        for (Envelope envelope : envelopes) {
            PersonId voter = envelope.ballot().person();
            then(voter, new Voting.Sealed(voter, envelope.commitment()));
        }
        then(1, log.closing(envelopes));
    }

    private static VotingRoll team() {
        List<Seat> seats = new ArrayList<>();
        seats.add(Seat.of(CHAIR, StakeholderGroup.TEACHER).toBuilder()
                .addOffices(Office.FACILITATOR)
                .build());
        for (int i = 2; i <= 5; i++) {
            seats.add(Seat.of(person(i), StakeholderGroup.TEACHER));
        }
        seats.add(Seat.of(PARENT, StakeholderGroup.of("parent")));
        return VotingRoll.of(seats, Set.of(person(1), person(2), person(3), person(4), person(5)), List.of());
    }

    private static Rules rules(DecisionProtocol protocol, String body) {
        return Rules.builder()
                .protocol(protocol)
                .body(body)
                .calendar(CALENDAR)
                .zone(ZoneId.of("America/Chicago"))
                .build();
    }

    private void stand(int member, Stand stand) {
        cast(person(member), Position.stance(stand));
    }

    private void cast(PersonId person, Position position) {
        then(person, new Voting.Cast(Ballot.of(person, log.state().context(), position)));
    }

    private void cast(PersonId person, Position position, String reason) {
        then(person, new Voting.Cast(Ballot.of(person, log.state().context(), position, reason)));
    }

    private void then(int by, Act act) {
        then(person(by), act);
    }

    private void then(PersonId by, Act act) {
        now = now.plusSeconds(60);
        log = log.with(now, by, act);
    }

    private static PersonId person(int number) {
        return PersonId.of("p-%03d".formatted(number));
    }
}
