package org.iltlib.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.finding.GapTrend.Course;
import org.junit.jupiter.api.Test;

class GapTrendTest {
    private static Gap gap(Measured<Estimate> difference) {
        return Gap.builder()
                .id(EntryId.of("gap"))
                .subject(Subject.READING)
                .grade(GradeLevel.parse("5"))
                .group(StudentGroup.of("el", "Y"))
                .reference(StudentGroup.of("el", "N"))
                .difference(difference)
                .standardised(difference)
                .addEvidence(EntryId.of("e"))
                .explanation(Explanation.of("seen"))
                .build();
    }

    private static Gap gap(double lower, double upper) {
        return gap(Measured.of(Estimate.builder()
                .value((lower + upper) / 2)
                .lower(lower)
                .upper(upper)
                .level(0.95)
                .n(80)
                .unit("standard deviations")
                .method("Hedges g")
                .build()));
    }

    private static GapTrend trend(double lower, double upper) {
        return new GapTrend(gap(-0.6, -0.4), gap(lower, upper), -0.05);
    }

    @Test
    void aGapIsJudgedByItsIntervalsNotByItsValues() {
        assertThat(trend(-0.5, -0.2).course()).isEqualTo(Measured.of(Course.OPEN));
        assertThat(trend(-0.39, -0.2).course()).isEqualTo(Measured.of(Course.NARROWING));
        assertThat(trend(-0.4, -0.2).course())
                .as("intervals that touch overlap")
                .isEqualTo(Measured.of(Course.OPEN));
        assertThat(trend(-0.9, -0.61).course()).isEqualTo(Measured.of(Course.WIDENED));
        assertThat(trend(-0.05, 0.2).course()).isEqualTo(Measured.of(Course.CLOSED));
        assertThat(trend(-0.06, 0.2).course()).isEqualTo(Measured.of(Course.NARROWING));
        assertThat(trend(-0.05, 0.2).explanation().claim()).isEqualTo("The gap of el Y in reading: CLOSED.");
    }

    @Test
    void theClosureRateLeavesOutWhatCannotBeSaid() {
        GapTrend unknown = new GapTrend(
                gap(-0.6, -0.4), gap(Measured.missing(MissingReason.NOT_COLLECTED, "no spring scores")), 0);
        assertThat(unknown.course().isReported()).isFalse();
        assertThat(GapTrend.closureRate(List.of(trend(0, 0.2), trend(-0.5, -0.2), unknown)))
                .isEqualTo(Measured.of(Fraction.HALF));
        assertThat(GapTrend.closureRate(List.of(unknown)).isReported()).isFalse();
    }

    @Test
    void twoGapsOfDifferentGroupsAreNotOneTrend() {
        assertThatThrownBy(() -> new GapTrend(
                        gap(-1, 0),
                        gap(-1, 0).toBuilder()
                                .group(StudentGroup.of("ses", "F"))
                                .build(),
                        0))
                .hasMessageContaining("Expected the same subject and groups");
        assertThatThrownBy(() -> new GapTrend(gap(-1, 0), gap(-1, 0), 0.1))
                .hasMessageContaining("Expected zero or below");
    }
}
