package org.iltlib.evidence.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.junit.jupiter.api.Test;

class FitnessTest {
    static FitnessStatement statement(QualityFigure... figures) {
        return FitnessStatement.builder()
                .id(EntryId.of("fitness/unit-test"))
                .assessment(EntryId.of("assessment/unit-test"))
                .on(LocalDate.of(2026, 10, 1))
                .policy(FitnessPolicy.CONVENTION)
                .addFigures(figures)
                .build();
    }

    static QualityFigure reliability(String value) {
        return QualityFigure.of(QualityAspect.RELIABILITY, value, 68, "coefficient alpha");
    }

    /** The figures of the story: alpha 0.78 is good enough for planning and not for placing a student. */
    @Test
    void aReliabilityMayBeEnoughForPlanningAndNotForPlacing() {
        FitnessStatement statement = statement(reliability("0.78"));
        assertThat(statement.verdict(AssessmentUse.PLAN_INSTRUCTION))
                .hasToString("plan instruction: supported (reliability 0.78 (n = 68), expected at least 0.70,"
                        + " with caution at least 0.60)");
        assertThat(statement.verdict(AssessmentUse.SCREEN).level()).isEqualTo(UseVerdict.Level.WITH_CAUTION);
        assertThat(statement.verdict(AssessmentUse.PLACE).level()).isEqualTo(UseVerdict.Level.NOT_SUPPORTED);
        assertThat(statement.verdict(AssessmentUse.PLACE).reasons())
                .contains("classification consistency not known, expected at least 0.80, with caution at least 0.75");
        assertThat(statement.verdict(AssessmentUse.DIAGNOSE).level()).isEqualTo(UseVerdict.Level.NOT_KNOWN);
        assertThat(statement.verdicts()).hasSize(AssessmentUse.values().length);
    }

    @Test
    void theWeakestAspectDecidesAndContradictingFiguresAreRefused() {
        QualityFigure consistent = QualityFigure.of(QualityAspect.CLASSIFICATION_CONSISTENCY, "0.80", 68, "two forms");
        QualityFigure noDif = QualityFigure.of(QualityAspect.LARGE_DIF_ITEMS, "0", 68, "Mantel-Haenszel");
        QualityFigure oneDif = QualityFigure.of(QualityAspect.LARGE_DIF_ITEMS, "1", 68, "Mantel-Haenszel");
        assertThat(statement(reliability("0.90"), consistent, noDif)
                        .verdict(AssessmentUse.PLACE)
                        .level())
                .isEqualTo(UseVerdict.Level.SUPPORTED);
        assertThat(statement(reliability("0.89999"), consistent, noDif)
                        .verdict(AssessmentUse.PLACE)
                        .level())
                .isEqualTo(UseVerdict.Level.WITH_CAUTION);
        assertThat(statement(oneDif, reliability("0.95"), consistent)
                        .verdict(AssessmentUse.PLACE)
                        .level())
                .isEqualTo(UseVerdict.Level.NOT_SUPPORTED);
        assertThatThrownBy(() -> statement(reliability("0.95"), consistent, noDif, oneDif))
                .hasMessageContaining("There are items with large differential functioning 0 (n = 68) and items with"
                        + " large differential functioning 1 (n = 68), which contradict each other to place a student");
        assertThatThrownBy(() -> statement(reliability("0.50"), reliability("0.95")))
                .hasMessageContaining("Maybe state only the figure");
        assertThat(statement(reliability("0.81"), reliability("0.84")).figures())
                .as("alpha and omega, judged alike")
                .hasSize(2);
    }

    @Test
    void nothingSupportsRankingTeachersAndWhatAPolicyDoesNotNameIsNotKnown() {
        assertThat(statement(reliability("1"))
                        .verdict(AssessmentUse.RANK_TEACHERS)
                        .level())
                .isEqualTo(UseVerdict.Level.NOT_SUPPORTED);
        FitnessPolicy narrow = FitnessPolicy.builder()
                .name("narrow")
                .adopted(LocalDate.of(2026, 1, 1))
                .source("a test")
                .addThresholds(UseThreshold.of(AssessmentUse.SCREEN, QualityAspect.STANDARD_ERROR, "0.3", "0.5"))
                .build();
        assertThat(narrow).hasToString("narrow of 2026-01-01");
        assertThat(narrow.verdict(AssessmentUse.PLACE, List.of()))
                .hasToString("place a student: not known (\"narrow\" says nothing of it)");
        assertThat(narrow.verdict(
                                AssessmentUse.SCREEN,
                                List.of(QualityFigure.of(QualityAspect.STANDARD_ERROR, "0.4", 9, "a test")))
                        .level())
                .isEqualTo(UseVerdict.Level.WITH_CAUTION);
    }

    @Test
    void wrongFiguresAndThresholdsAreRefused() {
        assertThatThrownBy(() -> reliability("78")).hasMessageContaining("Maybe it is a percentage");
        assertThatThrownBy(() -> QualityFigure.of(QualityAspect.LARGE_DIF_ITEMS, "-1", 9, "x"))
                .hasMessageContaining("Expected zero or more");
        assertThatThrownBy(() -> UseThreshold.of(AssessmentUse.SCREEN, QualityAspect.RELIABILITY, "0.7", "0.8"))
                .hasMessageContaining("withCaution is 0.8, stricter than enough, 0.7");
        assertThatThrownBy(() -> UseThreshold.of(AssessmentUse.SCREEN, QualityAspect.LARGE_DIF_ITEMS, "2", "1"))
                .hasMessageContaining("stricter");
        assertThatThrownBy(() ->
                        statement().toBuilder().on(LocalDate.of(2026, 6, 30)).build())
                .hasMessageContaining("before the policy of 2026-07-01");
    }
}
