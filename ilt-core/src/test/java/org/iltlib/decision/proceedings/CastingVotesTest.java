package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;

/** Whose casting vote it is, and who learns of it when. */
class CastingVotesTest {
    private static Proceedings opened(Secrecy secrecy) {
        VotingRoll roll = Members.roll(5);
        VotingRoll chaired = roll.toBuilder()
                .seats(roll.seats().stream()
                        .map(seat -> seat.person().equals(Optional.of(Log.CHAIR))
                                ? seat.toBuilder()
                                        .addOffices(Office.FACILITATOR)
                                        .build()
                                : seat)
                        .toList())
                .build();
        VotingContext context = Members.CONTEXT.withTies(TiePolicy.castingVote(Office.FACILITATOR)).toBuilder()
                .secrecy(secrecy)
                .build();
        return Proceedings.open(
                Log.ID,
                new Move(Log.START, Log.CHAIR, new Procedure.Opened(context, chaired, Rules.of(Protocols.MAJORITY))));
    }

    private static Act casting(Proceedings log, int member, Position position) {
        return new Voting.Cast(
                Ballot.casting(Members.person(member), log.state().context(), position));
    }

    private static void refused(Proceedings log, int by, Act act, String words) {
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void onlyWhoeverHoldsTheOfficeThatSettlesATieCastsIt() {
        Proceedings log = opened(Secrecy.OPEN);
        refused(
                log,
                1,
                casting(log, 1, Position.yes()),
                "p-001 casts a casting vote. Expected whoever holds the office");
        Proceedings plain = Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN);
        refused(plain, 0, casting(plain, 0, Position.yes()), "where the rules name one");
    }

    @Test
    void nobodyLearnsOfItUnlessATieOpensIt() {
        Proceedings before = Log.votes(opened(Secrecy.HIDDEN_UNTIL_CLOSE), 2, 1);
        Proceedings cast = Log.then(before, 0, casting(before, 0, Position.no()));
        assertThat(cast.visibleTo(Log.CHAIR, cast.state().at()).ballots()).hasSize(2);
        Proceedings untied = Log.close(cast);
        assertThat(untied.outcome()).isEqualTo(Log.close(before).outcome());
        assertThat(untied.visibleTo(Members.person(2), untied.state().at()).ballots())
                .noneMatch(Ballot::casting);
        assertThat(Minutes.of(cast)).isEqualTo(Minutes.of(before));
        assertThat(Minutes.of(untied)).doesNotContain("casting");
        Proceedings tied = Log.close(Log.cast(cast, 3, Position.no()));
        assertThat(tied.outcome().orElseThrow().status()).isEqualTo(Status.REJECTED);
        assertThat(Minutes.of(tied)).contains("p-000 (casting vote): no.");
    }

    @Test
    void inAnOpenVoteWhatItSaysIsNotSeenBeforeATie() {
        Proceedings before = Log.votes(opened(Secrecy.OPEN), 1, 1);
        Proceedings cast = Log.then(before, 0, casting(before, 0, Position.yes()));
        assertThat(cast.visibleTo(Members.person(1), cast.state().at()).ballots())
                .noneMatch(Ballot::casting);
        assertThat(Minutes.of(cast))
                .contains("p-000 handed in a casting vote, to be opened at a tie only.")
                .doesNotContain("(casting vote)");
        assertThat(Minutes.of(Log.close(cast))).contains("p-000 (casting vote): yes.");
        Proceedings changed = Log.then(
                cast,
                0,
                new Voting.Changed(Ballot.casting(Log.CHAIR, cast.state().context(), Position.no())));
        assertThat(Minutes.of(changed)).contains("p-000 handed in another casting vote.");
    }

    @Test
    void itCountsAsHandedInForSeedsAndSecrecy() {
        Proceedings log = opened(Secrecy.OPEN);
        Proceedings cast = Log.then(log, 0, casting(log, 0, Position.yes()));
        refused(cast, 1, new Procedure.SeedCommitted(TieBreaks.commitment("heads")), "comes after a vote was cast");
        refused(cast, 1, new Procedure.Tightened(Secrecy.ANONYMOUS), "anonymous after 1 voted");
    }

    @Test
    void anAmendmentVoidsItAndItsVoterTakesItBack() {
        Proceedings log = opened(Secrecy.HIDDEN_UNTIL_CLOSE);
        refused(log, 0, new Voting.TakenBack(Log.CHAIR, true), "has not voted");
        Proceedings cast = Log.then(Log.votes(log, 1, 0), 0, casting(log, 0, Position.yes()));
        Proceedings amended = Log.then(cast, 0, new Procedure.Amended(EntryId.of("proposal-2"), 2, "cheaper"));
        assertThat(amended.state().ballots()).isEmpty();
        assertThat(amended.state().voided())
                .extracting(one -> one.reason())
                .containsExactly(
                        "cast on revision 1, before the text was changed",
                        "casting vote, cast on revision 1, before the text was changed");
        assertThat(amended.visibleTo(Members.person(1), amended.state().at()).voided())
                .hasSize(1);
        refused(cast, 1, new Voting.TakenBack(Log.CHAIR, true), "p-001 votes for p-000");
        Proceedings back = Log.then(cast, 0, new Voting.TakenBack(Log.CHAIR, true));
        assertThat(back.state().ballots()).hasSize(1);
        assertThat(back.state().handedIn()).containsExactly(Log.CHAIR);
        assertThat(Proceedings.FORM.read(CanonicalJson.read(CanonicalJson.write(Proceedings.FORM.write(back)))))
                .isEqualTo(back);
        Proceedings open = opened(Secrecy.OPEN);
        open = Log.then(open, 0, casting(open, 0, Position.yes()));
        assertThat(Minutes.of(Log.then(open, 0, new Voting.TakenBack(Log.CHAIR, true))))
                .contains("p-000 took the casting vote back.");
    }
}
