package org.iltlib.decision.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.dossier.Fractions.DAY;
import static org.iltlib.decision.dossier.Fractions.DECISION;
import static org.iltlib.decision.dossier.Fractions.DOSSIER;
import static org.iltlib.decision.dossier.Fractions.EQUITY;
import static org.iltlib.decision.dossier.Fractions.PROPOSAL;
import static org.iltlib.decision.vote.Members.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.decision.Decision;
import org.iltlib.decision.DecisionQuality;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Sunset;
import org.iltlib.decision.dossier.Dossier.State;
import org.iltlib.decision.proceedings.Act;
import org.iltlib.decision.proceedings.Concern;
import org.iltlib.decision.proceedings.Move;
import org.iltlib.decision.proceedings.Procedure;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.decision.proceedings.Rules;
import org.iltlib.decision.proceedings.Voting;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class DossierTest {
    private static Dossier of(Proposal proposal) {
        return DOSSIER.toBuilder().proposal(proposal).build();
    }

    private static Dossier of(Decision decision) {
        return DOSSIER.toBuilder().decision(decision).build();
    }

    private static List<String> gaps(Dossier dossier) {
        return dossier.quality().listGaps().stream()
                .map(DecisionQuality.Item::name)
                .toList();
    }

    private static String gap(Dossier dossier, String item) {
        return dossier.quality().items().stream()
                .filter(each -> each.name().contains(item))
                .findFirst()
                .orElseThrow()
                .gap();
    }

    @Test
    void aCompleteDossierHasNoGap() {
        assertThat(gaps(DOSSIER)).isEmpty();
        assertThat(DOSSIER.quality().met()).isEqualTo(21);
        assertThat(DOSSIER.quality().explanation().toString()).isEqualTo("21 of 21 items of the record are there.");
    }

    @Test
    void eachThingThatIsLackingIsAGapOfItsOwn() {
        assertThat(gaps(of(PROPOSAL.toBuilder().criteria(List.of()).build()))).containsExactly("criteria are named");
        assertThat(gaps(of(PROPOSAL.toBuilder().costs(List.of()).build()))).containsExactly("a cost is named");
        assertThat(gaps(of(PROPOSAL.toBuilder().prediction(Optional.empty()).build())))
                .containsExactly("there is a prediction with its confidence");
        assertThat(gaps(DOSSIER.toBuilder().needs(List.of(Fractions.STUDENTS)).build()))
                .containsExactly("a need of teachers is cited");
        assertThat(gaps(DOSSIER.toBuilder().needs(List.of(Fractions.TEACHERS)).build()))
                .containsExactly("a need of students is cited");
        assertThat(gaps(of(DECISION.toBuilder().objections(List.of()).build())))
                .containsExactly("objections are followed to their end");
        assertThat(gaps(of(DECISION.toBuilder().dissent(List.of()).build())))
                .containsExactly("nobody objected to the end, or dissent is kept");
        assertThat(gaps(of(DECISION.toBuilder().sunset(Optional.empty()).build())))
                .containsExactly("there is a sunset day");
        assertThat(gaps(of(DECISION.toBuilder().overrideReason("urgent").build())))
                .containsExactly("an override, if any, names who decided it");
        assertThat(gaps(DOSSIER.toBuilder()
                        .equityChecks(
                                List.of(EQUITY.toBuilder().safeguards(List.of()).build()))
                        .build()))
                .containsExactly("for those who could lose there is a safeguard");
    }

    @Test
    void aNeedThatTheProposalDoesNotCiteDoesNotCount() {
        Dossier dossier =
                of(PROPOSAL.toBuilder().needs(List.of(Fractions.STUDENTS.id())).build());
        assertThat(gaps(dossier)).containsExactly("a need of teachers is cited");
    }

    @Test
    void aGapSaysWhatWouldCloseIt() {
        Dossier unasked = DOSSIER.toBuilder().consultations(List.of()).build();
        assertThat(gap(unasked, "every affected group")).isEqualTo("Hear or consult [student].");
        Dossier ungraded = of(DECISION.toBuilder()
                .snapshot(new EvidenceSnapshot(
                        DAY, List.of(EvidenceSnapshot.Shown.of(Fractions.FINDING, "equivalence", "139 of 340"))))
                .build());
        assertThat(gaps(ungraded)).hasSize(1);
        assertThat(gap(ungraded, "grade of its quality")).isEqualTo("Grade the quality of 1 frozen values.");
        Dossier thawed = of(DECISION.toBuilder()
                .snapshot(new EvidenceSnapshot(DAY, List.of()))
                .build());
        assertThat(gap(thawed, "frozen")).isEqualTo("Put a value of each of [finding/fractions] into the snapshot.");
        assertThat(gap(thawed, "grade of its quality")).isEqualTo("Freeze values first.");
        Dossier unlevelled = DOSSIER.toBuilder().commitment(Optional.empty()).build();
        assertThat(gap(unlevelled, "stands behind"))
                .isEqualTo("Ask 10 members how far they stand behind the decision.");
        assertThat(unlevelled.quality().explanation().toString()).isEqualTo("""
                        20 of 21 items of the record are there.
                          Missing: how far each who voted stands behind it is kept, unless the vote was secret.
                            Ask 10 members how far they stand behind the decision.""");
    }

    @Test
    void nothingButAProposalAndADecisionLeavesTheRestAsGaps() {
        Dossier bare = Dossier.builder()
                .decision(DECISION.toBuilder()
                        .deliberation(Optional.empty())
                        .snapshot(new EvidenceSnapshot(DAY, List.of()))
                        .sunset(Optional.empty())
                        .build())
                .proposal(PROPOSAL.toBuilder()
                        .criteria(List.of())
                        .needs(List.of())
                        .evidence(List.of())
                        .affected(Set.of())
                        .costs(List.of())
                        .prediction(Optional.empty())
                        .build())
                .build();
        assertThat(bare.quality().met()).isEqualTo(6);
        assertThat(gap(bare, "every affected group")).isEqualTo("Name the affected groups first.");
        assertThat(gap(bare, "safeguard")).isEqualTo("Check who could lose first.");
        assertThat(gap(bare, "frozen")).isEqualTo("Cite evidence first.");
        assertThat(gap(bare, "ballots")).contains("under seal");
        assertThat(gap(bare, "stands behind")).isEqualTo("Ask each member how far they stand behind the decision.");
        assertThat(bare.affectedCoverage()).isInstanceOf(Measured.Missing.class);
    }

    private static Proceedings log(String id, Act... acts) {
        VotingContext context = VotingContext.of(PROPOSAL.id(), 1);
        Proceedings log = Proceedings.open(
                EntryId.of(id),
                new Move(
                        Instant.parse("2026-10-20T15:00:00Z"),
                        person(0),
                        new Procedure.Opened(context, Members.roll(3), Rules.of(Protocols.CONSENT))));
        for (Act act : acts) {
            log = log.with(log.state().at().plusSeconds(60), person(0), act);
        }
        return log;
    }

    private static Act vote() {
        return new Voting.Cast(
                Ballot.of(person(0), VotingContext.of(PROPOSAL.id(), 1), Position.stance(Position.Stand.AGREE)));
    }

    @Test
    void aSecretVoteNeedsItsSealsAndNoLevels() {
        Proceedings sealed = log("proceedings/1", vote(), Procedure.Closed.openly());
        Dossier secret = DOSSIER.toBuilder()
                .decision(DECISION.toBuilder()
                        .deliberation(Optional.empty())
                        .addSealedBallots(sealed.id())
                        .build())
                .deliberation(Optional.empty())
                .commitment(Optional.empty())
                .addProceedings(sealed)
                .build();
        assertThat(gaps(secret)).containsExactly("every affected group was heard");
        assertThat(secret.decision().basedOn())
                .containsExactly(PROPOSAL.id(), EntryId.of("objection/time"), sealed.id(), Fractions.FINDING);
        Dossier empty =
                secret.toBuilder().proceedings(List.of(log("proceedings/1"))).build();
        assertThat(gap(empty, "seals")).contains("in the place of [proceedings/1]");
    }

    @Test
    void theIdOfAProposalIsNoSealAndNoStoryOfAnObjection() {
        Dossier wrong = of(DECISION.toBuilder().addSealedBallots(PROPOSAL.id()).build());
        assertThat(gaps(wrong)).containsExactly("ballots or their seals are kept");
        assertThat(gap(wrong, "seals"))
                .isEqualTo("Cite logs or sittings that hold ballots in the place of [" + PROPOSAL.id() + "].");
        assertThat(gaps(of(
                        DECISION.toBuilder().objections(List.of(PROPOSAL.id())).build())))
                .containsExactly("objections are followed to their end");
    }

    @Test
    void anObjectionOfTheLogIsFollowedToItsEnd() {
        Act raised = new Concern.Raised("time", "Too little time.");
        Act valid = new Concern.Tested("time", "harms the aim", true);
        Act invalid = new Concern.Tested("time", "harms the aim", false);
        String item = "objections are followed to their end";
        Dossier open =
                DOSSIER.toBuilder().addProceedings(log("proceedings/1", raised)).build();
        assertThat(gaps(open)).containsExactly(item);
        assertThat(gap(open, item)).contains("time (raised)");
        assertThat(gaps(DOSSIER.toBuilder()
                        .addProceedings(log("proceedings/1", raised, valid))
                        .build()))
                .containsExactly(item);
        for (List<Act> end :
                List.<List<Act>>of(List.of(raised, invalid), List.of(raised, valid, new Concern.Withdrawn("time")))) {
            Dossier settled = DOSSIER.toBuilder()
                    .addProceedings(log("proceedings/1", raised), log("proceedings/2", end.toArray(Act[]::new)))
                    .build();
            assertThat(gaps(settled)).as(end.toString()).isEmpty();
            assertThat(settled.listObjections()).hasSize(1);
        }
        Dossier dissent = open.toBuilder()
                .decision(DECISION.toBuilder()
                        .addDissent(new Dissent(Optional.empty(), "Too little time."))
                        .build())
                .build();
        assertThat(gaps(dissent)).isEmpty();
    }

    /** By hand: teachers spoke in the round, students answered a survey, parents were not asked. */
    @Test
    void coverageIsGroupsHeardOverGroupsAffected() {
        assertThat(DOSSIER.affectedCoverage()).isEqualTo(Measured.of(Fraction.ONE));
        Dossier wider =
                of(PROPOSAL.toBuilder().addAffected(StakeholderGroup.PARENT).build());
        assertThat(wider.affectedCoverage()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(wider.listUnheard()).containsExactly(StakeholderGroup.PARENT);
        assertThat(wider.listHeard()).containsExactly(StakeholderGroup.STUDENT, StakeholderGroup.TEACHER);
        Dossier silent = DOSSIER.toBuilder()
                .consultations(List.of(Fractions.CONSULTATION.toBuilder()
                        .answered(0)
                        .inputs(List.of())
                        .build()))
                .build();
        assertThat(silent.affectedCoverage()).isEqualTo(Measured.of(Fraction.HALF));
    }

    private static DecisionReview.Builder review(int months) {
        return DecisionReview.builder()
                .id(EntryId.of("review/" + months))
                .decision(DECISION.id())
                .on(DAY.plusMonths(months))
                .result(DecisionReview.Result.GOES_ON)
                .reason("half of the way");
    }

    @Test
    void theStateFollowsTheDatesAndTheReviews() {
        assertThat(DOSSIER.stateOn(DAY.minusDays(1))).isEqualTo(State.NOT_YET);
        assertThat(DOSSIER.stateOn(DAY)).isEqualTo(State.IN_FORCE);
        LocalDate review = DAY.plusMonths(3);
        assertThat(DOSSIER.stateOn(review.minusDays(1))).isEqualTo(State.IN_FORCE);
        assertThat(DOSSIER.stateOn(review)).isEqualTo(State.REVIEW_IS_DUE);
        assertThat(DOSSIER.stateOn(DAY.plusMonths(8).minusDays(1))).isEqualTo(State.REVIEW_IS_DUE);
        assertThat(DOSSIER.stateOn(DAY.plusMonths(8))).isEqualTo(State.LAPSED);
        Dossier reviewed = DOSSIER.toBuilder()
                .addReviews(review(3).nextOn(DAY.plusMonths(6)).build())
                .build();
        assertThat(reviewed.stateOn(review)).isEqualTo(State.IN_FORCE);
        assertThat(reviewed.stateOn(DAY.plusMonths(6))).isEqualTo(State.REVIEW_IS_DUE);
        Dossier ended = reviewed.toBuilder()
                .addReviews(
                        review(5).result(DecisionReview.Result.ENDS).build(),
                        review(4).nextOn(DAY.plusMonths(7)).build())
                .build();
        assertThat(ended.stateOn(DAY.plusMonths(4))).isEqualTo(State.IN_FORCE);
        assertThat(ended.stateOn(DAY.plusMonths(5))).isEqualTo(State.ENDED);
        Dossier replaced = DOSSIER.toBuilder()
                .addReviews(review(5)
                        .result(DecisionReview.Result.REPLACED)
                        .successor(EntryId.of("decision/2"))
                        .build())
                .build();
        assertThat(replaced.stateOn(DAY.plusMonths(9))).isEqualTo(State.REPLACED);
        assertThat(State.REVIEW_IS_DUE).hasToString("in force, review is due");
    }

    @Test
    void aSunsetMayCallForAVoteInsteadOfAnEnd() {
        LocalDate end = DAY.plusMonths(2);
        Dossier voted = of(DECISION.toBuilder().sunset(Sunset.voteDueOn(end)).build());
        assertThat(voted.stateOn(end.minusDays(1))).isEqualTo(State.IN_FORCE);
        assertThat(voted.stateOn(end)).isEqualTo(State.REVIEW_IS_DUE);
        Dossier before = voted.toBuilder()
                .addReviews(review(1).nextOn(DAY.plusMonths(9)).build())
                .build();
        assertThat(before.stateOn(end)).isEqualTo(State.REVIEW_IS_DUE);
        Dossier onTheDay = voted.toBuilder()
                .addReviews(review(2).nextOn(DAY.plusMonths(9)).build())
                .build();
        assertThat(onTheDay.stateOn(end)).isEqualTo(State.IN_FORCE);
        assertThat(Sunset.Then.VOTE_IS_DUE).hasToString("it is voted on again");
    }

    @Test
    void theStatusQuoIsNotAdopted() {
        Decision kept = DECISION.toBuilder()
                .chosen(PROPOSAL.getOption("status-quo"))
                .overrideReason("no money")
                .overriddenBy(Fractions.FIRST)
                .build();
        assertThat(of(kept).stateOn(DAY)).isEqualTo(State.NOT_ADOPTED);
    }

    @Test
    void partsOfAnotherDecisionAreRefused() {
        EntryId other = EntryId.of("decision/other");
        assertThatThrownBy(() -> of(PROPOSAL.toBuilder().id(other).build()))
                .hasMessage("The decision is on \"proposal/lines\", not on \"decision/other\".");
        assertThatThrownBy(() -> DOSSIER.toBuilder()
                        .deliberation(new Deliberation(other, Fractions.DELIBERATION.rounds()))
                        .build())
                .hasMessageContaining("rests on deliberation");
        assertThatThrownBy(() -> DOSSIER.toBuilder()
                        .commitment(DOSSIER.commitment().orElseThrow().toBuilder()
                                .decision(other)
                                .build())
                        .build())
                .hasMessageContaining("The levels are of \"decision/other\"");
        assertThatThrownBy(() -> DOSSIER.toBuilder()
                        .addReviews(review(3)
                                .decision(other)
                                .nextOn(DAY.plusMonths(6))
                                .build())
                        .build())
                .hasMessageContaining("is of \"decision/other\"");
    }

    @Test
    void aDecisionRefusesASunsetBeforeItAndAnOverrideWithoutAReason() {
        assertThatThrownBy(
                        () -> DECISION.toBuilder().sunset(Sunset.lapsesOn(DAY)).build())
                .hasMessageContaining("The sunset is on 2026-10-20, not after");
        assertThatThrownBy(
                        () -> DECISION.toBuilder().overriddenBy(Fractions.FIRST).build())
                .hasMessageContaining("p-01 decided against the vote, and there is no reason");
        assertThatThrownBy(() -> DECISION.toBuilder()
                        .addObjections(EntryId.of("objection/time"))
                        .build())
                .hasMessageContaining("objections");
    }

    @Test
    void aReviewHasWhatItsResultNeeds() {
        assertThatThrownBy(() -> review(3).build()).hasMessageContaining("GOES_ON without a next day");
        assertThatThrownBy(() -> review(3).nextOn(DAY.plusMonths(3)).build())
                .hasMessageContaining("not after this one");
        assertThatThrownBy(
                        () -> review(3).result(DecisionReview.Result.REPLACED).build())
                .hasMessageContaining("REPLACED without a successor");
        assertThatThrownBy(() -> review(3)
                        .result(DecisionReview.Result.ENDS)
                        .nextOn(DAY.plusMonths(6))
                        .build())
                .hasMessageContaining("ENDS with a next day");
    }
}
