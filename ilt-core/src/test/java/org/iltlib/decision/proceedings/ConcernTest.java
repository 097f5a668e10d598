package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

class ConcernTest {
    private static final VotingContext CONTEXT =
            Members.CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 5, 3)).build();
    private static final Proceedings OPEN = Log.opened(3, CONTEXT, Rules.of(Protocols.CONSENT));
    private static final Proceedings RAISED =
            Log.then(OPEN, 2, new Concern.Raised("o-1", "no time is left for planning"));
    private static final Act VALID = new Concern.Tested("o-1", "harms the aim, and says how", true);
    private static final Act INVALID = new Concern.Tested("o-1", "harms the aim, and says how", false);
    private static final Act AMENDED = new Procedure.Amended(EntryId.of("proposal-2"), 2, "planning time is kept");

    private static Life life(Proceedings log) {
        return log.state().findObjection("o-1").orElseThrow().life();
    }

    private static void refused(Proceedings log, int by, Act act, String words) {
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static Proceedings answered(Proceedings log, Stand last) {
        return Log.stances(log, Stand.AGREE, Stand.AGREE, last);
    }

    private static Status status(Proceedings log) {
        return log.outcome().orElseThrow().status();
    }

    @Test
    void anObjectionGoesItsWayFromStageToStageOnly() {
        assertThat(life(RAISED)).isEqualTo(Life.RAISED);
        refused(RAISED, 1, new Concern.Raised("o-1", "another"), "There is an objection o-1 already");
        refused(RAISED, 0, new Concern.Overridden("o-1", "90 %"), "cannot be overridden: it is raised");
        refused(RAISED, 0, new Concern.Integrated("o-1", 1, "measured"), "Expected it to be valid or standing");
        refused(RAISED, 0, new Concern.Withdrawn("o-2"), "There is no objection o-2. Known: [o-1]");
        Proceedings invalid = Log.then(RAISED, 0, INVALID);
        assertThat(life(invalid)).isEqualTo(Life.INVALID);
        refused(invalid, 0, VALID, "cannot be tested: it is invalid");
        Proceedings valid = Log.then(RAISED, 0, VALID);
        assertThat(valid.state().findObjection("o-1").orElseThrow().testedBy()).contains("harms the aim, and says how");
        refused(valid, 0, new Concern.Withdrawn("o-1"), "withdrawn by p-000. Expected p-002");
        assertThat(life(Log.then(valid, 2, new Concern.Withdrawn("o-1")))).isEqualTo(Life.WITHDRAWN);
        assertThat(life(Log.then(valid, 0, new Concern.Overridden("o-1", "90 %"))))
                .isEqualTo(Life.OVERRIDDEN);
        refused(valid, 0, new Concern.Integrated("o-1", 2, "amended"), "worked into revision 2. Expected 1");
        Proceedings integrated = Log.then(Log.then(valid, 0, AMENDED), 0, new Concern.Integrated("o-1", 2, "amended"));
        assertThat(life(integrated)).isEqualTo(Life.INTEGRATED);
        assertThat(life(Log.close(answered(valid, Stand.BLOCK)))).isEqualTo(Life.STANDING);
    }

    @Test
    void whoHasNoSeatDoesNotObject() {
        refused(OPEN, 9, new Concern.Raised("o-1", "words"), "p-009 wants to object but holds no seat");
        refused(OPEN, 9, new Concern.StoodAside("words", false), "p-009 wants to stand aside but holds no seat");
    }

    @Test
    void aRoundIsNotClosedWhileAnObjectionIsUntested() {
        refused(answered(RAISED, Stand.BLOCK), 0, Procedure.Closed.openly(), "while objection o-1 is not tested");
    }

    @Test
    void aValidObjectionAsksForAnotherRoundThoughItsBallotSaysOtherwise() {
        Proceedings log = Log.then(RAISED, 0, VALID);
        for (Proceedings answers : new Proceedings[] {
            answered(log, Stand.BLOCK), answered(log, Stand.AGREE), Log.stances(log, Stand.AGREE, Stand.AGREE)
        }) {
            Proceedings closed = Log.close(answers);
            assertThat(status(closed)).isEqualTo(Status.NEEDS_ROUND);
            assertThat(life(closed)).isEqualTo(Life.STANDING);
        }
        assertThat(Log.close(answered(log, Stand.AGREE))
                        .outcome()
                        .orElseThrow()
                        .explanation()
                        .toString())
                .contains("Objection o-1 of p-002 stands, and counts as their answer.");
    }

    @Test
    void anInvalidObjectionStopsNothing() {
        Proceedings closed = Log.close(answered(Log.then(RAISED, 0, INVALID), Stand.BLOCK));
        assertThat(status(closed)).isEqualTo(Status.ADOPTED);
        assertThat(closed.outcome().orElseThrow().explanation().toString())
                .contains("Objection o-1 of p-002 is invalid: their block stands no more.");
        assertThat(closed.listDissent()).extracting(DissentCandidate::source).contains("objection o-1, invalid");
    }

    @Test
    void aBlockOnANewTextIsHeardAnewThoughTheOldObjectionWasWorkedIn() {
        Proceedings log = Log.then(
                Log.then(Log.then(RAISED, 0, VALID), 0, AMENDED), 0, new Concern.Integrated("o-1", 2, "amended"));
        assertThat(status(Log.close(answered(log, Stand.BLOCK)))).isEqualTo(Status.NEEDS_ROUND);
        assertThat(status(Log.close(answered(log, Stand.AGREE)))).isEqualTo(Status.ADOPTED);
    }

    @Test
    void anObjectionThatStandsIsWorkedInBetweenRounds() {
        Proceedings closed = Log.close(answered(Log.then(RAISED, 0, VALID), Stand.BLOCK));
        Proceedings next = Log.then(
                Log.then(Log.then(closed, 0, AMENDED), 0, new Concern.Integrated("o-1", 2, "amended")),
                0,
                new Procedure.RoundBegun(2));
        Proceedings end = Log.close(answered(next, Stand.AGREE));
        assertThat(status(end)).isEqualTo(Status.ADOPTED);
        assertThat(end.listSittings()).extracting(sitting -> sitting.revision()).containsExactly(1, 2);
        assertThat(end.listDissent()).isEmpty();
    }

    @Test
    void whoStandsAsideIsKeptWithTheirWordsAndMayBeReleased() {
        Proceedings log = Log.then(
                Log.opened(3, Protocols.CONSENSUS, Secrecy.OPEN),
                1,
                new Concern.StoodAside("I doubt the evidence", true));
        refused(log, 1, new Concern.StoodAside("again", false), "stands aside already");
        Proceedings closed = Log.close(Log.stances(log, Stand.AGREE, Stand.STAND_ASIDE, Stand.AGREE));
        assertThat(status(closed)).isEqualTo(Status.ADOPTED);
        assertThat(closed.state().standAsides())
                .containsExactly(new StandAside(Members.person(1), "I doubt the evidence", true));
        DissentCandidate words = closed.listDissent().get(0);
        assertThat(words.named()).isEqualTo(new Dissent(Optional.of(Members.person(1)), "I doubt the evidence"));
        assertThat(words.unnamed()).isEqualTo(new Dissent(Optional.empty(), "I doubt the evidence"));
        assertThat(Log.then(log, 0, AMENDED).state().standAsides()).isEmpty();
    }

    @Test
    void reasonsOnBallotsOfTheLosingSideMayStandAsDissent() {
        Proceedings log = Log.votes(Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN), 3, 0);
        log = Log.cast(log, 3, Position.no(), "too dear");
        log = Log.cast(log, 4, Position.abstain(), "I was away");
        assertThat(log.listDissent()).isEmpty();
        assertThat(Log.close(log).listDissent())
                .containsExactly(new DissentCandidate(Optional.of(Members.person(3)), "ballot", "too dear"));
    }

    @Test
    void anOverriddenObjectionStaysInTheObjectorsWords() {
        Proceedings log = Log.then(Log.then(RAISED, 0, VALID), 0, new Concern.Overridden("o-1", "90 % of the others"));
        Proceedings closed = Log.close(answered(log, Stand.BLOCK));
        assertThat(status(closed)).isEqualTo(Status.ADOPTED);
        assertThat(closed.listDissent())
                .contains(new DissentCandidate(
                        Optional.of(Members.person(2)), "objection o-1, overridden", "no time is left for planning"));
    }
}
