package org.iltlib.decision.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Cost;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.EvidenceQuality;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Option;
import org.iltlib.decision.Perspective;
import org.iltlib.decision.Prediction;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Round;
import org.iltlib.decision.Sunset;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.people.StakeholderGroup;

/** A decision on fractions in grade 5 with everything that belongs to it, for the tests of this package. */
final class Fractions {
    static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    static final PersonId FIRST = person(1);
    static final EntryId FINDING = EntryId.of("finding/fractions");
    static final Need STUDENTS = need("need/students", NeedKind.STUDENT);
    static final Need TEACHERS = need("need/teachers", NeedKind.TEACHER);

    static final Proposal PROPOSAL = Proposal.builder()
            .id(EntryId.of("proposal/lines"))
            .question("How do we teach equivalent fractions?")
            .text("Number lines in grade 5.")
            .addOptions(Option.of("lines", "number lines"), Option.statusQuo("as now"))
            .proposed("lines")
            .addCriteria("closes the gap")
            .addNeeds(STUDENTS.id(), TEACHERS.id())
            .addEvidence(FINDING)
            .addAffected(StakeholderGroup.TEACHER, StakeholderGroup.STUDENT)
            .addCosts(new Cost(new BigDecimal(12), "hours", "planning"))
            .prediction(Prediction.builder()
                    .measure("share right, grade 5")
                    .unit("points")
                    .claim(Prediction.Claim.AT_LEAST)
                    .limit(12)
                    .range(new Prediction.Range(4, 20, 0.8))
                    .confidence(0.7)
                    .by(LocalDate.of(2026, 12, 15))
                    .build())
            .build();

    /** The second vote of a meeting of ten, after the 2 became a 3. */
    static final List<Integer> FINGERS = List.of(5, 4, 4, 3, 4, 3, 3, 5, 4, 3);

    static final Deliberation DELIBERATION = new Deliberation(EntryId.of("deliberation/lines"), List.of(round()));

    static final Decision DECISION = Decision.builder()
            .id(EntryId.of("decision/lines"))
            .proposal(PROPOSAL.id())
            .deliberation(DELIBERATION.id())
            .chosen(PROPOSAL.getOption("lines"))
            .outcome(DELIBERATION.outcome())
            .snapshot(new EvidenceSnapshot(
                    DAY,
                    List.of(EvidenceSnapshot.Shown.of(FINDING, "equivalence", "139 of 340").toBuilder()
                            .quality(EvidenceQuality.of(EvidenceQuality.Grade.SOUND, "all answered"))
                            .build())))
            .addDissent(new Dissent(Optional.of(person(7)), "Four weeks are too few."))
            .addObjections(EntryId.of("objection/time"))
            .decidedOn(DAY)
            .reviewOn(DAY.plusMonths(3))
            .sunset(Sunset.lapsesOn(DAY.plusMonths(8)))
            .owner(FIRST)
            .build();

    static final EquityCheck EQUITY = EquityCheck.builder()
            .id(EntryId.of("equity/lines"))
            .proposal(PROPOSAL.id())
            .addGains(new EquityCheck.Effect("grade 5", "four more lessons"))
            .addLosses(new EquityCheck.Effect("English learners", "language support at the same hour"))
            .addSafeguards("language support on Thursday")
            .addLookedAt(FINDING)
            .addBy(FIRST)
            .on(DAY)
            .build();

    static final Consultation CONSULTATION = Consultation.builder()
            .id(EntryId.of("consultation/students"))
            .proposal(PROPOSAL.id())
            .group(StakeholderGroup.STUDENT)
            .how("survey")
            .opened(DAY.minusDays(9))
            .closed(DAY.minusDays(2))
            .asked(408)
            .answered(351)
            .addInputs(
                    Consultation.Input.changed("less copying", "one page a day", EntryId.of("proposal/lines-2")),
                    Consultation.Input.kept("no tests", "the aim needs one"),
                    Consultation.Input.open("longer breaks"),
                    Consultation.Input.open("more light"))
            .build();

    static final Dossier DOSSIER = Dossier.builder()
            .decision(DECISION)
            .proposal(PROPOSAL)
            .deliberation(DELIBERATION)
            .addNeeds(STUDENTS, TEACHERS)
            .addEquityChecks(EQUITY)
            .addConsultations(CONSULTATION)
            .commitment(CommitmentLevels.ofFingers(
                    EntryId.of("levels/lines"),
                    DECISION.id(),
                    DELIBERATION.rounds().get(0)))
            .build();

    private Fractions() {}

    static PersonId person(int number) {
        return PersonId.of("p-%02d".formatted(number));
    }

    private static Need need(String id, NeedKind whose) {
        return Need.builder()
                .id(EntryId.of(id))
                .whose(whose)
                .statement("Equivalent fractions.")
                .addFindings(FINDING)
                .severity(0.4)
                .reach(68)
                .build();
    }

    static Outcome outcome() {
        return Outcome.builder()
                .status(Outcome.Status.ADOPTED)
                .protocol("fist to five (classic)")
                .round(1)
                .revision(1)
                .explanation(Explanation.of("Because."))
                .build();
    }

    private static Round round() {
        Round.Builder round = Round.builder()
                .proposal(PROPOSAL.id())
                .heldOn(DAY)
                .addPerspectives(new Perspective(person(2), StakeholderGroup.TEACHER, "we want to try"))
                .addConcerns("time")
                .outcome(outcome());
        VotingContext context = VotingContext.of(PROPOSAL.id(), 1);
        for (int i = 0; i < FINGERS.size(); i++) {
            round.addBallots(Ballot.of(person(i + 1), context, Position.fingers(FINGERS.get(i))));
        }
        return round.build();
    }
}
