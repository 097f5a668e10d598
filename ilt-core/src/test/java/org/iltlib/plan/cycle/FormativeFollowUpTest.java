package org.iltlib.plan.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;
import org.iltlib.evidence.Dataset;
import org.iltlib.evidence.ImportReport;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.junit.jupiter.api.Test;

class FormativeFollowUpTest {
    private static Assessment given(String id, AssessmentPurpose purpose) {
        return Assessment.builder()
                .id(EntryId.of(id))
                .name(id)
                .subject(Subject.MATHEMATICS)
                .addGrades(GradeLevel.of(5))
                .purpose(purpose)
                .year(SchoolYear.startingIn(2026))
                .scale("points")
                .build();
    }

    private static InstructionalAdjustment after(String trigger) {
        return InstructionalAdjustment.builder()
                .id(EntryId.of("adjustment/" + trigger))
                .trigger(EntryId.of(trigger))
                .seenOn(LocalDate.of(2026, 10, 6))
                .on(LocalDate.of(2026, 10, 7))
                .before("worksheets")
                .after("fraction strips")
                .reason("because")
                .build();
    }

    @Test
    void anAdjustmentGoesBackToAnAssessmentItselfOrThroughADatasetAndAFinding() {
        Dataset dataset = Dataset.builder()
                .id(EntryId.of("dataset"))
                .name("Exit 2")
                .sha256("0".repeat(64))
                .addColumns("id")
                .report(ImportReport.builder().kept(1).incomplete(0).build())
                .source("the team")
                .assessment(EntryId.of("exit-2"))
                .build();
        Finding finding = Finding.builder()
                .id(EntryId.of("finding"))
                .statement("Weak.")
                .standing(Standing.NEUTRAL)
                .measure(Measure.of("share", "share correct", "share", Direction.HIGHER_IS_BETTER))
                .estimate(Measured.missing(MissingReason.TOO_FEW))
                .addEvidence(dataset.id())
                .explanation(Explanation.of("Seen."))
                .build();
        List<Assessment> all = List.of(
                given("exit-1", AssessmentPurpose.FORMATIVE),
                given("exit-2", AssessmentPurpose.FORMATIVE),
                given("exit-3", AssessmentPurpose.FORMATIVE),
                given("state", AssessmentPurpose.SUMMATIVE));
        FormativeFollowUp followUp = FormativeFollowUp.of(
                all, List.of(dataset), List.of(finding), List.of(after("exit-1"), after("finding"), after("state")));
        assertThat(followUp.followed()).containsExactly(EntryId.of("exit-1"), EntryId.of("exit-2"));
        assertThat(followUp.notFollowed()).containsExactly(EntryId.of("exit-3"));
        assertThat(followUp.share()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(FormativeFollowUp.of(List.of(), List.of(), List.of(), List.of())
                        .share()
                        .isReported())
                .isFalse();
    }
}
