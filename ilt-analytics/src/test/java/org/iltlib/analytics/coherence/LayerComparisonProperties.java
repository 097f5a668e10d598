package org.iltlib.analytics.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;

class LayerComparisonProperties {
    private static CurriculumLayer layer(LayerName name, Map<ContentCell, Rational> weights) {
        return CurriculumLayer.builder()
                .name(name)
                .framework(EntryId.of("math"))
                .unit("points")
                .scale("ours")
                .putAllWeights(weights)
                .build();
    }

    private static CurriculumLayer matrix(int[]... rows) {
        Map<ContentCell, Rational> weights = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                weights.put(new ContentCell(StandardId.of("topic-" + i), j + 1), Rational.of(rows[i][j]));
            }
        }
        return layer(LayerName.ENACTED, weights);
    }

    private static Measured<Rational> overlap(CurriculumLayer one, CurriculumLayer other) {
        return LayerComparison.between(one, other).overlapWithDemand();
    }

    /** Expected: vectors of the Porter index worked out in exact arithmetic from its definition. */
    @Example
    void theOverlapWithDemandIsThePorterIndex() {
        CurriculumLayer a = matrix(new int[] {3, 1}, new int[] {1, 0});
        assertThat(overlap(a, a)).isEqualTo(Measured.of(Rational.ONE));
        assertThat(overlap(a, matrix(new int[] {1, 1}, new int[] {1, 2}))).isEqualTo(Measured.of(Rational.of(3, 5)));
        assertThat(overlap(
                        matrix(new int[] {4, 2, 0}, new int[] {1, 2, 1}),
                        matrix(new int[] {2, 2, 2}, new int[] {0, 2, 2})))
                .isEqualTo(Measured.of(Rational.of(7, 10)));
        assertThat(overlap(
                        matrix(new int[] {10, 5, 5}, new int[] {0, 20, 10}, new int[] {15, 5, 30}),
                        matrix(new int[] {4, 4, 0}, new int[] {2, 6, 4}, new int[] {4, 6, 10})))
                .isEqualTo(Measured.of(Rational.of(4, 5)));
        assertThat(overlap(matrix(new int[] {1, 0}), matrix(new int[] {0, 1}))).isEqualTo(Measured.of(Rational.ZERO));
    }

    @Provide
    Arbitrary<CurriculumLayer> layers() {
        Arbitrary<ContentCell> cells = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(1, 3))
                .as((id, demand) -> new ContentCell(StandardId.of(id), demand));
        return Arbitraries.maps(cells, Arbitraries.integers().between(1, 9).map(Rational::of))
                .ofMinSize(1)
                .map(weights -> layer(LayerName.WRITTEN, weights));
    }

    private static Rational value(Measured<Rational> share) {
        return share.value().orElseThrow();
    }

    @Property
    void theOverlapIsAShareIsTheSameBothWaysAndNeverGrowsWithFinerCells(
            @ForAll("layers") CurriculumLayer one, @ForAll("layers") CurriculumLayer other) {
        LayerComparison there = LayerComparison.between(one, other);
        LayerComparison back = LayerComparison.between(other, one);
        Rational fine = value(there.overlapWithDemand());
        Rational coarse = value(there.overlap());
        Rational coarsest = value(LayerComparison.between(
                        one.rolledUp(id -> StandardId.of(id.value().compareTo("c") < 0 ? "ab" : "cd")),
                        other.rolledUp(id -> StandardId.of(id.value().compareTo("c") < 0 ? "ab" : "cd")))
                .overlap());
        assertThat(fine).isBetween(Rational.ZERO, coarse);
        assertThat(coarse).isLessThanOrEqualTo(coarsest);
        assertThat(coarsest).isLessThanOrEqualTo(Rational.ONE);
        assertThat(value(back.overlap())).isEqualTo(coarse);
    }

    @Property
    void theUnitDoesNotMatter(@ForAll("layers") CurriculumLayer one, @ForAll @IntRange(min = 1, max = 99) int times) {
        Map<ContentCell, Rational> more = new TreeMap<>();
        one.weights().forEach((cell, weight) -> more.put(cell, weight.times(times)));
        LayerComparison pair = LayerComparison.between(one, layer(LayerName.ASSESSED, more));
        assertThat(value(pair.overlapWithDemand())).isEqualTo(Rational.ONE);
        assertThat(pair.gaps()).allMatch(gap -> gap.difference().signum() == 0);
    }

    @Property
    void gapsAreRankedSumToNothingAndTellTheOverlap(
            @ForAll("layers") CurriculumLayer one, @ForAll("layers") CurriculumLayer other) {
        LayerComparison pair = LayerComparison.between(one, other);
        Rational sum = Rational.ZERO;
        Rational apart = Rational.ZERO;
        for (LayerGap gap : pair.gaps()) {
            sum = sum.plus(gap.difference());
            apart = apart.plus(gap.size());
        }
        assertThat(sum).isEqualTo(Rational.ZERO);
        assertThat(value(pair.overlap())).isEqualTo(Rational.ONE.minus(apart.dividedBy(2)));
        assertThat(pair.gaps()).isSortedAccordingTo((a, b) -> b.size().compareTo(a.size()));
        SortedSet<StandardId> all = new TreeSet<>(one.standards());
        all.addAll(other.standards());
        assertThat(pair.gaps()).hasSize(all.size());
    }
}
