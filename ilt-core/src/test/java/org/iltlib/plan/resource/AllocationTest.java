package org.iltlib.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.OrgUnitId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Cost;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Need;
import org.iltlib.finding.NeedKind;
import org.iltlib.plan.Goal;
import org.iltlib.plan.Strategy;
import org.iltlib.plan.TheoryOfAction;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static EntryId id(String text) {
        return EntryId.of(text);
    }

    static Cost usd(String amount) {
        return new Cost(new BigDecimal(amount), "USD", "books");
    }

    private static Strategy strategy(String id, String goal) {
        return Strategy.builder()
                .id(id(id))
                .goal(id(goal))
                .what("Do " + id)
                .studentMeasure("score")
                .adultMeasure("walks")
                .theory(TheoryOfAction.of(
                        new TheoryOfAction.Link("we model", "a"), new TheoryOfAction.Link("they learn", "b")))
                .build();
    }

    private static Goal goal(String id, String need) {
        return Goal.builder().id(id(id)).addNeeds(id(need)).aim("Aim").build();
    }

    private static AllocationTrace trace() {
        Need need = Need.builder()
                .id(id("n1"))
                .whose(NeedKind.STUDENT)
                .statement("x")
                .addFindings(id("f"))
                .severity(1)
                .reach(1)
                .build();
        return AllocationTrace.over(
                List.of(need),
                List.of(goal("g1", "n1"), goal("g2", "n9")),
                List.of(strategy("s1", "g1"), strategy("s2", "g2"), strategy("s3", "g9")));
    }

    private static Allocation line(int i, String strategy, String amount) {
        Allocation.Builder builder = Allocation.builder();
        builder.id(id("line-" + i)).resource(id("title-1")).cost(usd(amount));
        return strategy.isEmpty()
                ? builder.build()
                : builder.strategy(id(strategy)).build();
    }

    /** The second scenario: 17 of 312 lines have no need behind them. */
    @Test
    void ofThreeHundredAndTwelveLinesTwoHundredAndNinetyFiveStand() {
        List<String> astray = List.of("", "s2", "s3", "s9");
        List<Allocation> lines = new ArrayList<>();
        for (int i = 0; i < 312; i++) {
            lines.add(line(i, i % 18 == 0 && i < 17 * 18 ? astray.get(i / 18 % 4) : "s1", "100.25"));
        }
        AllocationTrace.Report report = trace().of(lines);
        assertThat(report.stand()).hasSize(295);
        assertThat(report.refused()).hasSize(17);
        assertThat(report.explanation().claim())
                .isEqualTo("295 of 312 allocations stand; 17 lead to no documented need.");
        assertThat(report.refused().stream().limit(4).map(AllocationTrace.Refused::reason))
                .containsExactly(
                        "it names no strategy",
                        "no need of its goal g2 is documented",
                        "the goal g9 of its strategy is not in the plan",
                        "its strategy s9 is not in the plan");
    }

    @Test
    void anAllocationThatLeadsNowhereIsRefusedWithTheBreak() {
        Allocation good = line(1, "s1", "10");
        assertThat(trace().require(good)).isSameAs(good);
        assertThatThrownBy(() -> trace().require(line(2, "", "800")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Allocation line-2 of 800 USD leads to no documented need: it names no strategy."
                        + " Maybe name the strategy for which it is.");
    }

    private static Resource resource(String id, String available) {
        return Resource.builder()
                .id(id(id))
                .type(ResourceType.MONEY)
                .name(id)
                .available(new BigDecimal(available))
                .unit("USD")
                .build();
    }

    @Test
    void aResourceIsOverCommittedByACentAndIdleBelowTheWantedShare() {
        List<Resource> one = List.of(resource("title-1", "100.10"));
        Fraction half = Fraction.HALF;
        assertThat(ResourceLoad.of(one, List.of(line(1, "s1", "100.10"))).get(0).state(half))
                .isEqualTo(ResourceLoad.State.IN_USE);
        ResourceLoad over = ResourceLoad.of(one, List.of(line(1, "s1", "100.10"), line(2, "s1", "0.01")))
                .get(0);
        assertThat(over.state(half)).isEqualTo(ResourceLoad.State.OVER_COMMITTED);
        assertThat(over.left()).isEqualByComparingTo("-0.01");
        assertThat(ResourceLoad.of(one, List.of(line(1, "s1", "50.05"))).get(0).state(half))
                .isEqualTo(ResourceLoad.State.IN_USE);
        assertThat(ResourceLoad.of(one, List.of(line(1, "s1", "50.04"))).get(0).state(half))
                .isEqualTo(ResourceLoad.State.IDLE);
        ResourceLoad untouched = ResourceLoad.of(one, List.of()).get(0);
        assertThat(untouched.state(Fraction.of(0, 1))).isEqualTo(ResourceLoad.State.IDLE);
        assertThat(untouched.explanation()).hasToString("0 of 100.10 USD of title-1 are set aside.");
        assertThat(ResourceLoad.of(List.of(resource("title-1", "0")), List.of())
                        .get(0)
                        .state(half))
                .isEqualTo(ResourceLoad.State.IN_USE);
    }

    @Test
    void anAllocationOfAnUnknownResourceOrInAnotherUnitIsRefused() {
        assertThatThrownBy(() -> ResourceLoad.of(List.of(resource("title-2", "1")), List.of(line(1, "s1", "1"))))
                .hasMessageContaining("resource \"title-1\", which is not among them");
        assertThatThrownBy(() -> ResourceLoad.of(
                        List.of(Resource.builder()
                                .id(id("title-1"))
                                .type(ResourceType.TIME)
                                .name("hours")
                                .available(BigDecimal.TEN)
                                .unit("hours")
                                .build()),
                        List.of(line(1, "s1", "1"))))
                .hasMessageContaining("is in USD, its resource in hours");
    }

    /** 0.18 × 84 ÷ 52 = 0.290769…, by hand. */
    @Test
    void eighteenHundredthsForEightyFourStudentsAtFiftyTwoThousandIsAReturnOf02908() {
        Estimate effect = Estimate.builder()
                .value(0.18)
                .lower(0.04)
                .upper(0.32)
                .level(0.95)
                .standardError(0.07)
                .n(84)
                .unit("SD")
                .method("Hedges g")
                .build();
        AcademicReturn gain = AcademicReturn.of(effect, 84, usd("52000"));
        assertThat(gain.perThousand().value()).isCloseTo(0.2908, within(0.00005));
        assertThat(gain.perThousand().lower()).isCloseTo(0.04 * 84 / 52, within(1e-12));
        assertThat(gain.perThousand().standardError().orElseThrow()).isCloseTo(0.07 * 84 / 52, within(1e-12));
        assertThat(gain.perThousand().unit()).isEqualTo("SD × students per 1000 USD");
        assertThat(gain.costPerStudent()).isEqualByComparingTo("619.05");
        assertThat(gain.explanation().toString()).contains("A student cost 619.05 USD.");
        assertThatThrownBy(() -> AcademicReturn.of(effect, 84, usd("0"))).hasMessageContaining("Expected above zero");
        assertThatThrownBy(() -> AcademicReturn.of(effect, 0, usd("1"))).hasMessageContaining("students");
    }

    private static FundedSchool school(String unit, String amount, long students, Map<String, Long> needs) {
        return FundedSchool.builder()
                .unit(OrgUnitId.of(unit))
                .amount(new BigDecimal(amount))
                .students(students)
                .putAllWithNeed(needs)
                .build();
    }

    /** By hand: both get 1000 a head; north counts 100 + 50 × 1/2 = 125, south 100; overall 200000 / 225 = 8000/9. */
    @Test
    void alikeAmountsForUnlikeNeedAreNotAlike() {
        AllocationEquity equity = AllocationEquity.of(
                List.of(school("south", "100000", 100, Map.of()), school("north", "100000", 100, Map.of("el", 50L))),
                Map.of("el", Rational.of(1, 2)));
        assertThat(equity.overall()).isEqualTo(Rational.of(8000, 9));
        assertThat(equity.schools().get(0).unit()).isEqualTo(OrgUnitId.of("north"));
        assertThat(equity.schools().get(0).perWeightedStudent()).isEqualTo(Rational.of(800));
        assertThat(equity.schools().get(0).index()).isEqualTo(Rational.of(9, 10));
        assertThat(equity.listBelow(Rational.ONE))
                .extracting(AllocationEquity.School::unit)
                .containsExactly(OrgUnitId.of("north"));
        assertThat(equity.explanation().toString()).contains("north: 800.00, index 0.900.");
        assertThatThrownBy(() -> school("south", "1E+400", 100, Map.of())).hasMessageContaining("at most 30 digits");
        assertThatThrownBy(() -> school("south", "1E-400", 100, Map.of())).hasMessageContaining("at most 30 digits");
    }

    @Test
    void anUnweightedNeedAndMoreStudentsWithANeedThanStudentsAreRefused() {
        assertThatThrownBy(() -> AllocationEquity.of(
                        List.of(school("north", "1.50", 2, Map.of("el", 1L))), Map.of("poverty", Rational.ONE)))
                .hasMessageContaining("Need \"el\" of north has no weight. Expected one of [poverty]");
        assertThatThrownBy(() -> school("north", "1", 2, Map.of("el", 3L))).hasMessageContaining("no more than all");
        assertThatThrownBy(() -> AllocationEquity.of(List.of(school("north", "0", 2, Map.of())), Map.of()))
                .hasMessageContaining("All amounts are zero");
    }
}
