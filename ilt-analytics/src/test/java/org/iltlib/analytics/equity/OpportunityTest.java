package org.iltlib.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values by hand, and by R where the test says so. */
class OpportunityTest {
    private static final OpportunityGap TEACHERS =
            OpportunityGap.of("an experienced and certified teacher", SuppressionPolicy.NCES_2011_603);

    /** R: wilson(60,100), wilson(375,500) by prop.test(correct=FALSE), then Newcombe's formula. */
    @Test
    void aGapHasAnIntervalAndACoverage() {
        OpportunityResult result = TEACHERS.against(
                "not EL", Map.of("EL", new OpportunityCount(60, 40, 25), "not EL", new OpportunityCount(375, 125, 0)));
        Estimate gap = result.gaps().get("EL").value().orElseThrow();
        assertThat(gap.value()).isCloseTo(-0.15, within(1e-12));
        assertThat(gap.lower()).isCloseTo(-0.2543839240, within(1e-8));
        assertThat(gap.upper()).isCloseTo(-0.0510592267, within(1e-8));
        assertThat(result.coverage().get("EL").value().orElseThrow().value()).isEqualTo(0.8);
        assertThat(result.worst()).contains("EL");
        assertThat(result.gaps()).doesNotContainKey("not EL");
    }

    @Test
    void smallGroupsAreWithheldEverywhere() {
        OpportunityResult result = TEACHERS.against(
                "c",
                Map.of(
                        "a", new OpportunityCount(3, 4, 0),
                        "b", new OpportunityCount(10, 10, 0),
                        "c", new OpportunityCount(50, 50, 0)));
        assertThat(result.shares().get("a").toString()).contains("suppressed");
        assertThat(result.gaps().get("a").toString()).contains("suppressed");
        assertThat(result.gaps().get("b").toString()).contains("suppressed");
        assertThat(result.coverage().get("a").toString()).contains("suppressed");
        assertThat(result.worst()).contains("c");
        assertThatThrownBy(() -> TEACHERS.against("d", Map.of("a", OpportunityCount.NONE)))
                .hasMessageContaining("Maybe one of [a]");
    }

    @Test
    void whatIsNotKnownIsNotLacking() {
        SortedMap<String, OpportunityCount> counts = OpportunityGap.count(List.of(
                new OpportunityGap.Student("a", Measured.of(true)),
                new OpportunityGap.Student("a", Measured.missing(MissingReason.NOT_LOADED)),
                new OpportunityGap.Student("a", Measured.of(false))));
        assertThat(counts.get("a")).isEqualTo(new OpportunityCount(1, 1, 1));
        assertThat(new OpportunityCount(1, 1, 1)
                        .plus(new OpportunityCount(2, 3, 4))
                        .all())
                .isEqualTo(12);
    }

    /** By hand: 10 students where 4 of 5 teachers are experienced and 30 where 1 of 5: (10·4/5 + 30·1/5)/40 = 7/20. */
    @Test
    void theTypicalStudentMeetsWhatItsSchoolHas() {
        Exposure exposure = new Exposure(List.of(
                new Exposure.School(Map.of("EL", 10L, "not EL", 90L), 4, 5),
                new Exposure.School(Map.of("EL", 30L, "not EL", 10L), 1, 5),
                new Exposure.School(Map.of("EL", 5L), 0, 0)));
        assertThat(exposure.of("EL").value().orElseThrow()).isEqualTo(Rational.of(7, 20));
        assertThat(exposure.of("not EL").value().orElseThrow()).isEqualTo(Rational.of(37, 50));
        assertThat(exposure.gap("EL", "not EL").value().orElseThrow()).isEqualTo(Rational.of(-39, 100));
        assertThat(exposure.of("other").isReported()).isFalse();
    }

    @Test
    void aKindOfEngagementThatNobodyMeasuredIsNotCollected() {
        List<Engagement.Reading> readings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readings.add(new Engagement.Reading(
                    i < 20 ? "7" : "8",
                    EngagementKind.BEHAVIOURAL,
                    i == 0 ? Measured.missing(MissingReason.ABSENT) : Measured.of((double) (i % 2))));
            readings.add(new Engagement.Reading(
                    i < 20 ? "7" : "8",
                    EngagementKind.AFFECTIVE,
                    i < 15 ? Measured.missing(MissingReason.OMITTED) : Measured.of(3.5)));
        }
        Map<EngagementKind, SortedMap<String, Engagement.Cell>> cells =
                Engagement.of(SuppressionPolicy.NCES_2011_603).read(readings);
        assertThat(cells.get(EngagementKind.COGNITIVE).get("7").mean().toString())
                .contains("not collected");
        assertThat(cells.get(EngagementKind.BEHAVIOURAL)
                        .get("8")
                        .mean()
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(0.5);
        assertThat(cells.get(EngagementKind.BEHAVIOURAL)
                        .get("7")
                        .coverage()
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(0.95);
        assertThat(cells.get(EngagementKind.AFFECTIVE).get("7").mean().toString())
                .contains("suppressed");
        assertThat(EngagementKind.AFFECTIVE).hasToString("affective");
    }

    @Test
    void anAmbitiousGoalAsksForMoreThanPeersMade() {
        Ambition goal = Ambition.of(40, 52);
        assertThat(goal.among(List.of(3.0, 5.0, 8.0, 12.0, 20.0))
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(0.6);
        assertThat(goal.among(List.of()).isReported()).isFalse();
    }
}
