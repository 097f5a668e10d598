package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.ladder.Sittings.CONSENSUS;
import static org.iltlib.decision.ladder.Sittings.LATE;
import static org.iltlib.decision.ladder.Sittings.MONDAY;
import static org.iltlib.decision.ladder.Sittings.VOTE;
import static org.iltlib.decision.ladder.Sittings.ladder;
import static org.iltlib.decision.ladder.Sittings.play;
import static org.iltlib.decision.ladder.Sittings.stances;
import static org.iltlib.decision.ladder.Sittings.votes;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.junit.jupiter.api.Test;

/** Faults that the walk over a ladder once had, each with its story. */
class LadderFaultsTest {

    private static Sitting withoutQuorum(Sitting sitting) {
        return sitting.toBuilder()
                .roll(Members.roll(5).withPresent(Set.of(Members.person(0))))
                .build();
    }

    /** The first pass was counted for the amended text too, once a meeting without quorum had named that text. */
    @Test
    void aTextAmendedAtAMeetingWithoutQuorumMustStillPassTwice() {
        Ladder.Step twice = CONSENSUS.toBuilder().maxRounds(4).inARow(2).build();
        Sitting first = stances(0, 1, Stand.AGREE);
        Sitting between = withoutQuorum(stances(7, 2, Stand.AGREE));
        Sitting amended = stances(14, 2, Stand.AGREE);
        assertThat(play(ladder(twice), first, between, amended).step()).contains(twice);
        assertThat(play(ladder(twice), first, between, amended, stances(21, 2, Stand.AGREE))
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    /** Another proposal with the same number slipped into the matter, and was adopted in its place. */
    @Test
    void anotherProposalUnderTheSameRevisionIsRefused() {
        Sitting other = votes(2, 1, 0).toBuilder()
                .proposal(EntryId.of("another-proposal"))
                .build();
        assertThatThrownBy(() ->
                        play(ladder(CONSENSUS, VOTE), stances(0, 1, Stand.BLOCK), stances(1, 1, Stand.BLOCK), other))
                .hasMessageContaining("another-proposal, revision 1")
                .hasMessageContaining("Maybe it is of another matter");
    }

    /** A block that stood when the time box ran out was told as a rejection. */
    @Test
    void aBlockThatStandsWhenTheTimeIsOverIsTheOutcome() {
        Ladder.Step boxed =
                CONSENSUS.toBuilder().maxRounds(9).schoolDays(OptionalInt.of(3)).build();
        Ladder alone = Ladder.builder().name("alone").addSteps(boxed).build();
        assertThat(play(alone, stances(0, 1, Stand.BLOCK)).outcome().status()).isEqualTo(Status.BLOCKED);
        assertThat(play(alone).outcome().status()).isEqualTo(Status.REJECTED);
    }

    /** Nobody could ask about a day in the past: a sitting held since was refused. */
    @Test
    void whatCameLaterIsNotSeen() {
        Ladder ladder = ladder(CONSENSUS, VOTE);
        List<Sitting> sittings = List.of(stances(0, 1, Stand.BLOCK), stances(7, 2, Stand.AGREE));
        assertThat(ladder.play(MONDAY, sittings, MONDAY.plusDays(6), SchoolDays.WEEKDAYS))
                .isEqualTo(ladder.play(MONDAY, sittings.subList(0, 1), MONDAY.plusDays(6), SchoolDays.WEEKDAYS));
        assertThat(ladder.play(MONDAY, sittings, LATE, SchoolDays.WEEKDAYS)
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    /** Dissent could still be written on the day on which the decision already had effect. */
    @Test
    void aDecisionTakesEffectOnTheFirstSchoolDayAfterTheDaysForDissent() {
        Ladder ladder = ladder(VOTE).toBuilder().dissentSchoolDays(9).build();
        LadderState state = play(ladder, votes(0, 1, 5));
        // Nine school days after Monday 2 November: Friday 13.
        assertThat(state.effectiveOn()).contains(LocalDate.of(2026, 11, 16));
    }

    /** A tie could be voted on again in the same meeting, and again and again without an end. */
    @Test
    void aTieGoesToALaterDayAndNotForEver() {
        Ladder.Step majority = Ladder.Step.of("majority", Protocols.MAJORITY).toBuilder()
                .tieGoesToNextMeeting(true)
                .build();
        Ladder ladder = ladder(majority);
        Position yes = Position.yes();
        Position no = Position.no();
        Sitting[] ties = new Sitting[4];
        for (int i = 0; i < 4; i++) {
            ties[i] = Sittings.sitting(7 * i, 1, yes, yes, no, no, Position.abstain());
        }
        assertThatThrownBy(() -> play(ladder, ties[0], ties[0])).hasMessageContaining("a later day");
        assertThat(play(ladder, ties[0], ties[1], ties[2]).step()).contains(majority);
        assertThat(play(ladder, ties).outcome().status()).isEqualTo(Status.ESCALATED);
    }

    /** Team and faculty could send a matter to each other without an end. */
    @Test
    void aMatterIsSentBackToTheTeamSoManyTimesOnly() {
        Ladder ladder = ladder(VOTE, Sittings.FACULTY);
        Sitting[] sittings = new Sitting[8];
        for (int i = 0; i < 4; i++) {
            sittings[2 * i] = votes(2 * i, i + 1, 5);
            sittings[2 * i + 1] =
                    votes(2 * i + 1, i + 1, 2).toBuilder().body("faculty").build();
        }
        assertThat(play(ladder, List.of(sittings).subList(0, 6).toArray(Sitting[]::new))
                        .step())
                .contains(VOTE);
        assertThat(play(ladder, sittings).outcome().status()).isEqualTo(Status.ESCALATED);
    }

    /** A time box that begins, or would end, on a closed day is counted in school days all the same. */
    @Test
    void aTimeBoxNeverEndsOnAClosedDay() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        Ladder.Step boxed = VOTE.toBuilder().schoolDays(OptionalInt.of(4)).build();
        // 23, 24, 25; Thanksgiving on 26 and the day after are closed; so Monday 30 is the fourth.
        LadderState state = ladder(boxed).play(saturday, List.of(), saturday, Sittings.DAYS);
        assertThat(state.deadline()).contains(LocalDate.of(2026, 11, 30));
        Sitting onTheLastDay = votes(28, 1, 5);
        assertThat(ladder(boxed)
                        .play(saturday, List.of(onTheLastDay), LATE, Sittings.DAYS)
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    /** A body that never met had, it was said, not ratified; and the team would have owed a study of that. */
    @Test
    void aBodyThatDidNotMeetInTimeLeavesNoDutyToStudy() {
        Ladder.Step boxed =
                Sittings.FACULTY.toBuilder().schoolDays(OptionalInt.of(5)).build();
        Ladder ladder = ladder(VOTE, boxed);
        Sitting team = votes(0, 1, 5);
        LadderState state = play(ladder, team);
        assertThat(state.step()).contains(VOTE);
        assertThat(state.outcome().explanation().toString())
                .contains("not met in time")
                .doesNotContain("study");
        assertThat(play(ladder, team, votes(14, 1, 5)).step()).contains(VOTE);
        assertThat(ladder.play(MONDAY, List.of(team, votes(14, 1, 5)), MONDAY.plusDays(14), Sittings.DAYS)
                        .step())
                .contains(boxed);
    }
}
