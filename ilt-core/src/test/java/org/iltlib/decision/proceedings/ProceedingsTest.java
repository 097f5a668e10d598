package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ProceedingsTest {
    private static final Proceedings OPEN = Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN);
    private static final Act AMENDED = new Procedure.Amended(EntryId.of("proposal-2"), 2, "for one year only");

    private static void refused(Proceedings log, int by, Act act, String... words) {
        String before = Log.bytes(log.state());
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
        assertThat(Log.bytes(log.state())).isEqualTo(before);
    }

    private static Act ballot(Proceedings log, int person, Position position) {
        return new Voting.Cast(Ballot.of(Members.person(person), log.state().context(), position));
    }

    private static Status status(Proceedings log) {
        return log.outcome().orElseThrow().status();
    }

    @Test
    void threeOfFiveAdopt() {
        Proceedings log = Log.close(Log.votes(OPEN, 3, 2));
        assertThat(status(log)).isEqualTo(Status.ADOPTED);
        assertThat(log.outcome().orElseThrow().count("yes")).isEqualTo(3);
        assertThat(log.state().isOpen()).isFalse();
        assertThat(log).hasToString("Proceedings[m1, 7 moves, adopted]");
        assertThat(OPEN).hasToString("Proceedings[m1, 1 moves, open]");
    }

    /** The lines of the package's primer. */
    @Test
    void thePrimerIsTrue() {
        PersonId ana = Members.person(0);
        PersonId ben = Members.person(1);
        Instant noon = Log.START;
        VotingContext context = VotingContext.of(EntryId.of("proposal"), 1);
        Procedure.Opened opened = new Procedure.Opened(context, Members.roll(3), Rules.of(Protocols.MAJORITY));
        Proceedings log = Proceedings.open(EntryId.of("m1"), new Move(noon, ana, opened))
                .with(noon, ana, new Voting.Cast(Ballot.of(ana, context, Position.yes())))
                .with(noon, ben, new Voting.Cast(Ballot.of(ben, context, Position.yes())))
                .with(noon, ana, Procedure.Closed.openly());
        assertThat(log.outcome().orElseThrow().status()).hasToString("adopted");
    }

    @Test
    void aTimeOfNoCalendarInUseIsRefused() {
        assertThatThrownBy(() -> new Move(Instant.MAX, Log.CHAIR, Procedure.Closed.openly()))
                .hasMessageContaining("Maybe seconds and milliseconds were mixed up");
        assertThatThrownBy(() -> new Move(Instant.MIN, Log.CHAIR, Procedure.Closed.openly()))
                .hasMessageContaining("Expected from 1900-01-01");
    }

    @Test
    void aMatterIsOpenedFirstAndOnce() {
        Move first = OPEN.moves().get(0);
        refused(OPEN, 0, first.act(), "open already");
        assertThatThrownBy(() -> Proceedings.open(Log.ID, new Move(Log.START, Log.CHAIR, Procedure.Closed.openly())))
                .hasMessageContaining("The first move opens nothing");
        assertThatThrownBy(() -> Proceedings.of(Log.ID, List.of())).hasMessageContaining("moves is empty");
        VotingContext second = Members.CONTEXT.toBuilder().round(2).build();
        assertThatThrownBy(() -> Log.opened(5, second, Rules.of(Protocols.MAJORITY)))
                .hasMessageContaining("begins with round 2");
    }

    @Test
    void aMoveBeforeTheLastOneIsRefusedAndOneAtTheSameInstantIsNot() {
        Proceedings log = Log.cast(OPEN, 1, Position.yes());
        assertThatThrownBy(() -> log.with(Log.START, Log.CHAIR, Procedure.Closed.openly()))
                .hasMessageContaining("before the last one");
        assertThat(log.with(Log.minute(1), Log.CHAIR, Procedure.Closed.openly())
                        .state()
                        .isOpen())
                .isFalse();
    }

    @Test
    void aVoteAfterTheCloseIsRefusedAndChangesNothing() {
        Proceedings log = Log.close(Log.votes(OPEN, 3, 1));
        refused(log, 4, ballot(log, 4, Position.no()), "p-004 votes after the close of round 1");
        refused(log, 4, new Attendance.Went(Members.person(4)), "after the close");
        refused(log, 0, Procedure.Closed.openly(), "closed already");
        refused(log, 1, new Concern.Raised("o-1", "too late"), "objects after the close");
        refused(log, 1, new Concern.StoodAside("too late", false), "stands aside after the close");
        refused(log, 1, new Procedure.Tightened(Secrecy.ANONYMOUS), "after the close");
    }

    @Test
    void nobodyVotesTwiceOrForOthersOrWithoutASeat() {
        Proceedings log = Log.cast(OPEN, 1, Position.yes());
        refused(log, 1, ballot(log, 1, Position.yes()), "p-001 has voted in this round already");
        refused(log, 1, ballot(log, 2, Position.yes()), "p-001 votes for p-002");
        refused(log, 9, ballot(log, 9, Position.yes()), "p-009 votes but sits in no seat with a vote");
        refused(log, 1, new Voting.Cast(Ballot.of(Members.person(1), Members.CONTEXT, Position.no())), "already");
        Proceedings gone = Log.then(log, 0, new Attendance.Went(Members.person(2)));
        refused(gone, 2, ballot(gone, 2, Position.yes()), "p-002 votes but is absent");
        refused(gone, 0, new Attendance.Went(Members.person(2)), "is not there");
        refused(gone, 0, new Attendance.Came(Members.person(3)), "is there already");
        refused(gone, 0, new Attendance.Came(Members.person(9)), "holds no seat");
        assertThat(Log.cast(Log.then(gone, 2, new Attendance.Came(Members.person(2))), 2, Position.yes())
                        .state()
                        .handedIn())
                .hasSize(2);
    }

    @Test
    void aBallotMayBeChangedAndTakenBackAndOnlyTheLastOneCounts() {
        Proceedings log = Log.votes(OPEN, 3, 2);
        VotingContext context = log.state().context();
        refused(OPEN, 1, new Voting.Changed(Ballot.of(Members.person(1), context, Position.no())), "has not voted");
        refused(OPEN, 1, new Voting.TakenBack(Members.person(1)), "has not voted");
        refused(log, 1, new Voting.TakenBack(Members.person(2)), "p-001 votes for p-002");
        Proceedings changed =
                Log.then(log, 1, new Voting.Changed(Ballot.of(Members.person(1), context, Position.no())));
        assertThat(status(Log.close(changed))).isEqualTo(Status.REJECTED);
        assertThat(changed.state().voided()).extracting(one -> one.reason()).containsExactly("changed");
        Proceedings back = Log.then(changed, 4, new Voting.TakenBack(Members.person(4)));
        assertThat(back.state().handedIn()).doesNotContain(Members.person(4)).hasSize(4);
        assertThat(status(Log.close(back))).isEqualTo(Status.TIED);
    }

    /** Three school days after Monday 23 November 2026, Thanksgiving and the day after closed: Monday the 30th. */
    @Test
    void aVoteAfterTheLastSchoolDayIsRefused() {
        Rules rules = Rules.builder()
                .protocol(Protocols.MAJORITY)
                .schoolDays(3)
                .calendar(new SchoolDays(Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27))))
                .zone(ZoneId.of("America/New_York"))
                .build();
        Instant monday = Instant.parse("2026-11-24T04:59:00Z"); // 23:59 on Monday in New York
        Proceedings log = Proceedings.open(
                Log.ID, new Move(monday, Log.CHAIR, new Procedure.Opened(Members.CONTEXT, Members.roll(3), rules)));
        Instant late = Instant.parse("2026-12-01T05:00:00Z"); // midnight after the 30th in New York
        assertThat(log.state().deadline()).contains(late);
        PersonId one = Members.person(1);
        assertThat(log.with(late.minusNanos(1), one, ballot(log, 1, Position.yes()))
                        .moves())
                .hasSize(2);
        assertThatThrownBy(() -> log.with(late, one, ballot(log, 1, Position.yes())))
                .hasMessageContaining("Expected before 2026-12-01T05:00:00Z, the deadline");
        assertThat(log.with(late, one, Procedure.Closed.openly())
                        .state()
                        .answers()
                        .values())
                .containsOnly(Answer.SILENT);
    }

    /** After openpolitics/manifesto PR 216: votes on a text do not carry over to another. */
    @Test
    void aChangedTextVoidsEveryBallot() {
        Proceedings log = Log.then(Log.votes(OPEN, 4, 1), 0, AMENDED);
        assertThat(log.state().ballots()).isEmpty();
        assertThat(log.state().handedIn()).isEmpty();
        assertThat(log.state().voided())
                .hasSize(5)
                .allSatisfy(
                        one -> assertThat(one.reason()).isEqualTo("cast on revision 1, before the text was changed"));
        assertThat(status(Log.close(log))).isEqualTo(Status.REJECTED);
        assertThat(log.basedOn()).containsExactly(EntryId.of("proposal"), EntryId.of("proposal-2"));
        refused(
                log,
                1,
                new Voting.Cast(Ballot.of(Members.person(1), Members.CONTEXT, Position.yes())),
                "revision 1. Expected");
        refused(log, 0, AMENDED, "revision 2, after proposal-2, revision 2");
        refused(log, 0, new Procedure.Amended(EntryId.of("proposal-2"), 3, "no new entry"), "a new entry");
    }

    @Test
    void silenceAbstentionAndAbsenceAreThreeThings() {
        Proceedings log = Log.cast(OPEN, 0, Position.yes());
        log = Log.cast(log, 1, Position.abstain());
        log = Log.then(log, 0, new Attendance.Went(Members.person(3)));
        log = Log.then(log, 4, new Attendance.Recused(Members.person(4), "her sister sells it", Optional.empty()));
        assertThat(log.state().answers()).isEmpty();
        assertThat(Log.close(log).state().answers())
                .containsEntry("p-000", Answer.ANSWERED)
                .containsEntry("p-001", Answer.ABSTAINED)
                .containsEntry("p-002", Answer.SILENT)
                .containsEntry("p-003", Answer.ABSENT)
                .containsEntry("p-004", Answer.RECUSED);
    }

    @Test
    void whoLeavesBeforeTheCloseTakesTheVoteAlong() {
        Proceedings log = Log.then(Log.votes(OPEN, 3, 2), 0, new Attendance.Went(Members.person(0)));
        Proceedings closed = Log.close(log);
        assertThat(status(closed)).isEqualTo(Status.TIED);
        assertThat(closed.state().answers()).containsEntry("p-000", Answer.ABSENT);
        assertThat(closed.outcome().orElseThrow().leftOut())
                .extracting(one -> one.reason())
                .containsExactly("absent at the vote");
    }

    @Test
    void anotherRoundBeginsOnlyAfterACloseThatDecidedNothing() {
        refused(OPEN, 0, new Procedure.RoundBegun(2), "Round 1 is open");
        Proceedings tied = Log.close(Log.votes(OPEN, 2, 2));
        refused(tied, 0, new Procedure.RoundBegun(3), "Round 3 begins after round 1");
        Proceedings second = Log.then(tied, 0, new Procedure.RoundBegun(2));
        assertThat(second.state().ballots()).isEmpty();
        assertThat(second.outcome()).isEmpty();
        assertThat(second.state().context().round()).isEqualTo(2);
        Proceedings adopted = Log.close(Log.votes(second, 3, 2));
        assertThat(adopted.outcome().orElseThrow().round()).isEqualTo(2);
        refused(adopted, 0, new Procedure.RoundBegun(3), "ended with adopted", "Maybe move to reconsider");
        refused(adopted, 0, AMENDED, "adopted and cannot be amended");
    }

    @Test
    void aStepOfALadderBeginsAfterACloseOnTheTextAsItStands() {
        Rules faculty =
                Rules.of(Protocols.TWO_THIRDS).toBuilder().body("faculty").build();
        Act step = new Procedure.StepBegun(Members.CONTEXT, Members.roll(9), faculty);
        refused(OPEN, 0, step, "Round 1 is open, and a step begins");
        Proceedings adopted = Log.close(Log.votes(OPEN, 3, 2));
        refused(
                adopted,
                0,
                new Procedure.StepBegun(VotingContext.of(EntryId.of("other"), 1), Members.roll(9), faculty),
                "The step is on other, revision 1. Expected proposal");
        Proceedings ratified = Log.close(Log.votes(Log.then(adopted, 0, step), 6, 3));
        assertThat(status(ratified)).isEqualTo(Status.ADOPTED);
        assertThat(ratified.listSittings())
                .extracting(sitting -> sitting.body())
                .containsExactly("team", "faculty");
        assertThat(ratified.listClosed())
                .extracting(state -> state.roll().seats().size())
                .containsExactly(5, 9);
    }

    @Test
    void onlyTheSideThatPrevailedMovesToReconsiderAndOnce() {
        Proceedings log = Log.cast(Log.votes(OPEN, 2, 1), 3, Position.abstain());
        Act again = new Procedure.Reconsidered("the price has changed");
        refused(log, 0, again, "Round 1 is open");
        Proceedings adopted = Log.close(log);
        refused(adopted, 2, again, "p-002 moves to reconsider. Expected somebody who voted on the side that prevailed");
        refused(adopted, 3, again, "p-003 moves");
        refused(adopted, 4, again, "p-004 moves");
        Proceedings open = Log.then(adopted, 1, again);
        assertThat(open.state().isOpen()).isTrue();
        assertThat(open.state().ballots()).isEmpty();
        Proceedings rejected = Log.close(Log.votes(open, 1, 3));
        assertThat(status(rejected)).isEqualTo(Status.REJECTED);
        refused(rejected, 2, again, "Revision 1 was reconsidered before");
        Proceedings tied = Log.close(Log.votes(OPEN, 1, 1));
        refused(tied, 0, again, "ended with tied");
    }

    @Test
    void aMotionToReconsiderHasADeadlineInSchoolDays() {
        Rules rules =
                Rules.of(Protocols.MAJORITY).toBuilder().reconsiderSchoolDays(1).build();
        Proceedings log = Log.close(Log.votes(Log.opened(5, Members.CONTEXT, rules), 3, 0));
        Act again = new Procedure.Reconsidered("the price has changed");
        Instant late = Instant.parse("2026-11-04T00:00:00Z");
        assertThat(log.with(late.minusSeconds(1), Members.person(0), again)
                        .state()
                        .isOpen())
                .isTrue();
        assertThatThrownBy(() -> log.with(late, Members.person(0), again))
                .hasMessageContaining("Expected before 2026-11-04T00:00:00Z");
    }

    @Test
    void whatStoodAtAnInstantCanBeHadAgain() {
        Proceedings log = Log.close(Log.votes(OPEN, 3, 2));
        assertThat(log.asOf(Log.START)).isEqualTo(OPEN.state());
        assertThat(log.asOf(Log.minute(2).plusSeconds(30)).ballots()).hasSize(2);
        assertThat(log.asOf(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(log.state());
        assertThatThrownBy(() -> log.asOf(Log.START.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was opened at 2026-11-02T15:00:00Z");
    }

    @Test
    void aLogIsWrittenAndReadBackEqual() {
        Proceedings log = Log.close(Log.votes(OPEN, 3, 2));
        String json = CanonicalJson.write(Proceedings.FORM.write(log));
        Proceedings back = Proceedings.FORM.read(CanonicalJson.read(json));
        assertThat(back)
                .isEqualTo(log)
                .hasSameHashCodeAs(log)
                .isNotEqualTo(OPEN)
                .isNotEqualTo("log");
        assertThat(back.state()).isEqualTo(log.state());
        assertThat(ProceedingState.FORM.read(CanonicalJson.read(Log.bytes(log.state()))))
                .isEqualTo(log.state());
        List<Move> twice = new ArrayList<>(log.moves());
        twice.add(2, log.moves().get(1));
        assertThatThrownBy(() -> Proceedings.of(Log.ID, twice))
                .hasMessageContaining("p-000 has voted in this round already");
    }

    @Test
    void aLogThatAnUnlawfulMoveWasPutIntoCannotBeRead() {
        Proceedings log = Log.close(Log.votes(OPEN, 3, 2));
        String json = CanonicalJson.write(Proceedings.FORM.write(log))
                .replace("2026-11-02T15:05:00Z", "2026-11-02T15:07:00Z");
        assertThatThrownBy(() -> Proceedings.FORM.read(CanonicalJson.read(json)))
                .hasMessageContaining("before the last one");
    }

    @Test
    void untilTheCloseOfAHiddenVoteEverybodySeesOnlyTheirOwnBallotTheChairToo() {
        Proceedings log = Log.votes(Log.opened(3, Protocols.MAJORITY, Secrecy.HIDDEN_UNTIL_CLOSE), 2, 1);
        Instant now = log.state().at();
        ProceedingState chair = log.visibleTo(Log.CHAIR, now);
        assertThat(chair.ballots()).extracting(Ballot::person).containsExactly(Log.CHAIR);
        assertThat(chair.handedIn()).hasSize(3);
        assertThat(chair.outcome()).isEmpty();
        assertThat(log.visibleTo(PersonId.of("p-900"), now).ballots()).isEmpty();
        Proceedings closed = Log.close(log);
        assertThat(closed.visibleTo(Log.CHAIR, closed.state().at())).isEqualTo(closed.state());
        assertThat(closed.visibleTo(Log.CHAIR, now)).isEqualTo(chair);
    }

    @Test
    void secrecyOnlyBecomesStricterAndAnonymityOnlyBeforeTheFirstVote() {
        Proceedings hidden = Log.then(OPEN, 0, new Procedure.Tightened(Secrecy.HIDDEN_UNTIL_CLOSE));
        refused(hidden, 0, new Procedure.Tightened(Secrecy.OPEN), "can only become more secret");
        refused(hidden, 0, new Procedure.Tightened(Secrecy.HIDDEN_UNTIL_CLOSE), "can only become more secret");
        refused(Log.votes(hidden, 1, 0), 0, new Procedure.Tightened(Secrecy.ANONYMOUS), "after 1 voted");
        Proceedings anonymous = Log.then(hidden, 0, new Procedure.Tightened(Secrecy.ANONYMOUS));
        refused(anonymous, 0, new Procedure.Tightened(Secrecy.HIDDEN_UNTIL_CLOSE), "can only become more secret");
        refused(anonymous, 1, ballot(anonymous, 1, Position.yes()), "casts an open ballot");
        refused(OPEN, 1, new Voting.Sealed(Members.person(1), "0".repeat(64)), "not anonymous");
    }

    @Test
    void aTimeZoneThatThereIsNotIsRefused() {
        String json = CanonicalJson.write(Rules.FORM.write(Rules.of(Protocols.MAJORITY)));
        assertThat(Rules.FORM.read(CanonicalJson.read(json))).isEqualTo(Rules.of(Protocols.MAJORITY));
        assertThatThrownBy(() -> Rules.FORM.read(CanonicalJson.read(json.replace("\"Z\"", "\"Mars\""))))
                .hasMessageContaining("There is no time zone \"Mars\"");
    }

    @Test
    void aBlockThatIsNotAnAnswerOfTheProtocolIsLeftOut() {
        Proceedings log = Log.stances(OPEN, Stand.BLOCK, Stand.AGREE);
        assertThat(Log.close(log).outcome().orElseThrow().leftOut()).hasSize(2);
    }
}
