package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.base.TeamId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Option;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;
import org.iltlib.evidence.Dataset;
import org.iltlib.evidence.ImportReport;
import org.iltlib.evidence.fitness.AssessmentUse;
import org.iltlib.evidence.fitness.FitnessPolicy;
import org.iltlib.evidence.fitness.FitnessStatement;
import org.iltlib.evidence.fitness.QualityAspect;
import org.iltlib.evidence.fitness.QualityFigure;
import org.iltlib.evidence.fitness.UseThreshold;
import org.iltlib.evidence.fitness.UseVerdict;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.junit.jupiter.api.Test;

/** The story's unit test: alpha 0.78, good enough for planning, not for placing a student. */
class FitnessGateTest {
    private static final Instant AT = Instant.parse("2026-10-20T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final PersonId BY = PersonId.of("p-1");
    private static final Assessment TEST = Assessment.builder()
            .id(EntryId.of("assessment/unit-test"))
            .name("Fractions, unit test")
            .subject(Subject.MATHEMATICS)
            .addGrades(GradeLevel.of(5))
            .purpose(AssessmentPurpose.FORMATIVE)
            .year(SchoolYear.startingIn(2026))
            .scale("points")
            .build();
    private static final Dataset DATASET = Dataset.builder()
            .id(EntryId.of("dataset/unit-test"))
            .name("Fractions")
            .sha256("0".repeat(64))
            .addColumns("id")
            .report(ImportReport.builder().kept(68).incomplete(0).build())
            .source("the team")
            .assessment(TEST.id())
            .build();

    private static FitnessStatement alpha(String id, String value) {
        return FitnessStatement.builder()
                .id(EntryId.of(id))
                .assessment(TEST.id())
                .on(DAY)
                .policy(FitnessPolicy.CONVENTION)
                .addFigures(QualityFigure.of(QualityAspect.RELIABILITY, value, 68, "coefficient alpha"))
                .build();
    }

    private static Finding finding(String id, Optional<AssessmentUse> use) {
        return Finding.builder()
                .id(EntryId.of(id))
                .statement("Fraction equivalence is weak.")
                .standing(Standing.NEUTRAL)
                .measure(Measure.of("share", "share correct", "share", Direction.HIGHER_IS_BETTER))
                .estimate(Measured.missing(MissingReason.TOO_FEW))
                .addEvidence(DATASET.id())
                .explanation(Explanation.of("139 of 340."))
                .use(use)
                .build();
    }

    private static Proposal proposal(Finding finding) {
        return Proposal.builder()
                .id(EntryId.of("proposal/1"))
                .question("How?")
                .text("So.")
                .addOptions(Option.of("so", "so"), Option.statusQuo("as now"))
                .proposed("so")
                .addEvidence(finding.id())
                .build();
    }

    private static Decision decision(Proposal proposal) {
        return Decision.builder()
                .id(EntryId.of("decision/1"))
                .proposal(proposal.id())
                .chosen(proposal.getOption("so"))
                .outcome(Outcome.builder()
                        .status(Outcome.Status.ADOPTED)
                        .protocol("majority")
                        .round(1)
                        .revision(1)
                        .explanation(Explanation.of("Because."))
                        .build())
                .snapshot(new EvidenceSnapshot(DAY, List.of()))
                .decidedOn(DAY)
                .reviewOn(DAY.plusMonths(3))
                .owner(BY)
                .build();
    }

    private static TeamRecord record() {
        return TeamRecord.empty(TeamKey.of(TeamId.of("ilt"), SchoolYear.startingIn(2026)))
                .with(AT, BY, TEST, DATASET);
    }

    @Test
    void aFindingUsesAnAssessmentOnlyForWhatItIsFitFor() {
        TeamRecord record = record().with(AT, BY, alpha("fitness/1", "0.78"));
        Finding planning = finding("finding/plan", Optional.of(AssessmentUse.PLAN_INSTRUCTION));
        Finding placing = finding("finding/place", Optional.of(AssessmentUse.PLACE));
        TeamRecord longer = record.with(AT, BY, planning);
        assertThat(FitnessGate.of(longer).list(planning))
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.refuses()).isFalse());
        assertThatThrownBy(() -> record.with(AT, BY, placing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Entry \"finding/place\" cannot be recorded: finding/place uses"
                        + " assessment/unit-test to place a student: not supported (reliability 0.78 (n = 68),"
                        + " expected at least 0.9,")
                .hasMessageEndingWith("Maybe use another assessment, or a weaker use.");
        assertThatThrownBy(() -> record().with(AT, BY, alpha("fitness/1", "0.78"), placing))
                .as("in one call as well")
                .hasMessageContaining("not supported");
        assertThat(record.with(AT, BY, finding("finding/place", Optional.empty()))
                        .revision())
                .as("a finding that states no use is as it was")
                .isEqualTo(4);
    }

