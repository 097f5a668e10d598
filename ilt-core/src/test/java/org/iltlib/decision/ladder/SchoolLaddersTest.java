package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.ladder.Sittings.MONDAY;
import static org.iltlib.decision.ladder.Sittings.PROPOSAL;
import static org.iltlib.decision.ladder.Sittings.play;
import static org.iltlib.decision.ladder.Sittings.sitting;
import static org.iltlib.decision.ladder.Sittings.votes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Position.Way;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

/**
 * The school rules told as stories, with the numbers at their edges. What a rule says comes from the excerpts cited in each
 * ladder's source; the counts follow from it by hand.
 */
class SchoolLaddersTest {

    private static Sitting stands(int day, int revision, Stand... stands) {
        return sitting(
                day, revision, Arrays.stream(stands).map(Position::stance).toArray(Position[]::new));
    }

    private static Sitting agree(int day, int revision, int members) {
        return stands(day, revision, Collections.nCopies(members, Stand.AGREE).toArray(Stand[]::new));
    }

    private static Sitting oneBlocks(int day, int revision, int members) {
        Stand[] stands = Collections.nCopies(members, Stand.AGREE).toArray(Stand[]::new);
        stands[members - 1] = Stand.BLOCK;
        return stands(day, revision, stands);
    }

    private static Sitting secret(int day, String body, VotingRoll roll, int yes, int no) {
        Sitting.Builder sitting = Sitting.builder();
        sitting.heldOn(MONDAY.plusDays(day))
                .body(body)
                .proposal(PROPOSAL)
                .revision(1)
                .roll(roll)
                .addAllPapers(Collections.nCopies(yes, Position.yes()))
                .addAllPapers(Collections.nCopies(no, Position.no()));
        return sitting.build();
    }

    private static Outcome last(LadderState state) {
        return state.trail().get(state.trail().size() - 1).outcome();
    }

    private static Ruling ruling(String authority, int day, boolean adopts, String... consulted) {
        return Ruling.builder()
                .heldOn(MONDAY.plusDays(day))
                .authority(authority)
                .by(PersonId.of("p-900"))
                .proposal(PROPOSAL)
                .revision(1)
                .adopts(adopts)
                .addConsulted(consulted)
                .build();
    }

    @Test
    void inSpringfieldTheFacultySendsThePlanBackAndTheTeamAltersOrStudiesIt() {
        Ladder ladder = SchoolLadders.SPRINGFIELD_ACTION_PLAN;
        Sitting team = agree(0, 1, 7);
        Sitting no = votes(3, 1, 20, 20).toBuilder().body("faculty").build();
        LadderState back = play(ladder, team, no);
        assertThat(last(back).status()).as("20 of 40 is no majority").isEqualTo(Status.TIED);
        assertThat(back.studyOwed()).isTrue();
        assertThatThrownBy(() -> play(ladder, team, no, agree(7, 1, 7))).hasMessageContaining("study");
        Sitting altered = agree(7, 2, 7);
        Sitting yes = votes(9, 2, 21, 19).toBuilder().body("faculty").build();
        assertThat(play(ladder, team, no, altered, yes).outcome().isAdopted()).isTrue();
    }

    @Test
    void inSpringfieldAPilotNeedsConsensus() {
        Ladder ladder = SchoolLadders.SPRINGFIELD_PILOT;
        assertThat(play(ladder, agree(0, 1, 7)).outcome().isAdopted()).isTrue();
        assertThat(play(ladder, oneBlocks(0, 1, 7), oneBlocks(1, 2, 7), oneBlocks(2, 3, 7))
                        .outcome()
                        .status())
                .isEqualTo(Status.BLOCKED);
    }

