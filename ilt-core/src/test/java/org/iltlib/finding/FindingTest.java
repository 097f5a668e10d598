package org.iltlib.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final EntryId DATA = EntryId.of("dataset/1");
    private static final Estimate ESTIMATE = Estimate.builder()
            .value(-3)
            .lower(-5)
            .upper(-1)
            .level(0.95)
            .n(40)
            .unit("points")
            .method("difference")
            .build();
    private static final Finding WEAKNESS = Finding.builder()
            .id(EntryId.of("finding/1"))
            .statement("Grade 2 lies below the others in mathematics.")
            .standing(Standing.WEAKNESS)
            .measure(Measure.of("mean", "mean", "points", Direction.HIGHER_IS_BETTER))
            .estimate(Measured.of(ESTIMATE))
            .subject(Subject.MATHEMATICS)
            .grade(GradeLevel.of(2))
            .group(StudentGroup.of("ses", "F"))
            .addEvidence(DATA)
            .explanation(Explanation.of("because"))
            .build();

    private static Need need(String id, double severity, long reach) {
        return Need.builder()
                .id(EntryId.of(id))
                .whose(NeedKind.STUDENT)
                .statement("Place value")
                .addFindings(WEAKNESS.id())
                .severity(severity)
                .reach(reach)
                .build();
    }

    private static <T extends Recordable> void comesBack(Form<T> form, T value) {
        assertThat(form.read(CanonicalJson.read(CanonicalJson.write(form.write(value)))))
                .isEqualTo(value);
        assertThat(value.kind().version()).isEqualTo(1);
    }

    @Test
    void findingsGapsAndNeedsAreWrittenAndReadBack() {
        comesBack(Finding.FORM, WEAKNESS);
        comesBack(Need.FORM, need("need/1", 0.4, 20).toBuilder().build());
        Gap gap = Gap.builder()
                .id(EntryId.of("gap/1"))
                .subject(Subject.READING)
                .grade(GradeLevel.of(1))
                .group(StudentGroup.of("ses", "F"))
                .reference(StudentGroup.of("ses", "N"))
                .difference(Measured.of(ESTIMATE))
                .standardised(Measured.missing(MissingReason.UNDEFINED))
                .addEvidence(DATA)
                .explanation(Explanation.of("because"))
                .build();
        comesBack(Gap.FORM, gap);
        assertThat(gap.basedOn()).containsExactly(DATA);
        assertThatThrownBy(() -> gap.toBuilder().reference(gap.group()).build()).hasMessageContaining("both");
    }

    @Test
    void aWithheldNumberIsNotJudged() {
        assertThatThrownBy(() -> WEAKNESS.toBuilder()
                        .estimate(Measured.missing(MissingReason.TOO_FEW))
                        .build())
                .hasMessageContaining("Maybe NEUTRAL");
    }

    @Test
    void aSummaryWithoutAStrengthIsIncomplete() {
        assertThat(FindingSummary.of(List.of())).isInstanceOf(FindingSummary.Incomplete.class);
        assertThat(FindingSummary.of(List.of(WEAKNESS)))
                .isEqualTo(new FindingSummary.Incomplete(List.of(WEAKNESS), "no strength is named among 1 findings"));
        Finding strength = WEAKNESS.toBuilder()
                .id(EntryId.of("finding/2"))
                .standing(Standing.STRENGTH)
                .build();
        FindingSummary both = FindingSummary.of(List.of(WEAKNESS, strength));
        assertThat(both).isInstanceOf(FindingSummary.Complete.class);
        assertThat(both.listOf(Standing.STRENGTH)).containsExactly(strength);
        assertThatThrownBy(() -> new FindingSummary.Complete(List.of(WEAKNESS))).hasMessageContaining("no strength");
    }

    @Test
    void needsAreRankedBySeverityThenReachThenId() {
        List<PriorityNeed> ranked = PriorityNeed.rank(
                List.of(need("c", 0.2, 9), need("b", 0.5, 10), need("a", 0.5, 10), need("d", 0.5, 30)));
        assertThat(ranked).extracting(p -> p.need().id().value()).containsExactly("d", "a", "b", "c");
        assertThat(ranked.get(0).rank()).isEqualTo(1);
        assertThat(need("a", 0, 0).basedOn()).containsExactly(WEAKNESS.id());
        assertThatThrownBy(() -> need("a", -1, 0)).hasMessageContaining("severity is -1.0");
    }
}
