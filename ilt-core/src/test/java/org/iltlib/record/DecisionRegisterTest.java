package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.START;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Involvement;
import org.iltlib.decision.InvolvementChoice;
import org.iltlib.decision.Option;
import org.iltlib.decision.Perspective;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.RoleChart;
import org.iltlib.decision.Round;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.Situation;
import org.iltlib.decision.dossier.CommitmentLevels;
import org.iltlib.decision.dossier.Consultation;
import org.iltlib.decision.dossier.DecisionReview;
import org.iltlib.decision.dossier.Dossier;
import org.iltlib.decision.dossier.Dossier.State;
import org.iltlib.decision.dossier.RoleAssignment;
import org.iltlib.decision.ladder.AdoptedLadder;
import org.iltlib.decision.ladder.LadderEntry;
import org.iltlib.decision.ladder.LadderEvent;
import org.iltlib.decision.ladder.LadderMatter;
import org.iltlib.decision.ladder.SchoolLadders;
import org.iltlib.decision.proceedings.Move;
import org.iltlib.decision.proceedings.Procedure;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.decision.proceedings.Rules;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Meeting;
import org.junit.jupiter.api.Test;

class DecisionRegisterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final PersonId OWNER = PersonId.of("p-1");
    private static final PersonId PROPOSER = PersonId.of("p-2");
    private static final PersonId VOTER = PersonId.of("p-3");
    private static final PersonId SPEAKER = PersonId.of("p-4");
    private static final PersonId DISSENTER = PersonId.of("p-5");
    private static final PersonId OVERRIDER = PersonId.of("p-6");
    private static final Need NEED = Need.builder()
            .id(EntryId.of("need/1"))
            .whose(NeedKind.STUDENT)
            .statement("Equivalent fractions.")
            .addFindings(EntryId.of("finding/1"))
            .severity(0.4)
            .reach(68)
            .build();
    private static final Proposal FIRST = Proposal.builder()
            .id(EntryId.of("proposal/1"))
            .proposedBy(PROPOSER)
            .question("How?")
            .text("So.")
            .addOptions(Option.of("so", "so"), Option.statusQuo("as now"))
            .proposed("so")
            .addNeeds(NEED.id())
            .build();
    private static final Proposal REVISED =
            FIRST.revise(EntryId.of("proposal/2"), "So, but less.").build();
    private static final Outcome ADOPTED = Outcome.builder()
            .status(Outcome.Status.ADOPTED)
            .protocol("majority")
            .round(1)
            .revision(2)
            .explanation(Explanation.of("Because."))
            .build();
    private static final Deliberation DELIBERATION = new Deliberation(
            EntryId.of("deliberation/1"),
            List.of(Round.builder()
                    .proposal(REVISED.id())
                    .heldOn(DAY)
                    .addPerspectives(new Perspective(SPEAKER, StakeholderGroup.TEACHER, "yes"))
                    .addBallots(Ballot.of(VOTER, VotingContext.of(REVISED.id(), 2), Position.yes()))
                    .outcome(ADOPTED)
                    .build()));
    private static final Decision DECISION = Decision.builder()
            .id(EntryId.of("decision/1"))
            .proposal(REVISED.id())
            .deliberation(DELIBERATION.id())
            .chosen(REVISED.getOption("so"))
            .outcome(ADOPTED)
            .snapshot(new EvidenceSnapshot(
                    DAY, List.of(EvidenceSnapshot.Shown.of(EntryId.of("finding/1"), "share", "139 of 340"))))
            .addDissent(new Dissent(Optional.of(DISSENTER), "Too little."))
            .decidedOn(DAY)
            .reviewOn(DAY.plusMonths(3))
            .owner(OWNER)
            .build();
    private static final Decision LATER = DECISION.toBuilder()
            .id(EntryId.of("decision/2"))
            .deliberation(Optional.empty())
            .dissent(List.of())
            .snapshot(new EvidenceSnapshot(DAY, List.of()))
            .decidedOn(DAY.plusDays(7))
            .owner(VOTER)
            .overrideReason("urgent")
            .overriddenBy(OVERRIDER)
            .build();
    private static final TeamRecord RECORD = TeamRecord.empty(Note.KEY)
            .with(START, OWNER, Note.of("finding/1"), NEED, FIRST, REVISED)
            .with(
                    START,
                    OWNER,
                    Consultation.builder()
                            .id(EntryId.of("consultation/1"))
                            .proposal(FIRST.id())
                            .group(StakeholderGroup.PARENT)
                            .how("survey")
                            .opened(DAY)
                            .closed(DAY)
                            .asked(4)
                            .answered(3)
                            .build())
            .with(START.plusSeconds(60), OWNER, DELIBERATION, DECISION)
            .with(START.plusSeconds(120), OWNER, LATER, Note.of("goal/1", "decision/1"));

    private static DecisionRegister register(TeamRecord record) {
        return DecisionRegister.of(record, Decision.KIND);
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    @Test
    void decisionsAreFoundByNeedGoalDayAndPerson() {
        DecisionRegister register = register(RECORD);
        assertThat(ids(register.touching(NEED.id()))).containsExactly("decision/1", "decision/2");
        assertThat(ids(register.touching(EntryId.of("goal/1")))).containsExactly("decision/1");
        assertThat(ids(register.touching(LATER.id()))).containsExactly("decision/2");
        assertThat(ids(register.decidedBetween(DAY, DAY))).containsExactly("decision/1");
        assertThat(ids(register.decidedBetween(DAY.plusDays(1), DAY.plusDays(7))))
                .containsExactly("decision/2");
        assertThat(ids(register.naming(OWNER))).containsExactly("decision/1");
        assertThat(ids(register.naming(PROPOSER))).containsExactly("decision/1", "decision/2");
        assertThat(ids(register.naming(VOTER))).containsExactly("decision/1", "decision/2");
        assertThat(ids(register.naming(SPEAKER))).containsExactly("decision/1");
        assertThat(ids(register.naming(DISSENTER))).containsExactly("decision/1");
        assertThat(ids(register.naming(OVERRIDER))).containsExactly("decision/2");
        assertThat(register.naming(PersonId.of("p-9"))).isEmpty();
    }

    @Test
    void aDossierGathersWhatBelongsToTheDecisionInAnyRevision() {
        RoleChart chart =
                RoleChart.of(RoleChart.Scheme.DACI).with("approver", OWNER).with("driver", VOTER);
        CommitmentLevels levels = CommitmentLevels.builder()
                .id(EntryId.of("levels/1"))
                .decision(DECISION.id())
                .scale("fist to five")
                .lowest(0)
                .highest(5)
                .putLevels("p-3", 4)
                .build();
        TeamRecord more = RECORD.with(
                START.plusSeconds(180),
                OWNER,
                FIRST.toBuilder().id(EntryId.of("proposal/other")).build(),
                RECORD.get(Consultation.KIND, EntryId.of("consultation/1")).toBuilder()
                        .id(EntryId.of("consultation/2"))
                        .proposal(EntryId.of("proposal/other"))
                        .build(),
                new RoleAssignment(EntryId.of("roles/1"), FIRST.id(), chart),
                new RoleAssignment(EntryId.of("roles/2"), LATER.id(), chart),
                levels,
                levels.toBuilder()
                        .id(EntryId.of("levels/2"))
                        .decision(LATER.id())
                        .build());
        Dossier dossier = register(more).dossier(DECISION.id());
        assertThat(dossier.proposal()).isEqualTo(REVISED);
        assertThat(dossier.deliberation()).contains(DELIBERATION);
        assertThat(dossier.needs()).containsExactly(NEED);
        assertThat(dossier.consultations()).extracting(Consultation::id).containsExactly(EntryId.of("consultation/1"));
        assertThat(dossier.roles()).extracting(RoleAssignment::id).containsExactly(EntryId.of("roles/1"));
        assertThat(dossier.commitment()).contains(levels);
        TeamRecord without = more.with(
                START.plusSeconds(240),
                OWNER,
                new Withdrawal(EntryId.of("withdrawal/1"), EntryId.of("consultation/1"), "counted twice"));
        assertThat(register(without).dossier(DECISION.id()).consultations()).isEmpty();
        assertThatThrownBy(() -> register(more).dossier(FIRST.id())).hasMessageContaining("Expected kind decision");
    }

    @Test
    void aDossierGathersLogsLaddersAndTheInvolvementChosen() {
        AdoptedLadder ladder = new AdoptedLadder(EntryId.of("ladder/1"), DAY, SchoolLadders.MODIFIED_CONSENSUS);
        LadderMatter matter = LadderMatter.builder()
                .id(EntryId.of("matter/1"))
                .ladder(ladder.id())
                .proposal(FIRST.id())
                .startedOn(DAY)
                .calendar(SchoolDays.WEEKDAYS)
                .build();
        LadderMatter other = matter.toBuilder()
                .id(EntryId.of("matter/2"))
                .proposal(EntryId.of("proposal/other"))
                .build();
        LadderEvent help = new LadderEvent.Help(DAY, "district", "talked");
        InvolvementChoice choice = InvolvementChoice.builder()
                .id(EntryId.of("involvement/1"))
                .proposal(FIRST.id())
                .situation(Situation.builder()
                        .quality(true)
                        .informed(false)
                        .structured(true)
                        .acceptanceNeeded(true)
                        .acceptedFromLeader(true)
                        .goalsShared(true)
                        .conflictLikely(false)
                        .build())
                .way(Involvement.Way.TOGETHER)
                .reason("It touches all.")
                .build();
        Move opening = new Move(
                START,
                OWNER,
                new Procedure.Opened(VotingContext.of(REVISED.id(), 2), Members.roll(3), Rules.of(Protocols.MAJORITY)));
        Move elsewhere = new Move(
                START,
                OWNER,
                new Procedure.Opened(
                        VotingContext.of(EntryId.of("proposal/other"), 1),
                        Members.roll(3),
                        Rules.of(Protocols.MAJORITY)));
        TeamRecord more = RECORD.with(
                START.plusSeconds(180),
                OWNER,
                FIRST.toBuilder().id(EntryId.of("proposal/other")).build(),
                ladder,
                matter,
                other,
                new LadderEntry(EntryId.of("event/1"), matter.id(), help),
                new LadderEntry(EntryId.of("event/2"), other.id(), help),
                choice,
                Proceedings.open(EntryId.of("proceedings/1"), opening),
                Proceedings.open(EntryId.of("proceedings/2"), elsewhere));
        Dossier dossier = register(more).dossier(DECISION.id());
        assertThat(dossier.ladderMatters()).containsExactly(matter);
        assertThat(dossier.ladderEvents()).extracting(LadderEntry::id).containsExactly(EntryId.of("event/1"));
        assertThat(dossier.involvement()).containsExactly(choice);
        assertThat(dossier.proceedings()).extracting(Proceedings::id).containsExactly(EntryId.of("proceedings/1"));
    }

    @Test
    void theStateOfADecisionIsKnownForEveryDayAndAsItWasKnownThen() {
        LocalDate review = DAY.plusMonths(3);
        TeamRecord reviewed = RECORD.with(
                        START.plusSeconds(200),
                        OWNER,
                        DecisionReview.builder()
                                .id(EntryId.of("review/1"))
                                .decision(DECISION.id())
                                .on(review)
                                .result(DecisionReview.Result.ENDS)
                                .reason("the aim is reached")
                                .build())
                .with(
                        START.plusSeconds(300),
                        OWNER,
                        new Withdrawal(EntryId.of("withdrawal/1"), LATER.id(), "never voted"));
        DecisionRegister register = register(reviewed);
        assertThat(register.stateOf(DECISION.id(), DAY.minusDays(1))).isEqualTo(State.NOT_YET);
        assertThat(register.stateOf(DECISION.id(), review.minusDays(1))).isEqualTo(State.IN_FORCE);
        assertThat(register.statesOn(review)).hasToString("{decision/1=ended, decision/2=withdrawn}");
        assertThat(register.asOf(START.plusSeconds(299)).statesOn(review))
                .hasToString("{decision/1=ended, decision/2=in force, review is due}");
        assertThat(register.asOf(START.plusSeconds(199)).stateOf(DECISION.id(), review))
                .isEqualTo(State.REVIEW_IS_DUE);
        assertThat(register.asOf(START.plusSeconds(60)).statesOn(review)).containsOnlyKeys(DECISION.id());
        assertThat(register.asOf(START).entries()).isEmpty();
        TeamRecord corrected = RECORD.with(
                START.plusSeconds(400),
                OWNER,
                LATER.toBuilder().id(EntryId.of("decision/3")).build(),
                Correction.builder()
                        .id(EntryId.of("correction/1"))
                        .corrected(LATER.id())
                        .replacement(EntryId.of("decision/3"))
                        .reason("the day")
                        .build());
        assertThat(register(corrected).stateOf(LATER.id(), DAY.plusDays(8))).isEqualTo(State.REPLACED);
    }

    private static AgendaItem item(String title, AgendaItem.Category category, boolean closed, EntryId... about) {
        return AgendaItem.of(title, AgendaItem.Purpose.DECIDE, category, 10).toBuilder()
                .closed(closed)
                .addAbout(about)
                .build();
    }

    @Test
    void anInstructionalDecisionOfAMeetingThatIsNotInTheRegisterIsNamed() {
        AgendaItem.Category teaching = AgendaItem.Category.INSTRUCTIONAL;
        Meeting meeting = Meeting.builder()
                .id(EntryId.of("meeting/1"))
                .team(EntryId.of("team/1"))
                .start(START)
                .end(START.plusSeconds(3600))
                .addAgenda(
                        item("by its first text", teaching, true, FIRST.id()),
                        item("by its decision", teaching, true, LATER.id()),
                        item("without a proposal", teaching, true),
                        item("another proposal", teaching, true, EntryId.of("proposal/other")),
                        item("a need", teaching, true, NEED.id()),
                        item("not closed", teaching, false),
                        item("bells", AgendaItem.Category.OPERATIONAL, true),
                        AgendaItem.of("heard", AgendaItem.Purpose.INFORM, teaching, 5).toBuilder()
                                .closed(true)
                                .build())
                .build();
        TeamRecord record =
                RECORD.with(START.plusSeconds(500), OWNER, Note.of("team/1"), Note.of("proposal/other"), meeting);
        assertThat(register(record).listUnregistered())
                .containsExactly(
                        new DecisionRegister.Unregistered(meeting.id(), "without a proposal"),
                        new DecisionRegister.Unregistered(meeting.id(), "another proposal"),
                        new DecisionRegister.Unregistered(meeting.id(), "a need"));
        TeamRecord withdrawn = record.with(
                START.plusSeconds(600), OWNER, new Withdrawal(EntryId.of("withdrawal/1"), LATER.id(), "never voted"));
        assertThat(register(withdrawn).listUnregistered())
                .contains(new DecisionRegister.Unregistered(meeting.id(), "by its decision"));
    }

    /** By hand: of two standing decisions one froze evidence. */
    @Test
    void theEvidenceRateIsExact() {
        assertThat(register(RECORD).evidenceRate()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(register(TeamRecord.empty(Note.KEY)).evidenceRate()).isInstanceOf(Measured.Missing.class);
    }
}
