package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.ladder.Sittings.CONSENSUS;
import static org.iltlib.decision.ladder.Sittings.DAYS;
import static org.iltlib.decision.ladder.Sittings.MONDAY;
import static org.iltlib.decision.ladder.Sittings.PROPOSAL;
import static org.iltlib.decision.ladder.Sittings.VOTE;
import static org.iltlib.decision.ladder.Sittings.ladder;
import static org.iltlib.decision.ladder.Sittings.play;
import static org.iltlib.decision.ladder.Sittings.sitting;
import static org.iltlib.decision.ladder.Sittings.stances;
import static org.iltlib.decision.ladder.Sittings.votes;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.protocol.ConcurrentMajorities;
import org.iltlib.decision.protocol.GeneralConsent;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.protocol.ShowOfStanding;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

/** Steps that ask, help, wait in silence, must decide, or vote in secret; and how all of it is written. */
class LadderStepsTest {

    @Test
    void aPollAdoptsNothingAndTheTextMustCiteIt() {
        Ladder.Step poll = Ladder.Step.of("poll", Protocols.MAJORITY).toBuilder()
                .polls(true)
                .build();
        Ladder ladder = ladder(poll, VOTE);
        LadderState asked = play(ladder, votes(0, 1, 5));
        assertThat(asked.step()).contains(VOTE);
        assertThat(asked.trail().get(0).outcome().status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(asked.trail().get(0).outcome().count("yes")).isEqualTo(5);
        LadderState silent = play(ladder, votes(0, 1, 5), votes(1, 2, 5));
        assertThat(silent.outcome().status()).isEqualTo(Status.INVALID);
        assertThat(silent.roundsHeld()).isZero();
        Sitting citing = votes(1, 2, 5).toBuilder().addCites("poll").build();
        assertThat(play(ladder, votes(0, 1, 5), citing).outcome().isAdopted()).isTrue();
    }

    @Test
    void aProtocolThatBindsNobodyMakesAPoll() {
        Ladder.Step show = Ladder.Step.of("show", new ShowOfStanding());
        assertThat(show.polls()).isTrue();
        assertThat(play(ladder(show, VOTE), votes(0, 1, 5)).step()).contains(VOTE);
        assertThatThrownBy(() -> show.toBuilder().polls(false).build()).hasMessageContaining("binds nobody");
        assertThatThrownBy(() -> ladder(show)).hasMessageContaining("only asks");
        assertThatThrownBy(() -> ladder(VOTE, show, Sittings.FACULTY)).hasMessageContaining("only asks");
    }

    @Test
    void whoHelpsDecidesNothingAndTheHelpIsRecorded() {
        Ladder.Step helped = CONSENSUS.toBuilder()
                .name("helped")
                .helper("district team")
                .maxRounds(1)
                .schoolDays(OptionalInt.of(5))
                .build();
        Ladder ladder = ladder(helped, VOTE);
        LadderEvent.Help help = new LadderEvent.Help(MONDAY.plusDays(1), "district team", "Led the meeting.");
        LadderState state = play(ladder, help, stances(1, 1, Stand.BLOCK));
        assertThat(state.step()).contains(VOTE);
        assertThat(state.outcome().explanation().toString())
                .contains("help by the district team: Led the meeting.")
                .doesNotContain("No help");
        assertThat(play(ladder, stances(1, 1, Stand.BLOCK))
                        .outcome()
                        .explanation()
                        .toString())
                .contains("No help by the district team is recorded.");
        assertThat(play(ladder, help, stances(1, 1, Stand.AGREE)).outcome().isAdopted())
                .isTrue();
        assertThatThrownBy(() -> play(ladder(VOTE), help)).hasMessageContaining("Expected nobody");
        LadderEvent.Help other = new LadderEvent.Help(MONDAY.plusDays(1), "mayor", "Came.");
        assertThatThrownBy(() -> play(ladder, other)).hasMessageContaining("Expected the district team");
    }

    private static final Ladder.Step SILENT = Ladder.Step.of("posted", new GeneralConsent()).toBuilder()
            .schoolDays(OptionalInt.of(10))
            .silenceConsents(true)
            .build();

    @Test
    void silenceConsentsWhenTheTimeIsOverAndNotBefore() {
        Ladder ladder = ladder(SILENT, VOTE);
        assertThat(ladder.play(MONDAY, List.of(), MONDAY.plusDays(14), DAYS).step())
                .contains(SILENT);
        LadderState over = ladder.play(MONDAY, List.of(), MONDAY.plusDays(15), DAYS);
        assertThat(over.outcome().isAdopted()).isTrue();
        assertThat(over.effectiveOn()).contains(MONDAY.plusDays(14));
        assertThat(ladder.play(MONDAY, List.of(votes(1, 1, 5)), MONDAY.plusDays(14), DAYS)
                        .step())
                .as("all in favour, and others may still object")
                .contains(SILENT);
        assertThat(play(ladder, votes(1, 1, 4)).step()).as("one objects").contains(VOTE);
        assertThatThrownBy(
                        () -> SILENT.toBuilder().schoolDays(OptionalInt.empty()).build())
                .hasMessageContaining("no day ends it");
    }

    /** Silence once adopted again, unaltered and unstudied, what the faculty had just not ratified. */
    @Test
    void silenceDoesNotAdoptWhatIsStillToBeStudied() {
        Ladder ladder = ladder(SILENT, VOTE, Sittings.FACULTY);
        Sitting posted = votes(0, 1, 5);
        Sitting no = votes(15, 1, 2).toBuilder().body("faculty").build();
        LocalDate later = MONDAY.plusDays(45);
        assertThat(ladder.play(MONDAY, List.of(posted, no), later, DAYS).step()).contains(VOTE);
        LadderEvent studied = new LadderEvent.Study(MONDAY.plusDays(16), "Costs were looked at again.");
        assertThat(ladder.play(MONDAY, List.of(posted, no, studied), later, DAYS)
                        .step())
                .contains(Sittings.FACULTY);
    }

    @Test
    void aChangedTextOpensTheTimeToObjectAnew() {
        Ladder ladder = ladder(SILENT, VOTE);
        List<Sitting> changed = List.of(votes(0, 1, 5), votes(7, 2, 5));
        assertThat(ladder.play(MONDAY, changed, MONDAY.plusDays(15), DAYS).deadline())
                .contains(MONDAY.plusDays(21));
        assertThat(ladder.play(MONDAY, changed, MONDAY.plusDays(22), DAYS)
                        .outcome()
                        .isAdopted())
                .isTrue();
    }

    @Test
    void noDecisionIsNoOutcomeWhereTheStepMustDecide() {
        Ladder.Step must = Ladder.Step.of("vote", Protocols.MAJORITY).toBuilder()
                .mustDecide(true)
                .schoolDays(OptionalInt.of(5))
                .build();
        Ladder ladder = Ladder.builder().name("must").addSteps(must).build();
        LadderState overdue = play(ladder);
        assertThat(overdue.step()).contains(must);
        assertThat(overdue.overdue()).isTrue();
        assertThat(overdue.reminders())
                .containsExactly(new Reminder(
                        MONDAY.plusDays(7), "team", "last day to vote by \"vote\"; no decision is no outcome"));
        assertThat(ladder.play(MONDAY, List.of(), MONDAY.plusDays(7), DAYS).overdue())
                .isFalse();
        Sitting tie = sitting(0, 1, Position.yes(), Position.no(), Position.abstain());
        assertThat(play(ladder, tie).step()).contains(must);
        assertThat(play(ladder, tie, votes(30, 1, 3)).outcome().isAdopted()).isTrue();
        assertThat(play(ladder, tie, votes(30, 1, 2)).outcome().status()).isEqualTo(Status.REJECTED);
        assertThatThrownBy(() -> must.toBuilder().polls(true).build()).hasMessageContaining("more than one of");
    }

    private static Sitting papers(int yes, int no, VotingRoll roll) {
        Sitting.Builder sitting = Sitting.builder();
        sitting.heldOn(MONDAY).proposal(PROPOSAL).revision(1).roll(roll);
        sitting.addAllPapers(Collections.nCopies(yes, Position.yes()));
        sitting.addAllPapers(Collections.nCopies(no, Position.no()));
        return sitting.build();
    }

    @Test
    void aSecretVoteHasPapersWithoutNames() {
        Ladder ladder = ladder(VOTE.toBuilder().secretBallot(true).build());
        assertThat(play(ladder, papers(4, 1, Members.roll(5))).outcome().isAdopted())
                .isTrue();
        assertThat(play(ladder, papers(3, 2, Members.roll(5))).authority()).isPresent();
        assertThatThrownBy(() -> play(ladder, votes(0, 1, 5))).hasMessageContaining("name their voters");
        assertThatThrownBy(() ->
                        votes(0, 1, 5).toBuilder().addPapers(Position.yes()).build())
                .hasMessageContaining("one or the other");
        LadderState stuffed = play(ladder, papers(6, 0, Members.roll(5)));
        assertThat(stuffed.trail().get(0).outcome().status()).isEqualTo(Status.INVALID);
        assertThat(stuffed.outcome().explanation().toString()).contains("6 papers were cast, and 5 members could vote");
    }

    @Test
    void ofASecretVoteTheLadderTellsNoNumbersFromWhichAVoteWouldFollow() {
        Ladder secret = ladder(Ladder.Step.of("vote", Protocols.MAJORITY).toBuilder()
                .secretBallot(true)
                .build());
        LadderState allAgainst = play(secret, papers(0, 5, Members.roll(5)));
        LadderState allFor = play(secret, papers(5, 0, Members.roll(5)));
        LadderState two = play(secret, papers(1, 1, Members.roll(2)));
        assertThat(allAgainst.trail().get(0).outcome().status()).isEqualTo(Status.REJECTED);
        assertThat(allFor.outcome().status()).isEqualTo(Status.ADOPTED);
        assertThat(two.trail().get(0).outcome().status()).isEqualTo(Status.TIED);
        for (LadderState state : List.of(allAgainst, allFor, two)) {
            String written = CanonicalJson.write(LadderState.FORM.write(state));
            assertThat(written).contains("Numbers: withheld").doesNotContain("Votes: ", "counts", "\"base\":5");
            assertThat(state.outcome().counts()).isEmpty();
            assertThat(state.outcome().base()).isEmpty();
        }
        LadderState divided = play(secret, papers(4, 1, Members.roll(5)));
        assertThat(divided.outcome().counts()).containsEntry("yes", 4).containsEntry("no", 1);
    }

    @Test
    void whoIsRecusedCastsNoPaperAndAnAlternateDoes() {
        VotingRoll recused = Members.roll(5).withRecusals(List.of(Recusal.of(Members.person(4), "vendor")));
        Ladder ladder = ladder(VOTE.toBuilder().secretBallot(true).build());
        assertThat(play(ladder, papers(5, 0, recused)).outcome().status()).isEqualTo(Status.INVALID);
        assertThat(play(ladder, papers(4, 0, recused)).outcome().isAdopted()).isTrue();
        PersonId alternate = PersonId.of("p-800");
        Set<PersonId> present = new TreeSet<>(Members.roll(4).present());
        present.add(alternate);
        VotingRoll seated = Members.roll(5).toBuilder()
                .addSubstitutions(Substitution.alternate(Members.person(4), alternate))
                .present(present)
                .build();
        assertThat(play(ladder, papers(5, 0, seated)).outcome().status())
                .as("not allowed by the step")
                .isEqualTo(Status.INVALID);
        Ladder allowed = ladder(VOTE.toBuilder()
                .secretBallot(true)
                .addAllowed(Substitution.Kind.ALTERNATE)
                .build());
        assertThat(play(allowed, papers(5, 0, seated)).outcome().isAdopted()).isTrue();
    }

    @Test
    void whereItMattersWhoCastAPaperNothingIsDecided() {
        Ladder both = ladder(Ladder.Step.of(
                "both",
                new ConcurrentMajorities(
                        List.of(
                                new ConcurrentMajorities.Part(StakeholderGroup.PARENT, Threshold.MAJORITY),
                                new ConcurrentMajorities.Part(StakeholderGroup.TEACHER, Threshold.MAJORITY)),
                        ConcurrentMajorities.WhenEmpty.FAILS)));
        VotingRoll roll = Councils.roll(Map.of(StakeholderGroup.PARENT, 2, StakeholderGroup.TEACHER, 3));
        assertThat(play(both, papers(3, 2, roll)).outcome().status()).isEqualTo(Status.INVALID);
        VotingRoll weighted = Members.roll(5).withWeights(Map.of(Members.person(0), Rational.of(2, 1)));
        assertThat(play(ladder(VOTE), papers(4, 1, weighted)).outcome().status())
                .isEqualTo(Status.INVALID);
    }

    @Test
    void meetingsOfAStepAreRemindersUntilItsLastDay() {
        Ladder.Step rhythm = CONSENSUS.toBuilder()
                .schoolDays(OptionalInt.of(60))
                .meetsEverySchoolDays(OptionalInt.of(10))
                .build();
        LadderState state = ladder(rhythm).play(MONDAY, List.of(), MONDAY, DAYS);
        assertThat(state.reminders())
                .filteredOn(each -> each.what().startsWith("meeting"))
                .hasSize(6);
        assertThat(state.reminders().get(0).on()).isEqualTo(MONDAY.plusDays(14));
    }

    private static <T> T again(Form<T> form, T value) {
        return form.read(CanonicalJson.read(CanonicalJson.write(form.write(value))));
    }

    @Test
    void laddersAndTheirStatesReadBackEqual() {
        for (Ladder ladder : SchoolLadders.listAll()) {
            assertThat(again(Ladder.FORM, ladder)).isEqualTo(ladder);
        }
        LadderState voting = play(ladder(CONSENSUS, VOTE), stances(0, 1, Stand.BLOCK));
        assertThat(again(LadderState.FORM, voting)).isEqualTo(voting);
        LadderState asking = play(ladder(VOTE), votes(0, 1, 2));
        assertThat(again(LadderState.FORM, asking)).isEqualTo(asking);
    }

    @Test
    void aMatterIsReplayedFromTheRecord() {
        AdoptedLadder adopted = new AdoptedLadder(EntryId.of("ladder"), MONDAY, ladder(CONSENSUS, VOTE));
        LadderMatter matter = LadderMatter.builder()
                .id(EntryId.of("matter"))
                .ladder(adopted.id())
                .proposal(PROPOSAL)
                .startedOn(MONDAY)
                .calendar(DAYS)
                .build();
        List<LadderEntry> entries = List.of(
                new LadderEntry(EntryId.of("s-1"), matter.id(), stances(0, 1, Stand.BLOCK)),
                new LadderEntry(EntryId.of("s-2"), EntryId.of("another"), stances(1, 1, Stand.BLOCK)),
                new LadderEntry(EntryId.of("s-3"), matter.id(), stances(7, 1, Stand.AGREE)));
        LadderState state = matter.play(adopted, entries, Sittings.LATE);
        assertThat(state).isEqualTo(play(adopted.ladder(), stances(0, 1, Stand.BLOCK), stances(7, 1, Stand.AGREE)));
        assertThat(entries.get(0).basedOn()).containsExactly(matter.id(), PROPOSAL);
        assertThat(matter.basedOn()).containsExactly(adopted.id(), PROPOSAL);
        AdoptedLadder other = new AdoptedLadder(EntryId.of("other"), MONDAY, adopted.ladder());
        assertThatThrownBy(() -> matter.play(other, entries, Sittings.LATE)).hasMessageContaining("Expected ladder");
    }

    @Test
    void numbersOutOfPlaceAreRefused() {
        assertThatThrownBy(() -> Ladder.builder()
                        .name("none")
                        .addSteps(VOTE)
                        .addMustConsult("association")
                        .build())
                .hasMessageContaining("Maybe name the authority");
        assertThatThrownBy(() -> VOTE.toBuilder().maxTies(0).build()).hasMessageContaining("maxTies");
        assertThatThrownBy(() -> ladder(VOTE).toBuilder().maxReturns(-1).build())
                .hasMessageContaining("maxReturns");
        assertThatThrownBy(
                        () -> ladder(VOTE).toBuilder().reconsiderSchoolDays(0).build())
                .hasMessageContaining("reconsiderSchoolDays");
    }
}