    @Test
    void theLastStatementCountsAndWithoutOneNothingIsKnown() {
        Finding placing = finding("finding/place", Optional.of(AssessmentUse.PLACE));
        TeamRecord better = record().with(AT, BY, alpha("fitness/1", "0.78"), alpha("fitness/2", "0.92"), placing);
        assertThat(FitnessGate.of(better).findStatement(TEST.id()).orElseThrow().id())
                .isEqualTo(EntryId.of("fitness/2"));
        TeamRecord silent = record().with(AT, BY, placing);
        assertThat(FitnessGate.of(silent).list(placing))
                .singleElement()
                .hasToString("finding/place uses assessment/unit-test to place a student: not known"
                        + " (there is no fitness statement)");
        assertThatThrownBy(() -> record().with(AT, BY, finding("f", Optional.of(AssessmentUse.RANK_TEACHERS))))
                .hasMessageContaining("no figure supports it: the scores tell of students");
    }

    @Test
    void aDecisionDoesNotRestOnAFindingWhoseUseHasBeenRefusedSince() {
        Finding placing = finding("finding/place", Optional.of(AssessmentUse.PLACE));
        Proposal proposal = proposal(placing);
        Decision decision = decision(proposal);
        TeamRecord before = record().with(AT, BY, placing, proposal);
        TeamRecord decided = before.with(AT, BY, decision);
        assertThat(FitnessGate.of(decided).listBehind(decision.id()))
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.verdict().level()).isEqualTo(UseVerdict.Level.NOT_KNOWN));
        TeamRecord judged = before.with(AT, BY, alpha("fitness/1", "0.78"));
        assertThatThrownBy(() -> judged.with(AT, BY, decision))
                .hasMessageContaining("Entry \"decision/1\" cannot be recorded: finding/place uses");
        assertThat(FitnessGate.of(decided.with(AT, BY, alpha("fitness/1", "0.78")))
                        .listBehind(decision.id()))
                .as("what was decided before is told, not undone")
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.refuses()).isTrue());
    }

    private static FitnessStatement statement(String id, FitnessPolicy policy, QualityFigure... figures) {
        return FitnessStatement.builder()
                .id(EntryId.of(id))
                .assessment(TEST.id())
                .on(DAY)
                .policy(policy)
                .addFigures(figures)
                .build();
    }

    private static FitnessStatement good(String id, long students) {
        return statement(
                id,
                FitnessPolicy.CONVENTION,
                QualityFigure.of(QualityAspect.RELIABILITY, "0.95", students, "alpha"),
                QualityFigure.of(QualityAspect.CLASSIFICATION_CONSISTENCY, "0.95", students, "two forms"),
                QualityFigure.of(QualityAspect.LARGE_DIF_ITEMS, "0", students, "Mantel-Haenszel"));
    }

    private static final Finding PLACING = finding("finding/place", Optional.of(AssessmentUse.PLACE));

    private static void refuses(TeamRecord record, Recordable... values) {
        assertThatThrownBy(() -> record.with(AT, BY, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Entry \"finding/place\" cannot be recorded")
                .hasMessageContaining("reliability 0.78 (n = 68)");
    }

    @Test
    void aFigureWithoutStudentsLiftsNoRefusal() {
        refuses(record().with(AT, BY, alpha("fitness/1", "0.78")), good("fitness/2", 0), PLACING);
        assertThat(record().with(AT, BY, alpha("fitness/1", "0.78"), good("fitness/2", 1), PLACING)
                        .revision())
                .isEqualTo(5);
        assertThat(good("fitness/2", 0).verdict(AssessmentUse.PLACE).level()).isEqualTo(UseVerdict.Level.NOT_KNOWN);
    }

    @Test
    void aStatementThatIsSilentOnAnAspectOrAUseLiftsNoRefusal() {
        TeamRecord refused = record().with(AT, BY, alpha("fitness/1", "0.78"));
        refuses(refused, statement("fitness/2", FitnessPolicy.CONVENTION), PLACING);
        refuses(
                refused,
                statement(
                        "fitness/2",
                        FitnessPolicy.CONVENTION,
                        QualityFigure.of(QualityAspect.CLASSIFICATION_CONSISTENCY, "0.95", 68, "two forms")),
                PLACING);
        FitnessPolicy mine = FitnessPolicy.builder()
                .name("mine")
                .adopted(DAY)
                .source("a test")
                .addThresholds(
                        UseThreshold.of(AssessmentUse.PLAN_INSTRUCTION, QualityAspect.RELIABILITY, "0.1", "0.1"),
                        UseThreshold.of(AssessmentUse.PLACE, QualityAspect.COVERAGE, "0.1", "0.1"))
                .build();
        FitnessStatement low = statement(
                "fitness/2",
                mine,
                QualityFigure.of(QualityAspect.RELIABILITY, "0.95", 68, "alpha"),
                QualityFigure.of(QualityAspect.COVERAGE, "0.95", 68, "roster"));
        refuses(refused, low, PLACING);
        assertThat(UseVerdict.of(AssessmentUse.PLACE, List.of(alpha("fitness/1", "0.78"), low)))
                .hasToString("place a student: not supported (reliability 0.78 (n = 68), expected at least 0.90, with"
                        + " caution at least 0.85, stated by fitness/1; coverage 0.95 (n = 68), expected at least"
                        + " 0.1)");
        assertThat(UseVerdict.of(AssessmentUse.RANK_TEACHERS, List.of(low)).level())
                .isEqualTo(UseVerdict.Level.NOT_SUPPORTED);
        assertThat(UseVerdict.of(AssessmentUse.SCREEN, List.of(low)).level()).isEqualTo(UseVerdict.Level.NOT_KNOWN);
    }

    @Test
    void aWithdrawnStatementDoesNotCountAndACorrectedOneCountsAsCorrectedInItsPlace() {
        FitnessStatement bad = alpha("fitness/1", "0.78");
        FitnessStatement good = good("fitness/2", 68);
        Withdrawal undone = new Withdrawal(EntryId.of("withdrawal/1"), good.id(), "a typing error");
        refuses(record().with(AT, BY, bad, good).with(AT, BY, undone), PLACING);
        refuses(record().with(AT, BY, bad, good), PLACING, undone);
        assertThat(record().with(AT, BY, bad)
                        .with(AT, BY, new Withdrawal(EntryId.of("withdrawal/1"), bad.id(), "a typing error"))
                        .with(AT, BY, PLACING)
                        .revision())
                .isEqualTo(5);
        Correction correction = Correction.builder()
                .id(EntryId.of("correction/1"))
                .corrected(good.id())
                .replacement(EntryId.of("fitness/3"))
                .reason("a typing error")
                .build();
        refuses(record().with(AT, BY, bad, good, alpha("fitness/3", "0.78"), correction), PLACING);
        TeamRecord early = record().with(AT, BY, good, alpha("fitness/9", "0.78"), good("fitness/3", 70), correction);
        assertThat(FitnessGate.of(early).listStatements(TEST.id()))
                .as("the correction of the first stands before the second")
                .extracting(FitnessStatement::id)
                .containsExactly(EntryId.of("fitness/3"), EntryId.of("fitness/9"));
        refuses(early, PLACING);
    }

    @Test
    void whatIsRecordedInOneCallIsSeenTogetherInAnyOrder() {
        refuses(record(), PLACING, alpha("fitness/1", "0.78"));
        assertThat(record().with(AT, BY, PLACING, good("fitness/1", 68)).revision())
                .isEqualTo(4);
    }
}
