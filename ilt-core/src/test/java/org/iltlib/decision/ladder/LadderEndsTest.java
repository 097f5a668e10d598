package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.ladder.Sittings.CONSENSUS;
import static org.iltlib.decision.ladder.Sittings.FACULTY;
import static org.iltlib.decision.ladder.Sittings.MONDAY;
import static org.iltlib.decision.ladder.Sittings.PROPOSAL;
import static org.iltlib.decision.ladder.Sittings.VOTE;
import static org.iltlib.decision.ladder.Sittings.ladder;
import static org.iltlib.decision.ladder.Sittings.play;
import static org.iltlib.decision.ladder.Sittings.stances;
import static org.iltlib.decision.ladder.Sittings.votes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position.Stand;
import org.junit.jupiter.api.Test;

/** What comes after the last vote: the authority, the larger body, dissent, reconsideration. */
class LadderEndsTest {
    private static final PersonId SUPERINTENDENT = PersonId.of("p-900");
    private static final Ladder CONSULTING =
            ladder(VOTE).toBuilder().addMustConsult("association").build();

    private static Ruling ruling(int day, boolean adopts) {
        return Ruling.builder()
                .heldOn(MONDAY.plusDays(day))
                .authority("superintendent")
                .by(SUPERINTENDENT)
                .proposal(PROPOSAL)
                .revision(1)
                .adopts(adopts)
                .addConsulted("association")
                .build();
    }

    @Test
    void theAuthorityEndsTheMatterAndStandsInTheTrail() {
        LadderState asked = play(CONSULTING, votes(0, 1, 3));
        assertThat(asked.authority()).contains("superintendent");
        assertThat(asked.reminders())
                .containsExactly(
                        new Reminder(MONDAY, "superintendent", "decide"),
                        new Reminder(MONDAY, "superintendent", "hear the association"));
        LadderState state = play(CONSULTING, votes(0, 1, 3), ruling(4, true));
        assertThat(state.outcome().status()).isEqualTo(Status.ADOPTED);
        assertThat(state.authority()).isEmpty();
        assertThat(state.ruling()).contains(ruling(4, true));
        assertThat(state.effectiveOn()).contains(MONDAY.plusDays(4));
        assertThat(state.trail()).extracting(LadderState.Leg::step).containsExactly("vote", "superintendent");
        assertThat(state.outcome().explanation().toString())
                .contains("p-900 adopts it, as recommended by the team", "Heard before: association.");
        assertThatThrownBy(() -> play(CONSULTING, votes(0, 1, 3), ruling(4, true), ruling(5, false)))
                .hasMessageContaining("none yet: adopted by the superintendent");
    }

    @Test
    void aReasonIsOwedWhenItDiffersFromWhatTheTeamLastRecommended() {
        // Three of five are for it, and 80 % were needed: the team recommends it all the same.
        LadderState none = play(CONSULTING, votes(0, 1, 3), ruling(4, false));
        assertThat(none.authority()).contains("superintendent");
        assertThat(none.trail().get(1).outcome().status()).isEqualTo(Status.INVALID);
        Ruling reasoned =
                ruling(5, false).toBuilder().reason("The grant ends in June.").build();
        LadderState state = play(CONSULTING, votes(0, 1, 3), ruling(4, false), reasoned);
        assertThat(state.outcome().status()).isEqualTo(Status.REJECTED);
        assertThat(state.trail().get(2).outcome().explanation().toString())
                .contains("otherwise than the team", "Reason: The grant ends in June.");
        assertThat(play(CONSULTING, votes(0, 1, 2), ruling(4, false)).outcome().status())
                .as("against, as recommended")
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void anAlteredTextDiffersFromWhatTheTeamRecommended() {
        Ruling altered = ruling(4, true).toBuilder().revision(2).build();
        assertThat(play(CONSULTING, votes(0, 1, 3), altered).authority()).isPresent();
        Ruling reasoned = altered.toBuilder().reason("Half the cost.").build();
        LadderState state = play(CONSULTING, votes(0, 1, 3), reasoned);
        assertThat(state.outcome().isAdopted()).isTrue();
        assertThat(state.outcome().revision()).isEqualTo(2);
    }

    @Test
    void withoutHearingThoseWhoMustBeHeardNothingIsDecided() {
        Ruling alone = ruling(4, true).toBuilder().consulted(Set.of()).build();
        LadderState state = play(CONSULTING, votes(0, 1, 3), alone);
        assertThat(state.authority()).isPresent();
        assertThat(state.trail().get(1).outcome().explanation().claim()).contains("not heard before: association");
    }

    @Test
    void aRulingThatNobodyAskedForIsRefused() {
        assertThatThrownBy(() -> play(CONSULTING, ruling(0, true))).hasMessageContaining("none yet");
        Ruling other = ruling(4, true).toBuilder().authority("mayor").build();
        assertThatThrownBy(() -> play(CONSULTING, votes(0, 1, 3), other)).hasMessageContaining("the superintendent");
        assertThatThrownBy(() -> play(CONSULTING, votes(0, 1, 3), votes(1, 1, 5)))
                .hasMessageContaining("superintendent decides");
    }

    @Test
    void theSameTextComesBackOnlyAfterAStudy() {
        Ladder ladder = ladder(VOTE, FACULTY);
        Sitting team = votes(0, 1, 5);
        Sitting no = votes(1, 1, 2).toBuilder().body("faculty").build();
        LadderState back = play(ladder, team, no);
        assertThat(back.studyOwed()).isTrue();
        assertThat(back.reminders()).contains(new Reminder(MONDAY.plusDays(1), "team", "study or alter the text"));
        assertThatThrownBy(() -> play(ladder, team, no, votes(2, 1, 5))).hasMessageContaining("Maybe record the study");
        LadderEvent.Study study = new LadderEvent.Study(MONDAY.plusDays(2), "The schedule leaves room.");
        assertThat(play(ladder, team, no, study).studyOwed()).isFalse();
        assertThat(play(ladder, team, no, study, votes(3, 1, 5)).step()).contains(FACULTY);
        assertThat(play(ladder, team, no, votes(2, 2, 5)).step()).contains(FACULTY);
    }

    @Test
    void aFacultyWithoutQuorumHasNotDisapproved() {
        Sitting few = votes(1, 1, 5).toBuilder()
                .body("faculty")
                .roll(Members.roll(5).withPresent(Set.of(Members.person(0))))
                .build();
        LadderState state = play(ladder(VOTE, FACULTY), votes(0, 1, 5), few);
        assertThat(state.step()).contains(FACULTY);
        assertThat(state.outcome().status()).isEqualTo(Status.NO_QUORUM);
        assertThat(state.studyOwed()).isFalse();
    }

    @Test
    void dissentIsTakenUntilItsLastDayAndKeptAfterIt() {
        Ladder ladder = ladder(VOTE).toBuilder()
                .dissentSchoolDays(10)
                .remindSchoolDaysBefore(2)
                .build();
        LadderEvent.WrittenDissent inTime = new LadderEvent.WrittenDissent(
                LocalDate.of(2026, 11, 16), new Dissent(Optional.of(Members.person(4)), "Too soon."));
        LadderEvent.WrittenDissent late =
                new LadderEvent.WrittenDissent(LocalDate.of(2026, 11, 17), new Dissent(Optional.empty(), "Too dear."));
        LadderState state = play(ladder, votes(0, 1, 5), inTime, late);
        assertThat(state.dissentUntil()).contains(LocalDate.of(2026, 11, 16));
        assertThat(state.dissent()).containsExactly(inTime, late);
        assertThat(state.dissentInTime()).containsExactly(inTime);
        assertThat(state.reminders())
                .extracting(Reminder::on)
                .containsExactly(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 17));
        assertThatThrownBy(() -> play(ladder, inTime)).hasMessageContaining("nothing is adopted");
    }

