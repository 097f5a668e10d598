package org.iltlib.choice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.single.SingleWinnerRules;
import org.junit.jupiter.api.Test;

/** Expected values by hand. */
class RuleAgreementTest {
    private static final List<String> NAMES = List.of("Memphis", "Nashville", "Chattanooga", "Knoxville");

    /** The textbook example of four towns: 42, 26, 15 and 17 of 100 voters, each by distance. */
    private static Profile towns() {
        return Profile.builder(NAMES)
                .add(Ranking.of(0, 1, 2, 3), 42)
                .add(Ranking.of(1, 2, 3, 0), 26)
                .add(Ranking.of(2, 3, 1, 0), 15)
                .add(Ranking.of(3, 2, 1, 0), 17)
                .build();
    }

    @Test
    void rulesAreGroupedByTheirWinners() {
        RuleAgreement agreement = RuleAgreement.of(
                towns(),
                List.of(
                        SingleWinnerRules.PLURALITY,
                        SingleWinnerRules.IRV,
                        SingleWinnerRules.BORDA,
                        SingleWinnerRules.SCHULZE_MARGINS));
        assertThat(agreement.isUnanimous()).isFalse();
        assertThat(agreement.camps())
                .extracting(RuleAgreement.Camp::rules)
                .containsExactly(List.of("borda", "schulze-margins"), List.of("plurality"), List.of("irv"));
        assertThat(agreement.camps().get(1).winners()).containsExactly("Memphis");
        assertThat(agreement.camps().get(1).why()).contains("First places: Memphis 42");
        assertThat(agreement.why().toString())
                .contains("4 rules have 3 different answers", "Nashville beats every other in pairs");
    }

    @Test
    void whereAllAgreeTheRuleDidNotDecide() {
        RuleAgreement agreement = RuleAgreement.of(Profile.builder(List.of("a", "b"))
                .add(Ranking.of(0, 1), 3)
                .add(Ranking.of(1, 0), 2)
                .build());
        assertThat(agreement.isUnanimous()).isTrue();
        assertThat(agreement.counts()).hasSize(SingleWinnerRules.all().size());
        assertThat(agreement.why().claim()).contains("agree");
    }

    @Test
    void aRuleThatCannotCountIsNamedWithItsReason() {
        RuleAgreement agreement = RuleAgreement.of(Profile.builder(List.of("a", "b", "c"))
                .add(Ranking.of(0), 1)
                .add(Ranking.of(1), 1)
                .add(Ranking.of(2), 1)
                .build());
        assertThat(agreement.refused()).containsOnlyKeys("borda-complete");
        assertThat(agreement.why().toString())
                .contains("Nobody beats every other in pairs", "borda-complete did not count");
    }

    @Test
    void roundsBecomeTidyRows() {
        Profile profile = Profile.builder(List.of("a, first", "b \"quoted\""))
                .add(Ranking.of(0), 3)
                .add(Ranking.of(1, 0), 2)
                .build();
        RoundTable table = RoundTable.of(SingleWinnerRules.IRV.count(profile));
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().get(2)).isEqualTo(new RoundTable.Row(1, RoundTable.NOBODY, Rational.ZERO));
        assertThat(table.toCsv())
                .isEqualTo("rule,round,holder,tally\nirv,1,\"a, first\",3\nirv,1,\"b \"\"quoted\"\"\",2\n"
                        + "irv,1,(nobody),0\n");
        assertThat(RoundTable.of(SingleWinnerRules.IRV.count(towns())).rows()).hasSize(15);
    }
}
