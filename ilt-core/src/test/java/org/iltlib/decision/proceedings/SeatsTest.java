package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

/** Recusals, those who stand in for others, and ties, as they go through a log. */
class SeatsTest {
    private static final Rules RULES = Rules.of(Protocols.MAJORITY);
    private static final Proceedings OPEN = Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN);
    private static final PersonId DEPUTY = PersonId.of("p-100");

    private static Outcome outcome(Proceedings log) {
        return log.outcome().orElseThrow();
    }

    private static void refused(Proceedings log, int by, Act act, String words) {
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aRecusalIsDeclaredChallengedAndRuledOn() {
        Act challenge = new Attendance.RecusalChallenged(Members.person(4), "she has no share in it");
        refused(OPEN, 1, challenge, "There is no recusal of p-004");
        Proceedings log = Log.then(
                OPEN,
                4,
                new Attendance.Recused(Members.person(4), "her sister sells it", Optional.of(Recusal.Interest.FAMILY)));
        refused(log, 1, new Attendance.Recused(Members.person(4), "again", Optional.empty()), "already");
        Proceedings votes = Log.votes(log, 2, 3);
        assertThat(outcome(Log.close(votes)).status()).isEqualTo(Status.TIED);
        Proceedings challenged = Log.then(votes, 1, challenge);
        refused(challenged, 2, challenge, "is challenged already");
        assertThat(outcome(Log.close(challenged)).status()).isEqualTo(Status.TIED);
        refused(
                challenged,
                4,
                new Attendance.RecusalRuled(Members.person(4), false, "as I say"),
                "p-004 rules on their own recusal");
        Act ruling = new Attendance.RecusalRuled(Members.person(4), false, "no direct interest");
        Proceedings overruled = Log.then(challenged, 0, ruling);
        assertThat(outcome(Log.close(overruled)).status()).isEqualTo(Status.REJECTED);
        refused(overruled, 0, ruling, "was ruled on already");
    }

    @Test
    void whatAnotherSaysOfAnInterestHasNoEffectUntilItIsRuledOn() {
        Proceedings log = Log.then(
                Log.votes(OPEN, 2, 3),
                0,
                new Attendance.Recused(Members.person(4), "her sister sells it", Optional.empty()));
        assertThat(outcome(Log.close(log)).status()).isEqualTo(Status.REJECTED);
        Proceedings upheld = Log.then(log, 1, new Attendance.RecusalRuled(Members.person(4), true, "direct interest"));
        assertThat(outcome(Log.close(upheld)).status()).isEqualTo(Status.TIED);
    }

    @Test
    void anAlternateVotesInTheSeatAndTheMemberDoesNot() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.ALTERNATE);
        Proceedings log = Log.opened(3, context, RULES);
        log = Log.then(log, 0, new Attendance.Went(Members.person(2)));
        log = Log.then(log, 0, new Attendance.Substituted(Substitution.alternate(Members.person(2), DEPUTY)));
        log = Log.then(log, 0, new Attendance.Came(DEPUTY));
        log = Log.cast(log, 0, Position.yes());
        log = log.with(log.state().at(), DEPUTY, new Voting.Cast(Ballot.of(DEPUTY, context, Position.yes())));
        Proceedings back = Log.then(log, 2, new Attendance.Came(Members.person(2)));
        refused(
                back,
                2,
                new Voting.Cast(Ballot.of(Members.person(2), context, Position.no())),
                "p-002 votes but sits in no seat with a vote");
        Proceedings closed = Log.close(back);
        assertThat(outcome(closed).count("yes")).isEqualTo(2);
        assertThat(closed.state().answers())
                .containsEntry("p-100", Answer.ANSWERED)
                .containsEntry("p-002", Answer.REPRESENTED)
                .containsEntry("p-001", Answer.SILENT);
        Proceedings revoked = Log.then(
                back,
                2,
                new Attendance.Substituted(Substitution.revoked(Substitution.Kind.ALTERNATE, Members.person(2))));
        assertThat(outcome(Log.close(revoked)).leftOut())
                .extracting(one -> one.person())
                .containsExactly(DEPUTY);
    }

    @Test
    void aProxyHandsInTheBallotOfAnAbsentMemberWhoGaveIt() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.PROXY);
        Proceedings log = Log.then(Log.opened(3, context, RULES), 0, new Attendance.Went(Members.person(2)));
        Act given = new Attendance.Substituted(Substitution.proxy(Members.person(2), Members.person(1)));
        refused(log, 1, given, "Expected the member alone to say so");
        log = Log.then(log, 2, given);
        Act ballot = new Voting.Cast(Ballot.byProxy(Members.person(2), Members.person(1), context, Position.yes()));
        refused(log, 0, ballot, "p-000 votes for p-002");
        log = Log.then(log, 1, ballot);
        refused(log, 2, new Voting.TakenBack(Members.person(2)), "p-002 votes for p-002");
        log = Log.cast(log, 0, Position.yes());
        Proceedings closed = Log.close(log);
        assertThat(outcome(closed).count("yes")).isEqualTo(2);
        assertThat(closed.state().answers()).containsEntry("p-002", Answer.ANSWERED);
        assertThat(Log.then(log, 1, new Voting.TakenBack(Members.person(2)))
                        .state()
                        .handedIn())
                .containsExactly(Members.person(0));
    }

    @Test
    void aDelegatedVoteFollowsAndCanBeTakenBack() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.DELEGATION);
        Proceedings log = Log.then(
                Log.opened(3, context, RULES),
                2,
                new Attendance.Substituted(Substitution.delegation(Members.person(2), Members.person(1))));
        Proceedings votes = Log.votes(log, 1, 1);
        Proceedings closed = Log.close(votes);
        assertThat(outcome(closed).count("no")).isEqualTo(2);
        assertThat(closed.state().answers()).containsEntry("p-002", Answer.REPRESENTED);
        Proceedings revoked = Log.then(
                votes,
                2,
                new Attendance.Substituted(Substitution.revoked(Substitution.Kind.DELEGATION, Members.person(2))));
        assertThat(outcome(Log.close(revoked)).status()).isEqualTo(Status.TIED);
    }

    @Test
    void theChairsCastingVoteIsOpenedAtATieOnly() {
        VotingRoll roll = Members.roll(5);
        VotingRoll chaired = roll.toBuilder()
                .seats(roll.seats().stream()
                        .map(seat -> seat.person().equals(Optional.of(Log.CHAIR))
                                ? seat.toBuilder().addOffices(Office.PRINCIPAL).build()
                                : seat)
                        .toList())
                .build();
        VotingContext context = Members.CONTEXT.withTies(TiePolicy.castingVote(Office.PRINCIPAL));
        Proceedings log =
                Proceedings.open(Log.ID, new Move(Log.START, Log.CHAIR, new Procedure.Opened(context, chaired, RULES)));
        log = Log.votes(log, 2, 2);
        Act casting = new Voting.Cast(Ballot.casting(Log.CHAIR, context, Position.yes()));
        refused(log, 0, new Voting.Changed(Ballot.casting(Log.CHAIR, context, Position.no())), "has not voted");
        Proceedings both = Log.then(log, 0, casting);
        refused(both, 0, casting, "has voted in this round already");
        assertThat(both.state().handedIn()).hasSize(4);
        assertThat(both.state().findBallot(Log.CHAIR).orElseThrow().casting()).isFalse();
        assertThat(outcome(Log.close(both)).status()).isEqualTo(Status.ADOPTED);
        Proceedings changed = Log.then(both, 0, new Voting.Changed(Ballot.casting(Log.CHAIR, context, Position.no())));
        assertThat(outcome(Log.close(changed)).status()).isEqualTo(Status.REJECTED);
        assertThat(changed.state().handedIn()).hasSize(4);
        assertThat(outcome(Log.close(log)).status()).isEqualTo(Status.TIED);
    }

    @Test
    void aTieIsSettledByALotWhoseSeedWasCommittedToBefore() {
        String seed = "four coins of 1999";
        Act commit = new Procedure.SeedCommitted(TieBreaks.commitment(seed));
        Act reveal = new Procedure.SeedsRevealed(List.of(seed));
        refused(Log.votes(OPEN, 1, 0), 0, commit, "comes after a vote was cast");
        Proceedings log = Log.then(OPEN, 0, commit);
        refused(log, 1, commit, "was published before");
        refused(log, 0, reveal, "Round 1 is open");
        Proceedings tied = Log.close(Log.votes(log, 2, 2));
        assertThat(outcome(tied).status()).isEqualTo(Status.TIED);
        refused(tied, 0, new Procedure.SeedsRevealed(List.of("another")), "not the one that was committed to");
        refused(Log.close(Log.votes(OPEN, 2, 2)), 0, reveal, "none are awaited");
        Proceedings drawn = Log.then(tied, 0, reveal);
        assertThat(outcome(drawn).status()).isIn(Status.ADOPTED, Status.REJECTED);
        assertThat(outcome(drawn).tiePath()).isNotEmpty();
        refused(drawn, 0, reveal, "none are awaited");
        assertThat(drawn.listClosed()).containsExactly(drawn.state());
        assertThat(outcome(Log.then(tied, 1, reveal))).isEqualTo(outcome(drawn));
        Proceedings again = Log.then(tied, 0, new Procedure.RoundBegun(2));
        assertThat(again.state().context().ties()).hasSize(1);
        Proceedings untied = Log.then(Log.close(Log.votes(log, 0, 0)), 0, reveal);
        assertThat(outcome(untied).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void aSeedServesOneVoteAndEachSideMayCommitToOne() {
        Proceedings log = Log.then(OPEN, 0, new Procedure.SeedCommitted(TieBreaks.commitment("heads")));
        log = Log.then(log, 1, new Procedure.SeedCommitted(TieBreaks.commitment("tails")));
        Proceedings tied = Log.close(Log.votes(log, 2, 2));
        refused(tied, 0, new Procedure.SeedsRevealed(List.of("heads")), "1 seeds for 2 commitments");
        Proceedings drawn = Log.then(tied, 0, new Procedure.SeedsRevealed(List.of("heads", "tails")));
        int winner = outcome(drawn).isAdopted() ? 0 : 2;
        Proceedings next = Log.then(drawn, winner, new Procedure.Reconsidered("nobody likes lots"));
        assertThat(next.state().context().ties()).isEmpty();
    }
}
