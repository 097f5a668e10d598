package org.iltlib.choice.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.committee.CommitteeRules;

/** Laws of the budget rules, on small random instances. */
class BudgetProperties {
    private static final int PROJECTS = 6;

    @Provide
    Arbitrary<BudgetProfile> instances() {
        Arbitrary<List<Integer>> costs =
                Arbitraries.integers().between(1, 20).list().ofSize(PROJECTS);
        Arbitrary<List<Map<Integer, Long>>> ballots = Arbitraries.maps(
                        Arbitraries.integers().between(0, PROJECTS - 1),
                        Arbitraries.longs().between(1, 5))
                .ofMinSize(1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
        return Combinators.combine(costs, ballots, Arbitraries.integers().between(5, 60))
                .as(BudgetProperties::instance);
    }

    private static BudgetProfile instance(List<Integer> costs, List<Map<Integer, Long>> ballots, int budget) {
        BudgetProfile.Builder builder = BudgetProfile.builder(Rational.of(budget));
        for (int p = 0; p < costs.size(); p++) {
            builder.project("p" + p, Rational.of(costs.get(p)));
        }
        ballots.forEach(ballot -> builder.add(1, ballot));
        return builder.build();
    }

    @Property
    void noRuleSpendsMoreThanThereIs(@ForAll("instances") BudgetProfile profile) {
        for (BudgetRule rule : BudgetRules.all()) {
            BudgetCount count = rule.count(profile);
            assertThat(count.cost()).as(rule.ruleName()).isLessThanOrEqualTo(profile.budget());
            assertThat(count.cost()).isEqualTo(profile.cost(count.chosen()));
        }
    }

    /** All 64 sets. */
    @Property
    void mostPointsAreTheMostOfAllSetsThatTheBudgetPays(@ForAll("instances") BudgetProfile profile) {
        long most = 0;
        for (int set = 0; set < 1 << PROJECTS; set++) {
            int chosen = set;
            List<Integer> projects = IntStream.range(0, PROJECTS)
                    .filter(p -> (chosen >> p & 1) == 1)
                    .boxed()
                    .toList();
            if (profile.cost(projects).compareTo(profile.budget()) <= 0) {
                most = Math.max(most, points(profile, projects));
            }
        }
        assertThat(points(profile, BudgetRules.MOST_POINTS.count(profile).chosen()))
                .isEqualTo(most);
    }

    private static long points(BudgetProfile profile, List<Integer> projects) {
        return projects.stream().mapToLong(profile::score).sum();
    }

    /** With equal costs and a budget for three, Phragmén's budget is Phragmén's committee. */
    @Property
    void withEqualCostsPhragmenIsTheCommitteeRule(@ForAll("instances") BudgetProfile other) {
        BudgetProfile.Builder budget = BudgetProfile.builder(Rational.of(30));
        ApprovalProfile.Builder committee = ApprovalProfile.builder(other.projects());
        other.projects().forEach(name -> budget.project(name, Rational.of(10)));
        for (int b = 0; b < other.distinct(); b++) {
            List<Integer> approved = List.copyOf(other.points(b).keySet());
            budget.approve(other.weight(b), approved);
            committee.add(other.weight(b), approved);
        }
        List<Integer> chosen = BudgetRules.PHRAGMEN.count(budget.build()).chosen();
        assertThat(CommitteeRules.PHRAGMEN.count(committee.build(), 3).committees())
                .anyMatch(members -> members.containsAll(chosen));
    }

    @Property
    void aThresholdOfZeroIsGreedyAndAHighOneBuysNothing(@ForAll("instances") BudgetProfile profile) {
        assertThat(BudgetRules.greedyAbove(0).count(profile).chosen())
                .isEqualTo(BudgetRules.GREEDY.count(profile).chosen());
        assertThat(BudgetRules.greedyAbove(1_000).count(profile).chosen()).isEmpty();
        assertThat(BudgetRules.greedyAbove(4).count(profile).chosen()).allMatch(p -> profile.score(p) >= 4);
    }

    /** By hand: A costs 60 for 3 voters, who have 60 when all have 20; B costs 25 for 1, who has it at 25; C at 20 + 40/3. */
    @Example
    void phragmenBuysWhenSupportersCanPay() {
        BudgetProfile profile = BudgetProfile.builder(Rational.of(100))
                .project("A", Rational.of(60))
                .project("B", Rational.of(25))
                .project("C", Rational.of(40))
                .approve(3, List.of(0, 2))
                .approve(1, List.of(1))
                .build();
        BudgetCount count = BudgetRules.PHRAGMEN.count(profile);
        assertThat(count.chosen()).containsExactly(2, 1);
        assertThat(count.why().toString()).contains("when everybody has earned 40/3", "has earned 25");
        assertThat(BudgetRules.greedyAbove(2).ruleName()).isEqualTo("greedy-above-2");
        assertThatThrownBy(() -> BudgetRules.greedyAbove(-1)).hasMessageContaining("points is -1");
    }
}