    @Test
    void inSpringfieldAWaiverNeedsTwentySixOfFortyMembersInSecret() {
        Ladder ladder = SchoolLadders.SPRINGFIELD_WAIVER;
        VotingRoll forty = Members.roll(40);
        LadderState passed = play(ladder, agree(0, 1, 7), secret(7, SchoolLadders.MEMBERS, forty, 26, 14));
        assertThat(passed.outcome().isAdopted()).isTrue();
        assertThat(passed.outcome().base()).contains(40);
        LadderState failed = play(ladder, agree(0, 1, 7), secret(7, SchoolLadders.MEMBERS, forty, 25, 0));
        assertThat(last(failed).status()).as("25 yes and 15 blank or away").isEqualTo(Status.REJECTED);
        assertThat(failed.studyOwed()).isTrue();
        Sitting open =
                votes(7, 1, 26, 14).toBuilder().body(SchoolLadders.MEMBERS).build();
        assertThatThrownBy(() -> play(ladder, agree(0, 1, 7), open)).hasMessageContaining("secret");
    }

    @Test
    void inSaintPaulATieGoesToTheNextMeeting() {
        Position up = Position.thumb(Way.UP);
        Position down = Position.thumb(Way.DOWN);
        Sitting tie = sitting(0, 1, up, up, up, down, down, down);
        LadderState state = play(SchoolLadders.SAINT_PAUL, tie);
        assertThat(state.isOver()).isFalse();
        assertThat(state.roundsHeld()).isZero();
        Sitting next = sitting(7, 1, up, up, up, up, down, down);
        assertThat(play(SchoolLadders.SAINT_PAUL, tie, next).outcome().isAdopted())
                .isTrue();
        Sitting against = sitting(7, 1, up, up, down, down, down, down);
        assertThat(play(SchoolLadders.SAINT_PAUL, tie, against).outcome().status())
                .isEqualTo(Status.REJECTED);
    }

    private static final Ladder ACADEMY = SchoolLadders.communityPartnershipsAcademy(
            Set.of(StakeholderGroup.TEACHER, StakeholderGroup.PARENT, StakeholderGroup.STUDENT), 5);
    // Members 0 to 2 are parents, 3 to 5 students, 6 to 9 teachers.
    private static final VotingRoll COUNCIL =
            Councils.roll(Map.of(StakeholderGroup.TEACHER, 4, StakeholderGroup.PARENT, 3, StakeholderGroup.STUDENT, 3));

    @Test
    void atTheAcademyTwoOfEachConstituencyMustBeThere() {
        Position[] up = Collections.nCopies(10, Position.thumb(Way.UP)).toArray(Position[]::new);
        Sitting all = sitting(0, 1, up).toBuilder().roll(COUNCIL).build();
        assertThat(play(ACADEMY, all).outcome().isAdopted()).isTrue();
        Sitting twoStudents = all.toBuilder().roll(Councils.without(COUNCIL, 3)).build();
        assertThat(play(ACADEMY, twoStudents).outcome().isAdopted()).isTrue();
        Sitting oneStudent =
                all.toBuilder().roll(Councils.without(COUNCIL, 3, 4)).build();
        LadderState state = ACADEMY.play(MONDAY, List.of(oneStudent), MONDAY, Sittings.DAYS);
        assertThat(state.outcome().status()).as("8 of 10 are there").isEqualTo(Status.NO_QUORUM);
    }

    @Test
    void atTheAcademyEightyPercentDecideAfterTheAgreedTimeAndTheyMust() {
        Position[] thumbs = Collections.nCopies(10, Position.thumb(Way.UP)).toArray(Position[]::new);
        thumbs[9] = Position.thumb(Way.DOWN);
        Sitting blocked = sitting(0, 1, thumbs).toBuilder().roll(COUNCIL).build();
        LadderState due = play(ACADEMY, blocked);
        assertThat(due.step().orElseThrow().name()).isEqualTo("80 percent");
        assertThat(due.isOver()).as("no decision is no outcome").isFalse();
        // 80 % of 9 votes cast are 7.2, so 8; of 10 they are 8.
        Sitting seven = votes(14, 1, 7, 2).toBuilder().roll(COUNCIL).build();
        Sitting eight = votes(14, 1, 8, 1).toBuilder().roll(COUNCIL).build();
        assertThat(play(ACADEMY, blocked, seven).outcome().status()).isEqualTo(Status.REJECTED);
        assertThat(play(ACADEMY, blocked, eight).outcome().isAdopted()).isTrue();
        assertThat(play(
                                ACADEMY,
                                blocked,
                                votes(14, 1, 8, 2).toBuilder().roll(COUNCIL).build())
                        .outcome()
                        .isAdopted())
                .isTrue();
        Sitting few = eight.toBuilder().roll(Councils.without(COUNCIL, 0, 1)).build();
        assertThat(play(ACADEMY, blocked, few).outcome().status()).isEqualTo(Status.NO_QUORUM);
    }

