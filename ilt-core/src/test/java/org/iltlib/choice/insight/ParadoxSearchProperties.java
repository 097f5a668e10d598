package org.iltlib.choice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Profile;
import org.iltlib.choice.single.Axiom;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/** Every witness is what it says, and a rule that keeps an axiom never has a witness against it. */
class ParadoxSearchProperties {
    private static final Map<Axiom, Paradox> AGAINST = Map.of(
            Axiom.CONDORCET,
            Paradox.CONDORCET_WINNER_LOST,
            Axiom.MONOTONICITY,
            Paradox.MONOTONICITY,
            Axiom.REVERSAL,
            Paradox.REVERSAL,
            Axiom.CLONES,
            Paradox.CLONES);

    @Property(tries = 40)
    void aWitnessIsARecountAway(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 7) int ballots) {
        Profile profile = SmallProfiles.strict(seed, n, ballots);
        for (SingleWinnerRule rule : SingleWinnerRules.all()) {
            ParadoxReport report =
                    ParadoxSearch.withDefaults().withMostRecounts(60).of(rule, profile);
            for (ParadoxWitness witness : report.witnesses()) {
                assertThat(rule.count(profile).winnerNames()).isEqualTo(witness.before());
                assertThat(rule.count(witness.profile()).winnerNames())
                        .as(witness.toString())
                        .isEqualTo(witness.after());
                assertThat(report.isExcluded(witness.paradox())).isFalse();
            }
            report.find(Paradox.NO_SHOW).ifPresent(witness -> {
                assertThat(witness.after()).hasSize(1).isNotEqualTo(witness.before());
                assertThat(witness.profile().totalWeight()).isLessThan(profile.totalWeight());
            });
            report.find(Paradox.MONOTONICITY).ifPresent(witness -> {
                assertThat(witness.after()).doesNotContainAnyElementsOf(List.of("none"));
                assertThat(witness.after()).isNotEqualTo(witness.before());
                assertThat(witness.profile().totalWeight()).isEqualTo(profile.totalWeight());
            });
            for (Map.Entry<Axiom, Paradox> kept : AGAINST.entrySet()) {
                if (rule.axioms().contains(kept.getKey())) {
                    assertThat(report.find(kept.getValue())).as(rule.ruleName()).isEmpty();
                }
            }
        }
    }
}
