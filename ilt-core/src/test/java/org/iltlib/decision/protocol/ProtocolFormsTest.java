package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.votes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Rational;
import org.iltlib.choice.budget.BudgetRules;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRules;
import org.iltlib.decision.Option;
import org.iltlib.decision.options.BudgetChoice;
import org.iltlib.decision.options.CommitteeChoice;
import org.iltlib.decision.options.CriteriaChoice;
import org.iltlib.decision.options.Criterion;
import org.iltlib.decision.options.DefaultOptionChoice;
import org.iltlib.decision.options.DotVoting;
import org.iltlib.decision.options.RankedChoice;
import org.iltlib.decision.options.ScoredChoice;
import org.iltlib.decision.options.SeatChoice;
import org.iltlib.decision.options.SeatRule;
import org.iltlib.decision.options.TieMeasure;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FamilyForm;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.form.Shape;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolFormsTest {
    private static final List<Option> OPTIONS = List.of(Option.of("a", "A"), Option.of("b", "B"), Option.of("c", "C"));

    static Stream<DecisionProtocol> protocols() {
        return Stream.concat(
                Protocols.all().stream(),
                Stream.of(
                        Majority.of(Threshold.of(Minimum.atLeast(Fraction.percent(65)), Threshold.Base.SEATS)),
                        new Advice(person(1), Set.of(person(2), person(0))),
                        new GradientsOfAgreement(GradientScale.KANER_CURRENT, 3, Minimum.TWO_THIRDS),
                        new GradientsOfAgreement(
                                GradientScale.builder()
                                        .name("three")
                                        .addLabels("for", "neither", "against")
                                        .abstention(2)
                                        .abstentionsCount(true)
                                        .build(),
                                1,
                                Minimum.MAJORITY),
                        new Consensus(AtMost.of(Fraction.of(1, 4)), BlockRule.withRemedy(), java.util.Optional.of(2)),
                        new Consensus(0).withBlocks(BlockRule.confirmed()),
                        new Consensus(0).withBlocks(BlockRule.several()),
                        new ConcurrentMajorities(
                                List.of(
                                        new ConcurrentMajorities.Part(StakeholderGroup.PARENT, Threshold.MAJORITY),
                                        new ConcurrentMajorities.Part(StakeholderGroup.TEACHER, Threshold.TWO_THIRDS)),
                                ConcurrentMajorities.WhenEmpty.WAIVED),
                        new TwoSided(java.util.Optional.of(StakeholderGroup.PARENT), Minimum.MAJORITY, Fraction.HALF),
                        Delegated.builder().decider(Office.PRINCIPAL).build(),
                        Delegated.builder()
                                .decider(Office.FACILITATOR)
                                .addScope("materials")
                                .putLimits("USD", new BigDecimal("500.5"))
                                .until(LocalDate.of(2027, 6, 30))
                                .recalledOn(LocalDate.of(2027, 5, 1))
                                .addConsulted(person(1))
                                .beyond(Delegated.Beyond.INVALID)
                                .build(),
                        new RankedChoice(List.of("a", "b"), SingleWinnerRules.KEMENY, List.of(TieMeasure.HEAD_TO_HEAD)),
                        ScoredChoice.of(OPTIONS, GradeRules.STAR, 5),
                        CommitteeChoice.of(OPTIONS, CommitteeRules.PAV, 2),
                        SeatChoice.of(OPTIONS, SeatRule.WARREN, 2),
                        new BudgetChoice(
                                java.util.Map.of("a", new BigDecimal("2.50"), "b", new BigDecimal("3")),
                                new BigDecimal("100"),
                                BudgetRules.PHRAGMEN),
                        CriteriaChoice.builder()
                                .addOptions("a", "b")
                                .addCriteria(Criterion.cost("effort", Rational.of(2, 3)))
                                .build(),
                        DefaultOptionChoice.builder()
                                .addOptions("a", "b")
                                .defaultOption("b")
                                .quorum(2)
                                .putRatios("a", Rational.of(3))
                                .build(),
                        DotVoting.of(OPTIONS, 3, 2).withMostOnOne(2)));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aProtocolReadsBackEqualAndDecidesTheSame(DecisionProtocol protocol) {
        String written = CanonicalJson.write(Protocols.form().write(protocol));
        DecisionProtocol read = Protocols.form().read(CanonicalJson.read(written));
        assertThat(read).isEqualTo(protocol).hasSameHashCodeAs(protocol);
        assertThat(read.name()).isEqualTo(protocol.name());
        assertThat(CanonicalJson.write(Protocols.form().write(read))).isEqualTo(written);
        assertThat(read.decide(votes(2, 1, 0), roll(3), CONTEXT))
                .isEqualTo(protocol.decide(votes(2, 1, 0), roll(3), CONTEXT));
    }

    /** The tag is the type: no member of the family may be forgotten here. */
    @Test
    void everyMemberOfTheFamilyIsTriedHere() {
        Shape.Family family = (Shape.Family) Protocols.form().shape();
        assertThat(protocols().map(ProtocolFormsTest::tag).distinct())
                .containsExactlyInAnyOrderElementsOf(family.members().keySet());
    }

    private static String tag(DecisionProtocol protocol) {
        return Form.<String, String>of("protocol", Forms.TEXT, text -> text, text -> text)
                .read(Protocols.form().write(protocol));
    }

    @Test
    void standardProtocolsHaveDifferentNamesAndAreFoundByThem() {
        assertThat(Protocols.all()).extracting(DecisionProtocol::name).doesNotHaveDuplicates();
        for (DecisionProtocol protocol : Protocols.all()) {
            assertThat(Protocols.findByName(protocol.name())).containsSame(protocol);
        }
        assertThat(Protocols.findByName("show of hats")).isEmpty();
    }

    /** A protocol that the library does not know. */
    record CoinOnTheTable(int coins) implements DecisionProtocol {
        static final Form<CoinOnTheTable> FORM =
                Form.of("coins", Forms.INTEGER, CoinOnTheTable::coins, CoinOnTheTable::new);

        @Override
        public String name() {
            return "coins";
        }

        @Override
        public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
            return Protocols.MAJORITY.decide(ballots, roll, context);
        }
    }

    @Test
    void aProtocolOfOnesOwnIsRefusedByNameUnlessTheFamilyIsMadeLonger() {
        CoinOnTheTable own = new CoinOnTheTable(3);
        assertThatThrownBy(() -> Protocols.form().write(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No form for CoinOnTheTable")
                .hasMessageContaining("when(");
        FamilyForm<DecisionProtocol> longer = Protocols.form().when("coins", CoinOnTheTable.class, CoinOnTheTable.FORM);
        assertThat(longer.read(longer.write(own))).isEqualTo(own);
        assertThat(longer.read(Protocols.form().write(Protocols.CONSENT))).isEqualTo(Protocols.CONSENT);
        assertThatThrownBy(() -> Protocols.form().read(longer.write(own)))
                .hasMessageContaining("protocol")
                .hasMessageContaining("expected one of [advice");
    }

    @Test
    void aScaleIsCheckedByItsLevels() {
        assertThatThrownBy(
                        () -> GradientScale.builder().name("x").addLabels("a").build())
                .hasMessageContaining("Expected at least 2");
        assertThatThrownBy(() -> GradientScale.builder()
                        .name("x")
                        .addLabels("a", "b", "c")
                        .veto(2)
                        .build())
                .hasMessageContaining("Expected the last level, 3");
        for (int level : new int[] {1, 3, 4}) {
            assertThatThrownBy(() -> GradientScale.builder()
                            .name("x")
                            .addLabels("a", "b", "c")
                            .veto(3)
                            .abstention(level)
                            .build())
                    .hasMessageContaining("abstention is " + level);
        }
    }
}