    @Test
    void inNewYorkTheSuperintendentDecidesAfterHelpAndDissentIsTakenForTenSchoolDays() {
        Ladder ladder = SchoolLadders.NEW_YORK_CITY;
        LadderEvent.Help district =
                new LadderEvent.Help(MONDAY.plusDays(3), "district leadership team", "Met with the team.");
        LadderEvent.Help superintendent = new LadderEvent.Help(MONDAY.plusDays(5), "superintendent", "Facilitated.");
        List<LadderEvent> stuck = List.of(
                oneBlocks(0, 1, 12),
                oneBlocks(1, 2, 12),
                oneBlocks(2, 3, 12),
                district,
                oneBlocks(3, 3, 12),
                oneBlocks(4, 3, 12),
                superintendent,
                oneBlocks(7, 3, 12),
                oneBlocks(8, 3, 12));
        LadderState asked = play(ladder, stuck.toArray(LadderEvent[]::new));
        assertThat(asked.authority()).contains("superintendent");
        assertThat(asked.trail()).hasSize(7);
        List<LadderEvent> decided = new java.util.ArrayList<>(stuck);
        decided.add(ruling("superintendent", 9, true).toBuilder().revision(3).build());
        // Wednesday 11 November; ten school days later, with Thanksgiving on 26 and 27, is Wednesday 25.
        decided.add(new LadderEvent.WrittenDissent(
                LocalDate.of(2026, 11, 25), new Dissent(Optional.of(Members.person(11)), "Too large a class.")));
        LadderState state = play(ladder, decided.toArray(LadderEvent[]::new));
        assertThat(state.outcome().isAdopted()).isTrue();
        assertThat(state.dissentUntil()).contains(LocalDate.of(2026, 11, 25));
        assertThat(state.dissentInTime()).hasSize(1);
        assertThat(state.effectiveOn()).contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void atPs115BylawsPassTwiceUnchangedAndAnAlternateMaySit() {
        Ladder ladder = SchoolLadders.PS_115_BYLAWS;
        PersonId alternate = PersonId.of("p-801");
        Set<PersonId> present = new TreeSet<>(Members.roll(9).present());
        present.add(alternate);
        VotingRoll roll = Members.roll(10).toBuilder()
                .addSubstitutions(Substitution.alternate(Members.person(9), alternate))
                .present(present)
                .build();
        Sitting first = agree(0, 1, 10);
        Sitting second =
                first.toBuilder().heldOn(MONDAY.plusDays(28)).roll(roll).build();
        assertThat(play(ladder, first).isOver()).isFalse();
        assertThat(play(ladder, first, second).outcome().isAdopted()).isTrue();
        assertThat(last(play(ladder, first, second)).leftOut())
                .as("the member whose seat the alternate takes")
                .hasSize(1);
        assertThat(play(ladder, first, agree(28, 2, 10)).isOver())
                .as("changed in between")
                .isFalse();
    }

    @Test
    void underTheClauseAMajorityThatAllSupportIsConsensusAndATieGoesToTheSuperintendent() {
        Ladder ladder = SchoolLadders.CONTRACT_CLAUSE;
        Stand[] fourAside = Collections.nCopies(9, Stand.AGREE).toArray(Stand[]::new);
        Arrays.fill(fourAside, 0, 4, Stand.STAND_ASIDE);
        assertThat(play(ladder, stands(0, 1, fourAside)).outcome().isAdopted()).isTrue();
        Stand[] half = Collections.nCopies(8, Stand.AGREE).toArray(Stand[]::new);
        Arrays.fill(half, 0, 4, Stand.STAND_ASIDE);
        Sitting evenly = stands(0, 1, half);
        assertThat(play(ladder, evenly).isOver()).as("4 of 8 is no majority").isFalse();
        Sitting blocked = oneBlocks(1, 1, 8);
        assertThat(play(ladder, evenly, blocked, votes(2, 1, 5, 3)).outcome().isAdopted())
                .isTrue();
        assertThat(play(ladder, evenly, blocked, votes(2, 1, 3, 5)).outcome().status())
                .isEqualTo(Status.REJECTED);
        LadderState tie = play(ladder, evenly, blocked, votes(2, 1, 4, 4));
        assertThat(tie.authority()).contains("instructional superintendent");
        Ruling alone = ruling("instructional superintendent", 3, true);
        assertThat(play(ladder, evenly, blocked, votes(2, 1, 4, 4), alone).authority())
                .as("the association was not heard")
                .isPresent();
        Ruling heard = ruling("instructional superintendent", 4, true, "association");
        assertThat(play(ladder, evenly, blocked, votes(2, 1, 4, 4), alone, heard)
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    // Parents 0 to 4, teachers 5 to 9.
    private static final VotingRoll TEN =
            Councils.roll(Map.of(StakeholderGroup.PARENT, 5, StakeholderGroup.TEACHER, 5));

    @Test
    void inCaliforniaNobodyVotesFromAfarNorInThePlaceOfAnother() {
        Ladder ladder = SchoolLadders.CALIFORNIA_COUNCIL;
        Sitting six = votes(0, 1, 6, 4).toBuilder().roll(TEN).build();
        assertThat(play(ladder, six).outcome().isAdopted()).isTrue();
        Sitting fromAfar = six.toBuilder().roll(Councils.without(TEN, 0, 1)).build();
        LadderState state = play(ladder, fromAfar);
        assertThat(state.outcome().status())
                .as("4 to 4: two yes came from afar")
                .isEqualTo(Status.TIED);
        assertThat(last(state).leftOut()).hasSize(2);
        PersonId friend = PersonId.of("p-802");
        Set<PersonId> present = new HashSet<>(Councils.without(TEN, 0).present());
        present.add(friend);
        VotingRoll replaced = TEN.toBuilder()
                .addSubstitutions(Substitution.alternate(Members.person(0), friend))
                .present(present)
                .build();
        LadderState transferred = play(ladder, six.toBuilder().roll(replaced).build());
        assertThat(transferred.outcome().count("yes")).isEqualTo(5);
    }

    @Test
    void inCaliforniaACouncilThatAsksForParityHasNoQuorumOutOfIt() {
        Ladder ladder = SchoolLadders.CALIFORNIA_COUNCIL_IN_PARITY;
        Sitting vote = votes(0, 1, 6, 4).toBuilder().roll(TEN).build();
        assertThat(play(ladder, vote).outcome().isAdopted()).isTrue();
        Sitting broken = vote.toBuilder().roll(Councils.without(TEN, 0)).build();
        assertThat(play(ladder, broken).outcome().status())
                .as("4 parents, 5 staff")
                .isEqualTo(Status.NO_QUORUM);
        Sitting restored = vote.toBuilder().roll(Councils.without(TEN, 0, 9)).build();
        assertThat(play(ladder, restored).outcome().isAdopted()).isTrue();
    }

    @Test
    void inCaliforniaSevenOfTenMembersExpelAndTheOneConcernedCounts() {
        Ladder ladder = SchoolLadders.CALIFORNIA_EXPULSION;
        VotingRoll concerned = TEN.withRecusals(List.of(Recusal.of(Members.person(9), "it is about this member")));
        Sitting seven = votes(0, 1, 7, 2).toBuilder().roll(concerned).build();
        LadderState state = play(ladder, seven);
        assertThat(state.outcome().isAdopted()).isTrue();
        assertThat(state.outcome().base()).contains(10);
        Sitting six = votes(0, 1, 6, 0).toBuilder().roll(concerned).build();
        assertThat(play(ladder, six).outcome().status())
                .as("6 of 9 would be two thirds, 6 of 10 are not")
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void inBoxwoodTheMajorityDecidesWhereAllDoNotAgree() {
        Ladder ladder = SchoolLadders.BOXWOOD;
        assertThat(play(ladder, oneBlocks(0, 1, 7), oneBlocks(1, 1, 7), votes(2, 1, 4, 3))
                        .outcome()
                        .isAdopted())
                .isTrue();
        assertThat(play(ladder, oneBlocks(0, 1, 7), oneBlocks(1, 1, 7), votes(2, 1, 3, 3))
                        .outcome()
                        .status())
                .isEqualTo(Status.TIED);
    }

    @Test
    void onNStreetSilenceConsentsAndABlockOpensSixMeetings() {
        Ladder ladder = SchoolLadders.N_STREET;
        assertThat(ladder.play(MONDAY, List.of(), MONDAY.plusDays(14), Sittings.DAYS)
                        .isOver())
                .isFalse();
        assertThat(ladder.play(MONDAY, List.of(), MONDAY.plusDays(15), Sittings.DAYS)
                        .outcome()
                        .isAdopted())
                .isTrue();
        Sitting objection = sitting(4, 1, Position.no());
        LadderState meeting = ladder.play(MONDAY, List.of(objection), MONDAY.plusDays(5), Sittings.DAYS);
        assertThat(meeting.step().orElseThrow().name()).isEqualTo("another text");
        assertThat(meeting.reminders())
                .filteredOn(each -> each.what().startsWith("meeting"))
                .hasSize(6);
        LocalDate afterThreeMonths = meeting.deadline().orElseThrow().plusDays(1);
        assertThat(ladder.play(MONDAY, List.of(objection), afterThreeMonths, Sittings.DAYS)
                        .step()
                        .orElseThrow()
                        .name())
                .isEqualTo("vote");
        Sitting six = votes(100, 1, 6, 2);
        assertThat(ladder.play(MONDAY, List.of(objection, six), MONDAY.plusDays(100), Sittings.DAYS)
                        .outcome()
                        .isAdopted())
                .as("6 of 8 are 75 percent")
                .isTrue();
        Sitting five = votes(100, 1, 5, 2);
        assertThat(ladder.play(MONDAY, List.of(objection, five), MONDAY.plusDays(100), Sittings.DAYS)
                        .outcome()
                        .status())
                .as("5 of 7 are not")
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void atTwoConsecutiveMeetingsTheSameTextNeedsTwoMajorities() {
        Ladder ladder = SchoolLadders.TWO_CONSECUTIVE_MEETINGS;
        assertThat(play(ladder, votes(0, 1, 3), votes(7, 1, 3)).outcome().isAdopted())
                .isTrue();
        assertThat(play(ladder, votes(0, 1, 3), votes(7, 2, 3)).isOver()).isFalse();
        assertThat(play(ladder, votes(0, 1, 3), votes(7, 1, 2), votes(14, 1, 3)).isOver())
                .isFalse();
    }

    @Test
    void modifiedConsensusFallsBackToTwoThirds() {
        Ladder ladder = SchoolLadders.MODIFIED_CONSENSUS;
        Sitting one = oneBlocks(0, 1, 6);
        Sitting two = oneBlocks(7, 2, 6);
        assertThat(play(ladder, one, two, votes(14, 2, 4, 2)).outcome().isAdopted())
                .isTrue();
        assertThat(play(ladder, one, two, votes(14, 2, 3, 2)).outcome().status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void everyRuleOfASchoolSaysWhereItIsWrittenAndThatAnExcerptWasRead() {
        assertThat(SchoolLadders.listAll()).extracting(Ladder::name).doesNotHaveDuplicates();
        assertThat(SchoolLadders.listAll())
                .filteredOn(each -> each.source().isEmpty())
                .hasSize(2);
        for (Ladder ladder : SchoolLadders.listAll()) {
            ladder.source().ifPresent(source -> assertThat(source).contains("excerpt, check the current text"));
        }
        assertThat(ACADEMY.checkedOn()).isPresent();
    }
}