    private static LadderEvent.Reconsideration motion(int day, int person) {
        return new LadderEvent.Reconsideration(MONDAY.plusDays(day), Members.person(person), "The cost has changed.");
    }

    @Test
    void aVoteIsReconsideredOnceByTheSideThatPrevailed() {
        Ladder ladder = ladder(VOTE).toBuilder().reconsiderSchoolDays(3).build();
        Sitting adopted = votes(0, 1, 4);
        assertThat(play(ladder, adopted).reconsiderUntil()).contains(MONDAY.plusDays(3));
        LadderState open = play(ladder, adopted, motion(3, 0));
        assertThat(open.step()).contains(VOTE);
        assertThat(open.effectiveOn()).isEmpty();
        assertThat(play(ladder, adopted, motion(3, 0), votes(4, 1, 2)).authority())
                .isPresent();
        Sitting again = votes(4, 1, 5);
        assertThat(play(ladder, adopted, motion(3, 0), again).reconsiderUntil()).isEmpty();
        assertThatThrownBy(() -> play(ladder, adopted, motion(3, 0), again, motion(5, 0)))
                .hasMessageContaining("once");
        assertThatThrownBy(() -> play(ladder, adopted, motion(3, 4)))
                .as("person 4 said no")
                .hasMessageContaining("side that prevailed");
        assertThatThrownBy(() -> play(ladder, adopted, motion(4, 0))).hasMessageContaining("Expected by 2026-11-05");
        assertThatThrownBy(() -> play(ladder(VOTE), adopted, motion(1, 0))).hasMessageContaining("may be reconsidered");
        assertThatThrownBy(() -> play(ladder, motion(1, 0))).hasMessageContaining("vote that ended");
    }

    @Test
    void aRejectionIsReconsideredByTheNoes() {
        Ladder ladder = Ladder.builder()
                .name("alone")
                .addSteps(CONSENSUS.toBuilder().maxRounds(1).build())
                .reconsiderSchoolDays(3)
                .build();
        Sitting blocked = stances(0, 1, Stand.BLOCK);
        assertThat(play(ladder, blocked, motion(1, 4)).step()).isPresent();
        assertThatThrownBy(() -> play(ladder, blocked, motion(1, 0))).hasMessageContaining("side that prevailed");
        Ladder boxed = ladder.toBuilder()
                .steps(List.of(
                        CONSENSUS.toBuilder().schoolDays(OptionalInt.of(2)).build()))
                .build();
        assertThat(play(boxed, blocked).reconsiderUntil())
                .as("no vote ended it")
                .isEmpty();
        Ladder voted =
                ladder(Ladder.Step.of("vote", Protocols.MAJORITY).toBuilder()
                                .rejectionEnds(true)
                                .build())
                        .toBuilder()
                        .reconsiderSchoolDays(3)
                        .build();
        assertThat(play(voted, votes(0, 1, 2), motion(1, 4)).step()).isPresent();
    }
}
