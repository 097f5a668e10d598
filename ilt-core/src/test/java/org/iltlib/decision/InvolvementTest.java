package org.iltlib.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.Involvement.Way.AFTER_HEARING_ALL;
import static org.iltlib.decision.Involvement.Way.AFTER_HEARING_EACH;
import static org.iltlib.decision.Involvement.Way.ALONE;
import static org.iltlib.decision.Involvement.Way.ALONE_AFTER_ASKING;
import static org.iltlib.decision.Involvement.Way.TOGETHER;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

/** Expected values: the seven rules of Vroom and Yetton (1973), worked by hand. */
class InvolvementTest {
    private static Situation situation(String answers) {
        return Situation.builder()
                .quality(answers.contains("Q"))
                .informed(answers.contains("L"))
                .structured(answers.contains("S"))
                .acceptanceNeeded(answers.contains("A"))
                .acceptedFromLeader(answers.contains("C"))
                .goalsShared(answers.contains("G"))
                .conflictLikely(answers.contains("F"))
                .build();
    }

    private static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        String letters = "QLSACGF";
        for (int set = 0; set < 128; set++) {
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 7; i++) {
                answers.append((set >> i & 1) == 1 ? letters.charAt(i) : '-');
            }
            all.add(situation(answers.toString()));
        }
        return all;
    }

    @Test
    void everySituationLeavesSomeWay() {
        assertThat(all()).hasSize(128).allSatisfy(situation -> {
            Involvement involvement = situation.involvement();
            assertThat(involvement.feasible()).isNotEmpty().isSorted();
            assertThat(involvement.feasible().size() + involvement.removed().size())
                    .isEqualTo(5);
            assertThat(involvement.quickest().compareTo(involvement.mostInclusive()))
                    .isNotPositive();
        });
    }

    @Test
    void eachRuleTakesItsWaysAway() {
        assertThat(situation("").involvement().feasible())
                .containsExactly(ALONE, ALONE_AFTER_ASKING, AFTER_HEARING_EACH, AFTER_HEARING_ALL, TOGETHER);
        assertThat(situation("QSG").involvement().feasible())
                .containsExactly(ALONE_AFTER_ASKING, AFTER_HEARING_EACH, AFTER_HEARING_ALL, TOGETHER);
        assertThat(situation("QLS").involvement().feasible())
                .containsExactly(ALONE, ALONE_AFTER_ASKING, AFTER_HEARING_EACH, AFTER_HEARING_ALL);
        assertThat(situation("QG").involvement().feasible()).containsExactly(AFTER_HEARING_ALL, TOGETHER);
        assertThat(situation("QLSA").involvement().feasible()).containsExactly(AFTER_HEARING_EACH, AFTER_HEARING_ALL);
        assertThat(situation("QLSAF").involvement().feasible()).containsExactly(AFTER_HEARING_ALL);
        assertThat(situation("A").involvement().feasible()).containsExactly(TOGETHER);
        assertThat(situation("QLSAG").involvement().feasible()).containsExactly(TOGETHER);
        assertThat(situation("QLSACGF").involvement().feasible()).hasSize(5);
    }

    /** The choice that the documentation calls without effect. */
    @Test
    void theSeventhRuleTakesNothingMoreAwayWhereQualityDoesNotCount() {
        assertThat(all())
                .filteredOn(situation -> !situation.quality())
                .allSatisfy(situation ->
                        assertThat(situation.involvement().removed().values()).doesNotContain(7));
    }

    @Test
    void theRuleThatTookAWayAwayIsNamed() {
        Involvement involvement = situation("QG").involvement();
        assertThat(involvement.removed())
                .containsEntry(ALONE, 1)
                .containsEntry(ALONE_AFTER_ASKING, 3)
                .containsEntry(AFTER_HEARING_EACH, 3);
        assertThat(involvement.why().toString())
                .contains("Left: the leader decides after hearing the team; the team decides together.")
                .contains("by rule 1: quality counts and the leader does not know enough");
    }

    @Test
    void aWayAgainstTheRulesNeedsAReason() {
        InvolvementChoice.Builder builder = InvolvementChoice.builder()
                .id(EntryId.of("involvement/1"))
                .proposal(EntryId.of("proposal/1"))
                .situation(situation("A"))
                .way(ALONE);
        assertThatThrownBy(builder::build)
                .hasMessageContaining("the leader decides alone")
                .hasMessageContaining("or a reason");
        InvolvementChoice choice =
                builder.reason("The roof leaks; no time to meet.").build();
        assertThat(choice.basedOn()).containsExactly(EntryId.of("proposal/1"));
        assertThat(InvolvementChoice.FORM.read(
                        CanonicalJson.read(CanonicalJson.write(InvolvementChoice.FORM.write(choice)))))
                .isEqualTo(choice)
                .isEqualTo(choice.toBuilder().build());
        assertThat(choice.kind().name()).isEqualTo("involvement-choice");
    }

    @Test
    void aChartHasExactlyOneDecider() {
        PersonId a = PersonId.of("p-1");
        PersonId b = PersonId.of("p-2");
        for (RoleChart.Scheme scheme : RoleChart.Scheme.values()) {
            RoleChart chart = RoleChart.of(scheme).with(scheme.driver(), b);
            if (scheme == RoleChart.Scheme.RAPID) {
                chart = chart.with("perform", b);
            }
            assertThat(chart.findings())
                    .containsExactly("0 have the role \"" + scheme.decider() + "\". Expected exactly one.");
            assertThat(chart.with(scheme.decider(), a).findings()).isEmpty();
            assertThat(chart.with(scheme.decider(), a, b).findings()).hasSize(1);
            assertThat(chart.with(scheme.decider(), a).canStop(a)).isTrue();
            assertThat(RoleChart.FORM.read(CanonicalJson.read(CanonicalJson.write(RoleChart.FORM.write(chart)))))
                    .isEqualTo(chart);
        }
    }

    @Test
    void aDriverIsNotOnlyInformed() {
        PersonId a = PersonId.of("p-1");
        PersonId b = PersonId.of("p-2");
        RoleChart chart = RoleChart.of(RoleChart.Scheme.DACI)
                .with("approver", a)
                .with("driver", b)
                .with("informed", b);
        assertThat(chart.findings()).singleElement().asString().contains("p-2 has the role \"driver\"");
        RoleChart rapid = RoleChart.of(RoleChart.Scheme.RAPID).with("agree", b);
        assertThat(rapid.canStop(b)).isTrue();
        assertThat(rapid.findings()).hasSize(3).anyMatch(finding -> finding.contains("perform"));
        assertThatThrownBy(() -> rapid.with("driver", a)).hasMessageContaining("role is \"driver\"");
    }
}
