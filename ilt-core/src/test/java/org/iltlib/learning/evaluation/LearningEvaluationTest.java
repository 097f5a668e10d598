package org.iltlib.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.learning.AdultPurpose;
import org.junit.jupiter.api.Test;

class LearningEvaluationTest {
    private static final EntryId LEARNING = EntryId.of("learning-fractions");
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

    /** Maple Grove, step 8: levels 1 to 3 are there and 4 is missing. */
    @Test
    void levelsOneToThreeWithoutFourAreIncompleteAtLevelFour() {
        LearningEvaluation evaluation = evaluation(1, 2, 3);
        assertThat(evaluation.state()).hasToString("Incomplete(level 4)");
        assertThat(((EvaluationState.Incomplete) evaluation.state()).all())
                .containsExactly(EvaluationLevel.USE, EvaluationLevel.STUDENT_OUTCOMES);
        assertThat(evaluation.findHighestWithoutGap()).contains(EvaluationLevel.ORGANISATION);
        assertThat(evaluation.explanation().toString())
                .contains("Incomplete(level 4)")
                .contains("Level 4: nothing was seen. Do they use it in class");
    }

    @Test
    void outcomesOfStudentsDoNotFillTheGapBelowThem() {
        LearningEvaluation evaluation = evaluation(1, 2, 3, 5);
        assertThat(evaluation.state()).hasToString("Incomplete(level 4)");
        assertThat(evaluation.findHighestWithoutGap()).contains(EvaluationLevel.ORGANISATION);
        assertThat(evaluation(5).findHighestWithoutGap()).isEmpty();
        assertThat(evaluation().state()).hasToString("Incomplete(level 1)");
    }

    /** By brute force: every subset of the five levels, the first missing one found by counting up. */
    @Test
    void ofEverySetOfLevelsTheLowestMissingOneIsNamed() {
        for (int bits = 0; bits < 32; bits++) {
            List<Integer> there = new ArrayList<>();
            int first = 0;
            for (int level = 5; level >= 1; level--) {
                if ((bits & (1 << (level - 1))) == 0) {
                    first = level;
                } else {
                    there.add(0, level);
                }
            }
            LearningEvaluation evaluation =
                    evaluation(there.stream().mapToInt(Integer::intValue).toArray());
            assertThat(evaluation.state()).hasToString(first == 0 ? "Complete" : "Incomplete(level " + first + ")");
            assertThat(evaluation.state().isComplete()).isEqualTo(first == 0);
            assertThat(evaluation
                            .findHighestWithoutGap()
                            .map(EvaluationLevel::number)
                            .orElse(0))
                    .isEqualTo(first == 0 ? 5 : first - 1);
        }
    }

    @Test
    void aPlanGoesBackwardsFromTheOutcomesOfStudents() {
        LearningEvaluationPlan plan = plan(5);
        assertThat(plan.next()).contains(EvaluationLevel.USE);
        LearningEvaluationPlan whole = plan(5, 4, 3, 2, 1);
        assertThat(whole.isComplete()).isTrue();
        assertThat(whole.next()).isEmpty();
        assertThat(plan.with(level(4)).find(EvaluationLevel.USE)).contains(level(4));
        assertThatThrownBy(() -> plan(1)).hasMessageContaining("Step 1 of the plan is at level 1. Expected level 5");
        assertThatThrownBy(() -> plan.with(level(3)))
                .hasMessageContaining("Step 2 of the plan is at level 3. Expected level 4");
        assertThatThrownBy(() -> whole.with(level(5))).hasMessageContaining("level 5\" twice");
        assertThatThrownBy(() -> EvaluationLevel.of(6)).hasMessageContaining("level is 6. Expected 1");
    }

