package org.iltlib.plan.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.junit.jupiter.api.Test;

class GoalCascadeTest {
    private static final OrgUnitId DISTRICT = OrgUnitId.of("riverbend");
    private static final EntryId ALGEBRA = EntryId.of("goal/algebra");
    private static final EntryId OURS = EntryId.of("goal/ours");

    private static OrgUnitId school(int number) {
        return OrgUnitId.of(String.format(Locale.ROOT, "school-%02d", number));
    }

    /** The second scenario: of 23 schools 3 have the goal and no action, 5 have actions and no goal. */
    @Test
    void ofTwentyThreeSchoolsThreeHaveAGoalWithoutActionAndFiveActionsWithoutAGoal() {
        GoalCascade cascade = GoalCascade.from(DISTRICT, ALGEBRA);
        List<OrgUnitId> schools = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            schools.add(school(i));
            if (i > 5) {
                cascade = cascade.withGoal(school(i), OURS, DISTRICT, ALGEBRA);
            }
            if (i <= 20) {
                cascade = cascade.withAction(school(i), EntryId.of("action/" + i));
            }
        }
        GoalCascade.Report report = cascade.of(schools);
        assertThat(report.goalWithoutAction()).containsExactly(school(21), school(22), school(23));
        assertThat(report.actionWithoutGoal()).containsExactly(school(1), school(2), school(3), school(4), school(5));
        assertThat(report.carried()).hasSize(15);
        assertThat(report.untouched()).isEmpty();
        assertThat(report.explanation().toString())
                .contains("15 of 23 units carry the goal.", "A goal and no action: [school-21, school-22, school-23].");
    }

    @Test
    void aGoalGoesDownOverTwoLinksToTheTeam() {
        OrgUnitId team = OrgUnitId.of("grade-8-team");
        GoalCascade cascade = GoalCascade.from(DISTRICT, ALGEBRA)
                .withGoal(team, OURS, school(1), OURS)
                .withAction(team, EntryId.of("a"));
        assertThat(cascade.listBroken()).containsExactly(new GoalCascade.Placed(team, OURS));
        assertThat(cascade.depth()).isZero();
        assertThat(cascade.of(List.of(team)).actionWithoutGoal()).containsExactly(team);
        GoalCascade whole = cascade.withGoal(school(1), OURS, DISTRICT, ALGEBRA);
        assertThat(whole.listBroken()).isEmpty();
        assertThat(whole.depth()).isEqualTo(2);
        assertThat(whole.of(List.of(team, school(1), school(2))).states())
                .containsEntry(team, GoalCascade.State.CARRIED)
                .containsEntry(school(1), GoalCascade.State.GOAL_WITHOUT_ACTION)
                .containsEntry(school(2), GoalCascade.State.UNTOUCHED);
        assertThat(whole.listActions(team)).hasSize(1);
    }

    @Test
    void goalsThatServeOneAnotherInACircleReachNothing() {
        GoalCascade circle = GoalCascade.from(DISTRICT, ALGEBRA)
                .withGoal(school(1), OURS, school(2), OURS)
                .withGoal(school(2), OURS, school(1), OURS);
        assertThat(circle.listBroken()).hasSize(2);
        assertThat(circle.of(List.of(school(1))).untouched()).containsExactly(school(1));
    }

    @Test
    void aGoalServesOneAboveAndTheFirstServesNone() {
        GoalCascade cascade = GoalCascade.from(DISTRICT, ALGEBRA).withGoal(school(1), OURS, DISTRICT, ALGEBRA);
        assertThatThrownBy(() -> cascade.withGoal(school(1), OURS, school(2), OURS))
                .hasMessageContaining("Goal goal/ours of school-01 serves goal/algebra of riverbend already");
        assertThatThrownBy(() -> cascade.withGoal(DISTRICT, ALGEBRA, school(1), OURS))
                .hasMessageContaining("serves no other");
    }

    @Test
    void theUnitOfTheFirstGoalHasAGoal() {
        OrgUnitId top = OrgUnitId.of("top");
        GoalCascade cascade = GoalCascade.from(top, EntryId.of("g")).withAction(top, EntryId.of("a"));
        assertThat(cascade.of(List.of(top)).carried()).containsExactly(top);
        assertThat(cascade.of(List.of(top)).actionWithoutGoal()).isEmpty();
    }
}
