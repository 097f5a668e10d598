package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;

/** Sittings of teams of five and ladders to play with them. Days are counted from a Monday. */
final class Sittings {
    static final EntryId PROPOSAL = EntryId.of("proposal");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    static final LocalDate LATE = LocalDate.of(2026, 12, 31);
    static final SchoolDays DAYS = new SchoolDays(Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)));
    static final Threshold EIGHTY = Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST);
    static final Ladder.Step CONSENSUS = Ladder.Step.of("consensus", Protocols.CONSENSUS).toBuilder()
            .maxRounds(2)
            .build();
    static final Ladder.Step VOTE = Ladder.Step.of("vote", Majority.of(EIGHTY));
    static final Ladder.Step FACULTY = Ladder.Step.of("ratification", Protocols.MAJORITY).toBuilder()
            .body("faculty")
            .ratifies(true)
            .build();

    static Ladder ladder(Ladder.Step... steps) {
        return Ladder.builder()
                .name("test ladder")
                .steps(Arrays.asList(steps))
                .authority("superintendent")
                .build();
    }

    /** What the first, second … member of so many says. */
    static Sitting sitting(int day, int revision, Position... positions) {
        VotingContext context = VotingContext.of(PROPOSAL, revision);
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            ballots.add(Ballot.of(Members.person(i), context, positions[i], "because"));
        }
        Sitting.Builder sitting = Sitting.builder();
        sitting.heldOn(MONDAY.plusDays(day))
                .proposal(PROPOSAL)
                .revision(revision)
                .roll(Members.roll(positions.length))
                .ballots(ballots);
        return sitting.build();
    }

    /** Four of five agree, and the last does this. */
    static Sitting stances(int day, int revision, Stand last) {
        Position agree = Position.stance(Stand.AGREE);
        return sitting(day, revision, agree, agree, agree, agree, Position.stance(last));
    }

    /** So many of five say yes, the others no. */
    static Sitting votes(int day, int revision, int yes) {
        return votes(day, revision, yes, 5 - yes);
    }

    /** So many say yes, and so many no; there are no others. */
    static Sitting votes(int day, int revision, int yes, int no) {
        Position[] positions = new Position[yes + no];
        Arrays.fill(positions, Position.no());
        Arrays.fill(positions, 0, yes, Position.yes());
        return sitting(day, revision, positions);
    }

    static LadderState play(Ladder ladder, LadderEvent... events) {
        return ladder.play(MONDAY, List.of(events), LATE, DAYS);
    }

    private Sittings() {}
}