    @Test
    void whatWasPlannedAndNotSeenIsNamed() {
        LearningEvaluation evaluation = evaluation(1, 2, 3);
        assertThat(evaluation.unkept(plan(5, 4, 3)))
                .containsExactly(EvaluationLevel.USE, EvaluationLevel.STUDENT_OUTCOMES);
        LearningEvaluationPlan other = LearningEvaluationPlan.builder()
                .id(EntryId.of("plan/2"))
                .learning(EntryId.of("other"))
                .addLevels(level(5))
                .build();
        assertThatThrownBy(() -> evaluation.unkept(other)).hasMessageContaining("is for \"other\"");
    }

    @Test
    void levelsTwiceOrDescendingAndAnAdjustmentOnNothingAreRefused() {
        assertThatThrownBy(() -> evaluation(2, 1)).hasMessageContaining("Expected ascending");
        assertThatThrownBy(() -> evaluation(2, 2)).hasMessageContaining("twice");
        assertThatThrownBy(() -> evaluation().toBuilder()
                        .adjustment(new Adjustment(Adjustment.Course.END, "dull"))
                        .build())
                .hasMessageContaining("\"dull\" rests on no evidence");
        assertThatThrownBy(() -> new EvaluationState.Incomplete(EvaluationLevel.USE, List.of(EvaluationLevel.LEARNING)))
                .hasMessageContaining("Expected ascending levels that begin with the missing one");
    }

    @Test
    void theMovementOfAGroupIsCountedAndThatOfAFewIsNotShown() {
        List<SkillEvidence> five =
                List.of(skill(1, 2, 3), skill(2, 2, 2), skill(3, 3, 2), skill(4, 1, 4), skill(5, 1, 2));
        assertThat(SkillMovement.of(five, 5).value()).contains(new SkillMovement(3, 1, 1));
        assertThat(SkillMovement.of(five, 5).value().orElseThrow().people()).isEqualTo(5);
        assertThat(SkillMovement.of(five.subList(0, 4), 5)).hasToString("suppressed (fewer than 5 people)");
        assertThat(SkillMovement.of(List.of(), 5).isReported()).isFalse();
        assertThatThrownBy(() -> SkillMovement.of(five, 1)).hasMessageContaining("fewest is 1");
        assertThatThrownBy(() -> SkillMovement.of(List.of(skill(1, 1, 2), skill(1, 2, 3)), 2))
                .hasMessageContaining("twice");
    }

    @Test
    void theSkillOfAPersonServesGrowthAndNeverAnEvaluation() {
        SkillEvidence evidence = skill(1, 2, 3);
        assertThat(evidence.allows(AdultPurpose.GROWTH)).isTrue();
        assertThat(evidence.allows(AdultPurpose.EVALUATION)).isFalse();
        assertThatThrownBy(() -> skill(1, 0, 3)).hasMessageContaining("before is 0. Expected 1 to 4");
        assertThatThrownBy(() -> skill(1, 2, 5)).hasMessageContaining("after is 5. Expected 1 to 4");
    }

    private static SkillEvidence skill(int person, int before, int after) {
        return SkillEvidence.builder()
                .id(EntryId.of("skill/" + person + "/" + before))
                .person(PersonId.of("p-" + person))
                .skill("fractions")
                .levels(4)
                .before(before)
                .beforeOn(DAY.minusDays(90))
                .after(after)
                .afterOn(DAY)
                .build();
    }

    private static LevelPlan level(int number) {
        return new LevelPlan(EvaluationLevel.of(number), "aim " + number, "measure " + number);
    }

    private static LearningEvaluationPlan plan(int... levels) {
        LearningEvaluationPlan.Builder builder =
                LearningEvaluationPlan.builder().id(EntryId.of("plan/1")).learning(LEARNING);
        Arrays.stream(levels).forEach(number -> builder.addLevels(level(number)));
        return builder.build();
    }

    private static LearningEvaluation evaluation(int... levels) {
        LearningEvaluation.Builder builder = LearningEvaluation.builder()
                .id(EntryId.of("evaluation/1"))
                .learning(LEARNING)
                .on(DAY);
        for (int number : levels) {
            builder.addEvidence(new LevelEvidence(
                    EvaluationLevel.of(number), List.of(EntryId.of("seen/" + number)), "seen at " + number));
        }
        return builder.build();
    }
}
