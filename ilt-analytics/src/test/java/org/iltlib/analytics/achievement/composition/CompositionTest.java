package org.iltlib.analytics.achievement.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.merge.CrossMoments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Map<String, GroupTotal> BEFORE =
            Map.of("north", GroupTotal.of(100, 80), "south", GroupTotal.of(100, 40));
    private static final Map<String, GroupTotal> AFTER =
            Map.of("north", GroupTotal.of(50, 42), "south", GroupTotal.of(150, 66));

    @Test
    void everySchoolRoseAndTheDistrictFell() {
        // by hand: .60 -> .54; within .375*.04 + .625*.04 = .04; shift -.25*.82 + .25*.42 = -.10
        CompositionResult found = Composition.withDefaults().of(BEFORE, AFTER);
        assertThat(found.change()).isEqualTo(Rational.of(-3, 50));
        assertThat(found.within()).isEqualTo(Rational.of(1, 25));
        assertThat(found.composition()).isEqualTo(Rational.of(-1, 10));
        assertThat(found.interaction()).isEqualTo(Rational.ZERO);
        // a shrinking strong school and a growing weak one: -.25 (.82 - .57) and .25 (.42 - .57)
        assertThat(found.compositionByGroup())
                .containsEntry("north", Rational.of(-1, 16))
                .containsEntry("south", Rational.of(-3, 80));
        assertThat(found.withinByGroup()).containsEntry("north", Rational.of(3, 200));
        assertThat(found.reversal().orElseThrow().sentence())
                .startsWith("The whole fell although none of its 2 groups fell and at least one rose");
        assertThat(found.why().toString()).contains("a change of -0.06").contains("The whole fell");
    }

    @Test
    void threePartsSumToo() {
        // by hand: within .5*.04 + .5*.04 = .04; shift -.25*.8 + .25*.4 = -.1; interaction 0
        CompositionResult found =
                Composition.withDefaults().withForm(Composition.Form.THREE_PART).of(BEFORE, AFTER);
        assertThat(found.within()).isEqualTo(Rational.of(1, 25));
        assertThat(found.composition()).isEqualTo(Rational.of(-1, 10));
        assertThat(found.interaction()).isEqualTo(Rational.ZERO);
        // and with unequal changes: south +.10 -> interaction -.25*.04 + .25*.10 = .015
        CompositionResult other = Composition.withDefaults()
                .withForm(Composition.Form.THREE_PART)
                .of(BEFORE, Map.of("north", GroupTotal.of(50, 42), "south", GroupTotal.of(150, 75)));
        assertThat(other.interaction()).isEqualTo(Rational.of(3, 200));
    }

    @Test
    void aGroupThatCameOrWentOnlyShifts() {
        CompositionResult found = Composition.withDefaults()
                .of(
                        Map.of("old", GroupTotal.of(10, 5)),
                        Map.of("old", GroupTotal.of(10, 5), "new", GroupTotal.of(10, 0)));
        assertThat(found.within()).isEqualTo(Rational.ZERO);
        assertThat(found.composition()).isEqualTo(Rational.of(-1, 4));
        assertThat(found.reversal()).isEmpty();
        assertThatThrownBy(() -> Composition.withDefaults().of(BEFORE, Map.of()))
                .hasMessageContaining("0 after");
    }

    @Test
    void aReversalIsOneOnlyIfEveryGroupGoesTheOtherWay() {
        Rational up = Rational.of(1, 10);
        Rational down = up.negate();
        assertThat(SimpsonReversal.find(down, new TreeMap<>(Map.of("a", up, "b", down))))
                .isEmpty();
        assertThat(SimpsonReversal.find(up, new TreeMap<>(Map.of("a", up, "b", up))))
                .isEmpty();
        assertThat(SimpsonReversal.find(down, new TreeMap<>(Map.of("a", up)))).isEmpty();
        assertThat(SimpsonReversal.find(up, new TreeMap<>(Map.of("a", down, "b", down)))
                        .orElseThrow()
                        .sentence())
                .startsWith("The whole rose although none of its 2 groups rose");
        assertThat(SimpsonReversal.find(Rational.ZERO, new TreeMap<>(Map.of("a", up, "b", Rational.ZERO)))
                        .orElseThrow()
                        .sentence())
                .startsWith("The whole stood still");
        assertThatThrownBy(() -> new SimpsonReversal(up, new TreeMap<>(Map.of("a", up, "b", up))))
                .hasMessageContaining("does not go against");
    }

    @Test
    void totalsComeFromCounts() {
        assertThat(GroupTotal.atOrAbove(LevelCounts.of(3, 4, 5), 1)).isEqualTo(GroupTotal.of(12, 9));
        assertThat(GroupTotal.sum(CrossMoments.empty(1).with(5).with(-7), 0)).isEqualTo(GroupTotal.of(2, -2));
        assertThat(GroupTotal.of(12, 9).less(GroupTotal.of(2, 2))).isEqualTo(GroupTotal.of(10, 7));
        assertThatThrownBy(() -> GroupTotal.of(1, 1).less(GroupTotal.of(2, 2))).hasMessageContaining("2 students");
        assertThatThrownBy(() -> GroupTotal.of(0, 1)).hasMessageContaining("nobody");
    }

    @Test
    void theWorstOffGroupIsToldWithTheIntervalOfAll() {
        WorstOff rule = WorstOff.of(SuppressionPolicy.NCES_2011_603);
        WorstOff.Result worst = rule.ofShares(
                        Map.of("a", GroupTotal.of(100, 60), "b", GroupTotal.of(80, 30), "tiny", GroupTotal.of(4, 0)))
                .value()
                .orElseThrow();
        assertThat(worst.group()).isEqualTo("b");
        assertThat(worst.leftOut()).containsExactly("tiny");
        assertThat(worst.estimate().level()).isEqualTo(0.975);
        assertThat(rule.ofShares(Map.of("tiny", GroupTotal.of(4, 0))).isReported())
                .isFalse();
        Moments low = Moments.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Moments high = Moments.of(11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
        assertThat(rule.ofMeans(Map.of("x", high, "y", low, "z", Moments.of(0)))
                        .map(WorstOff.Result::group)
                        .orElse(""))
                .isEqualTo("y");
        assertThatThrownBy(() -> new WorstOff(SuppressionPolicy.PUBLIC_DATA, 1)).hasMessageContaining("level is 1.0");
    }
}
