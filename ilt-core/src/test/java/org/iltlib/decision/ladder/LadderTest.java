package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.protocol.Consent;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final EntryId PROPOSAL = EntryId.of("proposal");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 12, 31);
    private static final SchoolDays DAYS =
            new SchoolDays(Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)));
    private static final Threshold EIGHTY = Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST);
    private static final Ladder.Step CONSENSUS = Ladder.Step.of("consensus", Protocols.CONSENSUS).toBuilder()
            .maxRounds(2)
            .build();
    private static final Ladder.Step VOTE = Ladder.Step.of("vote", Majority.of(EIGHTY));
    private static final Ladder.Step FACULTY = Ladder.Step.of("ratification", Protocols.MAJORITY).toBuilder()
            .body("faculty")
            .ratifies(true)
            .build();

    private static Ladder ladder(Ladder.Step... steps) {
        return Ladder.builder()
                .name("test ladder")
                .steps(Arrays.asList(steps))
                .authority("superintendent")
                .build();
    }

    private static Sitting sitting(int day, int revision, Position... positions) {
        VotingContext context = VotingContext.of(PROPOSAL, revision);
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            ballots.add(Ballot.of(Members.person(i), context, positions[i], "because"));
        }
        Sitting.Builder sitting = Sitting.builder();
        sitting.heldOn(MONDAY.plusDays(day))
                .proposal(PROPOSAL)
                .revision(revision)
                .roll(Members.roll(5))
                .ballots(ballots);
        return sitting.build();
    }

    private static Sitting stances(int day, int revision, Stand last) {
        Position agree = Position.stance(Stand.AGREE);
        return sitting(day, revision, agree, agree, agree, agree, Position.stance(last));
    }

    private static Sitting votes(int day, int revision, int yes) {
        Position[] positions = new Position[5];
        Arrays.fill(positions, Position.no());
        Arrays.fill(positions, 0, yes, Position.yes());
        return sitting(day, revision, positions);
    }

    private static LadderState play(Ladder ladder, Sitting... sittings) {
        return ladder.play(MONDAY, List.of(sittings), LATE, DAYS);
    }

    @Test
    void beforeTheFirstVoteTheFirstStepIsDue() {
        LadderState state = play(ladder(CONSENSUS, VOTE));
        assertThat(state.outcome().status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(state.step()).contains(CONSENSUS);
        assertThat(state.isOver()).isFalse();
        assertThat(state.trail()).isEmpty();
    }

    @Test
    void agreementInTheFirstRoundIsTheEnd() {
        LadderState state = play(ladder(CONSENSUS, VOTE), stances(0, 1, Stand.AGREE));
        assertThat(state.outcome().status()).isEqualTo(Status.ADOPTED);
        assertThat(state.outcome().count("agree")).isEqualTo(5);
        assertThat(state.effectiveOn()).contains(MONDAY);
        assertThat(state.isOver()).isTrue();
    }

    @Test
    void afterTwoBlockedRoundsFourOfFiveDecideByTheEightyPercentVote() {
        Ladder ladder = ladder(CONSENSUS, VOTE);
        LadderState once = play(ladder, stances(0, 1, Stand.BLOCK));
        assertThat(once.step()).contains(CONSENSUS);
        assertThat(once.roundsHeld()).isEqualTo(1);
        LadderState twice = play(ladder, stances(0, 1, Stand.BLOCK), stances(1, 2, Stand.BLOCK));
        assertThat(twice.step()).contains(VOTE);
        LadderState end = play(ladder, stances(0, 1, Stand.BLOCK), stances(1, 2, Stand.BLOCK), votes(2, 2, 4));
        assertThat(end.outcome().status()).isEqualTo(Status.ADOPTED);
        assertThat(end.outcome().threshold()).contains(EIGHTY);
        assertThat(end.trail()).extracting(LadderState.Leg::step).containsExactly("consensus", "consensus", "vote");
        assertThat(end.outcome().explanation().toString())
                .contains("\"consensus\" ended with blocked; \"vote\" begins.", "4 yes of 5");
    }

    @Test
    void afterTheLastStepTheAuthorityDecidesOrThingsStayAsTheyAre() {
        Sitting[] failing = {stances(0, 1, Stand.BLOCK), stances(1, 1, Stand.BLOCK), votes(2, 1, 3)};
        LadderState escalated = play(ladder(CONSENSUS, VOTE), failing);
        assertThat(escalated.outcome().status()).isEqualTo(Status.ESCALATED);
        assertThat(escalated.outcome().nextStep()).contains("superintendent decides");
        Ladder alone = Ladder.builder().name("alone").addSteps(CONSENSUS, VOTE).build();
        assertThat(play(alone, failing).outcome().status()).isEqualTo(Status.REJECTED);
        Ladder blocked = Ladder.builder().name("blocked").addSteps(CONSENSUS).build();
        assertThat(play(blocked, failing[0], failing[1]).outcome().status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void aRejectionThatEndsIsNotEscalated() {
        Ladder.Step last = VOTE.toBuilder().rejectionEnds(true).build();
        LadderState state = play(ladder(last), votes(0, 1, 3));
        assertThat(state.outcome().status()).isEqualTo(Status.REJECTED);
        assertThat(state.outcome().explanation().claim()).contains("stay as they are");
    }

    @Test
    void withoutQuorumNoRoundIsUsedUp() {
        VotingRoll two = Members.roll(5).withPresent(Set.of(Members.person(0), Members.person(1)));
        Sitting few = votes(0, 1, 5).toBuilder().roll(two).build();
        LadderState state = play(ladder(VOTE), few);
        assertThat(state.outcome().status()).isEqualTo(Status.NO_QUORUM);
        assertThat(state.step()).contains(VOTE);
        assertThat(state.roundsHeld()).isZero();
        assertThat(play(ladder(VOTE), few, votes(1, 1, 5)).outcome().isAdopted())
                .isTrue();
    }

    @Test
    void aTimeBoxEndsOnItsLastSchoolDayAndHolidaysDoNotCount() {
        Ladder.Step boxed = CONSENSUS.toBuilder().schoolDays(OptionalInt.of(3)).build();
        Ladder ladder = ladder(boxed, VOTE);
        // From Tuesday 24 November: 25, then Thanksgiving Thursday and Friday and the weekend, 30, 1 December.
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        LocalDate end = LocalDate.of(2026, 12, 1);
        LadderState on = ladder.play(tuesday, List.of(), end, DAYS);
        assertThat(on.deadline()).contains(end);
        assertThat(on.step()).contains(boxed);
        LadderState after = ladder.play(tuesday, List.of(), end.plusDays(1), DAYS);
        assertThat(after.step()).contains(VOTE);
        assertThat(after.deadline()).isEmpty();
        assertThat(after.outcome().explanation().toString()).contains("Time box of consensus over on 2026-12-01.");
        Sitting late = votes(31, 1, 5);
        assertThat(ladder.play(tuesday, List.of(late), LATE, DAYS).outcome().isAdopted())
                .isTrue();
    }

    @Test
    void bylawsMustPassUnchangedAtTwoConsecutiveMeetings() {
        Ladder.Step twice = CONSENSUS.toBuilder().maxRounds(4).inARow(2).build();
        Ladder ladder = ladder(twice);
        Sitting first = stances(0, 1, Stand.AGREE);
        assertThat(play(ladder, first).step()).contains(twice);
        assertThat(play(ladder, first, stances(7, 1, Stand.AGREE)).outcome().isAdopted())
                .isTrue();
        assertThat(play(ladder, first, stances(7, 2, Stand.AGREE)).step())
                .as("a changed text begins anew")
                .contains(twice);
        assertThat(play(ladder, first, stances(0, 1, Stand.AGREE)).step())
                .as("twice on one day is one meeting")
                .contains(twice);
        assertThat(play(ladder, first, stances(7, 1, Stand.BLOCK), stances(14, 1, Stand.AGREE))
                        .step())
                .as("a block between begins anew")
                .contains(twice);
        assertThat(play(
                                ladder,
                                first,
                                stances(1, 2, Stand.AGREE),
                                stances(2, 3, Stand.AGREE),
                                stances(3, 4, Stand.AGREE))
                        .outcome()
                        .status())
                .isEqualTo(Status.ESCALATED);
    }

    @Test
    void aTieGoesToTheNextMeetingAndUsesUpNoRound() {
        Ladder.Step majority = Ladder.Step.of("majority", Protocols.MAJORITY);
        Sitting tie = sitting(0, 1, Position.yes(), Position.yes(), Position.no(), Position.no(), Position.abstain());
        Ladder next = ladder(majority.toBuilder().tieGoesToNextMeeting(true).build());
        assertThat(play(next, tie).outcome().status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(play(next, tie).roundsHeld()).isZero();
        assertThat(play(next, tie, votes(7, 1, 3)).outcome().isAdopted()).isTrue();
        Ladder ends = Ladder.builder().name("ends").addSteps(majority).build();
        assertThat(play(ends, tie).outcome().status()).isEqualTo(Status.TIED);
    }

    @Test
    void whatTheFacultyDoesNotRatifyGoesBackToTheTeam() {
        Ladder ladder = ladder(CONSENSUS, VOTE, FACULTY);
        Sitting team = stances(0, 1, Stand.AGREE);
        LadderState due = play(ladder, team);
        assertThat(due.step()).contains(FACULTY);
        assertThat(due.outcome().isAdopted()).isFalse();
        Sitting yes = votes(1, 1, 3).toBuilder().body("faculty").build();
        assertThat(play(ladder, team, yes).outcome().isAdopted()).isTrue();
        Sitting no = votes(1, 1, 2).toBuilder().body("faculty").build();
        LadderState back = play(ladder, team, no);
        assertThat(back.step()).contains(CONSENSUS);
        assertThat(back.outcome().explanation().toString()).contains("back to the team, to study or alter it");
        Sitting again = votes(3, 2, 5).toBuilder().body("faculty").build();
        assertThat(play(ladder, team, no, stances(2, 2, Stand.AGREE), again)
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    @Test
    void aDecisionTakesEffectAfterTheDaysForDissent() {
        Ladder ladder = ladder(VOTE).toBuilder().dissentSchoolDays(10).build();
        assertThat(play(ladder, votes(0, 1, 5)).effectiveOn()).contains(LocalDate.of(2026, 11, 17));
    }

    @Test
    void consentSentOnToTheBroaderCircleLeavesItsStepAtOnce() {
        Ladder.Step consent = Ladder.Step.of("consent", new Consent(1)).toBuilder()
                .maxRounds(9)
                .build();
        Sitting objection =
                stances(0, 1, Stand.BLOCK).toBuilder().reviewOn(LATE).build();
        assertThat(play(ladder(consent, VOTE), objection).step()).contains(VOTE);
        Outcome invalid = play(ladder(consent), stances(0, 1, Stand.AGREE)).outcome();
        assertThat(invalid.status()).isEqualTo(Status.INVALID);
    }

    @Test
    void sittingsOutOfPlaceAreRefused() {
        Ladder ladder = ladder(CONSENSUS, VOTE, FACULTY);
        Sitting team = stances(3, 2, Stand.AGREE);
        assertThatThrownBy(() -> play(ladder, team, stances(1, 2, Stand.AGREE))).hasMessageContaining("in order");
        assertThatThrownBy(() -> play(ladder, team, stances(4, 2, Stand.AGREE)))
                .hasMessageContaining("Expected one of the faculty");
        assertThatThrownBy(() -> play(
                        ladder, team, votes(4, 3, 5).toBuilder().body("faculty").build()))
                .hasMessageContaining("which the team adopted");
        assertThatThrownBy(() -> play(ladder(CONSENSUS), stances(0, 2, Stand.BLOCK), stances(1, 1, Stand.BLOCK)))
                .hasMessageContaining("revision 1 after revision 2");
        assertThatThrownBy(() -> play(ladder(VOTE), votes(0, 1, 5), votes(1, 1, 5)))
                .hasMessageContaining("after the end");
    }

    @Test
    void aLadderThatCannotBeClimbedIsRefused() {
        assertThatThrownBy(() -> ladder(FACULTY)).hasMessageContaining("ratifies");
        assertThatThrownBy(() -> ladder(CONSENSUS, FACULTY, VOTE)).hasMessageContaining("ratifying steps last");
        assertThatThrownBy(() -> ladder(VOTE, VOTE)).hasMessageContaining("twice");
        assertThatThrownBy(() -> VOTE.toBuilder().inARow(2).build()).hasMessageContaining("Maybe more rounds");
        assertThatThrownBy(() -> ladder(VOTE).toBuilder().source("bylaws").build())
                .hasMessageContaining("only one of source");
        assertThatThrownBy(() -> DAYS.after(MONDAY, -1)).hasMessageContaining("schoolDays is -1");
    }

    @Test
    void replayingGivesTheSameStateAndSittingsSurviveWriting() {
        Ladder ladder = ladder(CONSENSUS, VOTE);
        List<Sitting> sittings = List.of(stances(0, 1, Stand.BLOCK), stances(1, 2, Stand.BLOCK), votes(2, 2, 4));
        List<Sitting> read = sittings.stream()
                .map(each -> Sitting.FORM.read(CanonicalJson.read(CanonicalJson.write(Sitting.FORM.write(each)))))
                .toList();
        assertThat(read).isEqualTo(sittings);
        LadderState first = ladder.play(MONDAY, sittings, LATE, DAYS);
        LadderState second = ladder.play(MONDAY, read, LATE, DAYS);
        assertThat(second).isEqualTo(first);
        assertThat(CanonicalJson.write(Outcome.FORM.write(second.outcome())))
                .isEqualTo(CanonicalJson.write(Outcome.FORM.write(first.outcome())));
        assertThat(SchoolDays.FORM.read(CanonicalJson.read(CanonicalJson.write(SchoolDays.FORM.write(DAYS)))))
                .isEqualTo(DAYS);
    }
}
